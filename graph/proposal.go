package graph

import (
	"context"
	"encoding/json"

	"tiaokuai/graph/internal/model"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/casework"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

// Proposals are what could be done about the overlaps of a scope.
func (r countyResolver) Proposals(ctx context.Context, c *snapshot.County, scope *model.ScopeInput, constraints *model.ConstraintsInput, kinds []proposal.Kind, first *int, after *string) (model.ProposalConnection, error) {
	asked, err := plansFor(c, scope, constraints)
	if err != nil {
		return model.ProposalConnection{}, err
	}
	asked.Options.Kinds = kinds
	found, err := r.propose(ctx, c, asked)
	if err != nil {
		return model.ProposalConnection{}, err
	}
	rows := make([]model.Proposal, len(found))
	for i := range found {
		rows[i] = model.NewProposal(c, &found[i], asked)
	}
	shown, err := page.Paginate(rows, proposalOrder, page.Args{First: first, After: after})
	return model.ProposalConnection{Connection: shown}, err
}

// proposalOrder is that of the ranking.
var proposalOrder = page.Order[model.Proposal]{
	Name: "NET_GAIN",
	Key: func(p model.Proposal) page.Tuple {
		return page.Tuple{page.Int(-int64(p.NetGain())), page.Text(p.Key)}
	},
}

// Frontier is the best plan for every number of organs of a scope.
func (r countyResolver) Frontier(ctx context.Context, c *snapshot.County, scope model.ScopeInput, constraints *model.ConstraintsInput) ([]model.FrontierPoint, error) {
	asked, err := plansFor(c, &scope, constraints)
	if err != nil {
		return nil, err
	}
	points, err := r.frontier(ctx, c, asked)
	out := make([]model.FrontierPoint, len(points))
	for i, p := range points {
		out[i] = model.NewFrontierPoint(c, p, asked)
	}
	return out, err
}

// plansFor is what arguments ask of the planner.
func plansFor(c *snapshot.County, scope *model.ScopeInput, constraints *model.ConstraintsInput) (model.ProposalKey, error) {
	var asked model.ProposalKey
	if scope != nil {
		if _, err := inScope(c, scope); err != nil {
			return asked, err
		}
		asked.Scope.Class = dereference(scope.Size)
		switch {
		case len(scope.Townships) > 1, len(scope.Townships) == 1 && scope.Size != nil:
			return asked, gov.Errorf(gov.CodeInvalid, "测算范围是一个乡镇、一个规模类别或全县", "plans are for one township, one size class or the whole county").At("scope").
				Advise("请只指明一个乡镇，或只指明规模类别", "name one township, or a size class")
		case len(scope.Townships) == 1:
			asked.Scope.Township = scope.Townships[0]
		}
	}
	var err error
	asked.Options, err = constraints.Options(c)
	return asked, err
}

// planKey tells one list of plans from another.
type planKey struct {
	county              string
	world               gov.World
	revision, documents int64
	asked               string
}

// cachedPlans bounds how many lists of proposals, and frontiers, are kept.
const cachedPlans = 64

func (r *Root) planKey(ctx context.Context, c *snapshot.County, asked model.ProposalKey) (planKey, error) {
	v, err := r.view(ctx)
	if err != nil {
		return planKey{}, err
	}
	head, err := v.Head(c.Key)
	if err != nil {
		return planKey{}, err
	}
	text, err := json.Marshal(asked)
	return planKey{c.Key, c.Meta().World, c.Revision(), head.Documents, string(text)}, err
}

// propose gives proposals, those computed lately at once. What is justified stays as it is.
func (r *Root) propose(ctx context.Context, c *snapshot.County, asked model.ProposalKey) ([]proposal.Proposal, error) {
	key, err := r.planKey(ctx, c, asked)
	if err != nil {
		return nil, err
	}
	if found, ok := r.proposals.Get(key); ok {
		return found, nil
	}
	if asked.Options.Justified, err = r.justified(ctx, c); err != nil {
		return nil, err
	}
	found, err := r.proposer.Propose(ctx, c, asked.Scope, asked.Options)
	if err == nil && c.Meta().World != model.DryRun {
		r.proposals.Add(key, found)
	}
	return found, err
}

// frontier gives frontier points, those computed lately at once.
func (r *Root) frontier(ctx context.Context, c *snapshot.County, asked model.ProposalKey) ([]proposal.FrontierPoint, error) {
	key, err := r.planKey(ctx, c, asked)
	if err != nil {
		return nil, err
	}
	if found, ok := r.frontiers.Get(key); ok {
		return found, nil
	}
	found, err := r.proposer.FrontierOf(ctx, c, asked.Scope, asked.Options)
	if err == nil && c.Meta().World != model.DryRun {
		r.frontiers.Add(key, found)
	}
	return found, err
}

// justified are the findings that are to stay as they are.
func (r *Root) justified(ctx context.Context, c *snapshot.County) (map[string]bool, error) {
	b, err := r.book(ctx, c)
	if err != nil {
		return nil, err
	}
	out := map[string]bool{}
	for _, one := range b.All() {
		if one.Now == casework.Justified {
			out[one.Fingerprint] = true
		}
	}
	return out, nil
}

// proposalIn computes the proposal of an id anew; STALE where it is no longer proposed.
func (r *Root) proposalIn(ctx context.Context, c *snapshot.County, id gov.GlobalID) (model.Node, error) {
	var asked model.ProposalKey
	if err := gov.DecodeStrict([]byte(id.Key), &asked); err != nil {
		return nil, gov.Errorf(gov.CodeInvalid, "id 无法识别", "this id can't be read").At("id")
	}
	key, organs := asked.Key, asked.Organs
	asked.Key, asked.Organs = "", 0
	if organs > 0 {
		points, err := r.frontier(ctx, c, asked)
		for _, p := range points {
			if p.Organs == organs && p.Proposal.Key == key {
				return model.NewFrontierPoint(c, p, asked).Proposal(), nil
			}
		}
		return nil, orStale(err)
	}
	found, err := r.propose(ctx, c, asked)
	for i := range found {
		if found[i].Key == key {
			return model.NewProposal(c, &found[i], asked), nil
		}
	}
	return nil, orStale(err)
}

func orStale(err error) error {
	if err != nil {
		return err
	}
	return gov.Errorf(gov.CodeStale, "数据变化后不再有这项建议", "this is no longer proposed: the data has changed").At("id").
		Advise("请重新读取建议清单", "read the proposals anew")
}
