package model

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// effect is what the way from one county to another does to counts, costs and overlaps. before is nil where the county
// is made.
type effect struct{ before, after *snapshot.County }

// Before are the counts and costs before it.
func (e effect) Before() Metrics {
	if e.before == nil {
		return NewMetrics(overlap.Summary{})
	}
	return NewMetrics(overlap.Summarize(e.before))
}

// After are the counts and costs after it.
func (e effect) After() Metrics { return NewMetrics(overlap.Summarize(e.after)) }

// ResolvedCount is how many overlaps are gone.
func (e effect) ResolvedCount() int { return len(missing(e.before, e.after)) }

// Resolved are the overlaps that are gone, dearest first.
func (e effect) Resolved(first *int) ([]Overlap, error) { return dearest(e.before, e.after, first) }

// IntroducedCount is how many overlaps are new.
func (e effect) IntroducedCount() int { return len(missing(e.after, e.before)) }

// Introduced are the overlaps that are new, dearest first.
func (e effect) Introduced(first *int) ([]Overlap, error) { return dearest(e.after, e.before, first) }

// LoweredCount is how many overlaps cost less.
func (e effect) LoweredCount() int { return len(cheaper(e.after, e.before)) }

// Lowered are the overlaps that cost less, as they are before.
func (e effect) Lowered(first *int) ([]Overlap, error) {
	found, err := upTo(cheaper(e.after, e.before), first)
	return NewOverlaps(e.before, found), err
}

// RaisedCount is how many overlaps cost more.
func (e effect) RaisedCount() int { return len(cheaper(e.before, e.after)) }

// Raised are the overlaps that cost more, as they are after.
func (e effect) Raised(first *int) ([]Overlap, error) {
	found, err := upTo(cheaper(e.before, e.after), first)
	return NewOverlaps(e.after, found), err
}

// cheaper are the overlaps of the dear county that cost less in the cheap one, where the difference is greatest first.
func cheaper(cheap, dear *snapshot.County) []overlap.Overlap {
	if cheap == nil || dear == nil {
		return nil
	}
	var out []overlap.Overlap
	less := map[string]gov.Micro{}
	for _, o := range overlap.Of(dear).All {
		if other, there := overlap.Of(cheap).Find(o.Fingerprint); there && other.Cost < o.Cost {
			less[o.Fingerprint] = o.Cost - other.Cost
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b overlap.Overlap) int { return cmp.Compare(less[b.Fingerprint], less[a.Fingerprint]) })
	return out
}

// missing are the overlaps of one county that another does not have, by fingerprint.
func missing(of, from *snapshot.County) []overlap.Overlap {
	if of == nil {
		return nil
	}
	var out []overlap.Overlap
	for _, o := range overlap.Of(of).All {
		if from != nil {
			if _, there := overlap.Of(from).Find(o.Fingerprint); there {
				continue
			}
		}
		out = append(out, o)
	}
	return out
}

func dearest(of, from *snapshot.County, first *int) ([]Overlap, error) {
	found := missing(of, from)
	slices.SortStableFunc(found, func(a, b overlap.Overlap) int { return cmp.Compare(b.Cost, a.Cost) })
	found, err := upTo(found, first)
	return NewOverlaps(of, found), err
}
