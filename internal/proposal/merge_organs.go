package proposal

import (
	"context"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
)

// mergerPrice is the default price of one organ fewer.
const mergerPrice = gov.One / 2

var mergeOrgans = Rung{
	Kind: KindMergeOrgans, Price: mergerPrice,
	Name: gov.Textf("合并设置", "Merge organs"),
	Definition: gov.Textf("约束允许、对口或职责有相同之处的机构两两合并，以及最优方案（机构数—协调成本曲线上测算值最低的一点）所含的合并。原名称保留为牌子，编制、人员、职数相加，分管领导有两名以上的由精确测算选定一名。列出净收益为正的，以及最优方案所含的。",
		"Any two organs that the constraints let merge and that share a counterpart or duty, and the groups of the optimum (the frontier's point of the least objective). Old names stay as plates, posts and staff add up; where several leaders were in charge the exact assignment chooses one. Listed are those with a positive net gain and those of the optimum."),
	Unit:        gov.Textf("减少的机构", "organs fewer"),
	PriceReason: gov.Textf("每减少一个机构须报批、调整编制职数和人员，按半个对口关系计；两个机构职能不同之处另按整合成本（α）计。", "Each organ fewer takes an approval and moves posts and people: half an interface; what two organs differ in is priced beside it by the integration term (α)."),
	whole:       func(ctx context.Context, s *site) ([]draft, error) { return s.mergers(ctx) },
}

// group is organs of one township that become one.
type group struct {
	township snapshot.Township
	organs   []snapshot.Organ
	name     string
	key      string // of the merged organ; one of theirs where it keeps the name
}

// problem is the site's problem of which organs to merge.
func (s *site) problem() reform.Problem {
	c := s.constraints()
	if s.scope.Class != "" {
		return reform.OfClass(s.county, s.scope.Class, s.weights, c)
	}
	return reform.OfTownship(s.townships[0], s.weights, c)
}

// mergers are the drafts of the pairs and of the optimum's groups.
func (s *site) mergers(ctx context.Context) ([]draft, error) {
	if s.merged == nil {
		all, err := s.draftMergers(ctx)
		if err != nil {
			return nil, err
		}
		s.merged = &all
	}
	return *s.merged, nil
}

// draftMergers drafts the optimum's groups and every pair that may merge and has something in common.
func (s *site) draftMergers(ctx context.Context) ([]draft, error) {
	if s.ofCounty() {
		return nil, nil
	}
	p := s.problem()
	if len(p.Organs) == 0 {
		return nil, nil
	}
	points, err := s.solver.Frontier(ctx, p)
	if err != nil {
		return nil, err
	}
	rules, err := p.Rules()
	if err != nil {
		return nil, err
	}
	var out []draft
	for _, g := range optimum(points).Groups {
		if len(g) > 1 {
			if out, err = s.addMerger(ctx, out, p, g, true); err != nil {
				return nil, err
			}
		}
	}
	for i := range p.Organs {
		for j := i + 1; j < len(p.Organs); j++ {
			if !allowed(p, rules, i, j) || !alike(p, i, j) {
				continue
			}
			if out, err = s.addMerger(ctx, out, p, []string{p.Organs[i].Key, p.Organs[j].Key}, false); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// optimum is the point of the least objective, of equal ones that with more organs: nothing is merged for nothing.
func optimum(points []reform.Point) reform.Point {
	var best reform.Point
	for _, p := range points {
		if p.Groups != nil && (best.Groups == nil || p.Objective <= best.Objective) {
			best = p
		}
	}
	return best
}

// addMerger adds the merger of one group, unless it is there.
func (s *site) addMerger(ctx context.Context, drafts []draft, p reform.Problem, keys []string, listed bool) ([]draft, error) {
	d, err := s.merger(ctx, p, [][]string{keys}, false)
	if err != nil {
		return nil, err
	}
	if len(d.edits) == 0 || slices.ContainsFunc(drafts, func(e draft) bool { return e.alike == d.alike }) {
		return drafts, nil
	}
	d.unlike, d.pair, d.listed = p.UnlikenessOf(keys), len(keys) == 2, listed
	d.extra = d.unlike.Integration(s.weights)
	return append(drafts, d), nil
}

// apart is the partition into some groups and every other organ by itself.
func apart(p reform.Problem, groups [][]string) [][]string {
	in := map[string]bool{}
	out := slices.Clone(groups)
	for _, g := range groups {
		for _, key := range g {
			in[key] = true
		}
	}
	for _, o := range p.Organs {
		if !in[o.Key] {
			out = append(out, []string{o.Key})
		}
	}
	return out
}
