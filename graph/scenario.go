package graph

import (
	"context"

	"tiaokuai/graph/internal/model"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/desk"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

// maxCompared bounds a comparison.
const maxCompared = 20

// Scenario is one scenario; null if there is none.
func (r queryResolver) Scenario(ctx context.Context, id string) (*model.Scenario, error) {
	global, err := scenarioID("id", id)
	if err != nil {
		return nil, err
	}
	found, err := r.scenarioIn(ctx, global)
	if gov.CodeOf(err) == gov.CodeNotFound {
		return nil, nil
	}
	return &found, err
}

// Compare sets scenarios of one county side by side.
func (r queryResolver) Compare(ctx context.Context, ids []string) (model.Comparison, error) {
	if len(ids) == 0 || len(ids) > maxCompared {
		return model.Comparison{}, notBetween("scenarios", 1, maxCompared)
	}
	v, err := r.view(ctx)
	if err != nil {
		return model.Comparison{}, err
	}
	keys := make([]string, len(ids))
	found := make([]model.Scenario, len(ids))
	county := ""
	for i, id := range ids {
		global, err := scenarioID("scenarios", id)
		if err != nil {
			return model.Comparison{}, err
		}
		if i > 0 && global.County != county {
			return model.Comparison{}, gov.Errorf(gov.CodeInvalid, "只能比较同一县（市、区）的方案", "only scenarios of one county can be compared").At("scenarios", i)
		}
		county, keys[i] = global.County, global.Key
		if found[i], err = r.scenarioIn(ctx, global); err != nil {
			return model.Comparison{}, err
		}
	}
	compared, err := r.desk.Compare(ctx, v, county, keys...)
	return model.NewComparison(compared, found), err
}

// Scenarios are the county's scenarios.
func (r countyResolver) Scenarios(ctx context.Context, c *snapshot.County, states []scenario.State, first *int, after *string) (model.ScenarioConnection, error) {
	v, err := r.view(ctx)
	if err != nil {
		return model.ScenarioConnection{}, err
	}
	records, err := r.desk.Scenarios(ctx, v, c.Key)
	if err != nil {
		return model.ScenarioConnection{}, err
	}
	var rows []model.Scenario
	for _, one := range records {
		if len(states) == 0 || admits(states, one.State) {
			rows = append(rows, r.scenarioOf(ctx, v, one))
		}
	}
	scenarioOrder.Sort(rows)
	shown, err := page.Paginate(rows, scenarioOrder, page.Args{First: first, After: after})
	return model.ScenarioConnection{Connection: shown}, err
}

// scenarioOrder puts what was made last first: a change does not move it while somebody pages.
var scenarioOrder = page.Order[model.Scenario]{Name: "CREATED", Key: func(s model.Scenario) page.Tuple {
	return page.Tuple{page.Int(-s.CreatedAt.UnixNano()), page.Text(s.Key)}
}}

// scenarioIn is the scenario of an id; NOT_FOUND where there is none.
func (r *Root) scenarioIn(ctx context.Context, id gov.GlobalID) (model.Scenario, error) {
	v, err := r.view(ctx)
	if err != nil {
		return model.Scenario{}, err
	}
	record, err := r.desk.Scenario(ctx, v, id.County, id.Key)
	if err != nil {
		return model.Scenario{}, err
	}
	return r.scenarioOf(ctx, v, record), nil
}

// scenarioOf shows a scenario; its worlds are opened when they are asked for.
func (r *Root) scenarioOf(ctx context.Context, v *atlas.View, one desk.Record) model.Scenario {
	s := model.Scenario{
		Scenario: one.Scenario, Key: one.ID, County: one.County, Version: one.Version,
		UpdatedAt: one.Time, UpdatedBy: one.Actor, CreatedAt: one.Time, CreatedBy: one.Actor,
		Stale: one.State != scenario.Applied && one.Base < revisionOf(v, one.County),
	}
	if len(one.Scenario.Trail) > 0 {
		s.CreatedAt, s.CreatedBy = one.Scenario.Trail[0].Time, one.Scenario.Trail[0].Actor
	}
	return model.NewScenario(s, func() (w model.Worlds, err error) {
		if w.Now, err = v.County(ctx, one.County); err != nil {
			return w, err
		}
		w.Baseline, w.Result, err = r.desk.ResultOf(ctx, v, one)
		return w, err
	})
}

// Grouping is how the scenario groups the organs of its scope; nil where it is for the county.
func (r scenarioResolver) Grouping(ctx context.Context, s *model.Scenario, constraints *model.ConstraintsInput) (*model.Grouping, error) {
	if s.Scope == (proposal.Scope{}) {
		return nil, nil
	}
	before, err := s.Baseline()
	if err != nil {
		return nil, err
	}
	after, err := s.Result()
	if err != nil {
		return nil, err
	}
	o, err := constraints.Options(before)
	if err != nil {
		return nil, err
	}
	g, err := r.proposer.GroupingOf(before, after, s.Scope, o)
	if err != nil {
		return nil, err
	}
	shown := model.NewGrouping(before, after, g)
	return &shown, nil
}

// Commit is the last commit that carried steps of the scenario out.
func (r scenarioResolver) Commit(ctx context.Context, s *model.Scenario) (*model.Commit, error) {
	if s.Scenario.Commit == "" {
		return nil, nil
	}
	n, err := r.commit(ctx, gov.GlobalID{Type: "Commit", County: s.County, Key: s.Scenario.Commit})
	if err != nil {
		return nil, err
	}
	one := n.(model.Commit)
	return &one, nil
}

// Tracker is how far it was carried out.
func (r scenarioResolver) Tracker(ctx context.Context, s *model.Scenario) ([]model.TrackItem, error) {
	v, err := r.view(ctx)
	if err != nil {
		return nil, err
	}
	items, err := r.desk.Track(ctx, v, s.County, s.Key)
	return model.NewTrackItems(items), err
}

// scenarioID reads the id of a scenario.
func scenarioID(argument, id string) (gov.GlobalID, error) {
	global, err := parseID(argument, id)
	if err == nil && global.Type != "Scenario" {
		return global, gov.Errorf(gov.CodeInvalid, "这不是模拟方案的 id", "this is not the id of a scenario").At(argument)
	}
	return global, err
}
