package proposal

import (
	"cmp"
	"slices"
	"sort"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
)

// weighed are the weights of the objective whose ranges are told, in their order.
var weighed = [...]struct {
	name string
	of   func(*reform.Weights) *gov.Micro
}{
	{"interfaces", func(w *reform.Weights) *gov.Micro { return &w.Interfaces }},
	{"duties", func(w *reform.Weights) *gov.Micro { return &w.Duties }},
	{"span", func(w *reform.Weights) *gov.Micro { return &w.Span }},
	{"integration", func(w *reform.Weights) *gov.Micro { return &w.Integration }},
}

// heaviest is the greatest weight allowed, and finest the step to which ranges are told: one step beyond an end the
// proposal is no longer first.
const (
	heaviest = 1000 * gov.One
	finest   = gov.One / 1000
)

// sensitivity tells, for the first merger of a site, over which range of each weight of the planner's, all else equal, the
// same question has it first with a net gain above 0, among all pairs that may merge and the larger groups of the present
// optimum. Gains are structure cost at the county's own weights, which the planner's do not move: the only part of a net
// gain that they move is the integration. What they also move is which larger groups the optimum consists of; groups that
// it would have at other weights are not looked at, so nothing is told of a first merger that is no pair: it would go with
// the optimum.
func (s *site) sensitivity(all, rivals []candidate) {
	i := slices.IndexFunc(all, func(c candidate) bool { return c.Kind == KindMergeOrgans })
	if i < 0 || all[i].Net() <= 0 || !all[i].draft.pair {
		return
	}
	first := &all[i]
	for _, one := range weighed {
		w := s.weights
		at := one.of(&w)
		now := *at
		leads := func(v gov.Micro) bool {
			*at = v
			return leadsAt(w, first, rivals)
		}
		r := Range{Weight: one.name, Now: now}
		r.Low = now - finest*gov.Micro(steps(int(now/finest), func(n int) bool { return leads(now - gov.Micro(n)*finest) }))
		if r.Low < finest && leads(0) {
			r.Low = 0
		}
		up := steps(int((heaviest-now)/finest), func(n int) bool { return leads(now + gov.Micro(n)*finest) })
		r.High = now + finest*gov.Micro(up)
		if leads(heaviest) {
			r.High = -1
		}
		first.Sensitivity = append(first.Sensitivity, r)
	}
}

// steps is the most steps, up to so many, that hold; if so many don't, fewer may and more don't.
func steps(most int, holds func(int) bool) int {
	return sort.Search(most, func(n int) bool { return !holds(n + 1) })
}

// leadsAt says whether a merger has a net gain at some weights, and comes before its rivals by it.
func leadsAt(w reform.Weights, first *candidate, rivals []candidate) bool {
	net := first.netAt(w)
	if net <= 0 {
		return false
	}
	for i := range rivals {
		if r := &rivals[i]; r.Key != first.Key && cmp.Or(cmp.Compare(r.netAt(w), net), cmp.Compare(first.Key, r.Key)) > 0 {
			return false
		}
	}
	return true
}

// netAt is a merger's net gain at other weights of the planner's.
func (c *candidate) netAt(w reform.Weights) gov.Micro {
	return c.Net() + c.draft.extra - c.draft.unlike.Integration(w)
}
