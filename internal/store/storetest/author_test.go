package storetest

import (
	"reflect"
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
	"tiaokuai/internal/store"
)

// What an author writes is a county to every room: its deltas fit on each other, and the graph can be linked.
func TestAuthorWritesSoundCounties(t *testing.T) {
	kinds := map[string]bool{}
	for seed := range uint64(20) {
		a, g := NewAuthor(seed, "410000"), gov.Graph{}
		for range 60 {
			d := a.Next(5)
			g = must(g.Apply(d))
			for _, c := range d.Nodes {
				if c.Before != nil && c.After != nil && c.Before.NodeKind() != c.After.NodeKind() {
					kinds[string(c.Before.NodeKind())+"→"+string(c.After.NodeKind())] = true
				}
			}
		}
		same(t, "the deltas' sum", a.Graph(), g)
		if _, left := store.Sound("410000", g); left != nil {
			t.Fatalf("seed %d: unsound: %+v", seed, left)
		}
		if _, err := snapshot.Build(g, snapshot.Meta{}); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
	if len(kinds) != 6 {
		t.Errorf("only %v turned", kinds)
	}
}

func TestAuthorRepeatsItself(t *testing.T) {
	a, b := NewAuthor(7, "410000"), NewAuthor(7, "410000")
	for range 30 {
		if x, y := a.Next(4), b.Next(4); !reflect.DeepEqual(x, y) {
			t.Fatal("two authors of one seed differ")
		}
	}
}

func TestCountyIsSound(t *testing.T) {
	g := County("410000", 3, 12, 50)
	if _, err := snapshot.Build(g, snapshot.Meta{}); err != nil {
		t.Fatal(err)
	}
	if _, left := store.Sound("410000", g); left != nil {
		t.Fatalf("unsound: %+v", left)
	}
}
