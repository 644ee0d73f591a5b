package atlas_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
)

// TestHistoryOf: read in pages of any size, what became of a thing is each commit that touched it, down to the one that
// made it, however many others lie between.
func TestHistoryOf(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	county := create(t, a)
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range 120 {
		base := head(t, a, county.Key)
		ch := atlas.Change{ID: fmt.Sprint("h", i), County: county.Key, Base: base.Revision(), Actor: "test", Edits: countytest.RandomEdits(rng, base, 1)}
		ch.Edits = append(ch.Edits, approval)
		if _, err := a.Commit(t.Context(), ch); err != nil {
			t.Fatal(err)
		}
	}
	v := view(t, a)
	all, err := v.History(t.Context(), county.Key, 0, 1000, true)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range head(t, a, county.Key).Graph().Nodes {
		var want []int64
		for _, c := range all {
			if c.Delta.Touches(n.NodeKey()) {
				want = append(want, c.Revision)
			}
			if c.Delta.Adds(n.NodeKey()) {
				break
			}
		}
		var got []int64
		for before, size := int64(0), 1+rng.IntN(4); before != 1; {
			page, err := v.HistoryOf(t.Context(), county.Key, n.NodeKey(), before, size)
			if err != nil {
				t.Fatal(err)
			}
			before = 1
			for _, c := range page {
				got, before = append(got, c.Revision), c.Revision
			}
			if len(page) > 0 && page[len(page)-1].Delta.Adds(n.NodeKey()) {
				break
			}
		}
		if len(want) == 0 || !gov.Equal(got, want) {
			t.Errorf("%s: %v, want %v", n.NodeKey(), got, want)
		}
	}
}
