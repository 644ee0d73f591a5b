package graph

import (
	"context"
	"errors"

	"tiaokuai/graph/internal/fault"
	"tiaokuai/graph/internal/model"
	"tiaokuai/internal/desk"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/scenario"
)

// CreateScenario makes a scenario: empty, from proposals, from edits, or a copy.
func (r mutationResolver) CreateScenario(ctx context.Context, input model.CreateScenarioInput) (*model.ScenarioPayload, error) {
	made, err := r.createScenario(ctx, input)
	return r.scenarioPayload(ctx, made, err)
}

func (r mutationResolver) createScenario(ctx context.Context, input model.CreateScenarioInput) (desk.Record, error) {
	w := desk.Write{County: input.County, ID: dereference(input.Key), Actor: actor(ctx, input.Actor)}
	if input.CopyOf != nil {
		id, err := scenarioID("copyOf", *input.CopyOf)
		if err != nil {
			return desk.Record{}, err
		}
		if err := copiesAlone(input); err != nil {
			return desk.Record{}, err
		}
		w.County = id.County
		return r.desk.Copy(ctx, w, id.Key, input.Title)
	}
	o := scenario.Outline{
		Title: input.Title, Note: dereference(input.Note), Base: int64(dereference(input.Base)),
		Scope: proposal.Scope{Township: dereference(input.Township), Class: dereference(input.Size)},
	}
	for i, id := range input.Proposals {
		p, err := r.proposalOf(ctx, id)
		if err != nil {
			return desk.Record{}, below(err, "proposals", i)
		}
		o.Origin.Proposals = append(o.Origin.Proposals, p.Key)
		o.Steps = append(o.Steps, scenario.Step{Title: p.Proposal.Title.In(fault.LanguageFrom(ctx)), Edits: p.Proposal.Edits})
	}
	if len(input.Edits) > 0 {
		edits, err := model.DecodeEdits(r.schema, input.Edits)
		if err != nil {
			return desk.Record{}, err
		}
		o.Steps = append(o.Steps, scenario.Step{Edits: edits})
	}
	made, err := r.desk.Create(ctx, w, o)
	return made, created(err, o.Steps, len(input.Proposals))
}

// copiesAlone refuses what a copy would leave out without a word: it has the steps, scope, base and note of its original.
func copiesAlone(input model.CreateScenarioInput) error {
	var p gov.Problems
	for _, one := range []struct {
		field string
		given bool
	}{
		{"note", input.Note != nil},
		{"township", input.Township != nil},
		{"size", input.Size != nil},
		{"base", input.Base != nil},
		{"proposals", len(input.Proposals) > 0},
		{"edits", len(input.Edits) > 0},
	} {
		if one.given {
			p = append(p, gov.Errorf(gov.CodeInvalid, "复制方案时不能另给 %s：副本沿用原方案", "a copy takes no %s: it has that of its original", one.field).At(one.field).
				Advise("请先复制，再用 editScenario 修改", "copy first, then change it by editScenario"))
		}
	}
	return p.Err()
}

// proposalOf is the proposal of an id, computed anew on what it was read in.
func (r *Root) proposalOf(ctx context.Context, id string) (model.Proposal, error) {
	n, err := r.object(ctx, id)
	if err != nil {
		return model.Proposal{}, err
	}
	p, ok := n.(model.Proposal)
	if !ok {
		return p, gov.Errorf(gov.CodeInvalid, "这不是优化建议的 id", "this is not the id of a proposal")
	}
	if len(p.Proposal.Edits) == 0 {
		return p, gov.Errorf(gov.CodeInvalid, "这项建议不含变更，不能生成方案", "the proposal has no edits to begin a scenario with")
	}
	return p, nil
}

// created places the problems of a new scenario in what asked for it. Its steps are those of the proposals, then the edits
// given; a proposal that does not go with those before it is told once.
func created(err error, steps []scenario.Step, proposals int) error {
	var many gov.Problems
	if one := new(gov.Error); !errors.As(err, &many) && errors.As(err, &one) {
		many = gov.Problems{one}
	}
	if many == nil {
		return err
	}
	var out gov.Problems
	told := map[int]bool{}
	for _, p := range many {
		one := *p
		step, edit := stepOf(p.Path, steps)
		switch {
		case len(p.Path) > 0 && (p.Path[0] == "version" || p.Path[0] == "id"): // of a key that is taken, or none
			one.Path = []any{"key"}
		case step < 0:
		case step >= proposals:
			one.Path = append([]any{"edits", edit}, p.Path[2:]...)
		case told[step]:
			continue
		default:
			told[step] = true
			one = *p.Advise("这项建议与前面的建议不能直接合用：请先用前面的建议新建方案，再从方案的建议中选取",
				"this proposal does not go with those before it: begin with those, then choose among the proposals for the scenario")
			one.Path = []any{"proposals", step}
		}
		out = append(out, &one)
	}
	return out
}

// stepOf is the step that a path of edits counted over all steps leads to, and the edit in it; −1 for other paths.
func stepOf(path []any, steps []scenario.Step) (step, edit int) {
	if len(path) < 2 || path[0] != "edits" {
		return -1, 0
	}
	n, ok := path[1].(int)
	for i, s := range steps {
		if ok && n < len(s.Edits) {
			return i, n
		}
		n -= len(s.Edits)
	}
	return -1, 0
}
