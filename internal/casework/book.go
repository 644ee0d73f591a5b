package casework

import (
	"slices"
	"time"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// Record is a decision as it is on record.
type Record struct {
	Decision
	Fingerprint string
	Version     int64 // counts the decisions on this finding, from 1
	Actor       string
	Time        time.Time
}

// Case is a finding's decision held against the county as it is. The zero Record is a finding nobody decided on.
type Case struct {
	Record
	Now      Status   // where it stands
	Reopened gov.Text // why it is open although something was decided; empty otherwise
}

// Book is the cases of a county at one moment. It is shared and must not be changed.
type Book struct {
	of  map[string]Case
	all []Case
}

// Judge holds decisions against a county, whole.
func Judge(c *snapshot.County, records []Record) *Book {
	b := &Book{of: make(map[string]Case, len(records)), all: make([]Case, 0, len(records))}
	report := overlap.Of(c)
	for _, r := range records {
		one := Case{Record: r, Now: r.Status}
		if o, there := report.Find(r.Fingerprint); !there {
			one.Now = Resolved
		} else if why := r.reopened(c, o); why != (gov.Text{}) && r.Status != Open {
			one.Now, one.Reopened = Open, why
		}
		b.of[r.Fingerprint] = one
		b.all = append(b.all, one)
	}
	slices.SortStableFunc(b.all, func(x, y Case) int { return y.Time.Compare(x.Time) })
	return b
}

// Of is the case of a finding that is there.
func (b *Book) Of(fingerprint string) Case {
	if one, decided := b.of[fingerprint]; decided {
		return one
	}
	return Case{Record: Record{Fingerprint: fingerprint}, Now: Open}
}

// All are the cases with a decision, the newest first.
func (b *Book) All() []Case { return b.all }

// reopened says why a decision no longer stands; empty while it does.
func (r Record) reopened(c *snapshot.County, o overlap.Overlap) gov.Text {
	if r.Measure != "" && !isMeasure(c, r.Measure) {
		return gov.Textf("所依托的协调机制已不在记录中", "the measure it relied on is no longer on record")
	}
	if r.EvidenceHash == o.EvidenceHash {
		return gov.Text{}
	}
	joined, left := without(o.Participants, r.Participants), without(r.Participants, o.Participants)
	switch {
	case len(joined) > 0 && len(left) > 0:
		return gov.Textf("研判后新增%s，减少%s", "since it was judged %s joined and %s left", names(c, joined), names(c, left))
	case len(joined) > 0:
		return gov.Textf("研判后新增%s", "since it was judged %s joined", names(c, joined))
	case len(left) > 0:
		return gov.Textf("研判后减少%s", "since it was judged %s left", names(c, left))
	}
	return gov.Textf("研判后角色、科室、行为或属性有变化", "since it was judged roles, sections, actions or attributes changed")
}

// without are the elements of a that b has not.
func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(key string) bool { return slices.Contains(b, key) })
}

// names lists keys by their names, as Chinese and English both write them here.
func names(c *snapshot.County, keys []string) (text string) {
	for i, key := range keys {
		if i > 0 {
			text += "、"
		}
		if n, ok := c.Node(key); ok {
			key = n.NodeName()
		}
		text += key
	}
	return text
}
