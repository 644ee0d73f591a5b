package proposal

import (
	"slices"

	"tiaokuai/internal/overlap"
	"tiaokuai/internal/reform"
)

// alike says whether two organs have a counterpart or duty in common somewhere.
func alike(p reform.Problem, i, j int) bool {
	for _, place := range p.Places {
		var a, b overlap.Features
		for _, f := range place.Organs {
			if f.Organ == i {
				a = f.Features
			} else if f.Organ == j {
				b = f.Features
			}
		}
		if _, common := a.Jaccard(b); common > 0 {
			return true
		}
	}
	return false
}

// allowed says whether the rules let two organs become one.
func allowed(p reform.Problem, rules []reform.Rule, i, j int) bool {
	a, b := p.Organs[i], p.Organs[j]
	has := func(r reform.Rule, o reform.Organ) bool { return slices.Contains(r.Organs, o.Key) }
	for _, r := range rules {
		switch r.Kind {
		case reform.RuleKindsApart:
			if a.Kind != b.Kind {
				return false
			}
		case reform.RuleBranchesApart:
			if a.Branch != "" && b.Branch != "" && a.Branch != b.Branch {
				return false
			}
		case reform.RuleMandatory, reform.RuleIntegrating, reform.RuleAlone:
			if has(r, a) || has(r, b) {
				return false
			}
		case reform.RuleCannotLink:
			if has(r, a) && has(r, b) {
				return false
			}
		case reform.RuleMustLink:
			if n := len(r.Organs); (has(r, a) || has(r, b)) && (!has(r, a) || !has(r, b) || n > 2) {
				return false
			}
		case reform.RuleMinOrgans:
			if len(p.Organs)-1 < r.Limit {
				return false
			}
		case reform.RuleLargestGroup:
			if r.Limit < 2 {
				return false
			}
		case reform.RuleMostDepartments, reform.RuleMostDuties, reform.RuleMostPosts:
			if !within(p, r, i, j) {
				return false
			}
		}
	}
	return true
}

// within says whether what a pair makes keeps to a limit in every place.
func within(p reform.Problem, r reform.Rule, i, j int) bool {
	for _, place := range p.Places {
		departments, duties, posts, here := map[int]bool{}, map[int]bool{}, 0, 0
		for _, f := range place.Organs {
			if f.Organ != i && f.Organ != j {
				continue
			}
			here++
			posts += f.Posts
			for _, at := range f.Points {
				departments[place.Points[at].Department] = true
			}
			for _, duty := range f.Duties {
				duties[duty] = true
			}
		}
		size := map[reform.RuleKind]int{reform.RuleMostDepartments: len(departments), reform.RuleMostDuties: len(duties), reform.RuleMostPosts: posts}[r.Kind]
		if here > 1 && size > r.Limit {
			return false
		}
	}
	return true
}
