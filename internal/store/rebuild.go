package store

import (
	"context"

	"tiaokuai/internal/gov"
)

// At is a county's graph at a revision with the commit that made it: the nearest checkpoint, and the log from there.
// NOT_FOUND names the revisions there are.
func At(ctx context.Context, s Store, county string, revision int64) (gov.Commit, gov.Graph, error) {
	start, g, err := s.Checkpoint(ctx, county, revision)
	if err != nil {
		return gov.Commit{}, gov.Graph{}, err
	}
	from := min(start+1, revision) // the commit of the revision itself is wanted in any case
	commits, err := s.History(ctx, county, from, revision, true)
	if err != nil {
		return gov.Commit{}, gov.Graph{}, err
	}
	if revision < 1 || int64(len(commits)) != revision-from+1 {
		return gov.Commit{}, gov.Graph{}, gov.Errorf(gov.CodeNotFound, "%s 没有第 %d 版", "county %s has no revision %d", county, revision)
	}
	for _, c := range commits {
		if c.Revision <= start {
			continue
		}
		if g, err = g.Apply(c.Delta); err != nil {
			return gov.Commit{}, gov.Graph{}, err
		}
	}
	return commits[len(commits)-1], g, nil
}
