package desk

import (
	"context"
	"errors"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

// Do adds steps, which must apply to the result so far; what could be redone is dropped.
func (d *Desk) Do(ctx context.Context, w Write, steps ...scenario.Step) (Record, error) {
	var result *snapshot.County
	r, err := d.write(ctx, w, scenario.ActionEdited, steps, func(r Record, by scenario.By) (s scenario.Scenario, err error) {
		s = r.Scenario
		before := len(s.Edits())
		if len(steps) > 0 && steps[0].Anew {
			before = 0
		}
		for i, step := range steps {
			if s, err = s.DoBy(step, by); err != nil {
				return s, at(err, "steps", i)
			}
		}
		if len(steps) == 0 {
			return s, gov.Errorf(gov.CodeInvalid, "没有要添加的步骤", "there are no steps to add").At("steps")
		}
		v, err := d.atlas.View()
		if err != nil {
			return s, err
		}
		result, err = d.applies(ctx, v, w, s)
		return s, inSteps(err, steps, before)
	})
	return d.kept(r, result, err)
}

// Make adds the step that is made of a scenario, the county it stands on and what it leads to so far. Args say what is
// asked for, so that the same request sent again is known.
func (d *Desk) Make(ctx context.Context, w Write, args any, step func(r Record, base, now *snapshot.County) (scenario.Step, error)) (Record, error) {
	var result *snapshot.County
	r, err := d.write(ctx, w, scenario.ActionEdited, args, func(r Record, by scenario.By) (scenario.Scenario, error) {
		if !r.State.Allows(scenario.ActionEdited) {
			return r.Scenario.DoBy(scenario.Step{Anew: true}, by) // refuses, and says why
		}
		v, err := d.atlas.View()
		if err != nil {
			return r.Scenario, err
		}
		base, err := d.base(ctx, v, w.County, r.Base)
		if err != nil {
			return r.Scenario, at(err, "base")
		}
		now, err := d.resultOn(base, r)
		if err != nil {
			return r.Scenario, err
		}
		made, err := step(r, base, now)
		if err != nil {
			return r.Scenario, err
		}
		s, err := r.Scenario.DoBy(made, by)
		if err != nil {
			return s, err
		}
		result, err = d.applies(ctx, v, w, s)
		return s, err
	})
	return d.kept(r, result, err)
}

// inSteps makes the places of problems, which count the edits of a whole scenario, those of the steps that were sent.
func inSteps(err error, steps []scenario.Step, before int) error {
	var all gov.Problems
	if !errors.As(err, &all) {
		return err
	}
	out := make(gov.Problems, len(all))
	for n, p := range all {
		out[n] = p
		if len(p.Path) < 2 || p.Path[0] != "edits" {
			continue
		}
		i, ok := p.Path[1].(int)
		for j := 0; ok && i >= before && j < len(steps); j++ {
			if i-before < len(steps[j].Edits) {
				one := *p
				one.Path = append([]any{"steps", j, "edits", i - before}, p.Path[2:]...)
				out[n] = &one
				break
			}
			i -= len(steps[j].Edits)
		}
	}
	return out
}

// Undo takes the last step out of force.
func (d *Desk) Undo(ctx context.Context, w Write) (Record, error) {
	return d.write(ctx, w, scenario.ActionUndone, nil, func(r Record, by scenario.By) (scenario.Scenario, error) { return r.Undo(by) })
}

// Redo puts the step undone last back in force.
func (d *Desk) Redo(ctx context.Context, w Write) (Record, error) {
	return d.write(ctx, w, scenario.ActionRedone, nil, func(r Record, by scenario.By) (scenario.Scenario, error) { return r.Redo(by) })
}

// Schedule plans a step for a day; an empty one plans it with the whole.
func (d *Desk) Schedule(ctx context.Context, w Write, step int, day gov.Date) (Record, error) {
	var result *snapshot.County
	r, err := d.write(ctx, w, scenario.ActionEdited, []any{"schedule", step, day}, func(r Record, by scenario.By) (scenario.Scenario, error) {
		s, err := r.Schedule(step, day, by)
		if err != nil {
			return s, err
		}
		v, err := d.atlas.View()
		if err != nil {
			return s, err
		}
		result, err = d.applies(ctx, v, w, s)
		return s, err
	})
	return d.kept(r, result, err)
}

// Amend changes title and note.
func (d *Desk) Amend(ctx context.Context, w Write, a scenario.Amendment) (Record, error) {
	return d.write(ctx, w, scenario.ActionAmended, a, func(r Record, by scenario.By) (scenario.Scenario, error) { return r.Amend(a, by) })
}
