package gov

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
)

// Graph is a whole county as plain values: what a store loads, a seed file holds and an export writes.
// Its JSON groups nodes and edges by kind, sorted by key: {"nodes":{"ORGAN":[…]},"edges":{"CHARGE":[…]}}.
type Graph struct {
	Nodes []Node
	Edges []Edge
}

// Sort puts nodes into the order of their keys and edges into that of their edge keys.
func (g *Graph) Sort() {
	slices.SortFunc(g.Nodes, func(a, b Node) int { return cmp.Compare(a.NodeKey(), b.NodeKey()) })
	slices.SortFunc(g.Edges, CompareEdges)
}

// CompareEdges orders edges by kind, from and to, as their keys do.
func CompareEdges(a, b Edge) int {
	af, at := a.Ends()
	bf, bt := b.Ends()
	return cmp.Or(compareStrings(a.EdgeKind(), b.EdgeKind()), cmp.Compare(af, bf), cmp.Compare(at, bt))
}

type graphJSON struct {
	Nodes map[NodeKind][]json.RawMessage `json:"nodes"`
	Edges map[EdgeKind][]json.RawMessage `json:"edges,omitempty"`
}

// MarshalJSON writes the graph in its one canonical form: the same graph gives the same bytes.
func (g Graph) MarshalJSON() ([]byte, error) {
	sorted := Graph{slices.Clone(g.Nodes), slices.Clone(g.Edges)}
	sorted.Sort()
	out := graphJSON{Nodes: map[NodeKind][]json.RawMessage{}, Edges: map[EdgeKind][]json.RawMessage{}}
	for _, n := range sorted.Nodes {
		raw, err := json.Marshal(n)
		if err != nil {
			return nil, err
		}
		out.Nodes[n.NodeKind()] = append(out.Nodes[n.NodeKind()], raw)
	}
	for _, e := range sorted.Edges {
		raw, err := json.Marshal(e)
		if err != nil {
			return nil, err
		}
		out.Edges[e.EdgeKind()] = append(out.Edges[e.EdgeKind()], raw)
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON wrote. It names the kind and index of a value it can't read.
func (g *Graph) UnmarshalJSON(data []byte) error {
	var in graphJSON
	if err := DecodeStrict(data, &in); err != nil {
		return err
	}
	*g = Graph{}
	for _, kind := range sortedKeys(in.Nodes) {
		for i, raw := range in.Nodes[kind] {
			n, err := DecodeNode(kind, raw)
			if err != nil {
				return at(err, "nodes", string(kind), i)
			}
			g.Nodes = append(g.Nodes, n)
		}
	}
	for _, kind := range sortedKeys(in.Edges) {
		for i, raw := range in.Edges[kind] {
			e, err := DecodeEdge(kind, raw)
			if err != nil {
				return at(err, "edges", string(kind), i)
			}
			g.Edges = append(g.Edges, e)
		}
	}
	return nil
}

// Clone copies the slices; nodes and edges themselves are shared, since they never change.
func (g Graph) Clone() Graph { return Graph{slices.Clone(g.Nodes), slices.Clone(g.Edges)} }

// SameGraph says whether two graphs hold the same nodes and edges.
func SameGraph(a, b Graph) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

func sortedKeys[K ~string, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func at(err error, path ...any) error {
	if e, ok := err.(*Error); ok {
		return e.At(path...)
	}
	return err
}
