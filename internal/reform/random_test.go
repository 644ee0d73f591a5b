package reform_test

import (
	"fmt"
	"slices"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/reform"
)

func chance(d countytest.Dice, n int) bool { return d.IntN(n) == 0 }

// subset are some of the numbers below n, sorted.
func subset(d countytest.Dice, n, most int) []int {
	var out []int
	for range most {
		if n > 0 && chance(d, 2) {
			out = append(out, d.IntN(n))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// randomProblem has so many organs in one to three places; few amounts, so that partitions tie.
func randomProblem(d countytest.Dice, n int) reform.Problem {
	p := reform.Problem{Weights: randomWeights(d)}
	for i := range n {
		p.Organs = append(p.Organs, reform.Organ{
			Key: fmt.Sprintf("o%d", i), Name: fmt.Sprintf("办%d", i), Kind: []gov.OrganKind{gov.OrganOffice, gov.OrganOffice, gov.OrganInstitution}[d.IntN(3)],
			Branch: []gov.Branch{"", gov.BranchParty, gov.BranchGovernment}[d.IntN(3)], Mandatory: chance(d, 9), Integrating: chance(d, 9),
		})
	}
	for t := range 1 + d.IntN(3) {
		p.Places = append(p.Places, randomPlace(d, p.Organs, t))
	}
	p.Constraints = randomConstraints(d, n)
	return p
}

func randomWeights(d countytest.Dice) reform.Weights {
	w := reform.Weights{Interfaces: gov.One, Duties: gov.One, Span: gov.One / 2, Integration: gov.One}
	if chance(d, 2) {
		w = reform.Weights{
			Interfaces: gov.Micro(d.IntN(2_000_000)), Duties: gov.Micro(d.IntN(3)) * gov.One / 2, Span: gov.Micro(d.IntN(1_500_000)),
			Integration: gov.Micro(d.IntN(1_500_000)), Dissolution: gov.Micro(d.IntN(300_000)),
		}
	}
	return w
}

func randomPlace(d countytest.Dice, organs []reform.Organ, number int) reform.Place {
	place := reform.Place{Townships: []string{fmt.Sprintf("t%d", number)}, Limit: d.IntN(4)}
	if chance(d, 4) {
		place.Townships = append(place.Townships, place.Townships[0]+"'")
	}
	for department := range 1 + d.IntN(5) {
		sections := gov.Micro(1 + d.IntN(3))
		for s := range sections {
			w := gov.One / sections
			if s == 0 {
				w += gov.One % sections
			}
			place.Points = append(place.Points, reform.Interface{Department: department, Weight: w})
		}
	}
	for i, o := range organs {
		if chance(d, 6) {
			continue
		}
		f := reform.Function{
			Organ: i, Points: subset(d, len(place.Points), 5), Duties: subset(d, 5, 3),
			Integrating: o.Integrating && chance(d, 2), Posts: d.IntN(9),
		}
		for _, v := range subset(d, 6, 4) {
			f.Features = append(f.Features, int32(v))
		}
		place.Organs = append(place.Organs, f)
	}
	place.Fixed = []reform.Function{{Points: subset(d, len(place.Points), 2), Features: overlap.Features{1}}}
	return place
}

func randomConstraints(d countytest.Dice, n int) reform.Constraints {
	rarely := func(most int) int {
		if chance(d, 3) {
			return 1 + d.IntN(most)
		}
		return 0
	}
	key := func() string { return fmt.Sprintf("o%d", d.IntN(n)) }
	c := reform.Constraints{
		MergeMandatory: chance(d, 2), MergeIntegrating: chance(d, 2), MixKinds: chance(d, 2), MixBranches: !chance(d, 4), LargestGroup: rarely(5),
	}
	if chance(d, 2) {
		c.MostDepartments, c.MostDuties, c.MostPosts = rarely(5), rarely(5), rarely(25)
		c.MinOrgans, c.MaxOrgans = rarely(n), rarely(n)
	}
	links := func() (out [][]string) {
		for range d.IntN(3) {
			if a, b := key(), key(); chance(d, 2) && a != b {
				out = append(out, []string{a, b})
			}
		}
		return out
	}
	c.MustLink, c.CannotLink = links(), links()
	if chance(d, 5) {
		c.Alone = []string{key()}
	}
	return c
}
