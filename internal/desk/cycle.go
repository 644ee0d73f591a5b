package desk

import (
	"cmp"
	"context"
	"slices"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
)

// Submit hands a draft in; without gates it is approved at once. See [scenario.Scenario.Submit].
func (d *Desk) Submit(ctx context.Context, w Write) (Record, error) {
	return d.write(ctx, w, scenario.ActionSubmitted, nil, func(r Record, by scenario.By) (scenario.Scenario, error) {
		v, err := d.atlas.View()
		if err != nil {
			return r.Scenario, err
		}
		base, result, err := d.ResultOf(ctx, v, r)
		if err != nil {
			return r.Scenario, err
		}
		return r.Scenario.Submit(base, result, by)
	})
}

// Review passes a gate, or rejects the scenario.
func (d *Desk) Review(ctx context.Context, w Write, verdict scenario.Verdict) (Record, error) {
	return d.write(ctx, w, scenario.ActionPassed, verdict, func(r Record, by scenario.By) (scenario.Scenario, error) {
		return r.Scenario.Review(verdict, by)
	})
}

// Withdraw takes a scenario out of review, or after it was approved.
func (d *Desk) Withdraw(ctx context.Context, w Write) (Record, error) {
	return d.write(ctx, w, scenario.ActionWithdrawn, nil, func(r Record, by scenario.By) (scenario.Scenario, error) {
		v, err := d.fresh(ctx)
		if err == nil {
			err = notCommitted(ctx, v, w, r)
		}
		if err != nil {
			return r.Scenario, err
		}
		return r.Scenario.Withdraw(by)
	})
}

// Reopen makes a withdrawn scenario a draft again.
func (d *Desk) Reopen(ctx context.Context, w Write) (Record, error) {
	return d.write(ctx, w, scenario.ActionReopened, nil, func(r Record, by scenario.By) (scenario.Scenario, error) { return r.Scenario.Reopen(by) })
}

// Delete deletes a scenario that is no record of anything. One that is gone already is no error.
func (d *Desk) Delete(ctx context.Context, w Write) error {
	now, _, err := d.newest(ctx, w, w.request(scenario.ActionDeleted, nil))
	if gov.CodeOf(err) == gov.CodeNotFound && w.Version > 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if err := now.Delete(); err != nil {
		return err
	}
	_, err = d.atlas.PutDocument(ctx, atlas.Document{County: w.County, Kind: scenario.Document, ID: w.ID, Version: w.Version, Actor: w.Actor, Deleted: true})
	if gov.CodeOf(err) == gov.CodeConflict {
		if left, failed := d.atlas.Reread(ctx, w.County, scenario.Document, w.ID); failed == nil && left.ID == "" {
			return nil
		}
	}
	return err
}

// Track is how far a plan was really carried out, read from the data. Of later commits the newest 500 are looked through.
func (d *Desk) Track(ctx context.Context, v *atlas.View, county, id string) ([]scenario.Item, error) {
	r, err := d.Scenario(ctx, v, county, id)
	if err != nil {
		return nil, err
	}
	c := scenario.Carried{Scenario: r.Scenario}
	if c.Phases, err = phases(ctx, v, r); err != nil {
		return nil, err
	}
	if c.Now, err = v.County(ctx, county); err != nil {
		return nil, err
	}
	if _, c.Planned, err = d.ResultOf(ctx, v, r); err != nil {
		return nil, err
	}
	if len(c.Phases) > 0 {
		c.Later, err = since(ctx, v, county, c.Phases[0].Commit.Revision)
	}
	if err != nil {
		return nil, err
	}
	return scenario.Track(c)
}

// phases are the commits that carried steps of a scenario out, in order.
func phases(ctx context.Context, v *atlas.View, r Record) ([]scenario.Phase, error) {
	var out []scenario.Phase
	for _, step := range r.Steps {
		if step.Commit == "" || slices.ContainsFunc(out, func(p scenario.Phase) bool { return p.Commit.ID == step.Commit }) {
			continue
		}
		c, err := v.Commit(ctx, r.County, step.Commit)
		if err != nil {
			return nil, err
		}
		base, err := v.At(ctx, r.County, atlas.Version{Revision: c.Base()})
		if err != nil {
			return nil, err
		}
		out = append(out, scenario.Phase{Commit: c, Base: base})
	}
	slices.SortFunc(out, func(a, b scenario.Phase) int { return cmp.Compare(a.Commit.Revision, b.Commit.Revision) })
	return out, nil
}

// mostLater bounds how many later commits a follow-up looks through for who changed what, the newest first.
const mostLater = 500

// since are a county's commits after a revision, newest first, with their bodies.
func since(ctx context.Context, v *atlas.View, county string, revision int64) ([]gov.Commit, error) {
	const few = 50 // bodies at a time
	h, err := v.Head(county)
	if err != nil {
		return nil, err
	}
	var out []gov.Commit
	for before := h.Revision + 1; before > revision+1 && len(out) < mostLater; before -= few {
		commits, err := v.History(ctx, county, before, int(min(few, before-revision-1)), true)
		if err != nil {
			return nil, err
		}
		out = append(out, commits...)
	}
	return out, nil
}
