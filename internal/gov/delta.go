package gov

import (
	"encoding/json"
	"maps"
	"slices"
)

// Delta is what a list of edits comes to: for each key touched, its image before and after. A nil After drops, any
// other puts. The four primitives (put and drop of nodes and edges) are all that a store knows of an edit. Changes are
// sorted by key; a node that changes its kind (an organ that becomes a former) is one change.
type Delta struct {
	Nodes []NodeChange `json:"nodes,omitempty"`
	Edges []EdgeChange `json:"edges,omitempty"`
}

// NodeChange is one node's images; at least one is not nil, and both have the same key.
type NodeChange struct{ Before, After Node }

// EdgeChange is one edge's images; at least one is not nil, and both have the same kind and ends.
type EdgeChange struct{ Before, After Edge }

// Key is the key of the node changed.
func (c NodeChange) Key() string {
	if c.After != nil {
		return c.After.NodeKey()
	}
	return c.Before.NodeKey()
}

// Edge is the later image of the edge changed, else the earlier.
func (c EdgeChange) Edge() Edge {
	if c.After != nil {
		return c.After
	}
	return c.Before
}

// Key is the key of the edge changed.
func (c EdgeChange) Key() string { return EdgeKey(c.Edge()) }

// Empty says that nothing changes.
func (d Delta) Empty() bool { return len(d.Nodes) == 0 && len(d.Edges) == 0 }

// Size is the number of primitives.
func (d Delta) Size() int { return len(d.Nodes) + len(d.Edges) }

// Touches says whether the node with a key, or an edge of it, is changed.
func (d Delta) Touches(key string) bool {
	return slices.ContainsFunc(d.Nodes, func(c NodeChange) bool { return c.Key() == key }) ||
		slices.ContainsFunc(d.Edges, func(c EdgeChange) bool {
			from, to := c.Edge().Ends()
			return from == key || to == key
		})
}

// Adds says whether the node with a key is new.
func (d Delta) Adds(key string) bool {
	return slices.ContainsFunc(d.Nodes, func(c NodeChange) bool { return c.Before == nil && c.Key() == key })
}

// Inverse swaps every before with its after: applied to the result it gives back the start.
func (d Delta) Inverse() Delta {
	out := Delta{Nodes: slices.Clone(d.Nodes), Edges: slices.Clone(d.Edges)}
	for i, c := range out.Nodes {
		out.Nodes[i] = NodeChange{Before: c.After, After: c.Before}
	}
	for i, c := range out.Edges {
		out.Edges[i] = EdgeChange{Before: c.After, After: c.Before}
	}
	return out
}

// Apply puts and drops in a graph, one delta after the other. It refuses (CONFLICT) where the graph differs from a
// before-image.
func (g Graph) Apply(deltas ...Delta) (Graph, error) {
	nodes := make(map[string]Node, len(g.Nodes))
	for _, n := range g.Nodes {
		nodes[n.NodeKey()] = n
	}
	edges := make(map[string]Edge, len(g.Edges))
	for _, e := range g.Edges {
		edges[EdgeKey(e)] = e
	}
	for _, d := range deltas {
		if err := d.put(nodes, edges); err != nil {
			return Graph{}, err
		}
	}
	out := Graph{slices.Collect(maps.Values(nodes)), slices.Collect(maps.Values(edges))}
	out.Sort()
	return out, nil
}

func (d Delta) put(nodes map[string]Node, edges map[string]Edge) error {
	for _, c := range d.Nodes {
		if !Equal(nodes[c.Key()], c.Before) {
			return Errorf(CodeConflict, "%s 已被改动", "%s has been changed", c.Key())
		}
		put(nodes, c.Key(), c.After)
	}
	for _, c := range d.Edges {
		if !Equal(edges[c.Key()], c.Before) {
			return Errorf(CodeConflict, "%s 已被改动", "%s has been changed", c.Key())
		}
		put(edges, c.Key(), c.After)
	}
	return nil
}

