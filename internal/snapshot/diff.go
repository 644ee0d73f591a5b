package snapshot

import (
	"maps"
	"slices"

	"tiaokuai/internal/gov"
)

// Diff is the delta from one snapshot of a county to another, sorted by key. Parts that both share are not looked at.
func Diff(a, b *County) gov.Delta {
	left, right := different(a, b), different(b, a)
	nodes := map[string]*gov.NodeChange{}
	edges := map[string]*gov.EdgeChange{}
	for _, n := range left.nodes {
		nodes[n.NodeKey()] = &gov.NodeChange{Before: n}
	}
	for _, e := range left.edges {
		edges[gov.EdgeKey(e)] = &gov.EdgeChange{Before: e}
	}
	for _, n := range right.nodes {
		entry(nodes, n.NodeKey()).After = n
	}
	for _, e := range right.edges {
		entry(edges, gov.EdgeKey(e)).After = e
	}
	var d gov.Delta
	for _, key := range slices.Sorted(maps.Keys(nodes)) {
		if c := *nodes[key]; !gov.Equal(c.Before, c.After) {
			d.Nodes = append(d.Nodes, c)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(edges)) {
		if c := *edges[key]; !gov.Equal(c.Before, c.After) {
			d.Edges = append(d.Edges, c)
		}
	}
	return d
}

func entry[C any](m map[string]*C, key string) *C {
	c := m[key]
	if c == nil {
		c = new(C)
		m[key] = c
	}
	return c
}

// different is the content of a's parts that b does not share. A relinked block shares its nodes, not itself; its
// content is then compared value by value.
func different(a, b *County) content {
	var out content
	if a == nil {
		return out
	}
	shared := map[any]bool{}
	if b != nil {
		for part := range b.Parts() {
			shared[part] = true
		}
	}
	if !shared[a.base] {
		out.nodes, out.edges = a.base.content()
	}
	for _, block := range a.blocks {
		if !shared[block] {
			nodes, edges := block.content()
			out.nodes, out.edges = append(out.nodes, nodes...), append(out.edges, edges...)
		}
	}
	return out
}
