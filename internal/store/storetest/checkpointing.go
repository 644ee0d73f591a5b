package storetest

import (
	"fmt"
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// checkpointsByThemselves: an engine that writes its checkpoints does so after commits, so that no revision is far from
// one; where they are gone or damaged they come back by use, and Close leaves no work behind.
func checkpointsByThemselves(t *testing.T, b *bench) {
	s, ok := b.Store.(store.Checkpointed)
	if !ok {
		t.Skip("the engine leaves checkpoints to others")
	}
	const head = 105
	county := b.county(t)
	large := County(county, 9, 12, 60)
	b.put(t, commit(county, 1, Creation(large))) // some thousand primitives
	var then gov.Node
	for r := int64(2); r <= head; r++ {
		now := &gov.Duty{Key: "new", Name: fmt.Sprint(r)}
		b.put(t, commit(county, r, gov.Delta{Nodes: []gov.NodeChange{{Before: then, After: now}}}))
		then = now
	}
	at := func(revision int64) int {
		t.Helper()
		if err := s.Settled(t.Context()); err != nil {
			t.Fatal(err)
		}
		counted := &counting{Store: b.Store}
		_, g, err := store.At(t.Context(), counted, county, revision)
		if err != nil {
			t.Fatal(err)
		}
		want := large.Clone()
		if revision > 1 {
			want.Nodes = append(want.Nodes, &gov.Duty{Key: "new", Name: fmt.Sprint(revision)})
		}
		same(t, "graph then", true, gov.SameGraph(want, g))
		return counted.commits
	}
	near := func() {
		t.Helper()
		for revision, want := range map[int64]int{1: 1, 2: 1, 49: 48, 50: 1, 51: 1, 99: 49, 100: 1, head: 5} {
			if n := at(revision); n != want && !(revision == head && n == 1) { // where healed, there is one at the head
				t.Errorf("revision %d was %d commits from its checkpoint, want %d", revision, n, want)
			}
		}
	}
	use := func(revision int64) {
		t.Helper()
		if _, _, err := store.At(t.Context(), b.Store, county, revision); err != nil {
			t.Fatal(err)
		}
	}
	near()
	put := func(revision int64, g gov.Graph) {
		t.Helper()
		if err := b.PutCheckpoint(t.Context(), county, revision, g); err != nil {
			t.Fatal(err)
		}
	}
	for _, revision := range []int64{1, 50, 100} {
		put(revision, gov.Graph{})
	}
	same(t, "commits without checkpoints", 80, at(80))
	use(80)
	near()
	put(50, County(county, 1, 1, 1)) // the log does not fit on it
	use(80)
	near()
	put(1, gov.Graph{})
	use(49)
	must(0, b.Close(t.Context()))
	b.Store = b.open()
	s = b.Store.(store.Checkpointed)
	use(49)
	near()
}
