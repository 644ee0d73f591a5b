package store

import (
	"context"

	"tiaokuai/internal/gov"
)

// At is a county's graph at a revision with the commit that made it, without its body: the nearest checkpoint, and the log
// from there. A checkpoint that the log does not fit on is passed over. NOT_FOUND names the revisions there are. A store that is
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
		last.Edits, last.Delta = nil, gov.Delta{}
		return last, r.graph, err
	}
}

// Near is [At] where a checkpoint is near that the log fits on, which is quicker than to read a whole graph from most
// engines; otherwise near is false, and nothing else is said.
func Near(ctx context.Context, s Store, county string, revision int64) (made gov.Commit, g gov.Graph, near bool) {
	start, g, err := s.Checkpoint(ctx, county, revision)
	if err != nil || start == 0 || revision-start > checkpointEvery {
		return gov.Commit{}, gov.Graph{}, false
	}
	r := replay{county: county, revision: start, graph: g}
	last, err := r.to(ctx, s, revision)
	last.Edits, last.Delta = nil, gov.Delta{}
	return last, r.graph, err == nil
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
