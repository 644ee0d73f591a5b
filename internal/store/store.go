package store

import (
	"context"
	"time"

	"tiaokuai/internal/gov"
)

// Store keeps counties. All methods are safe for concurrent use.
type Store interface {
	// Heads are the heads of all counties in the order of their keys, with their derived blobs.
	Heads(ctx context.Context) ([]gov.Head, error)
	// Load is a county's head and current graph, sorted, of one moment. NOT_FOUND if there is no such county.
	Load(ctx context.Context, county string) (gov.Head, gov.Graph, error)
	// Append records a commit; see the package's contract. It returns the commit as recorded, with Seq and RecordedAt.
	Append(ctx context.Context, a Append) (gov.Commit, error)
	// PutDerived adds blobs to a head, or replaces them, if its revision is still the given one; otherwise it does
	// nothing. An empty blob takes one away.
	PutDerived(ctx context.Context, county string, revision int64, derived map[string][]byte) error
	// Log gives commits of all counties with Seq > since in order, with their bodies: at most limit, and fewer, but at
	// least one, where their bodies are large ([PageBytes]). Who wants all reads on until none come.
	Log(ctx context.Context, since int64, limit int) ([]gov.Commit, error)
	// Position is where both logs end, of one moment.
	Position(ctx context.Context) (Position, error)
	// History gives a county's commits with from ≤ Revision ≤ to in ascending order. With bodies unset, Edits and Delta are left out.
	History(ctx context.Context, county string, from, to int64, bodies bool) ([]gov.Commit, error)
	// RevisionAt is the last revision effective on or before a day; 0 if the county's first is later.
	RevisionAt(ctx context.Context, county string, day gov.Date) (int64, error)
	// Checkpoint is the newest checkpoint at or before a revision; revision 0 with an empty graph if there is none.
	Checkpoint(ctx context.Context, county string, revision int64) (int64, gov.Graph, error)
	// PutCheckpoint keeps a graph as the county's at a revision, NOT_FOUND if there is no such revision. An empty graph
	// forgets the one kept there.
	PutCheckpoint(ctx context.Context, county string, revision int64, g gov.Graph) error
	// Documents are the newest versions of a county's documents of a kind written at or before a time (zero = now), without those deleted, by id.
	Documents(ctx context.Context, county, kind string, at time.Time) ([]Document, error)
	// PutDocument writes a version. d.Version is the version it is based on and d.Seq is ignored; the result has the new ones.
	PutDocument(ctx context.Context, d Document) (Document, error)
	// DocumentLog gives versions of the documents of all counties with Seq > since in order, deleted ones too, at most
	// limit, with their bodies.
	DocumentLog(ctx context.Context, since int64, limit int) ([]Document, error)
	// Close releases the store; calls after it fail.
	Close(ctx context.Context) error
}

// PageBytes is about how many bytes of stored (compressed) bodies one answer of Log holds; unpacked they are some ten
// times as large.
const PageBytes = 2 << 20

// Observer is a store whose graph others can change without this program.
type Observer interface {
	Store
	// Observe is Load with a report of what was left out because it can't be part of a county, in a stable order.
	// Unlike Load it also leaves out nodes and edges whose own Check fails.
	Observe(ctx context.Context, county string) (gov.Head, gov.Graph, []Unreadable, error)
}

// Unreadable is something in the graph that was left out. Who compares an observed graph with the log must leave Key
// out of the comparison: it is not gone, it can't be read.
type Unreadable struct {
	Key     string     // the key of the node or edge, as far as it has one
	Where   string     // what it is in the engine's own words: (:Organ {key: "…"})
	Problem *gov.Error // why
}

// Append is a commit to record with the head's derived blobs after it. The commit's Seq and Counts are ignored.
type Append struct {
	Commit  gov.Commit
	Derived map[string][]byte
	// Adopt says that the graph was changed by others and already is as the delta's after-images say; the commit brings
	// the log in line with it. The after-images are compared instead of the before-images (CONFLICT: observe again), and
	// the engine writes what it adopts in its own form. INVALID for a store that is no Observer.
	Adopt bool
}

// Position is a place in both logs: the numbers of the newest visible commit and of the newest visible version of a
// document, 0 where there is none.
type Position struct{ Commit, Document int64 }

// Document is one version of a small document: a scenario, a case decision.
type Document struct {
	Seq     int64     `json:"seq"` // place in the order of all document writes, from 1
	County  string    `json:"county"`
	Kind    string    `json:"kind"`
	ID      string    `json:"id"`
	Version int64     `json:"version"`
	Actor   string    `json:"actor"`
	Time    time.Time `json:"time"`
	Deleted bool      `json:"deleted,omitempty"`
	Body    []byte    `json:"body,omitempty"`
}
