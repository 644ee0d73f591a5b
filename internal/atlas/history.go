package atlas

import (
	"context"

	"tiaokuai/internal/gov"
)

// History gives a county's commits newest first: at most limit with Revision below before (0 = from the head). Edits
// and deltas are there with bodies set.
func (a *Atlas) History(ctx context.Context, county string, before int64, limit int, bodies bool) ([]gov.Commit, error) {
	h, err := a.head(county)
	if err != nil {
		return nil, err
	}
	if before <= 0 || before > h.Revision+1 {
		before = h.Revision + 1
	}
	commits, err := a.store.History(ctx, county, max(1, before-int64(limit)), before-1, bodies)
	if err != nil {
		return nil, err
	}
	for i, j := 0, len(commits)-1; i < j; i, j = i+1, j-1 {
		commits[i], commits[j] = commits[j], commits[i]
	}
	return commits, nil
}
