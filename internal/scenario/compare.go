package scenario

import (
	"cmp"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// Named is one county to compare.
type Named struct {
	ID     string
	Title  string
	County *snapshot.County
	Edits  []change.Edit // in force; none for a baseline
}

// Comparison is any number of counties beside a baseline.
type Comparison struct {
	Baseline Column
	Columns  []Column // in the order given
	Edits    []EditUse
}

// Column is one county of a comparison.
type Column struct {
	ID      string
	Title   string
	County  *snapshot.County
	Summary overlap.Summary
	// Delta is Summary less the baseline's, kind by kind and band by band; its Version is 0.
	Delta      overlap.Summary
	Resolves   []overlap.Overlap // of the baseline, dearest first
	Introduces []overlap.Overlap // of this county, dearest first
	Lowers     []overlap.Overlap // of the baseline: still here, at a lower cost
	Raises     []overlap.Overlap // of the baseline: still here, at a higher cost
	Organs     []OrganLine       // what became of organs, those kept as they were left out
}

// EditUse is one edit and the columns that have it.
type EditUse struct {
	Edit     change.Edit
	Sentence gov.Text
	In       []string // ids of columns, in their order
}

// Compare sets any number of counties side by side with a baseline: figures with their difference to it, what each
// resolves and introduces, what becomes of organs, and which edits they share.
func Compare(baseline *snapshot.County, many []Named) Comparison {
	out := Comparison{Baseline: Column{Title: baseline.Name, County: baseline, Summary: overlap.Summarize(baseline)}}
	out.Baseline.Delta = difference(out.Baseline.Summary, out.Baseline.Summary)
	for _, one := range many {
		out.Columns = append(out.Columns, column(baseline, out.Baseline.Summary, one))
	}
	out.Edits = uses(baseline, many)
	return out
}

func column(baseline *snapshot.County, before overlap.Summary, one Named) Column {
	c := Column{ID: one.ID, Title: one.Title, County: one.County, Summary: overlap.Summarize(one.County)}
	c.Delta = difference(before, c.Summary)
	was, is := overlap.Of(baseline), overlap.Of(one.County)
	for _, o := range was.All {
		switch now, there := is.Find(o.Fingerprint); {
		case !there:
			c.Resolves = append(c.Resolves, o)
		case now.Cost < o.Cost:
			c.Lowers = append(c.Lowers, o)
		case now.Cost > o.Cost:
			c.Raises = append(c.Raises, o)
		}
	}
	for _, o := range is.All {
		if _, there := was.Find(o.Fingerprint); !there {
			c.Introduces = append(c.Introduces, o)
		}
	}
	for _, list := range [][]overlap.Overlap{c.Resolves, c.Lowers, c.Raises, c.Introduces} {
		slices.SortStableFunc(list, func(a, b overlap.Overlap) int { return cmp.Compare(b.Cost, a.Cost) })
	}
	for _, line := range OrganMap(baseline, one.County) {
		if !slices.Equal(line.Reasons, []MapReason{MapKept}) {
			c.Organs = append(c.Organs, line)
		}
	}
	return c
}

// difference is the later summary less the earlier.
func difference(a, b overlap.Summary) overlap.Summary {
	out := overlap.Summary{
		Townships: b.Townships - a.Townships, Organs: b.Organs - a.Organs, Stations: b.Stations - a.Stations, Statutory: b.Statutory - a.Statutory,
		Departments: b.Departments - a.Departments, Leaders: b.Leaders - a.Leaders, Duties: b.Duties - a.Duties,
		Overlaps: b.Overlaps - a.Overlaps, Cost: b.Cost - a.Cost, Irreducible: b.Irreducible - a.Irreducible,
		Kinds: slices.Clone(b.Kinds), Severities: slices.Clone(b.Severities),
	}
	for i, k := range a.Kinds { // both have every kind, in one order
		out.Kinds[i].Count -= k.Count
		out.Kinds[i].Cost -= k.Cost
		out.Kinds[i].Irreducible -= k.Irreducible
	}
	for i, s := range a.Severities {
		out.Severities[i].Count -= s.Count
		out.Severities[i].Cost -= s.Cost
	}
	return out
}

// uses are the edits of all columns, each once, in the order in which they first appear.
func uses(baseline *snapshot.County, many []Named) []EditUse {
	var out []EditUse
	at := map[string]int{}
	for _, one := range many {
		for _, e := range one.Edits {
			i, known := at[said(e)]
			if !known {
				i = len(out)
				at[said(e)] = i
				out = append(out, EditUse{Edit: e, Sentence: e.Sentence(namesOf(baseline, one.County))})
			}
			if !slices.Contains(out[i].In, one.ID) {
				out[i].In = append(out[i].In, one.ID)
			}
		}
	}
	return out
}

// said is an edit as text that is the same for the same edit.
func said(e change.Edit) string {
	raw, _ := change.Encode([]change.Edit{e}) // plain values always marshal
	return string(raw)
}

// namesOf gives names of keys as the first county that knows them has them.
func namesOf(counties ...*snapshot.County) change.Namer {
	return func(key string) string {
		for _, c := range counties {
			if n, ok := c.Node(key); ok {
				return n.NodeName()
			}
		}
		return key
	}
}
