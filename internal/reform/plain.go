package reform

import (
	"maps"
	"slices"

	"tiaokuai/internal/gov"
)

// plain reads f and the rules straight from a problem's lists, organ by organ, sharing no code and no table with the
// solver: [Verify] and [Problem.Base] rest on it.
type plain struct {
	Problem
	rules []Rule
}

// cost is f of some organs, by their indexes.
func (p plain) cost(organs []int) Terms {
	var faced, led, over, together gov.Micro
	for _, place := range p.Places {
		times := gov.Micro(len(place.Townships))
		here := place.of(organs)
		faced += times * place.interfaces(here)
		led += times * gov.Micro(len(dutiesOf(here)))
		over += times * gov.Micro(place.beyond(here))
		together += times * p.integration(here)
	}
	return Terms{
		Interfaces: p.Weights.Interfaces.Times(faced), Duties: p.Weights.Duties * led, Span: p.Weights.Span * over,
		Integration: together,
	}
}

// integration is, for each organ beyond the first, what it costs to dissolve and the mean over the pairs of what it costs
// to bring two under one roof, the latter rounded half up.
func (p plain) integration(here []Function) gov.Micro {
	var unlike, pairs gov.Micro
	for i, f := range here {
		for _, g := range here[:i] {
			likeness, _ := f.Features.Jaccard(g.Features)
			unlike += p.Weights.Integration.Times(gov.One - likeness)
			pairs++
		}
	}
	if pairs == 0 {
		return 0
	}
	others := gov.Micro(len(here) - 1)
	return (2*unlike*others+pairs)/(2*pairs) + p.Weights.Dissolution*others
}

// of are the functions of some organs in a place.
func (p Place) of(organs []int) []Function {
	var out []Function
	for _, f := range p.Organs {
		if slices.Contains(organs, f.Organ) {
			out = append(out, f)
		}
	}
	return out
}

func pointsFaced(of []Function) []int {
	var out []int
	for _, f := range of {
		out = append(out, f.Points...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (p Place) interfaces(of []Function) gov.Micro {
	var sum gov.Micro
	for _, i := range pointsFaced(of) {
		sum += p.Points[i].Weight
	}
	return sum
}

func dutiesOf(of []Function) map[int]bool {
	out := map[int]bool{}
	for _, f := range of {
		for _, d := range f.Duties {
			out[d] = true
		}
	}
	return out
}

// beyond is how many departments more than the limit an organ with all these functions faces.
func (p Place) beyond(of []Function) int {
	if slices.ContainsFunc(of, func(f Function) bool { return f.Integrating }) {
		return 0
	}
	return max(0, len(p.departments(pointsFaced(of)))-p.Limit)
}

// Base is what the structure cost of a partition's mergers is beyond [Terms.Structure]: what fixed organs face, lead and
// span, less what all together face and lead. It is the same for every partition.
func (p Problem) Base() gov.Micro {
	var faced, led, over gov.Micro
	for _, place := range p.Places {
		times := gov.Micro(len(place.Townships))
		for _, f := range place.Fixed {
			one := []Function{f}
			faced += times * place.interfaces(one)
			led += times * gov.Micro(len(f.Duties))
			over += times * gov.Micro(place.beyond(one))
		}
		all := slices.Concat(place.Organs, place.Fixed)
		faced -= times * place.interfaces(all)
		led -= times * gov.Micro(len(dutiesOf(all)))
	}
	base := p.Weights.Duties*led + p.Weights.Span*over
	if faced < 0 {
		return base - p.Weights.Interfaces.Times(-faced)
	}
	return base + p.Weights.Interfaces.Times(faced)
}

// allows says whether the rules let some organs be a group, but for rules that only the whole partition can break.
func (p plain) allows(organs []int) bool {
	if len(organs) < 2 {
		return true
	}
	return !slices.ContainsFunc(p.rules, func(r Rule) bool { return p.breaks(organs, r) })
}

func (p plain) breaks(organs []int, r Rule) bool {
	in := 0
	for _, i := range organs {
		if slices.Contains(r.Organs, p.Organs[i].Key) {
			in++
		}
	}
	switch r.Kind {
	case RuleAlone, RuleMandatory, RuleIntegrating:
		return in > 0
	case RuleCannotLink:
		return in > 1
	case RuleLargestGroup:
		return len(organs) > r.Limit
	case RuleKindsApart:
		return slices.ContainsFunc(organs, func(i int) bool { return p.Organs[i].Kind != p.Organs[organs[0]].Kind })
	case RuleBranchesApart:
		branches := map[gov.Branch]bool{}
		for _, i := range organs {
			branches[p.Organs[i].Branch] = true
		}
		return branches[gov.BranchParty] && branches[gov.BranchGovernment]
	case RuleMostDepartments, RuleMostDuties, RuleMostPosts:
		return slices.ContainsFunc(p.Places, func(place Place) bool { return place.amount(organs, r.Kind) > r.Limit })
	}
	return false
}

// amount is what a merger of some organs has of what a rule counts in a place; 0 where fewer than two of them stand.
func (p Place) amount(organs []int, kind RuleKind) int {
	here := p.of(organs)
	if len(here) < 2 {
		return 0
	}
	switch kind {
	case RuleMostDepartments:
		return len(p.departments(pointsFaced(here)))
	case RuleMostDuties:
		return len(slices.Collect(maps.Keys(dutiesOf(here))))
	}
	posts := 0
	for _, f := range here {
		posts += f.Posts
	}
	return posts
}

// parts says whether a group parts organs that must become one.
func (p plain) parts(organs []int) bool {
	return slices.ContainsFunc(p.rules, func(r Rule) bool {
		if r.Kind != RuleMustLink {
			return false
		}
		in := 0
		for _, i := range organs {
			if slices.Contains(r.Organs, p.Organs[i].Key) {
				in++
			}
		}
		return in > 0 && in < len(r.Organs)
	})
}
