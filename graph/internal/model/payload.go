package model

import (
	"tiaokuai/internal/change"
	"tiaokuai/internal/snapshot"
)

// CommitPayload is what a commit did, or on a dry run would do.
type CommitPayload struct {
	effect
	Commit *Commit          // nil on a dry run
	County *snapshot.County // after it
	edits  []change.Edit
	name   change.Namer
}

// NewCommitPayload shows a commit, recorded or not, between the county before it (nil for a new one) and after it.
func NewCommitPayload(commit Commit, before, after *snapshot.County, recorded bool) (*CommitPayload, error) {
	edits, err := change.Decode(commit.Commit.Edits)
	if err != nil {
		return nil, err
	}
	p := &CommitPayload{effect: effect{before, after}, County: after, edits: edits, name: commit.Name}
	if recorded {
		p.Commit = &commit
	}
	return p, nil
}

// Edits are the commit's edits.
func (p CommitPayload) Edits(first *int) ([]Edit, error) { return newEdits(p.edits, p.name, first) }
