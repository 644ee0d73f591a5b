package store

import (
	"context"

	"tiaokuai/internal/gov"
)

// At is a county's graph at a revision with the commit that made it: the nearest checkpoint, and the log from there. A
// checkpoint that the log does not fit on is passed over. NOT_FOUND names the revisions there are. A store that is
// [Checkpointed] is told where the way was long.
func At(ctx context.Context, s Store, county string, revision int64) (gov.Commit, gov.Graph, error) {
	if revision < 1 {
		return gov.Commit{}, gov.Graph{}, noRevision(ctx, s, county, revision)
	}
	var passed bool
	for before := revision; ; passed = true {
		start, g, err := s.Checkpoint(ctx, county, before)
		if err != nil {
			return gov.Commit{}, gov.Graph{}, err
		}
		r := replay{county: county, revision: start, graph: g}
		last, err := r.to(ctx, s, revision)
		if start > 0 && gov.CodeOf(err) == gov.CodeConflict {
			before = start - 1
			continue
		}
		if c, ok := s.(Checkpointed); ok && err == nil && (passed || r.far()) {
			c.Lacks(county, revision)
		}
		return last, r.graph, err
	}
}

// noRevision is the NOT_FOUND of a revision that a county does not have.
func noRevision(ctx context.Context, s Store, county string, revision int64) error {
	last, err := s.RevisionAt(ctx, county, doomsday)
	if err != nil {
		return err
	}
	if revision >= 1 && revision <= last {
		return gov.Errorf(gov.CodeInternal, "%s 的变更记录不完整", "the log of county %s has holes", county)
	}
	return gov.Errorf(gov.CodeNotFound, "%s 没有第 %d 版，现有第 1 至 %d 版", "county %s has no revision %d, only 1 to %d", county, revision, last).At("revision")
}

// doomsday is a day by which every revision is effective.
const doomsday gov.Date = "9999-12-31"

// replay is a county's graph on its way along the log.
type replay struct {
	county     string
	revision   int64
	graph      gov.Graph
	commits    int // since the last checkpoint
	primitives int // that these come to
}

// far says whether the last checkpoint is so far away that there should have been another.
func (r *replay) far() bool {
	return r.commits > checkpointEvery || r.primitives > checkpointPrimitives
}

// to applies the commits up to a revision and gives the one that made it, which is read also where the graph is there
// already.
func (r *replay) to(ctx context.Context, s Store, revision int64) (gov.Commit, error) {
	var last gov.Commit
	for from := min(r.revision+1, revision); from <= revision; from = last.Revision + 1 {
		commits, err := r.read(ctx, s, from, min(from+checkpointEvery-1, revision))
		if err != nil {
			return gov.Commit{}, err
		}
		if err := r.apply(commits); err != nil {
			return gov.Commit{}, err
		}
		last = commits[len(commits)-1]
	}
	return last, nil
}

// read gives the commits between two revisions, all of them.
func (r *replay) read(ctx context.Context, s Store, from, to int64) ([]gov.Commit, error) {
	commits, err := s.History(ctx, r.county, from, to, true)
	if err == nil && int64(len(commits)) != to-from+1 {
		err = noRevision(ctx, s, r.county, to)
	}
	return commits, err
}

// apply takes in those commits that come after the graph's revision.
func (r *replay) apply(commits []gov.Commit) error {
	var deltas []gov.Delta
	for _, c := range commits {
		if c.Revision > r.revision {
			r.revision, r.commits, r.primitives = c.Revision, r.commits+1, r.primitives+c.Delta.Size()
			deltas = append(deltas, c.Delta)
		}
	}
	if len(deltas) == 0 {
		return nil
	}
	g, err := r.graph.Apply(deltas...)
	r.graph = g
	return err
}
