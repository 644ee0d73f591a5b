package change_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
)

// A draft answers as the graph that its delta leads to.
func TestDraftIsAMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dice := countytest.Rapid(t)
		base := countytest.Random(dice)
		draft := change.NewDraft(base, 2)
		for range dice.IntN(6) {
			if e := countytest.RandomEdit(dice, draft); e != nil {
				_ = e.Apply(draft)
			}
		}
		g, err := base.Graph().Apply(draft.Delta())
		if err != nil {
			t.Fatal(err)
		}
		if !gov.Equal(change.Nodes[gov.Node](draft), g.Nodes) || !gov.Equal(change.Edges[gov.Edge](draft), g.Edges) {
			t.Error("the draft lists other nodes or edges than its delta leads to")
		}
		for _, n := range g.Nodes {
			if !gov.Equal(draft.Node(n.NodeKey()), n) || draft.Name(n.NodeKey()) != n.NodeName() {
				t.Errorf("node %s differs", n.NodeKey())
			}
			of := slices.DeleteFunc(slices.Clone(g.Edges), func(e gov.Edge) bool {
				from, to := e.Ends()
				return from != n.NodeKey() && to != n.NodeKey()
			})
			if got := draft.EdgesOf(n.NodeKey()); !slices.EqualFunc(got, of, func(a, b gov.Edge) bool { return gov.Equal(a, b) }) {
				t.Errorf("edges of %s differ", n.NodeKey())
			}
		}
		for _, e := range g.Edges {
			from, to := e.Ends()
			if !gov.Equal(draft.Edge(e.EdgeKind(), from, to), e) {
				t.Errorf("edge %s differs", gov.EdgeKey(e))
			}
		}
		for _, c := range draft.Delta().Nodes {
			if c.After == nil && draft.Node(c.Key()) != nil {
				t.Errorf("%s was dropped and is there", c.Key())
			}
		}
	})
}
