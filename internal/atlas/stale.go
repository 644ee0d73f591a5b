package atlas

import (
	"context"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// Reach reads the log where a change is based on a revision that this process does not know yet: another one may have
// told its author. NOT_FOUND where there is no such county, CONFLICT where there is no such revision.
func (a *Atlas) Reach(ctx context.Context, ch Change) error {
	if ch.Base <= a.headOf(ch.County).Revision {
		return nil
	}
	if err := a.Sync(ctx); err != nil {
		return err
	}
	switch known := a.headOf(ch.County).Revision; {
	case known == 0:
		return store.NoCounty(ch.County)
	case known < ch.Base:
		return a.Stale(ch)
	}
	return nil
}

// Stale is the CONFLICT of a change that is not based on the newest revision; nil for one that is.
func (a *Atlas) Stale(ch Change) error {
	head := gov.Head{County: ch.County, Revision: a.headOf(ch.County).Revision}
	_, err := store.Succeed(head, gov.Commit{County: ch.County, Revision: ch.Base + 1})
	return err
}
