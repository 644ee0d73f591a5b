package overlap

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Quality is the data-quality report of a county: how much of what the detectors read is on record. A cost found on
// little data is low for the wrong reason, so every score is shown with the coverage under it. Shared, not to be changed.
type Quality struct {
	Coverage      []Coverage      // the county as a whole first, then each township in order
	NotAssessable []NotAssessable // what can't be judged, and what to collect; it costs nothing
	Conflicts     []Conflict      // statements that contradict each other; all are kept
	Unfaced       []Unfaced       // 对口空白, information only
}

// Coverage is how much of something is on record.
type Coverage struct {
	Gauge    Gauge
	Township string // key; empty for the whole county
	Have, Of int
}

// Percent is the covered part, rounded down, at most 100. Where there is nothing to cover nothing is covered: 0.
func (c Coverage) Percent() int {
	if c.Of == 0 {
		return 0
	}
	return min(100, c.Have*100/c.Of)
}

// NotAssessable 未采集 says that kinds of overlap can't be judged in a township (in the county, for an empty key).
type NotAssessable struct {
	Township string
	Kinds    []gov.OverlapKind
	Reason   gov.Text
	Collect  gov.Text // what to collect
}

// Conflict is two or more statements that can't all be true.
type Conflict struct {
	Keys []string // of the nodes that state it, in order
	Text gov.Text
}

// Unfaced 对口空白: sections of a department that no organ of a township faces, since those that face it are narrowed.
type Unfaced struct {
	Township   string
	Department string
	Sections   []string // keys, in order
}

// QualityOf is the report of a county, computed once per snapshot.
func QualityOf(c *snapshot.County) *Quality {
	return snapshot.Derive(c.Cell(), "data quality", func() *Quality {
		q := &Quality{Coverage: coverageOf(c), Conflicts: conflictsOf(c), Unfaced: unfacedOf(c)}
		q.NotAssessable = notAssessable(c, q.Coverage)
		return q
	})
}

// Gaps are the records that keep a kind from being assessed in a township: its own and those of the whole county. None
// means it is assessable.
func (q *Quality) Gaps(kind gov.OverlapKind, township string) []NotAssessable {
	var out []NotAssessable
	for _, n := range q.NotAssessable {
		if (n.Township == township || n.Township == "") && slices.Contains(n.Kinds, kind) {
			out = append(out, n)
		}
	}
	return out
}

func unfacedOf(c *snapshot.County) []Unfaced {
	var out []Unfaced
	for _, t := range c.Townships() {
		for d := range c.EachDepartment() {
			faced := facing(t, d)
			if len(faced) == 0 || d.SectionCount() == 0 {
				continue
			}
			at := organsAt(d, faced)
			if len(at.at) == 1 && d.SectionCount() > 1 {
				continue // nobody is narrowed, so every section is faced
			}
			u := Unfaced{Township: t.Key, Department: d.Key}
			for i, s := range d.Sections() {
				if len(at.at[i]) == 0 {
					u.Sections = append(u.Sections, s.Key)
				}
			}
			if len(u.Sections) > 0 {
				out = append(out, u)
			}
		}
	}
	return out
}
