package atlas

import (
	"context"

	"tiaokuai/internal/gov"
)

// scan is how many entries of a county's log one step of a search takes.
const scan = 500

// Commit is a county's commit by its id, with its body; NOT_FOUND if there is none. The log is searched from its end,
// without bodies.
func (v *View) Commit(ctx context.Context, county, id string) (gov.Commit, error) {
	h, err := v.head(county)
	if err != nil {
		return gov.Commit{}, err
	}
	for before := h.Revision + 1; before > 1; before -= scan {
		commits, err := v.History(ctx, county, before, scan, false)
		if err != nil {
			return gov.Commit{}, err
		}
		for _, c := range commits {
			if c.ID == id {
				return v.entry(ctx, county, c.Revision)
			}
		}
	}
	return gov.Commit{}, noCommit()
}

// entry is a county's commit by its revision, with its body.
func (v *View) entry(ctx context.Context, county string, revision int64) (gov.Commit, error) {
	commits, err := v.History(ctx, county, revision+1, 1, true)
	if err != nil {
		return gov.Commit{}, err
	}
	if len(commits) == 0 {
		return gov.Commit{}, noCommit()
	}
	return commits[0], nil
}

func noCommit() *gov.Error {
	return gov.Errorf(gov.CodeNotFound, "没有这次变更", "there is no such commit")
}
