package seed

import (
	"encoding/json"
	"fmt"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Replay applies revisions in order, the first to nothing. It gives the county they lead to and the commits that a
// store would record, without sequence numbers.
func Replay(revisions []Revision) (*snapshot.County, []gov.Commit, error) {
	var county *snapshot.County
	commits := make([]gov.Commit, len(revisions))
	for i, r := range revisions {
		meta := snapshot.Meta{Revision: int64(i) + 1, CommitID: r.ID, RecordedAt: r.RecordedAt, Effective: r.Effective}
		next, delta, err := change.Apply(county, r.Edits, meta)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", r.ID, err)
		}
		var edits json.RawMessage
		if edits, err = change.Encode(r.Edits); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", r.ID, err)
		}
		commits[i] = gov.Commit{
			ID: r.ID, County: r.County, Revision: meta.Revision, RecordedAt: r.RecordedAt, Effective: r.Effective,
			Actor: r.Actor, Reason: r.Reason, Counts: delta.Counts(), Edits: edits, Delta: delta,
		}
		county = next
	}
	return county, commits, nil
}
