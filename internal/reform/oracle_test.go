package reform_test

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
)

// partitions visits every partition of n organs as the number of each organ's group, groups numbered by first organ.
func partitions(n int, visit func(group []int, count int)) {
	group := make([]int, n)
	var place func(i, count int)
	place = func(i, count int) {
		if i == n {
			visit(group, count)
			return
		}
		for g := range count + 1 {
			group[i] = g
			place(i+1, max(count, g+1))
		}
	}
	place(0, 0)
}

// bruteForce is the frontier by looking at every partition.
func bruteForce(p reform.Problem) []reform.Point {
	n := len(p.Organs)
	costs := map[int]reform.Terms{}
	best := make([]*reform.Point, n+1)
	partitions(n, func(group []int, count int) {
		if !numbersAllow(p, count) {
			return
		}
		sets := make([]int, count)
		for i, g := range group {
			sets[g] |= 1 << i
		}
		point := reform.Point{Organs: count}
		for _, s := range sets {
			if _, ok := costs[s]; !ok {
				costs[s] = naiveCost(p, s)
			}
			t := costs[s]
			point.Terms.Interfaces += t.Interfaces
			point.Terms.Duties += t.Duties
			point.Terms.Span += t.Span
			point.Terms.Integration += t.Integration
		}
		point.Objective = point.Terms.Sum()
		if b := best[count]; b != nil && b.Objective < point.Objective {
			return
		}
		if slices.ContainsFunc(sets, func(s int) bool { return !naiveAllowed(p, s) }) {
			return
		}
		for _, s := range sets {
			point.Groups = append(point.Groups, keysOf(p, s))
		}
		if b := best[count]; b == nil || point.Objective < b.Objective || earlier(p, point.Groups, b.Groups) {
			best[count] = &point
		}
	})
	var out []reform.Point
	for _, b := range best {
		if b != nil {
			out = append(out, *b)
		}
	}
	return out
}

// earlier compares groups as rows of crosses, one for each organ: the first cross that only one has decides.
func earlier(p reform.Problem, a, b [][]string) bool {
	for i := range a {
		for _, o := range p.Organs {
			if in, other := slices.Contains(a[i], o.Key), slices.Contains(b[i], o.Key); in != other {
				return in
			}
		}
	}
	return false
}

func keysOf(p reform.Problem, set int) []string {
	var out []string
	for i, o := range p.Organs {
		if set>>i&1 == 1 {
			out = append(out, o.Key)
		}
	}
	return out
}

func numbersAllow(p reform.Problem, count int) bool {
	c := p.Constraints
	return count >= c.MinOrgans && (c.MaxOrgans == 0 || count <= c.MaxOrgans)
}

// naiveCost reads f from the definition in doc.go.
func naiveCost(p reform.Problem, set int) reform.Terms {
	var t reform.Terms
	var interfaces gov.Micro
	for _, place := range p.Places {
		points, departments, duties := map[int]bool{}, map[int]bool{}, map[int]bool{}
		integrating, organs := false, 0
		var integration gov.Micro
		for i, f := range place.Organs {
			if set>>f.Organ&1 == 0 {
				continue
			}
			organs++
			integrating = integrating || f.Integrating
			for _, point := range f.Points {
				points[point], departments[place.Points[point].Department] = true, true
			}
			for _, d := range f.Duties {
				duties[d] = true
			}
			for _, g := range place.Organs[:i] {
				if set>>g.Organ&1 == 1 {
					j, _ := f.Features.Jaccard(g.Features)
					integration += p.Weights.Integration.Times(gov.One - j)
				}
			}
		}
		times := gov.Micro(len(place.Townships))
		for point := range points {
			interfaces += times * place.Points[point].Weight
		}
		t.Duties += times * p.Weights.Duties * gov.Micro(len(duties))
		if !integrating {
			t.Span += times * p.Weights.Span * gov.Micro(max(0, len(departments)-place.Limit))
		}
		if organs > 1 {
			n := gov.Micro(organs)
			t.Integration += times * ((4*integration+n)/(2*n) + p.Weights.Dissolution*(n-1))
		}
	}
	t.Interfaces = p.Weights.Interfaces.Times(interfaces)
	return t
}

// naiveAllowed reads the constraints on one group from their definition.
func naiveAllowed(p reform.Problem, set int) bool {
	c, group := p.Constraints, keysOf(p, set)
	for _, link := range c.MustLink {
		if in := common(link, group); in > 0 && in < len(link) {
			return false
		}
	}
	if len(group) < 2 {
		return true
	}
	if c.LargestGroup > 0 && len(group) > c.LargestGroup || common(c.Alone, group) > 0 ||
		slices.ContainsFunc(c.CannotLink, func(apart []string) bool { return common(apart, group) > 1 }) {
		return false
	}
	kinds, branches := map[gov.OrganKind]bool{}, map[gov.Branch]bool{}
	for i, o := range p.Organs {
		if set>>i&1 == 1 {
			kinds[o.Kind], branches[o.Branch] = true, true
			if o.Mandatory && !c.MergeMandatory || o.Integrating && !c.MergeIntegrating {
				return false
			}
		}
	}
	if !c.MixKinds && len(kinds) > 1 || !c.MixBranches && branches[gov.BranchParty] && branches[gov.BranchGovernment] {
		return false
	}
	return !slices.ContainsFunc(p.Places, func(place reform.Place) bool { return naiveExceeds(c, place, set) })
}

func naiveExceeds(c reform.Constraints, place reform.Place, set int) bool {
	departments, duties := map[int]bool{}, map[int]bool{}
	organs, posts := 0, 0
	for _, f := range place.Organs {
		if set>>f.Organ&1 == 0 {
			continue
		}
		organs, posts = organs+1, posts+f.Posts
		for _, point := range f.Points {
			departments[place.Points[point].Department] = true
		}
		for _, d := range f.Duties {
			duties[d] = true
		}
	}
	over := func(n, most int) bool { return most > 0 && n > most }
	return organs > 1 && (over(len(departments), c.MostDepartments) || over(len(duties), c.MostDuties) || over(posts, c.MostPosts))
}

func common(a, b []string) int {
	n := 0
	for _, s := range a {
		if slices.Contains(b, s) {
			n++
		}
	}
	return n
}
