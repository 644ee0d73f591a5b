package atlas

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strconv"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
	"tiaokuai/internal/store"
)

// Reconciliation is what others changed in a store's graph without this program.
type Reconciliation struct {
	Edits      []change.Edit      // what it comes to
	Unreadable []store.Unreadable // what can't be adopted and is left as it is
	Adopted    gov.Commit         // the commit that brought the log in line; empty after a dry run or where nothing differs
}

// Reconcile compares a county's graph with what the log says it is, and unless dry adopts the difference as a commit of
// the actor neo4j. It never runs by itself. INVALID for a store that others can't change, and for a graph that is no
// county (its problems name the places); CONFLICT if someone commits meanwhile: run it again.
func (a *Atlas) Reconcile(ctx context.Context, county string, dry bool) (Reconciliation, error) {
	observer, ok := a.store.(store.Observer)
	if !ok {
		return Reconciliation{}, gov.Errorf(gov.CodeInvalid, "此数据存储不会被其他程序改动，无须核对", "nobody else can change this store, so there is nothing to reconcile")
	}
	head, seen, unreadable, err := observer.Observe(ctx, county)
	if err != nil {
		return Reconciliation{}, err
	}
	last, logged, err := store.At(ctx, a.store, county, head.Revision)
	if err != nil {
		return Reconciliation{}, err
	}
	before, after, err := buildBoth(logged, withUnread(seen, logged, unreadable), metaOf(last))
	if err != nil {
		return Reconciliation{}, err
	}
	out := Reconciliation{Edits: change.Between(before, after), Unreadable: unreadable}
	if dry || len(out.Edits) == 0 {
		return out, nil
	}
	out.Adopted, err = a.adopt(ctx, before, after, out.Edits)
	return out, err
}

func buildBoth(logged, seen gov.Graph, meta snapshot.Meta) (before, after *snapshot.County, err error) {
	if before, err = snapshot.Build(logged, meta); err != nil {
		return nil, nil, err
	}
	meta.Revision++
	after, err = snapshot.Build(seen, meta)
	return before, after, err
}

// withUnread is the graph seen, with what could not be read standing as the log has it: it is not gone.
func withUnread(seen, logged gov.Graph, unreadable []store.Unreadable) gov.Graph {
	unread := map[string]bool{}
	for _, u := range unreadable {
		unread[u.Key] = true
	}
	out := seen.Clone()
	for _, n := range logged.Nodes {
		if unread[n.NodeKey()] {
			out.Nodes = append(out.Nodes, n)
		}
	}
	for _, e := range logged.Edges {
		if unread[gov.EdgeKey(e)] {
			out.Edges = append(out.Edges, e)
		}
	}
	return out
}

// adopt records the edits; the graph is as they say already. The commit's id follows from what is adopted, so that
// adopting twice is adopting once.
func (a *Atlas) adopt(ctx context.Context, before, after *snapshot.County, edits []change.Edit) (gov.Commit, error) {
	encoded, err := change.Encode(edits)
	if err != nil {
		return gov.Commit{}, err
	}
	commit := a.stamp(Change{
		ID: adoptionID(before, encoded), County: before.Key, Base: before.Revision(), Actor: "neo4j",
		Reason: "在 Neo4j 中直接所作的改动 / changed directly in Neo4j",
	}, before)
	commit.Edits, commit.Delta = encoded, snapshot.Diff(before, after)
	commit.Counts = commit.Delta.Counts()
	blobs, err := derive(after)
	if err != nil {
		return gov.Commit{}, err
	}
	recorded, err := a.store.Append(ctx, store.Append{Commit: commit, Derived: blobs, Adopt: true})
	if err != nil {
		return gov.Commit{}, err
	}
	a.arrive(after.With(metaOf(recorded)), recorded, blobs)
	return recorded, nil
}

func adoptionID(before *snapshot.County, edits json.RawMessage) string {
	h := sha256.New()
	h.Write([]byte(before.Key + "\n" + strconv.FormatInt(before.Revision(), 10) + "\n"))
	h.Write(edits)
	return "adopt-" + hex.EncodeToString(h.Sum(nil))[:32]
}
