package change

import (
	"slices"

	"tiaokuai/internal/gov"
)

// Reforming are the keys of the organs that a delta creates, merges, abolishes, removes or re-ranks, in order: what the
// organ establishment authority has to approve. A rank put on record for the first time is no re-ranking.
func Reforming(delta gov.Delta) []string {
	var out []string
	for _, c := range delta.Nodes {
		before, was := c.Before.(*gov.Organ)
		after, is := c.After.(*gov.Organ)
		if was != is || was && before.Rank != "" && before.Rank != after.Rank {
			out = append(out, c.Key())
		}
	}
	return out
}

// Approved says whether the edits record an approval.
func Approved(edits []Edit) bool {
	return slices.ContainsFunc(edits, func(e Edit) bool {
		_, is := e.(*RecordApproval)
		return is
	})
}
