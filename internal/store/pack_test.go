package store_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
	"tiaokuai/internal/store/storetest"
)

func codec(t testing.TB) *store.Codec {
	t.Helper()
	c, err := store.NewCodec()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// What is packed is unpacked as it was, whatever its nodes and edges hold, empty or not.
func TestPackGivesBackEveryKind(t *testing.T) {
	c := codec(t)
	rapid.Check(t, func(rt *rapid.T) {
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 1))
		var g gov.Graph
		for _, kind := range gov.NodeKinds {
			g.Nodes = append(g.Nodes, gov.Normalize(gov.NewNode(kind)), storetest.Fill(rng, kind, func(gov.Node) {}))
		}
		for _, kind := range gov.EdgeKinds {
			g.Edges = append(g.Edges, gov.Normalize(gov.NewEdge(kind)), storetest.FillEdge(rng, kind, func(gov.Edge) {}))
		}
		packed, err := c.Pack(g)
		if err != nil {
			rt.Fatal(err)
		}
		got, err := c.Unpack(packed)
		if err != nil {
			rt.Fatal(err)
		}
		g.Sort()
		if diff := cmp.Diff(byKind(g), byKind(got)); diff != "" {
			rt.Error(diff)
		}
	})
}

// byKind takes the order out that Sort leaves to chance: filled nodes may share a key with others.
func byKind(g gov.Graph) []string {
	var all []string
	for _, n := range g.Nodes {
		raw, _ := json.Marshal(n)
		all = append(all, string(n.NodeKind())+string(raw))
	}
	for _, e := range g.Edges {
		raw, _ := json.Marshal(e)
		all = append(all, string(e.EdgeKind())+string(raw))
	}
	slices.Sort(all)
	return all
}

// What is cut short, changed or of another program is INTERNAL, and never a panic.
func TestUnpackRefusesWhatItDidNotPack(t *testing.T) {
	c := codec(t)
	g := storetest.County("410185", 1, 2, 3)
	packed, err := c.Pack(g)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := c.Unpack(packed); err != nil || !gov.SameGraph(g, got) {
		t.Fatalf("%v, or another graph", err)
	}
	asJSON, err := c.Encode(g)
	if err != nil {
		t.Fatal(err)
	}
	bad := [][]byte{nil, {}, asJSON, []byte("not a checkpoint")}
	for _, data := range bad {
		if _, err := c.Unpack(data); err == nil {
			t.Errorf("%d bytes that are no checkpoint pass for one", len(data))
		}
	}
	for i := range packed {
		bad = append(bad, packed[:i])
		flipped := slices.Clone(packed)
		flipped[i] ^= 0x40
		bad = append(bad, flipped)
	}
	for _, data := range bad {
		got, err := c.Unpack(data)
		if err == nil && !gov.SameGraph(g, got) || err != nil && gov.CodeOf(err) != gov.CodeInternal { // some bits mean nothing
			t.Errorf("%d bytes: %v, or another graph", len(data), err)
		}
	}
}
