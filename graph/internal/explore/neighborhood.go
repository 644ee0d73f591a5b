package explore

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Subgraph is some nodes with every link among them that was walked, and what was left out.
type Subgraph struct {
	Nodes   []snapshot.Entity
	Links   []Link
	LeftOut map[gov.NodeKind]int // neighbours beyond the limit, by kind
}

// Neighborhood is what is around a node: breadth first to a depth, at most limit nodes with the first. Links between
// two nodes that are both in it are all there.
func Neighborhood(of snapshot.Entity, depth int, relations []Relation, limit int) Subgraph {
	out := Subgraph{Nodes: []snapshot.Entity{of}, LeftOut: map[gov.NodeKind]int{}}
	in := map[string]bool{of.NodeKey(): true}
	left := map[string]bool{}
	level := out.Nodes
	for range depth {
		var next []snapshot.Entity
		for _, e := range level {
			for _, l := range links(e, relations) {
				other := l.other(e.NodeKey())
				key := other.NodeKey()
				switch {
				case in[key] || left[key]:
				case len(out.Nodes) >= limit:
					left[key] = true
					out.LeftOut[other.NodeKind()]++
				default:
					in[key] = true
					out.Nodes = append(out.Nodes, other)
					next = append(next, other)
				}
			}
		}
		level = next
	}
	out.Links = among(out.Nodes, in, relations)
	return out
}

// among are the links whose two ends are both in, each once.
func among(nodes []snapshot.Entity, in map[string]bool, relations []Relation) []Link {
	var out []Link
	type identity struct {
		relation Relation
		from, to string
	}
	seen := map[identity]bool{}
	for _, e := range nodes {
		for _, l := range links(e, relations) {
			id := identity{l.Relation, l.From.NodeKey(), l.To.NodeKey()}
			if l.Relation == SharedOffice && id.from > id.to {
				id.from, id.to = id.to, id.from
			}
			if !seen[id] && in[id.from] && in[id.to] {
				seen[id] = true
				out = append(out, l)
			}
		}
	}
	return out
}
