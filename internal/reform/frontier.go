package reform

import (
	"context"
	"slices"

	"tiaokuai/internal/gov"
)

// Solver answers problems. The zero value is ready; one with a [Memo] answers problems that differ in names alone once.
// It is safe for concurrent use.
type Solver struct{ Memo *Memo }

// Frontier is the best partition for every number of organs that the constraints allow, the fewest organs first. It
// fails with a *[Conflict] where they allow none, with the context's error where that ends first.
func (s Solver) Frontier(ctx context.Context, p Problem) ([]Point, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	rules, err := p.Rules()
	if err != nil {
		return nil, err
	}
	c := compile(p, rules)
	answers, err := s.Memo.solve(ctx, c)
	if err != nil {
		return nil, err
	}
	points := p.points(c, answers)
	if len(points) == 0 {
		return nil, p.conflict(ctx, rules)
	}
	return points, nil
}

// Evaluate is the point of a given partition, which need not be a best one nor allowed: a planner's own. Its gap is 0
// for nothing is claimed of it.
func (p Problem) Evaluate(groups [][]string) (Point, error) {
	if err := p.Check(); err != nil {
		return Point{}, err
	}
	c := compile(p, nil)
	var sets []mask
	var all mask
	for i, keys := range groups {
		var set mask
		for _, key := range keys {
			at := p.find(key)
			if at < 0 || (all | set).has(at) {
				return Point{}, gov.Errorf(gov.CodeInvalid, "机构 %s 不在范围内或出现两次", "organ %s is not in the scope or given twice", key).At("groups", i)
			}
			set |= bit(at)
		}
		if set != 0 {
			sets, all = append(sets, set), all|set
		}
	}
	if all.count() != len(p.Organs) {
		return Point{}, gov.Errorf(gov.CodeInvalid, "有机构不在任何一组", "an organ is in no group").At("groups")
	}
	slices.SortFunc(sets, func(a, b mask) int { return a.first() - b.first() })
	return p.point(c, sets), nil
}

// solve gives the answers for every number of groups from 0; where a component is too large for the exact programme, for
// those that the limits ask for.
func (c *core) solve(ctx context.Context) ([]answer, error) {
	all := []answer{{groups: []mask{}}}
	parts := c.split()
	for _, part := range parts {
		answers, err := part.answers(ctx, c.asked(part, len(parts)))
		if err != nil {
			return nil, err
		}
		all = joined(all, answers)
	}
	return all, nil
}

// span is a range of numbers of groups.
type span struct{ least, most int }

// asked are the numbers of groups of one of so many components that can be part of an answer within the limits: all
// others have a group at least, and no more than atoms.
func (c *core) asked(part component, parts int) span {
	n := len(part.atoms)
	s := span{max(1, c.limits.least-(len(c.atoms)-n)), n}
	if c.limits.most > 0 {
		s.most = min(n, c.limits.most-(parts-1))
	}
	return s
}

// answers are those of one component; in a large one, of as many groups as are asked for.
func (p *component) answers(ctx context.Context, asked span) ([]answer, error) {
	n := len(p.atoms)
	if n > ExactAtoms {
		return p.approach(ctx, asked)
	}
	t, err := p.tabulate(ctx)
	if err != nil {
		return nil, err
	}
	steps, listed := t.steps()
	if steps > siftedSteps {
		if err := p.sift(ctx, t); err != nil {
			return nil, err
		}
		steps, listed = t.steps()
	}
	if steps > exactSteps {
		return p.approach(ctx, asked)
	}
	costs, best, err := t.solve(ctx, listed)
	if err != nil {
		return nil, err
	}
	out := slices.Repeat([]answer{none}, n+1)
	for k, cost := range costs {
		if cost >= impossible {
			continue
		}
		out[k] = answer{cost: cost, bound: cost}
		for _, s := range best.groups(1<<n-1, k, cost) {
			out[k].groups = append(out[k].groups, p.subset(s))
		}
	}
	return out, nil
}

// points are the answers within the limits on the number of organs.
func (p Problem) points(c *core, answers []answer) []Point {
	var out []Point
	for k, a := range answers {
		if a.bound >= impossible || k < c.limits.least || c.limits.most > 0 && k > c.limits.most {
			continue
		}
		if a.groups == nil {
			out = append(out, Point{Organs: k, Objective: a.bound})
			continue
		}
		var groups []mask
		for _, g := range a.groups {
			groups = append(groups, c.organs(g))
		}
		point := p.point(c, groups)
		point.Gap = a.cost - a.bound
		out = append(out, point)
	}
	return out
}

func (p Problem) point(c *core, groups []mask) Point {
	point := Point{Organs: len(groups)}
	for _, g := range groups {
		point.Groups = append(point.Groups, p.keys(g))
		point.Terms = point.Terms.plus(c.terms(g))
	}
	point.Objective = point.Terms.Sum()
	return point
}
