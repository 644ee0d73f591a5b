package change

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Draft is a snapshot with changes laid over it. Edits read and write it; its delta is what they came to.
type Draft struct {
	base     *snapshot.County // nil for a county yet to be made
	revision int64
	nodes    map[string]gov.Node        // key → image; nil = dropped
	edges    map[string]gov.Edge        // edge key → image; nil = dropped
	ends     map[string]map[string]bool // key → edge keys written at that end
}

// NewDraft starts a draft on a snapshot; revision is the one that the commit will make.
func NewDraft(base *snapshot.County, revision int64) *Draft {
	return &Draft{base: base, revision: revision, nodes: map[string]gov.Node{}, edges: map[string]gov.Edge{}, ends: map[string]map[string]bool{}}
}

// Revision is the revision that the commit will make.
func (d *Draft) Revision() int64 { return d.revision }

// Node is the node with a key as it is in the draft; nil if there is none.
func (d *Draft) Node(key string) gov.Node {
	if n, ok := d.nodes[key]; ok {
		return n
	}
	return d.baseNode(key)
}

func (d *Draft) baseNode(key string) gov.Node {
	if d.base == nil {
		return nil
	}
	n, _ := d.base.Node(key)
	return n
}

// Name is the name of the node with a key in the draft, else the key.
func (d *Draft) Name(key string) string {
	if n := d.Node(key); n != nil {
		return n.NodeName()
	}
	return key
}

// Find is the node with a key if it is of type N; otherwise a NOT_FOUND problem at the field.
func Find[N gov.Node](d *Draft, field, key string) (N, gov.Problems) { return findAt[N](d, key, field) }

// findAt is Find for a place of any depth.
func findAt[N gov.Node](d *Draft, key string, path ...any) (N, gov.Problems) {
	var none N
	n := d.Node(key)
	if typed, ok := n.(N); ok {
		return typed, nil
	}
	want := kindNames[none.NodeKind()]
	if n == nil {
		return none, gov.Problems{gov.Errorf(gov.CodeNotFound, "没有编号为 %[1]q 的%[2]s", "there is no %[3]s with key %[1]q", key, want.ZH, want.EN).At(path...)}
	}
	is := kindNames[n.NodeKind()]
	return none, gov.Problems{gov.Errorf(gov.CodeInvalid, "%[1]q 是%[2]s，不是%[3]s", "%[1]q is %[4]s, not %[5]s", key, is.ZH, want.ZH, an(is.EN), an(want.EN)).At(path...)}
}

// Put writes a node, new or changed. The node is normalised; its own Check is the caller's to report.
func (d *Draft) Put(n gov.Node) { d.nodes[n.NodeKey()] = gov.Normalize(n) }

// Drop removes a node and every edge it is an end of.
func (d *Draft) Drop(key string) {
	for _, e := range d.EdgesOf(key) {
		d.DropEdge(e)
	}
	d.nodes[key] = nil
}

// Edge is the edge of a kind between two keys as it is in the draft; nil if there is none.
func (d *Draft) Edge(kind gov.EdgeKind, from, to string) gov.Edge {
	if e, ok := d.edges[gov.EdgeKeyOf(kind, from, to)]; ok {
		return e
	}
	if d.base == nil {
		return nil
	}
	e, _ := d.base.Edge(kind, from, to)
	return e
}

// PutEdge writes an edge, new or changed.
func (d *Draft) PutEdge(e gov.Edge) { d.setEdge(e, gov.Normalize(e)) }

// DropEdge removes an edge.
func (d *Draft) DropEdge(e gov.Edge) { d.setEdge(e, nil) }

func (d *Draft) setEdge(e, image gov.Edge) {
	key := gov.EdgeKey(e)
	d.edges[key] = image
	from, to := e.Ends()
	for _, end := range []string{from, to} {
		if d.ends[end] == nil {
			d.ends[end] = map[string]bool{}
		}
		d.ends[end][key] = true
	}
}

