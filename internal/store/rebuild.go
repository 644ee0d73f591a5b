package store

import (
	"context"

	"tiaokuai/internal/gov"
)

// replayBatch is how many commits are held at once while replaying.
const replayBatch = 1000

// At is a county's graph at a revision with the commit that made it: the nearest checkpoint, and the log from there. A
// checkpoint that the log does not fit on is passed over. NOT_FOUND names the revisions there are.
func At(ctx context.Context, s Store, county string, revision int64) (gov.Commit, gov.Graph, error) {
	if err := checkRevision(ctx, s, county, revision); err != nil {
		return gov.Commit{}, gov.Graph{}, err
	}
	start, g, err := s.Checkpoint(ctx, county, revision)
	if err != nil {
		return gov.Commit{}, gov.Graph{}, err
	}
	commit, at, err := replay(ctx, s, county, start, g, revision)
	if start > 0 && gov.CodeOf(err) == gov.CodeConflict {
		return replay(ctx, s, county, 0, gov.Graph{}, revision)
	}
	return commit, at, err
}

func checkRevision(ctx context.Context, s Store, county string, revision int64) error {
	last, err := s.RevisionAt(ctx, county, "9999-12-31")
	if err == nil && (revision < 1 || revision > last) {
		return gov.Errorf(gov.CodeNotFound, "%s 没有第 %d 版，现有第 1 至 %d 版", "county %s has no revision %d, only 1 to %d", county, revision, last).At("revision")
	}
	return err
}

// replay applies the commits after revision start to the graph there.
func replay(ctx context.Context, s Store, county string, start int64, g gov.Graph, revision int64) (gov.Commit, gov.Graph, error) {
	var last gov.Commit
	from := min(start+1, revision) // the commit of the revision itself is wanted in any case
	for from <= revision {
		to := min(from+replayBatch-1, revision)
		commits, err := s.History(ctx, county, from, to, true)
		if err != nil {
			return gov.Commit{}, gov.Graph{}, err
		}
		if int64(len(commits)) != to-from+1 {
			return gov.Commit{}, gov.Graph{}, gov.Errorf(gov.CodeInternal, "%s 的变更记录不完整", "the log of county %s has holes", county)
		}
		if g, err = g.Apply(after(start, commits)...); err != nil {
			return gov.Commit{}, gov.Graph{}, err
		}
		last, from = commits[len(commits)-1], to+1
	}
	return last, g, nil
}

// after are the deltas of the commits above a revision.
func after(revision int64, commits []gov.Commit) []gov.Delta {
	var deltas []gov.Delta
	for _, c := range commits {
		if c.Revision > revision {
			deltas = append(deltas, c.Delta)
		}
	}
	return deltas
}
