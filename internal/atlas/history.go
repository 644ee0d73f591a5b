package atlas

import (
	"context"
	"slices"

	"tiaokuai/internal/gov"
)

// History gives a county's commits newest first: at most limit with Revision below before (0 = from the head). Edits
// and deltas are there with bodies set.
func (v *View) History(ctx context.Context, county string, before int64, limit int, bodies bool) ([]gov.Commit, error) {
	h, err := v.head(county)
	if err != nil {
		return nil, err
	}
	if before <= 0 || before > h.Revision+1 {
		before = h.Revision + 1
	}
	commits, err := v.atlas.store.History(ctx, county, max(1, before-int64(limit)), before-1, bodies)
	if err != nil {
		return nil, err
	}
	slices.Reverse(commits)
	return commits, nil
}

// HistoryOf gives the commits, newest first, that changed the node with a key or an edge of it: at most limit with
// Revision below before (0 = from the head), with their bodies, down to the one that made the node. It reads the log
// from before on until it has them.
func (v *View) HistoryOf(ctx context.Context, county, key string, before int64, limit int) ([]gov.Commit, error) {
	const stride = 100 // commits read at a time
	var out []gov.Commit
	for len(out) < limit {
		commits, err := v.History(ctx, county, before, stride, true)
		if err != nil || len(commits) == 0 {
			return out, err
		}
		for _, c := range commits {
			if !c.Delta.Touches(key) {
				continue
			}
			if out = append(out, c); len(out) == limit || c.Delta.Adds(key) {
				return out, nil
			}
		}
		if before = commits[len(commits)-1].Revision; before == 1 {
			break
		}
	}
	return out, nil
}
