package proposal

import (
	"context"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
)

// FrontierOf is the best plan for every number of organs of a township or size class, the fewest first. The whole county
// has no one set of organs: that is INVALID at scope.
func (p *Proposer) FrontierOf(ctx context.Context, c *snapshot.County, scope Scope, o Options) ([]FrontierPoint, error) {
	if scope == (Scope{}) {
		return nil, gov.Errorf(gov.CodeInvalid, "机构数—协调成本曲线按乡镇或规模类别测算", "the frontier is of one township or size class").At("scope").
			Advise("请指明一个乡镇或规模类别", "name a township or a size class")
	}
	sites, err := p.sites(c, scope, o)
	if err != nil {
		return nil, err
	}
	s := sites[0]
	problem := s.problem()
	points, err := s.solver.Frontier(ctx, problem)
	if err != nil {
		return nil, err
	}
	now, err := problem.Evaluate(apart(problem, nil))
	if err != nil {
		return nil, err
	}
	shared := newProofs(problem)
	out := make([]FrontierPoint, len(points))
	err = each(ctx, len(points), func(ctx context.Context, i int) error {
		found, err := s.frontierPoint(ctx, problem, points[i], now)
		found.proof = &proof{of: shared}
		out[i] = found
		return err
	})
	return out, err
}

func (s *site) frontierPoint(ctx context.Context, problem reform.Problem, point reform.Point, now reform.Point) (FrontierPoint, error) {
	f := FrontierPoint{Point: point, Problem: problem}
	if point.Groups == nil {
		return f, nil
	}
	var merged [][]string
	for _, g := range point.Groups {
		if len(g) > 1 {
			merged = append(merged, g)
		}
	}
	d, err := s.plan(ctx, problem, merged)
	if err != nil {
		return f, err
	}
	d.extra = point.Terms.Integration - now.Terms.Integration
	f.Proposal, err = s.simulated(place(KindMergeOrgans), d)
	return f, err
}

// plan is the draft of a frontier point: its mergers, and portfolios assigned anew.
func (s *site) plan(ctx context.Context, problem reform.Problem, merged [][]string) (draft, error) {
	if len(merged) > 0 {
		return s.merger(ctx, problem, merged, true)
	}
	d := draft{alike: "as it is", title: say("维持现有机构设置", "The organs as they are")}
	if err := s.leadAnew(ctx, &d); err != nil || len(d.edits) == 0 {
		return d, err
	}
	for _, t := range s.townships {
		d.subjects = append(d.subjects, t.Key)
	}
	d.title = say("维持现有机构设置，调整班子分工", "The organs as they are, leaders reassigned")
	d.rationale = say("不合并机构，仅重新测算班子分工，供与各合并方案比较。拟提请乡镇党委研究。",
		"No organ is merged; portfolios alone are assigned anew, to compare mergers with. Proposed for the township party committee's study.")
	return d, nil
}
