package reform

import (
	"context"
	"slices"

	"tiaokuai/internal/gov"
)

// allowed are all groups of atoms that rules allow, by their first atoms.
type allowed [][]grouped

type grouped struct {
	atoms mask
	cost  gov.Micro
}

func (g allowed) least(u []gov.Micro) func(int) (gov.Micro, mask) {
	prices := tablesOf(u)
	return func(i int) (least gov.Micro, group mask) {
		least = impossible
		for _, s := range g[i] {
			if cost := s.cost - prices.of(s.atoms); cost < least {
				least, group = cost, s.atoms
			}
		}
		return least, group
	}
}

// tables are the sums of every set of prices, one table for each chunk of the atoms.
type tables [][]gov.Micro

const chunk = 11

func tablesOf(u []gov.Micro) tables {
	var out tables
	for at := 0; at < len(u); at += chunk {
		some := u[at:min(at+chunk, len(u))]
		sums := make([]gov.Micro, 1<<chunk)
		for s := mask(1); s < 1<<len(some); s++ {
			sums[s] = sums[s&(s-1)] + some[s.first()]
		}
		out = append(out, sums)
	}
	return out
}

// of is the sum of the prices of some atoms.
func (t tables) of(atoms mask) (sum gov.Micro) {
	for _, sums := range t {
		sum += sums[atoms&(1<<chunk-1)]
		atoms >>= chunk
	}
	return sum
}

// within gives, by first place, the groups that could be part of a partition into k groups that costs no more than a sum,
// prices taken off, until it is told to stop. One that begins with a place meets k − 1 groups that begin with others.
func (g allowed) within(u []gov.Micro, k int, most gov.Micro, take func(int, reduced) bool) {
	leasts, least, prices := make([]gov.Micro, len(g)), g.least(u), tablesOf(u)
	for i := range leasts {
		leasts[i], _ = least(i)
	}
	for i, groups := range g {
		others := beside(i, leasts, k-1)
		for _, s := range groups {
			if r := s.cost - prices.of(s.atoms); r+others <= most && !take(i, reduced{s.atoms, r}) {
				return
			}
		}
	}
}

// prices takes steps with all groups, then with those alone that could matter, as long as the target is not proven.
func (g allowed) prices(ctx context.Context, x relaxation, u []gov.Micro, steps, narrow int) ([]gov.Micro, gov.Micro, error) {
	x.least = g.least
	u, bound, err := x.prices(ctx, u, steps)
	if err != nil || bound >= x.target {
		return u, bound, err
	}
	few := x
	few.least = g.near(u, x.k, x.target-sum(u)).least
	finer, _, err := few.prices(ctx, u, narrow)
	if err != nil {
		return nil, 0, err
	}
	if b, _ := x.evaluate(finer); b > bound {
		return finer, b, nil
	}
	return u, bound, nil
}

// near are the groups that could be part of a partition into k groups that costs no more than a sum, prices taken off, and
// each atom by itself.
func (g allowed) near(u []gov.Micro, k int, most gov.Micro) allowed {
	out, prices := make(allowed, len(g)), tablesOf(u)
	for i, groups := range g {
		out[i] = append(out[i], groups[:min(1, len(groups))]...)
	}
	g.within(u, k, most, func(i int, r reduced) bool {
		if r.group != g[i][0].atoms {
			out[i] = append(out[i], grouped{r.group, r.rest + prices.of(r.group)})
		}
		return true
	})
	return out
}

// beside is the least that k groups come to beside one that begins with a place: another than the first meets the first.
func beside(place int, leasts []gov.Micro, k int) (sum gov.Micro) {
	rest := slices.Delete(slices.Clone(leasts), place, place+1)
	if place > 0 {
		if k < 1 {
			return impossible
		}
		sum, rest, k = rest[0], rest[1:], k-1
	}
	slices.Sort(rest)
	for _, r := range rest[:k] {
		sum += r
	}
	return sum
}
