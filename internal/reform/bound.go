package reform

import (
	"context"
	"slices"

	"tiaokuai/internal/gov"
)

// A lower bound by Lagrangean relaxation. Let u be any price of each atom, and r_i the least f(S) − u(S) over the allowed
// groups S whose first atom is i. A partition into k groups has k different first atoms, the first of all among them, and
// pays every price once; so it costs at least
//
//	L(u) = Σ u + r_first + (the k − 1 smallest of the other r_i).
//
// That holds for every u; subgradient steps only look for prices that make it large. At best it is as good as the linear
// relaxation of the set-partition programme.

// priced finds r_i for prices, or less, with a group that has it.
type priced func(u []gov.Micro) func(i int) (least gov.Micro, group mask)

// relaxation is the question for which prices are looked for: atoms by their places, 0 the first.
type relaxation struct {
	n, k   int
	least  priced
	target gov.Micro // a cost that some partition has
}

// evaluate is L(u), with how often the groups that give it hold each atom.
func (x *relaxation) evaluate(u []gov.Micro) (bound gov.Micro, held []int) {
	type leader struct {
		least gov.Micro
		group mask
	}
	leaders, least := make([]leader, x.n), x.least(u)
	for i := range leaders {
		leaders[i].least, leaders[i].group = least(i)
		bound += u[i]
	}
	slices.SortStableFunc(leaders[1:], func(a, b leader) int { return int(max(-1, min(1, a.least-b.least))) })
	held = make([]int, x.n)
	for _, l := range leaders[:x.k] {
		bound += l.least
		for i := range l.group.each() {
			held[i]++
		}
	}
	return bound, held
}

// prices takes subgradient steps from u: an atom that no group of the bound holds gets dearer, one that several hold
// gets cheaper; half as far after some steps without gain. It gives the best prices met and their bound.
func (x *relaxation) prices(ctx context.Context, u []gov.Micro, steps int) (best []gov.Micro, bound gov.Micro, err error) {
	best, bound, reach, idle := slices.Clone(u), -impossible, 1.0, 0
	u = slices.Clone(u)
	for range steps {
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		b, held := x.evaluate(u)
		idle++
		if b > bound {
			copy(best, u)
			bound, idle = b, 0
		}
		norm := 0
		for _, h := range held {
			norm += (1 - h) * (1 - h)
		}
		if norm == 0 || bound >= x.target {
			break
		}
		if idle == 6 {
			reach, idle = reach/2, 0
			copy(u, best)
			continue
		}
		step := reach * float64(x.target-b) / float64(norm)
		for i, h := range held {
			u[i] += gov.Micro(step * float64(1-h))
		}
	}
	return best, bound, nil
}

// shares are prices to begin with: each group's cost in equal parts.
func shares(n int, groups []mask, cost func(mask) gov.Micro) []gov.Micro {
	u := make([]gov.Micro, n)
	for _, g := range groups {
		each := cost(g) / gov.Micro(g.count())
		for i := range g.each() {
			u[i] = each
		}
	}
	return u
}

func sum(u []gov.Micro) (all gov.Micro) {
	for _, price := range u {
		all += price
	}
	return all
}
