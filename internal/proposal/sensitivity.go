package proposal

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
)

// weighed are the weights of the objective whose ranges are told, in their order.
var weighed = [...]struct {
	name string
	of   func(reform.Weights) gov.Micro
}{
	{"interfaces", func(w reform.Weights) gov.Micro { return w.Interfaces }},
	{"duties", func(w reform.Weights) gov.Micro { return w.Duties }},
	{"span", func(w reform.Weights) gov.Micro { return w.Span }},
	{"integration", func(w reform.Weights) gov.Micro { return w.Integration }},
}

// heaviest is the greatest weight allowed, and finest the step to which ranges are told: they are rounded inwards by
// half of it to one and a half, so that a proposal is first everywhere within.
const (
	heaviest = 1000 * gov.One
	finest   = gov.One / 1000
	margin   = finest / 2 // at an end two are equal, and savings are rounded to the millionth
)

// savings are what a merger saves of each of the weighed terms at weight 1; of integration it is what it costs, below 0.
type savings [len(weighed)]gov.Micro

func savingsOf(now, after reform.Terms) savings {
	return savings{now.Interfaces - after.Interfaces, now.Duties - after.Duties, now.Span - after.Span, now.Integration - after.Integration}
}

// shadow is a pair that is not simulated: what its merger saves by the objective, leaders aside.
type shadow struct {
	net   gov.Micro
	saved savings
}

// shadow reads the savings at weight 1 off those at the weights; a term without weight has its saving lost, which a range
// of that weight then does not see.
func (s *site) shadow(p reform.Problem, units int, now, after reform.Terms) shadow {
	saved := savingsOf(now, after)
	for k, w := range weighed {
		if weight := w.of(p.Weights); weight > 0 {
			saved[k] = saved[k] * gov.One / weight
		}
	}
	price, ok := s.options.Prices[KindMergeOrgans]
	if !ok {
		price = mergerPrice
	}
	return shadow{now.Sum() - after.Sum() - price*gov.Micro(units), saved}
}

// sensitivity tells, for the first merger of a site, over which range of each weight, the others kept, it stays the first
// of all pairs that may merge and of the groups of the optimum, and worth its price. Every net gain is linear in every
// weight, so the ranges are exact but for their rounding: Net(w) = Net + (w − now) × what is saved at weight 1, the
// leaders chosen being those chosen now. Of pairs that were not simulated, since they save nothing now, the leaders are
// left out; larger groups that an optimum at other weights would have are not looked at.
func (s *site) sensitivity(all, rivals []candidate) {
	i := slices.IndexFunc(all, func(c candidate) bool { return c.Kind == KindMergeOrgans })
	if i < 0 || all[i].Net() <= 0 {
		return
	}
	first := &all[i]
	for k, w := range weighed {
		now := w.of(s.weights)
		low, high := gov.Micro(0), heaviest
		bounded := func(net gov.Micro, saved gov.Micro) {
			ahead, faster := first.Net()-net, first.draft.savings[k]-saved
			switch {
			case faster > 0: // it falls behind below
				low = max(low, now-ahead*gov.One/faster+margin)
			case faster < 0:
				high = min(high, now+ahead*gov.One/-faster-margin)
			}
		}
		bounded(0, 0)
		for _, r := range rivals {
			if r.Key != first.Key {
				bounded(r.Net(), r.draft.savings[k])
			}
		}
		for _, r := range s.shadows {
			bounded(r.net, r.saved[k])
		}
		r := Range{Weight: w.name, Now: now, Low: max(0, (low+finest-1)/finest*finest), High: high / finest * finest}
		if high == heaviest {
			r.High = -1
		}
		if r.Low > now { // within one step
			r.Low = now
		}
		if r.High >= 0 && r.High < now {
			r.High = now
		}
		first.Sensitivity = append(first.Sensitivity, r)
	}
}
