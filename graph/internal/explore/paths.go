package explore

import (
	"slices"

	"tiaokuai/internal/snapshot"
)

// MaxPaths is how many ways Paths gives at most.
const MaxPaths = 20

// Path is a way between two nodes: nodes[i] and nodes[i+1] are the ends of links[i].
type Path struct {
	Nodes []snapshot.Entity
	Links []Link
}

// Paths are the shortest ways between two nodes of at most maxLength links, at most [MaxPaths], in an order that
// depends on the snapshot alone; none if there is no such way.
func Paths(from, to snapshot.Entity, relations []Relation, maxLength int) []Path {
	steps, found := shortestSteps(from, to.NodeKey(), relations, maxLength)
	if !found {
		return nil
	}
	var out []Path
	walkBack(to, from.NodeKey(), steps, Path{Nodes: []snapshot.Entity{to}}, &out)
	return out
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
		if len(*out) >= MaxPaths {
			return
		}
		longer := Path{append(slices.Clone(tail.Nodes), s.from), append(slices.Clone(tail.Links), s.link)}
		walkBack(s.from, start, steps, longer, out)
	}
}
