package storetest

import (
	"context"
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// checkpoints: the newest at or before a revision is used, one that does not fit the log is passed over, and any can be
// forgotten.
func checkpoints(t *testing.T, b *bench) {
	a := NewAuthor(5, b.county(t))
	graphs := []gov.Graph{{}}
	for r := range int64(9) {
		b.put(t, commit(a.County, r+1, a.Next(4)))
		graphs = append(graphs, a.Graph())
	}
	put := func(revision int64, g gov.Graph) {
		t.Helper()
		if err := b.PutCheckpoint(t.Context(), a.County, revision, g); err != nil {
			t.Fatal(err)
		}
	}
	newest := func(at, want int64) {
		t.Helper()
		revision, g, err := b.Checkpoint(t.Context(), a.County, at)
		if err != nil || revision != want {
			t.Fatalf("the checkpoint at %d is of %d (%v), want %d", at, revision, err, want)
		}
		same(t, "checkpoint", graphs[want], g)
	}
	newest(9, 0)
	put(3, graphs[3])
	put(7, graphs[7])
	put(7, graphs[7]) // again, as two servers might
	newest(2, 0)
	newest(3, 3)
	newest(6, 3)
	newest(99, 7)
	counted := &counting{Store: b.Store}
	atEach := func() {
		t.Helper()
		for r := range int64(9) {
			_, g, err := store.At(t.Context(), counted, a.County, r+1)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "graph then", graphs[r+1], g)
		}
	}
	atEach()
	same(t, "commits read for nine graphs, from 1, 4 and 8 on", 1+2+1+1+2+3+1+1+2, counted.commits)
	near := func(revision int64, want bool) {
		t.Helper()
		c, g, near := store.Near(t.Context(), b, a.County, revision)
		if near != want || near && c.Revision != revision {
			t.Fatalf("revision %d is near a checkpoint: %v; revision %d was read", revision, near, c.Revision)
		}
		if near {
			same(t, "graph then", graphs[revision], g)
		}
	}
	near(2, false)
	near(7, true)
	near(9, true)
	near(10, false)   // there is no such revision
	put(7, graphs[2]) // damaged: revision 8 does not fit on it
	put(3, gov.Graph{})
	near(9, false)
	newest(6, 0)
	_, g, err := store.At(t.Context(), b, a.County, 9)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "over a damaged checkpoint", graphs[9], g)
	put(7, gov.Graph{})
	atEach()
	wantCode(t, b.PutCheckpoint(t.Context(), a.County, 10, graphs[9]), gov.CodeNotFound)
}

// counting counts the commits that History gives.
type counting struct {
	store.Store
	commits int
}

// History counts on its way.
func (c *counting) History(ctx context.Context, county string, from, to int64, bodies bool) ([]gov.Commit, error) {
	commits, err := c.Store.History(ctx, county, from, to, bodies)
	c.commits += len(commits)
	return commits, err
}
