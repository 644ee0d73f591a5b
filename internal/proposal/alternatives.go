package proposal

import (
	"slices"

	"tiaokuai/internal/gov"
)

// mostAlternatives is how many cheaper rungs are set beside a proposal, the best of each kind first.
const mostAlternatives = 12

// compareAll sets beside each proposal the cheaper rungs that touch the same findings, and the runner-up of its kind; of
// mergers that may be one that is not listed.
func (s *site) compareAll(all, mergers []candidate) {
	at := map[string][]int{} // candidates by finding, best first
	touched := make([]map[string]bool, len(all))
	for i := range all {
		touched[i] = all[i].touched()
		for f := range touched[i] {
			at[f] = append(at[f], i)
		}
	}
	for i := range all {
		near := map[int]bool{}
		for f := range touched[i] {
			for _, j := range at[f] {
				near[j] = true
			}
		}
		var others []int
		for j := range near {
			if rungOf(all[j]) < rungOf(all[i]) {
				others = append(others, j)
			}
		}
		for j := range all {
			if all[i].Kind == KindMergeOrgans && all[j].Kind == KindCoLocate && slices.Equal(all[i].Subjects, all[j].Subjects) && !near[j] {
				others = append(others, j)
			}
		}
		slices.SortFunc(others, func(a, b int) int {
			if ra, rb := rungOf(all[a]), rungOf(all[b]); ra != rb {
				return ra - rb
			}
			return a - b
		})
		for _, j := range others[:min(len(others), mostAlternatives)] {
			all[i].Alternatives = append(all[i].Alternatives, alternative(all[j].Proposal, cheaper(all[j].Proposal, all[i].Proposal)))
		}
		if all[i].Kind == KindMergeOrgans {
			all[i].addNextMerger(all, mergers)
		} else if j, ok := runnerUp(all, i, near); ok {
			all[i].Alternatives = append(all[i].Alternatives, alternative(all[j].Proposal, second(all[j].Proposal, all[i].Proposal)))
		}
	}
}

func rungOf(c candidate) int { return place(c.Kind) }

func alternative(p Proposal, why gov.Text) Alternative {
	return Alternative{Kind: p.Kind, Title: p.Title, Key: p.Key, Gain: p.Gain, Price: p.Price, Reason: why}
}

// addNextMerger sets the next merger beside one; it has a key if it is listed.
func (c *candidate) addNextMerger(all, mergers []candidate) {
	i := slices.IndexFunc(mergers, func(m candidate) bool { return m.Key == c.Key })
	if i+1 >= len(mergers) {
		return
	}
	next := mergers[i+1].Proposal
	a := alternative(next, second(next, c.Proposal))
	if !slices.ContainsFunc(all, func(m candidate) bool { return m.Key == next.Key }) {
		a.Key = ""
	}
	c.Alternatives = append(c.Alternatives, a)
}

// runnerUp is the next of the same kind that touches a common finding.
func runnerUp(all []candidate, i int, near map[int]bool) (int, bool) {
	for j := i + 1; j < len(all); j++ {
		if all[j].Kind == all[i].Kind && near[j] {
			return j, true
		}
	}
	return 0, false
}

// cheaper says how a cheaper rung compares.
func cheaper(a, than Proposal) gov.Text {
	switch {
	case len(a.Edits) == 0:
		return say("属提请事项，不假定收益，可与本建议并行，不影响本建议。", "A request, of which no gain is assumed; it can go beside this and does not stand in its way.")
	case a.Gain <= 0:
		return say("价格较低（%[1]s），但不减少对口和分管关系，协调成本不变。", "Its price is lower (%[1]s), but it takes no interface away: the cost stays.", a.Price)
	case a.Net() == than.Net():
		return say("净收益相同（%[1]s）。", "Its net gain is the same (%[1]s).", a.Net())
	case a.Net() > than.Net():
		return say("净收益%[1]s高于本建议的%[2]s，可先行；先行后本建议须重新测算。", "Its net gain of %[1]s is more than this one's %[2]s: it can go first, and this has to be computed anew then.", a.Net(), than.Net())
	}
	return say("降低%[1]s、净收益%[2]s，低于本建议的%[3]s。", "It saves %[1]s, net %[2]s, less than this one's %[3]s.", a.Gain, a.Net(), than.Net())
}

// second says why the next of the same kind is not the first.
func second(a, than Proposal) gov.Text {
	switch {
	case a.Net() == than.Net():
		return say("净收益相同（%[1]s），按固定顺序列后。", "Its net gain is the same (%[1]s); it comes second by the fixed order.", a.Net())
	case a.Gain >= than.Gain:
		return say("降低%[1]s，不少于本建议，但价格%[2]s高于%[3]s，净收益%[4]s低%[5]s。", "It saves %[1]s, no less than this, but its price of %[2]s is above %[3]s: net %[4]s, %[5]s less.",
			a.Gain, a.Price, than.Price, a.Net(), than.Net()-a.Net())
	}
	return say("降低%[1]s，少于本建议的%[2]s，净收益%[3]s低%[4]s。", "It saves %[1]s, less than this one's %[2]s: net %[3]s, %[4]s less.", a.Gain, than.Gain, a.Net(), than.Net()-a.Net())
}
