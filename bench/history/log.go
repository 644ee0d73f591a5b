package history

import (
	"context"
	"fmt"
	"time"

	"tiaokuai/bench/dataset"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// begin is when the log's first commit is recorded.
var begin = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

// PerDay is how many commits take effect on one day.
const PerDay = 10

// Day is the day on which a revision takes effect.
func Day(revision int64) gov.Date { return gov.DateOf(begin.AddDate(0, 0, int(revision/PerDay))) }

// Fill appends to the n-th county of a dataset until it is at a revision: the county itself first, then one commit after
// the other that corrects one to six of its organs. It goes on where it was left. Every revision has a figure of its own:
// see Staff.
func Fill(ctx context.Context, s store.Store, seed uint64, n int, revisions int64) error {
	code := dataset.Code(n)
	head, g, err := s.Load(ctx, code)
	if gov.CodeOf(err) == gov.CodeNotFound && err != nil {
		head.Revision, g = 1, dataset.County(seed, n)
		err = send(ctx, s, code, 1, creation(g))
	}
	if err != nil {
		return err
	}
	organs := organsOf(g)
	for r := head.Revision + 1; r <= revisions; r++ {
		if err := send(ctx, s, code, r, correct(organs, r)); err != nil {
			return fmt.Errorf("revision %d: %w", r, err)
		}
	}
	return nil
}

func creation(g gov.Graph) gov.Delta {
	var d gov.Delta
	for _, n := range g.Nodes {
		d.Nodes = append(d.Nodes, gov.NodeChange{After: n})
	}
	for _, e := range g.Edges {
		d.Edges = append(d.Edges, gov.EdgeChange{After: e})
	}
	return d
}

// send appends a commit, again while a store that was just started is slow.
func send(ctx context.Context, s store.Store, code string, revision int64, d gov.Delta) error {
	at := begin.AddDate(0, 0, int(revision/PerDay))
	c := gov.Commit{
		ID: fmt.Sprintf("%s-%d", code, revision), County: code, Revision: revision, RecordedAt: at, Effective: Day(revision),
		Actor: "bench", Reason: "更正", Delta: d,
	}
	var err error
	for range 5 {
		if _, err = s.Append(ctx, store.Append{Commit: c}); gov.CodeOf(err) != gov.CodeUnavailable || err == nil {
			break
		}
	}
	return err
}

func organsOf(g gov.Graph) []*gov.Organ {
	var organs []*gov.Organ
	for _, n := range g.Nodes {
		if o, ok := n.(*gov.Organ); ok {
			organs = append(organs, o)
		}
	}
	return organs
}

// correct writes a revision's figure into one to six organs; the first one of the county is always among them.
func correct(organs []*gov.Organ, revision int64) gov.Delta {
	var d gov.Delta
	last := -1
	for k := range 1 + revision%6 {
		i := 0
		if k > 0 {
			i = max(last+1, int(revision*7+k*29)%len(organs))
		}
		if i >= len(organs) {
			break
		}
		next := *organs[i]
		next.Staff = Staff(revision)
		d.Nodes = append(d.Nodes, gov.NodeChange{Before: organs[i], After: &next})
		organs[i], last = &next, i
	}
	return d
}

// Staff is how many are in post at the county's first organ at a revision above 1.
func Staff(revision int64) int { return int(revision) }