func put[V comparable](m map[string]V, key string, v V) {
	var none V
	if v == none {
		delete(m, key)
		return
	}
	m[key] = v
}

// Counts are how many nodes and edges a delta adds, removes and changes.
type Counts struct {
	Added   int `json:"added,omitempty"`
	Removed int `json:"removed,omitempty"`
	Changed int `json:"changed,omitempty"`
}

// Counts counts the delta's changes.
func (d Delta) Counts() Counts {
	var c Counts
	for _, n := range d.Nodes {
		c.count(n.Before == nil, n.After == nil)
	}
	for _, e := range d.Edges {
		c.count(e.Before == nil, e.After == nil)
	}
	return c
}

func (c *Counts) count(added, removed bool) {
	switch {
	case added:
		c.Added++
	case removed:
		c.Removed++
	default:
		c.Changed++
	}
}

type imageJSON struct {
	Kind  string          `json:"kind"`
	Value json.RawMessage `json:"value"`
}

type changeJSON struct {
	Before *imageJSON `json:"before,omitempty"`
	After  *imageJSON `json:"after,omitempty"`
}

// MarshalJSON writes {"before":{"kind":…,"value":…},"after":…}.
func (c NodeChange) MarshalJSON() ([]byte, error) {
	var out changeJSON
	var err error
	if c.Before != nil {
		out.Before, err = image(string(c.Before.NodeKind()), c.Before)
	}
	if c.After != nil && err == nil {
		out.After, err = image(string(c.After.NodeKind()), c.After)
	}
	if err != nil {
		return nil, err
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (c *NodeChange) UnmarshalJSON(data []byte) error {
	var in changeJSON
	if err := DecodeStrict(data, &in); err != nil {
		return err
	}
	*c = NodeChange{}
	for _, i := range []struct {
		image *imageJSON
		to    *Node
	}{{in.Before, &c.Before}, {in.After, &c.After}} {
		if i.image == nil {
			continue
		}
		n, err := DecodeNode(NodeKind(i.image.Kind), i.image.Value)
		if err != nil {
			return err
		}
		*i.to = n
	}
	if c.Before == nil && c.After == nil || c.Before != nil && c.After != nil && c.Before.NodeKey() != c.After.NodeKey() {
		return Errorf(CodeInvalid, "变更的前后状态缺失或编号不一致", "a change has no image, or images of two keys")
	}
	return nil
}

// MarshalJSON writes {"before":{"kind":…,"value":…},"after":…}.
func (c EdgeChange) MarshalJSON() ([]byte, error) {
	var out changeJSON
	var err error
	if c.Before != nil {
		out.Before, err = image(string(c.Before.EdgeKind()), c.Before)
	}
	if c.After != nil && err == nil {
		out.After, err = image(string(c.After.EdgeKind()), c.After)
	}
	if err != nil {
		return nil, err
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (c *EdgeChange) UnmarshalJSON(data []byte) error {
	var in changeJSON
	if err := DecodeStrict(data, &in); err != nil {
		return err
	}
	*c = EdgeChange{}
	for _, i := range []struct {
		image *imageJSON
		to    *Edge
	}{{in.Before, &c.Before}, {in.After, &c.After}} {
		if i.image == nil {
			continue
		}
		e, err := DecodeEdge(EdgeKind(i.image.Kind), i.image.Value)
		if err != nil {
			return err
		}
		*i.to = e
	}
	if c.Before == nil && c.After == nil || c.Before != nil && c.After != nil && EdgeKey(c.Before) != EdgeKey(c.After) {
		return Errorf(CodeInvalid, "变更的前后状态缺失或两端不一致", "a change has no image, or images of two edges")
	}
	return nil
}

func image(kind string, v any) (*imageJSON, error) {
	raw, err := json.Marshal(v)
	return &imageJSON{kind, raw}, err
}
