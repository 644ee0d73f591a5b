package desk

import (
	"context"
	"errors"

	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

// Rebased is what a rebase came to. With Conflicts nothing was written: ask, and send it again with the choices.
type Rebased struct {
	Record
	Base, Head *snapshot.County // what it stood on, and the county's head
	Conflicts  []scenario.Conflict
	Dropped    []scenario.Dropped
}

// Rebase carries a scenario to the county's head.
func (d *Desk) Rebase(ctx context.Context, w Write, choices []scenario.Choice) (Rebased, error) {
	var out Rebased
	r, err := d.write(ctx, w, scenario.ActionRebased, choices, func(r Record, by scenario.By) (scenario.Scenario, error) {
		v, err := d.fresh(ctx)
		if err != nil {
			return r.Scenario, err
		}
		if err := notCommitted(ctx, v, w, r); err != nil {
			return r.Scenario, err
		}
		if out.Head, err = v.County(ctx, w.County); err != nil {
			return r.Scenario, err
		}
		if out.Base, err = d.base(ctx, v, w.County, r.Base); err != nil {
			return r.Scenario, err
		}
		rebased, err := scenario.Rebase(r.Scenario, out.Base, out.Head, choices, by)
		out.Conflicts, out.Dropped = rebased.Conflicts, rebased.Dropped
		if err == nil && len(rebased.Conflicts) > 0 {
			out.Record, err = r, errAsked
		}
		return rebased.Scenario, err
	})
	if errors.Is(err, errAsked) {
		return out, nil
	}
	out.Record = r
	return out, err
}

// errAsked keeps a rebase with open conflicts from being written.
var errAsked = errors.New("conflicts are open")
