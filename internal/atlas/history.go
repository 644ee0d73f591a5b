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
