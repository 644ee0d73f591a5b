package proposal

import (
	"cmp"
	"slices"
)

// rank puts proposals into their order: the greatest net gain first; of equal ones the cheaper rung, the way that the
// policy of the year puts first, then their keys, which say all this in this order.
func rank(all []Proposal) { slices.SortFunc(all, inOrder) }

func rankCandidates(all []candidate) {
	slices.SortFunc(all, func(a, b candidate) int { return inOrder(a.Proposal, b.Proposal) })
}

func inOrder(a, b Proposal) int {
	return cmp.Or(cmp.Compare(b.Net(), a.Net()), cmp.Compare(a.Key, b.Key))
}
