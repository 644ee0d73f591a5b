package graph

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"tiaokuai/graph/internal/fault"
	"tiaokuai/graph/internal/model"
	"tiaokuai/internal/change"
	"tiaokuai/internal/desk"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

// EditScenario makes one change of a scenario.
func (r mutationResolver) EditScenario(ctx context.Context, input model.EditScenarioInput) (*model.ScenarioPayload, error) {
	w, err := r.write(ctx, input.Scenario, input.Version, input.Actor, nil)
	if err != nil {
		return nil, each(err)
	}
	made, err := r.editScenario(ctx, w, *input.Change)
	return r.scenarioPayload(ctx, made, within(err, "change"))
}

func (r mutationResolver) editScenario(ctx context.Context, w desk.Write, c model.ScenarioChangeInput) (desk.Record, error) {
	switch {
	case c.Do != nil:
		edits, err := model.DecodeEdits(r.schema, c.Do.Edits)
		if err != nil {
			return desk.Record{}, below(err, "do")
		}
		made, err := r.desk.Do(ctx, w, scenario.Step{
			Title: dereference(c.Do.Title), Reason: dereference(c.Do.Reason), Effective: gov.Date(dereference(c.Do.Effective)), Edits: edits,
			Anew: dereference(c.Do.Anew),
		})
		return made, within(oneStep(err), "do")
	case dereference(c.Undo):
		return r.desk.Undo(ctx, w)
	case dereference(c.Redo):
		return r.desk.Redo(ctx, w)
	case c.Amend != nil:
		made, err := r.desk.Amend(ctx, w, scenario.Amendment{Title: c.Amend.Title, Note: c.Amend.Note})
		return made, within(err, "amend")
	}
	if c.Schedule != nil {
		made, err := r.desk.Schedule(ctx, w, c.Schedule.Step, gov.Date(dereference(c.Schedule.Effective)))
		return made, within(err, "schedule")
	}
	if c.Regroup != nil {
		made, err := r.regroup(ctx, w, *c.Regroup)
		return made, within(err, "regroup")
	}
	return desk.Record{}, gov.Errorf(gov.CodeInvalid, "撤销和重做须填 true", "undo and redo are true")
}

// regroup groups the organs of a scenario's scope otherwise.
func (r mutationResolver) regroup(ctx context.Context, w desk.Write, in model.ScenarioRegroupInput) (desk.Record, error) {
	return r.desk.Make(ctx, w, in, func(one desk.Record, base, now *snapshot.County) (scenario.Step, error) {
		plan, err := r.proposer.Regroup(ctx, proposal.Planned{Base: base, Edits: one.Edits(), Result: now}, one.Scope, in.Groups)
		if err != nil {
			return scenario.Step{}, err
		}
		language := fault.LanguageFrom(ctx)
		step := scenario.Step{Title: dereference(in.Title), Reason: dereference(in.Reason), Edits: plan.Edits, Anew: true, Effective: one.LastDay()}
		if step.Title == "" {
			step.Title = clip(plan.Title.In(language), scenario.MaxTitle)
		}
		if step.Reason == "" && len(plan.Left) > 0 {
			step.Reason = clip(leftOut(plan.Left).In(language), scenario.MaxText)
		}
		return step, nil
	})
}

func leftOut(sentences []gov.Text) gov.Text {
	var zh, en []string
	for _, s := range sentences {
		zh, en = append(zh, s.ZH), append(en, s.EN)
	}
	return gov.Text{ZH: "分组调整后不再适用、已略去：" + strings.Join(zh, "；") + "。", EN: "Left out, for they no longer apply: " + strings.Join(en, "; ") + "."}
}

func clip(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return string(r[:most])
	}
	return text
}

// RebaseScenario carries a scenario to the county's head.
func (r mutationResolver) RebaseScenario(ctx context.Context, input model.RebaseScenarioInput) (*model.RebasePayload, error) {
	w, err := r.write(ctx, input.Scenario, input.Version, input.Actor, nil)
	if err != nil {
		return nil, each(err)
	}
	choices := make([]scenario.Choice, len(input.Choices))
	for i, c := range input.Choices {
		choices[i] = scenario.Choice{Step: c.Step, Edit: c.Edit, Keep: c.Side}
	}
	rebased, err := r.desk.Rebase(ctx, w, choices)
	if err != nil {
		return nil, each(err)
	}
	v, err := r.advance(ctx)
	if err != nil {
		return nil, err
	}
	return model.NewRebasePayload(r.scenarioOf(ctx, v, rebased.Record), scenario.Rebased{Conflicts: rebased.Conflicts, Dropped: rebased.Dropped}), nil
}

// SubmitScenario hands a scenario in.
func (r mutationResolver) SubmitScenario(ctx context.Context, input model.ScenarioActInput) (*model.ScenarioPayload, error) {
	return r.act(ctx, input, r.desk.Submit)
}

// WithdrawScenario takes a scenario out of review.
func (r mutationResolver) WithdrawScenario(ctx context.Context, input model.ScenarioActInput) (*model.ScenarioPayload, error) {
	return r.act(ctx, input, r.desk.Withdraw)
}

