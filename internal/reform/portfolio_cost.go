package reform

import (
	"slices"

	"tiaokuai/internal/gov"
)

// costOf is what SPLIT_LEADERSHIP and LEADER_SPAN cost when each open unit has the leader at a place in free (−1: nobody),
// finding by finding, as package overlap rounds it.
func (q *desk) costOf(who []int) gov.Micro {
	led := q.led(who)
	cost := q.departmentCost(led) + q.domainsOf(led)
	organs := make([]int, len(q.leaders))
	for _, leaders := range led {
		for _, l := range leaders {
			organs[l]++
		}
	}
	for _, n := range organs {
		if n > q.limit {
			cost += q.weights[1].Times(gov.Micro(n-q.limit) * gov.One)
		}
	}
	return cost
}

// led are the places of each unit's leaders.
func (q *desk) led(who []int) [][]int {
	out := make([][]int, len(q.units))
	for i, u := range q.units {
		out[i] = u.now
	}
	for u, at := range q.open {
		out[at] = nil
		if who[u] >= 0 {
			out[at] = []int{q.free[who[u]]}
		}
	}
	return out
}

// departmentCost is what findings by department cost. Points of one department stand next to each other.
func (q *desk) departmentCost(led [][]int) gov.Micro {
	at := make([]map[int]bool, len(q.place.Points))
	for i, u := range q.units {
		for _, p := range u.points {
			for _, l := range led[i] {
				if at[p] == nil {
					at[p] = map[int]bool{}
				}
				at[p][l] = true
			}
		}
	}
	var cost, excess gov.Micro
	for p, point := range q.place.Points {
		excess += point.Weight * gov.Micro(max(0, len(at[p])-1))
		if p+1 == len(q.place.Points) || q.place.Points[p+1].Department != point.Department {
			cost += q.weights[0].Times(excess)
			excess = 0
		}
	}
	return cost
}

// domainsOf is what findings by domain cost: those whose leaders are not all in charge of organs that answer to one department.
func (q *desk) domainsOf(led [][]int) gov.Micro {
	inCharge := map[string][]int{}
	for i, u := range q.units {
		for _, d := range u.domains {
			inCharge[d] = append(inCharge[d], led[i]...)
		}
	}
	var lines [][]int
	var cost gov.Micro
	for _, who := range inCharge {
		slices.Sort(who)
		who = slices.Compact(who)
		if len(who) < 2 {
			continue
		}
		if lines == nil {
			lines = q.lines(led)
		}
		folded := slices.ContainsFunc(lines, func(line []int) bool {
			return !slices.ContainsFunc(who, func(l int) bool { return !slices.Contains(line, l) })
		})
		if !folded {
			cost += q.weights[0].Times(gov.Micro(len(who)-1) * gov.One)
		}
	}
	return cost
}

// lines are the leaders in charge of organs that answer to each department.
func (q *desk) lines(led [][]int) [][]int {
	out := map[int][]int{}
	for i, u := range q.units {
		for _, p := range u.points {
			d := q.place.Points[p].Department
			out[d] = append(out[d], led[i]...)
		}
	}
	lines := [][]int{{}}
	for _, line := range out {
		lines = append(lines, line)
	}
	return lines
}

// portfolio says in keys who is in charge of each open unit.
func (q *desk) portfolio(who []int, gap gov.Micro) Portfolio {
	p := Portfolio{Cost: q.costOf(who), Gap: gap}
	for u, at := range q.open {
		unit := q.units[at]
		c := PortfolioCharge{Leader: q.leaders[q.free[who[u]]].Key}
		c.Changed = len(unit.now) != 1 || unit.now[0] != q.free[who[u]]
		for _, o := range unit.organs {
			c.Organs = append(c.Organs, o.Key)
		}
		if c.Changed {
			p.Changed++
		}
		p.Charges = append(p.Charges, c)
	}
	return p
}
