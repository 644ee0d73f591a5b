package storetest

import (
	"maps"
	"math/rand/v2"
	"slices"

	"tiaokuai/internal/gov"
)

// mendEdges drops the edges that a key's node no longer allows, at its ends or narrowed to it as a section.
func (a *Author) mendEdges(key string) {
	for _, e := range a.edges {
		if c, ok := e.(*gov.Counterpart); ok && slices.Contains(c.Sections, key) {
			a.setEdge(gov.EdgeKey(e), nil)
		}
	}
	for _, e := range a.edgesOf(key) {
		from, to := e.Ends()
		if !a.joins(e.EdgeKind(), from, to) {
			a.setEdge(gov.EdgeKey(e), nil)
		}
	}
}

// putEdge writes an edge between two random nodes it may join.
func (a *Author) putEdge(kind gov.EdgeKind) {
	from, to := choose(a.rng, a.nodes), choose(a.rng, a.nodes)
	for tries := 0; !a.joins(kind, from, to); tries++ {
		if tries == 50 {
			return
		}
		from, to = choose(a.rng, a.nodes), choose(a.rng, a.nodes)
	}
	a.setEdge("", FillEdge(a.rng, kind, func(e gov.Edge) {
		switch e := e.(type) {
		case *gov.Counterpart:
			e.From, e.To, e.Sections = from, to, a.sectionsOf(to)
		case *gov.Charge:
			e.From, e.To = from, to
		case *gov.Assignment:
			e.From, e.To = from, to
		case *gov.Dispatch:
			e.From, e.To = from, to
		case *gov.SharedOffice:
			e.From, e.To = from, to
		case *gov.Succession:
			e.From, e.To = from, to
		}
	}))
}

// joins says whether an edge of a kind may stand between two keys.
func (a *Author) joins(kind gov.EdgeKind, from, to string) bool {
	f, t := a.nodes[from], a.nodes[to]
	if f == nil || t == nil || from == to {
		return false
	}
	ends, together := [2]gov.NodeKind{f.NodeKind(), t.NodeKind()}, townshipOf(f) == townshipOf(t)
	switch kind {
	case gov.EdgeCounterpart:
		return ends == [2]gov.NodeKind{gov.NodeOrgan, gov.NodeDepartment}
	case gov.EdgeCharge:
		return ends == [2]gov.NodeKind{gov.NodeLeader, gov.NodeOrgan} && together
	case gov.EdgeAssignment:
		return (ends[0] == gov.NodeOrgan || ends[0] == gov.NodeDepartment) && ends[1] == gov.NodeDuty
	case gov.EdgeDispatch:
		return ends == [2]gov.NodeKind{gov.NodeDepartment, gov.NodeOrgan}
	case gov.EdgeSharedOffice:
		return ends == [2]gov.NodeKind{gov.NodeOrgan, gov.NodeOrgan} && together && from < to
	case gov.EdgeSuccession:
		return ends[0] == gov.NodeFormer && kindOf(f) == kindOf(t)
	}
	return false
}

func townshipOf(n gov.Node) string {
	switch n := n.(type) {
	case *gov.Organ:
		return n.Township
	case *gov.Leader:
		return n.Township
	}
	return ""
}

// kindOf is a node's kind, or what a former was.
func kindOf(n gov.Node) gov.NodeKind {
	if f, ok := n.(*gov.Former); ok {
		return f.Of
	}
	return n.NodeKind()
}

func (a *Author) hasChildren(key string) bool {
	for _, n := range a.nodes {
		switch n := n.(type) {
		case *gov.Organ:
			if n.Township == key {
				return true
			}
		case *gov.Leader:
			if n.Township == key {
				return true
			}
		case *gov.Section:
			if n.Department == key {
				return true
			}
		case *gov.Former:
			if n.Township == key || n.Parent == key {
				return true
			}
		}
	}
	return false
}

// sectionsOf are some of a department's sections.
func (a *Author) sectionsOf(department string) []string {
	var keys []string
	for _, key := range slices.Sorted(maps.Keys(a.nodes)) {
		if s, ok := a.nodes[key].(*gov.Section); ok && s.Department == department && a.rng.IntN(2) == 0 {
			keys = append(keys, key)
		}
	}
	return keys
}

func (a *Author) edgesOf(key string) []gov.Edge {
	var out []gov.Edge
	for _, e := range a.edges {
		if from, to := e.Ends(); from == key || to == key {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, gov.CompareEdges)
	return out
}

// one is the key of a random node of a kind, empty if there is none.
func (a *Author) one(kind gov.NodeKind) string {
	of := map[string]bool{}
	for key, n := range a.nodes {
		if n.NodeKind() == kind {
			of[key] = true
		}
	}
	return choose(a.rng, of)
}

// choose is a random key, empty if there is none.
func choose[V any](rng *rand.Rand, from map[string]V) string {
	keys := slices.Sorted(maps.Keys(from))
	if len(keys) == 0 {
		return ""
	}
	return keys[rng.IntN(len(keys))]
}
