package gov

import (
	"encoding/json"
	"time"
	"unicode/utf8"
)

// Commit is one entry of the log: edits that took a county from revision Base to Revision = Base + 1.
type Commit struct {
	ID         string          `json:"id"`         // minted by the caller, the same over all retries
	Seq        int64           `json:"seq"`        // place in the log of all counties, from 1; 0 before it is appended
	County     string          `json:"county"`     // the county's key
	Revision   int64           `json:"revision"`   // from 1
	RecordedAt time.Time       `json:"recordedAt"` // UTC, never earlier than the county's previous commit
	Effective  Date            `json:"effective"`  // never decreasing by revision
	Actor      string          `json:"actor"`
	Reason     string          `json:"reason,omitempty"`
	Counts     Counts          `json:"counts,omitzero"`
	Edits      json.RawMessage `json:"edits"` // opaque here; internal/change reads and writes it
	Delta      Delta           `json:"delta"`
}

// The bounds of what a commit says of itself, in characters.
const (
	MaxActor  = 200
	MaxReason = 2_000
)

// CheckSaid refuses an actor or a reason that is too long to be recorded.
func CheckSaid(actor, reason string) Problems {
	var p Problems
	for _, text := range []struct {
		field, value string
		most         int
	}{{"actor", actor, MaxActor}, {"reason", reason, MaxReason}} {
		if utf8.RuneCountInString(text.value) > text.most {
			p = append(p, Errorf(CodeInvalid, "不能超过 %d 字", "at most %d characters", text.most).At(text.field))
		}
	}
	return p
}

// Base is the revision the commit was made on; 0 for a county's first.
func (c *Commit) Base() int64 { return c.Revision - 1 }

// Head is a county's newest state as a store keeps it beside the graph.
type Head struct {
	County     string    `json:"county"`
	Revision   int64     `json:"revision"`
	Documents  int64     `json:"documents,omitempty"` // grows with every write of a document; caches and followers use both
	Seq        int64     `json:"seq"`                 // of the newest commit
	CommitID   string    `json:"commitId"`
	RecordedAt time.Time `json:"recordedAt"`
	Effective  Date      `json:"effective"`
	// Derived are blobs computed from the snapshot (summary, name index). They carry the version of what computed them
	// and are recomputed where it differs.
	Derived map[string][]byte `json:"derived,omitempty"`
}

// World tells the worlds an object can be read in: the head, an older revision, a scenario, a choice of bases. It is
// part of a GraphQL id, so that client caches never mix worlds. The zero World is the head.
type World string
