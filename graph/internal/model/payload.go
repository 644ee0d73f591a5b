package model

import (
	"cmp"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// CommitPayload is what a commit did, or on a dry run would do.
type CommitPayload struct {
	Commit *Commit          // nil on a dry run
	County *snapshot.County // after it
	before *snapshot.County // nil where it makes the county
	edits  []change.Edit
	name   change.Namer
}

// NewCommitPayload shows a commit, recorded or not, between the county before it (nil for a new one) and after it.
func NewCommitPayload(commit Commit, before, after *snapshot.County, recorded bool) (*CommitPayload, error) {
	edits, err := change.Decode(commit.Commit.Edits)
	if err != nil {
		return nil, err
	}
	p := &CommitPayload{County: after, before: before, edits: edits, name: commit.Name}
	if recorded {
		p.Commit = &commit
	}
	return p, nil
}

// Edits are the commit's edits.
func (p CommitPayload) Edits(first *int) ([]Edit, error) { return newEdits(p.edits, p.name, first) }

// Before are the counts and costs before it.
func (p CommitPayload) Before() Metrics {
	if p.before == nil {
		return NewMetrics(overlap.Summary{})
	}
	return NewMetrics(overlap.Summarize(p.before))
}

// After are the counts and costs after it.
func (p CommitPayload) After() Metrics { return NewMetrics(overlap.Summarize(p.County)) }

// ResolvedCount is how many overlaps are gone.
func (p CommitPayload) ResolvedCount() int { return len(missing(p.before, p.County)) }

// Resolved are the overlaps that are gone.
func (p CommitPayload) Resolved(first *int) ([]Overlap, error) {
	return dearest(p.before, p.County, first)
}

// IntroducedCount is how many overlaps are new.
func (p CommitPayload) IntroducedCount() int { return len(missing(p.County, p.before)) }

// Introduced are the overlaps that are new.
func (p CommitPayload) Introduced(first *int) ([]Overlap, error) {
	return dearest(p.County, p.before, first)
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