// ReopenScenario makes a withdrawn scenario a draft again.
func (r mutationResolver) ReopenScenario(ctx context.Context, input model.ScenarioActInput) (*model.ScenarioPayload, error) {
	return r.act(ctx, input, r.desk.Reopen)
}

// ReviewScenario passes one gate, or rejects the scenario.
func (r mutationResolver) ReviewScenario(ctx context.Context, input model.ReviewScenarioInput) (*model.ScenarioPayload, error) {
	w, err := r.write(ctx, input.Scenario, input.Version, input.Actor, nil)
	if err != nil {
		return nil, each(err)
	}
	made, err := r.desk.Review(ctx, w, scenario.Verdict{Kind: input.Gate, Township: dereference(input.Township), Passed: input.Passed, Note: dereference(input.Note)})
	return r.scenarioPayload(ctx, made, err)
}

// ApplyScenario carries an approved scenario out.
func (r mutationResolver) ApplyScenario(ctx context.Context, input model.ApplyScenarioInput) (*model.ApplyScenarioPayload, error) {
	w, err := r.write(ctx, input.Scenario, input.Version, input.Actor, nil)
	if err != nil {
		return nil, each(err)
	}
	a := desk.Application{Reason: dereference(input.Reason), Until: gov.Date(dereference(input.Until)), Effective: gov.Date(dereference(input.Effective))}
	if input.Approval != nil {
		a.Approval = &change.RecordApproval{Authority: input.Approval.Authority, Document: input.Approval.Document, Date: gov.Date(input.Approval.Date)}
	}
	made, commit, err := r.desk.Apply(ctx, w, a)
	if err != nil {
		return nil, each(askApproval(err))
	}
	payload, err := r.recorded(ctx, commit, nil)
	if err != nil {
		return nil, err
	}
	v, err := r.advance(ctx)
	if err != nil {
		return nil, err
	}
	shown := r.scenarioOf(ctx, v, made)
	return &model.ApplyScenarioPayload{Scenario: &shown, Commit: payload.Commit, County: payload.County}, nil
}

// askApproval asks for the argument where the edit that would say so is wanted.
func askApproval(err error) error {
	var many gov.Problems
	if errors.As(err, &many) && len(many) == 1 && len(many[0].Path) == 1 && many[0].Path[0] == "edits" {
		one := *many[0]
		one.Path = []any{"approval"}
		return one.Advise("请填写批准机关、批准文号和批准日期", "say authority, document number and day of the approval")
	}
	return err
}

// DeleteScenario deletes a scenario.
func (r mutationResolver) DeleteScenario(ctx context.Context, input model.ScenarioActInput) (*model.DeleteScenarioPayload, error) {
	w, err := r.write(ctx, input.Scenario, input.Version, input.Actor, input.Note)
	if err == nil {
		err = r.desk.Delete(ctx, w)
	}
	if err != nil {
		return nil, each(err)
	}
	_, err = r.advance(ctx)
	return &model.DeleteScenarioPayload{ID: input.Scenario}, err
}

// within are problems placed below an argument, but for those of the version and the state of what is written.
func within(err error, argument string) error {
	var one *gov.Error
	if errors.As(err, &one) && len(one.Path) > 0 && (one.Path[0] == "version" || one.Path[0] == "state") {
		return err
	}
	return below(err, argument)
}

// oneStep places the problems of the first of several steps in the one that was sent.
func oneStep(err error) error {
	var many gov.Problems
	if !errors.As(err, &many) {
		return err
	}
	out := make(gov.Problems, len(many))
	for i, p := range many {
		one := *p
		if len(p.Path) > 2 && p.Path[0] == "steps" {
			one.Path = p.Path[2:]
		}
		out[i] = &one
	}
	return out
}

// act does what needs no more than a scenario, a version and a note.
func (r mutationResolver) act(ctx context.Context, input model.ScenarioActInput, do func(context.Context, desk.Write) (desk.Record, error)) (*model.ScenarioPayload, error) {
	w, err := r.write(ctx, input.Scenario, input.Version, input.Actor, input.Note)
	if err != nil {
		return nil, each(err)
	}
	made, err := do(ctx, w)
	return r.scenarioPayload(ctx, made, err)
}

// write says which scenario is written, and by whom.
func (r mutationResolver) write(ctx context.Context, id string, version int, by, note *string) (desk.Write, error) {
	global, err := scenarioID("scenario", id)
	return desk.Write{County: global.County, ID: global.Key, Version: int64(version), Actor: actor(ctx, by), Note: dereference(note)}, err
}

// scenarioPayload answers with a scenario as it was written.
func (r mutationResolver) scenarioPayload(ctx context.Context, made desk.Record, err error) (*model.ScenarioPayload, error) {
	if err != nil {
		return nil, each(err)
	}
	v, err := r.advance(ctx)
	if err != nil {
		return nil, err
	}
	shown := r.scenarioOf(ctx, v, made)
	return &model.ScenarioPayload{Scenario: &shown}, nil
}

// actor is who does something: who the caller says, else the viewer.
func actor(ctx context.Context, said *string) string {
	return cmp.Or(dereference(said), viewerName.In(fault.LanguageFrom(ctx)))
}
