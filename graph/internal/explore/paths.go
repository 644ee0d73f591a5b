package explore

import (
	"cmp"
	"slices"

	"tiaokuai/internal/snapshot"
)

// MaxPaths is how many ways Paths gives at most.
const MaxPaths = 20

// maxWalked bounds the ways that are compared; equally short ones between two townships are many.
const maxWalked = 2000

// Path is a way between two nodes: nodes[i] and nodes[i+1] are the ends of links[i].
type Path struct {
	Nodes []snapshot.Entity
	Links []Link
}

// Paths are the shortest ways between two nodes of at most maxLength links, at most [MaxPaths]; none if there is no such
// way. Those come first that leave the townships of their ends least, else in an order that depends on the snapshot alone.
func Paths(from, to snapshot.Entity, relations []Relation, maxLength int) []Path {
	steps, found := shortestSteps(from, to.NodeKey(), relations, maxLength)
	if !found {
		return nil
	}
	var out []Path
	walkBack(to, from.NodeKey(), steps, Path{Nodes: []snapshot.Entity{to}}, &out)
	slices.SortStableFunc(out, func(a, b Path) int { return cmp.Compare(strangers(a), strangers(b)) })
	return out[:min(len(out), MaxPaths)]
}

// strangers counts the nodes of a way that stand in a township in which neither of its ends does.
func strangers(p Path) int {
	first, last := home(p.Nodes[0]), home(p.Nodes[len(p.Nodes)-1])
	n := 0
	for _, e := range p.Nodes {
		if t, ok := townshipOf(e); ok && t.Key != first && t.Key != last {
			n++
		}
	}
	return n
}

// home is the key of the township that a node belongs to, or its own.
func home(e snapshot.Entity) string {
	if t, ok := townshipOf(e); ok {
		return t.Key
	}
	return e.NodeKey()
}

// step is one way to have come to a node on a shortest way from the start.
type step struct {
	from snapshot.Entity
	link Link
}

// shortestSteps searches breadth first until the level that holds the target is complete.
func shortestSteps(start snapshot.Entity, target string, relations []Relation, maxLength int) (map[string][]step, bool) {
	steps := map[string][]step{}
	depth := map[string]int{start.NodeKey(): 0}
	level := []snapshot.Entity{start}
	if start.NodeKey() == target {
		return steps, true
	}
	for d := 1; d <= maxLength && len(level) > 0; d++ {
		var next []snapshot.Entity
		for _, e := range level {
			for _, l := range links(e, relations) {
				other := l.other(e.NodeKey())
				key := other.NodeKey()
				at, known := depth[key]
				if !known {
					depth[key] = d
					next = append(next, other)
				}
				if !known || at == d {
					steps[key] = append(steps[key], step{e, l})
				}
			}
		}
		if _, reached := depth[target]; reached {
			return steps, true
		}
		level = next
	}
	return nil, false
}

func walkBack(at snapshot.Entity, start string, steps map[string][]step, tail Path, out *[]Path) {
	if at.NodeKey() == start {
		slices.Reverse(tail.Nodes)
		slices.Reverse(tail.Links)
		*out = append(*out, tail)
		return
	}
	for _, s := range steps[at.NodeKey()] {
		if len(*out) >= maxWalked {
			return
		}
		longer := Path{append(slices.Clone(tail.Nodes), s.from), append(slices.Clone(tail.Links), s.link)}
		walkBack(s.from, start, steps, longer, out)
	}
}
