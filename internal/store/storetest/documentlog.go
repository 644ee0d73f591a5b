package storetest

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// documentLog: every version stands once in the log of all documents, in the order of writing and with its body; what
// was refused or sent again takes no number.
func documentLog(t *testing.T, b *bench) {
	one, _ := b.write(t, 1)
	two, _ := b.write(t, 1)
	before := b.position(t)
	var written []store.Document
	put := func(county, id string, version int64, deleted bool) {
		t.Helper()
		d := store.Document{Seq: 77, County: county, Kind: "scenario", ID: id, Version: version, Actor: "甲", Time: noon, Deleted: deleted, Body: []byte(id)}
		w := b.putDocument(t, d)
		same(t, "number", before.Document+int64(len(written))+1, w.Seq)
		written = append(written, w)
		same(t, "the same write again", w, b.putDocument(t, d))
		d.Actor = "乙"
		_, err := b.PutDocument(t.Context(), d)
		wantCode(t, err, gov.CodeConflict)
	}
	put(one.County, "a", 0, false)
	put(two.County, "a", 0, false)
	put(one.County, "b", 0, false)
	put(one.County, "a", 1, true)
	put(two.County, "a", 1, false)
	put(one.County, "a", 2, false)
	same(t, "position", store.Position{Commit: before.Commit, Document: before.Document + 6}, b.position(t))
	for limit := 1; limit <= 7; limit++ {
		read := readDocuments(t, b, before.Document, limit)
		same(t, "the log in pieces", written, read)
	}
	same(t, "none asked for", 0, len(must(b.DocumentLog(t.Context(), before.Document, 0))))
	same(t, "nothing newer", 0, len(must(b.DocumentLog(t.Context(), before.Document+6, 9))))
	same(t, "from the very start", int64(1), must(b.DocumentLog(t.Context(), -5, 1))[0].Seq)
}

// readDocuments is the log of documents above a number, read in pieces.
func readDocuments(t *testing.T, b *bench, since int64, limit int) []store.Document {
	t.Helper()
	var read []store.Document
	for {
		page := must(b.DocumentLog(t.Context(), since, limit))
		if len(page) == 0 {
			return read
		}
		if len(page) > limit {
			t.Fatalf("%d versions where at most %d were asked for", len(page), limit)
		}
		read, since = append(read, page...), page[len(page)-1].Seq
	}
}

// documentFollowers: who follows the log of documents while many write, documents of their own and one of all, sees
// each version once and in order; between their commits, too.
func documentFollowers(t *testing.T, b *bench) {
	shared, _ := b.write(t, 1)
	counties := make([]string, writers)
	for w := range counties {
		a, _ := b.write(t, 1)
		counties[w] = a.County
	}
	since := b.position(t).Document
	var followers sync.WaitGroup
	followed := make([][]store.Document, 2)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	for i := range followed {
		followers.Go(func() { followed[i] = b.follow(ctx, t, since, 1+3*i) })
	}
	var mu sync.Mutex
	var written []store.Document
	together(t, func(w int) error {
		for r := range int64(rounds) {
			own := store.Document{County: counties[w], Kind: "case", ID: "own", Version: r, Actor: fmt.Sprint(w), Time: noon}
			common := store.Document{County: shared.County, Kind: "case", ID: "common", Version: r, Actor: fmt.Sprint(w), Time: noon}
			for _, d := range []store.Document{own, common} {
				d, err := b.PutDocument(t.Context(), d)
				if err != nil && (d.ID == "own" || gov.CodeOf(err) != gov.CodeConflict) {
					return err
				}
				if err == nil {
					mu.Lock()
					written = append(written, d)
					mu.Unlock()
				}
			}
			if _, err := b.Append(t.Context(), store.Append{Commit: commit(counties[w], r+2, gov.Delta{})}); err != nil {
				return err
			}
		}
		return nil
	})
	stop()
	followers.Wait()
	slices.SortFunc(written, func(x, y store.Document) int { return int(x.Seq - y.Seq) })
	for _, seen := range followed {
		same(t, "what a follower saw", written, seen)
	}
}

// follow reads the log of documents on until the context has ended, and then to its end.
func (b *bench) follow(ctx context.Context, t *testing.T, since int64, limit int) []store.Document {
	var seen []store.Document
	for {
		last := ctx.Err() != nil
		page, err := b.DocumentLog(background(t), since, limit)
		if err != nil {
			t.Errorf("following: %v", err)
			return seen
		}
		for _, d := range page {
			if since++; d.Seq != since {
				t.Errorf("after number %d comes %d", since-1, d.Seq)
				return seen
			}
		}
		if seen = append(seen, page...); last && len(page) == 0 {
			return seen
		}
	}
}
