package storetest

import (
	"context"
	"fmt"
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// Ack is a commit or a document that was answered.
type Ack struct {
	ID  string
	Seq int64
}

// Write appends random commits to a county of its own, with a document's version after each, until the context ends, and
// tells of each that was answered. What was UNAVAILABLE is sent again with its id, as a caller must. The round goes into the ids.
func Write(ctx context.Context, s store.Store, writer, round int, answered func(Ack)) error {
	a, revision, version, err := resume(ctx, s, writer, round)
	for n := 0; err == nil; n++ {
		revision++
		c := commit(a.County, revision, a.Next(1+n%5))
		c.ID = fmt.Sprintf("crash/%d/%d/%d", round, writer, n)
		if c, err = untilAnswered(ctx, func() (gov.Commit, error) { return s.Append(ctx, store.Append{Commit: c}) }); err != nil {
			break
		}
		answered(Ack{c.ID, c.Seq})
		d := store.Document{County: a.County, Kind: "crash", ID: "1", Version: version, Actor: c.ID, Time: c.RecordedAt, Deleted: n%4 == 3}
		if d, err = untilAnswered(ctx, func() (store.Document, error) { return s.PutDocument(ctx, d) }); err == nil {
			version = d.Version
			answered(Ack{documentID(d), d.Seq})
		}
	}
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// resume is a writer's county as it stands: its author, its revision and the version of its document.
func resume(ctx context.Context, s store.Store, writer, round int) (*Author, int64, int64, error) {
	county := fmt.Sprintf("crash-%d", writer)
	head, g, err := s.Load(ctx, county)
	if err != nil && gov.CodeOf(err) == gov.CodeNotFound {
		return NewAuthor(uint64(writer), county), 0, 0, nil
	}
	return Resume(uint64(round), county, head.Revision, g), head.Revision, head.Documents, err // each version was counted
}

// documentID names a version as an id names a commit.
func documentID(d store.Document) string {
	return fmt.Sprintf("document/%s/%s/%s/%d", d.County, d.Kind, d.ID, d.Version)
}

func untilAnswered[T any](ctx context.Context, send func() (T, error)) (T, error) {
	for {
		recorded, err := send()
		if err == nil || gov.CodeOf(err) != gov.CodeUnavailable || ctx.Err() != nil {
			return recorded, err
		}
	}
}

// Witness holds a store to what it answered, over all crashes, while it is being written.
type Witness struct {
	seq       int64
	documents int64
	ids       map[string]int64
	counties  map[string]*seen
}

// seen is a county as the log tells it: its graph at a revision, and what came after.
type seen struct {
	revision int64
	graph    gov.Graph
	later    []gov.Delta
	versions int64 // of its document
}

// Check reads what is new in the logs: their numbers have no gap, no id stands twice, all that was answered is there, and
// each county loads as the log says it was at that revision.
func (w *Witness) Check(t testing.TB, s store.Store, acks []Ack) {
	t.Helper()
	if w.ids == nil {
		w.ids, w.counties = map[string]int64{}, map[string]*seen{}
	}
	w.read(t, s)
	for _, ack := range acks {
		if w.ids[ack.ID] != ack.Seq {
			t.Errorf("%s was answered with number %d and stands at %d", ack.ID, ack.Seq, w.ids[ack.ID])
		}
	}
	for county, c := range w.counties {
		head, g, err := s.Load(t.Context(), county)
		if err != nil {
			t.Fatal(err)
		}
		w.read(t, s) // at least as far as the head
		n := head.Revision - c.revision
		if head.Documents > c.versions {
			t.Fatalf("%s counts %d documents, the log has %d", county, head.Documents, c.versions)
		}
		if n > int64(len(c.later)) {
			t.Fatalf("%s is at revision %d, the log only at %d", county, head.Revision, c.revision+int64(len(c.later)))
		}
		c.graph, c.revision, c.later = must(c.graph.Apply(c.later[:n]...)), head.Revision, c.later[n:]
		same(t, "graph of "+county, c.graph, g)
	}
}

// read takes in what is new in the logs.
func (w *Witness) read(t testing.TB, s store.Store) {
	t.Helper()
	w.readCommits(t, s)
	w.readDocuments(t, s)
}

func (w *Witness) readDocuments(t testing.TB, s store.Store) {
	t.Helper()
	for {
		page := must(s.DocumentLog(t.Context(), w.documents, 500))
		if len(page) == 0 {
			return
		}
		w.readCommits(t, s) // of counties that are new, too
		for _, d := range page {
			c := w.counties[d.County]
			if d.Seq != w.documents+1 || d.Version != c.versions+1 {
				t.Fatalf("after number %d and version %d comes %s at %d", w.documents, c.versions, documentID(d), d.Seq)
			}
			w.documents, w.ids[documentID(d)], c.versions = d.Seq, d.Seq, d.Version
		}
	}
}

func (w *Witness) readCommits(t testing.TB, s store.Store) {
	t.Helper()
	for {
		commits := must(s.Log(t.Context(), w.seq, 500))
		if len(commits) == 0 {
			return
		}
		for _, c := range commits {
			if c.Seq != w.seq+1 || w.ids[c.ID] != 0 {
				t.Fatalf("after number %d comes %d with id %s, seen at %d", w.seq, c.Seq, c.ID, w.ids[c.ID])
			}
			w.seq, w.ids[c.ID] = c.Seq, c.Seq
			if w.counties[c.County] == nil {
				w.counties[c.County] = &seen{}
			}
			w.counties[c.County].later = append(w.counties[c.County].later, c.Delta)
		}
	}
}

// Commits is how many commits the log has.
func (w *Witness) Commits() int64 { return w.seq }