// EdgesOf are the edges that a key is an end of, in the order of their keys.
func (d *Draft) EdgesOf(key string) []gov.Edge {
	var out []gov.Edge
	if d.base != nil {
		for _, e := range d.base.EdgesOf(key) {
			if _, written := d.edges[gov.EdgeKey(e)]; !written {
				out = append(out, e)
			}
		}
	}
	for written := range d.ends[key] {
		if e := d.edges[written]; e != nil {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, gov.CompareEdges)
	return out
}

// Nodes are all nodes of type N in the draft, in the order of their keys; N may be gov.Node for all of them.
func Nodes[N gov.Node](d *Draft) []N {
	var out []N
	for n := range d.live() {
		if typed, ok := n.(N); ok {
			out = append(out, typed)
		}
	}
	slices.SortFunc(out, func(a, b N) int { return cmp.Compare(a.NodeKey(), b.NodeKey()) })
	return out
}

// live are all nodes in the draft, in no order; who goes through them may write those he is given.
func (d *Draft) live() iter.Seq[gov.Node] {
	return func(yield func(gov.Node) bool) {
		if d.base != nil {
			for n := range d.base.Nodes() {
				if _, written := d.nodes[n.NodeKey()]; !written && !yield(n) {
					return
				}
			}
		}
		for _, n := range d.nodes {
			if n != nil && !yield(n) {
				return
			}
		}
	}
}

// Edges are all edges of type E in the draft, in the order of their keys; E may be gov.Edge for all of them.
func Edges[E gov.Edge](d *Draft) []E {
	var out []E
	if d.base != nil {
		for e := range d.base.Edges() {
			typed, ok := e.(E)
			if !ok {
				continue
			}
			if _, written := d.edges[gov.EdgeKey(e)]; !written {
				out = append(out, typed)
			}
		}
	}
	for _, e := range d.edges {
		if typed, ok := e.(E); ok {
			out = append(out, typed)
		}
	}
	slices.SortFunc(out, func(a, b E) int { return gov.CompareEdges(a, b) })
	return out
}

// Mint makes the key of a new node of a kind in a township ("" for the county's own).
func (d *Draft) Mint(kind gov.NodeKind, township, name string) string {
	return gov.Mint(kind, township, name, func(key string) bool { return d.Node(key) != nil })
}

// Delta is what the draft comes to, sorted by key; what was written back as it was is not in it.
func (d *Draft) Delta() gov.Delta { return d.leadingFrom(d.base) }

// leadingFrom is the delta from a snapshot to the draft, over the keys the draft has written.
func (d *Draft) leadingFrom(base *snapshot.County) gov.Delta {
	from := &Draft{base: base}
	var out gov.Delta
	for _, key := range slices.Sorted(maps.Keys(d.nodes)) {
		c := gov.NodeChange{Before: from.Node(key), After: d.nodes[key]}
		if !gov.Equal(c.Before, c.After) {
			out.Nodes = append(out.Nodes, c)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(d.edges)) {
		c := gov.EdgeChange{Before: from.edgeOf(key), After: d.edges[key]}
		if !gov.Equal(c.Before, c.After) {
			out.Edges = append(out.Edges, c)
		}
	}
	return out
}

// deltaTo is the delta from the draft to another snapshot.
func (d *Draft) deltaTo(b *snapshot.County) gov.Delta {
	straight := snapshot.Diff(d.base, b)
	for _, c := range straight.Nodes {
		if _, written := d.nodes[c.Key()]; !written {
			d.nodes[c.Key()] = c.Before
		}
	}
	for _, c := range straight.Edges {
		if _, written := d.edges[c.Key()]; !written {
			d.edges[c.Key()] = c.Before
		}
	}
	return d.leadingFrom(b).Inverse()
}

// edgeOf is the edge with an edge key.
func (d *Draft) edgeOf(key string) gov.Edge {
	kind, from, to := gov.SplitEdgeKey(key)
	return d.Edge(kind, from, to)
}
