package storetest

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"

	"tiaokuai/internal/gov"
)

// Author writes random deltas of one county, each on the graph that the last one left. Every node has its parent and
// every edge its ends, as in a county that came from edits. The same seed gives the same deltas.
type Author struct {
	County string
	rng    *rand.Rand
	minted int
	nodes  map[string]gov.Node
	edges  map[string]gov.Edge
	// the images before the delta being written, of what it touches
	nodesBefore map[string]gov.Node
	edgesBefore map[string]gov.Edge
}

// NewAuthor is an author of a county that is empty yet.
func NewAuthor(seed uint64, county string) *Author {
	return &Author{County: county, rng: rand.New(rand.NewPCG(seed, 1)), nodes: map[string]gov.Node{}, edges: map[string]gov.Edge{}}
}

// Resume is an author who goes on with a county at a revision; it mints keys that no earlier author did.
func Resume(seed uint64, county string, revision int64, g gov.Graph) *Author {
	a := NewAuthor(seed+uint64(revision), county)
	a.minted = int(revision) * 1_000_000
	for _, n := range g.Nodes {
		a.nodes[n.NodeKey()] = n
	}
	for _, e := range g.Edges {
		a.edges[gov.EdgeKey(e)] = e
	}
	return a
}

// Graph is the county as the last delta left it, sorted.
func (a *Author) Graph() gov.Graph {
	g := gov.Graph{Nodes: slices.Collect(maps.Values(a.nodes)), Edges: slices.Collect(maps.Values(a.edges))}
	g.Sort()
	return g
}

// Next is a delta of n random steps; a step touches a node with its edges, or an edge. The first makes the county.
func (a *Author) Next(n int) gov.Delta {
	a.nodesBefore, a.edgesBefore = map[string]gov.Node{}, map[string]gov.Edge{}
	if a.nodes[a.County] == nil {
		a.putNode(gov.NodeCounty, a.County)
		for _, kind := range []gov.NodeKind{gov.NodeTownship, gov.NodeDepartment, gov.NodeTownship, gov.NodeOrgan, gov.NodeLeader, gov.NodeDuty} {
			a.putNode(kind, a.mint())
		}
	}
	for range n {
		a.step()
	}
	return a.delta()
}

func (a *Author) step() {
	switch pick := a.rng.IntN(20); {
	case pick < 6:
		a.putNode(gov.NodeKinds[1+a.rng.IntN(len(gov.NodeKinds)-1)], a.mint()) // not a second county
	case pick < 10:
		if key := choose(a.rng, a.nodes); key != "" {
			a.putNode(a.nodes[key].NodeKind(), key)
		}
	case pick < 12:
		a.dropNode(choose(a.rng, a.nodes))
	case pick < 14:
		a.turn(choose(a.rng, a.nodes))
	case pick < 18:
		a.putEdge(gov.EdgeKinds[a.rng.IntN(len(gov.EdgeKinds))])
	default:
		if key := choose(a.rng, a.edges); key != "" {
			a.setEdge(key, nil)
		}
	}
}

func (a *Author) mint() string {
	a.minted++
	return fmt.Sprintf("n/%d号", a.minted)
}

// putNode writes a node anew, under a parent of the right kind; where there is none, nothing.
func (a *Author) putNode(kind gov.NodeKind, key string) {
	township, department := a.one(gov.NodeTownship), a.one(gov.NodeDepartment)
	if (township == "" || department == "") && kind != gov.NodeCounty && kind != gov.NodeTownship && kind != gov.NodeDepartment {
		return
	}
	a.setNode(key, Fill(a.rng, kind, func(n gov.Node) {
		switch n := n.(type) {
		case *gov.County:
			n.Key = key
		case *gov.Township:
			n.Key = key
		case *gov.Organ:
			n.Key, n.Township = key, township
		case *gov.Leader:
			n.Key, n.Township = key, township
		case *gov.Department:
			n.Key = key
		case *gov.Section:
			n.Key, n.Department = key, department
		case *gov.Duty:
			n.Key = key
		case *gov.Measure:
			n.Key = key
		case *gov.Indicator:
			n.Key = key
		case *gov.Source:
			n.Key = key
		case *gov.Former:
			n.Key, n.Township, n.Parent = key, "", ""
			switch n.Of {
			case gov.NodeOrgan:
				n.Township = township
			case gov.NodeSection:
				n.Parent = department
			}
		}
	}))
	a.mendEdges(key)
}

// dropNode takes a node with its edges out, if nothing belongs to it.
func (a *Author) dropNode(key string) {
	if key == "" || key == a.County || a.hasChildren(key) {
		return
	}
	a.setNode(key, nil)
	a.mendEdges(key)
}

// turn dissolves an organ, department or section, or brings one back, in one change of its node.
func (a *Author) turn(key string) {
	switch n := a.nodes[key].(type) {
	case *gov.Organ:
		a.dissolve(key, gov.NodeOrgan, n.Township, "")
	case *gov.Department:
		if !a.hasChildren(key) {
			a.dissolve(key, gov.NodeDepartment, "", "")
		}
	case *gov.Section:
		a.dissolve(key, gov.NodeSection, "", n.Department)
	case *gov.Former:
		a.putNode(n.Of, key)
	}
}

func (a *Author) dissolve(key string, of gov.NodeKind, township, department string) {
	a.setNode(key, Fill(a.rng, gov.NodeFormer, func(n gov.Node) {
		f := n.(*gov.Former)
		f.Key, f.Of, f.Township, f.Parent = key, of, township, department
	}))
	a.mendEdges(key)
	if to := a.one(of); to != "" {
		a.setEdge("", FillEdge(a.rng, gov.EdgeSuccession, func(e gov.Edge) { s := e.(*gov.Succession); s.From, s.To = key, to }))
	}
}

func (a *Author) setNode(key string, n gov.Node) {
	set(a.nodes, a.nodesBefore, key, n)
}

// setEdge writes an edge, or with nil drops the one with the key.
func (a *Author) setEdge(key string, e gov.Edge) {
	if e != nil {
		key = gov.EdgeKey(e)
	}
	set(a.edges, a.edgesBefore, key, e)
}

func set[V comparable](now, before map[string]V, key string, v V) {
	var none V
	if _, touched := before[key]; !touched {
		before[key] = now[key]
	}
	if v == none {
		delete(now, key)
	} else {
		now[key] = v
	}
}

// delta is what the steps came to.
func (a *Author) delta() gov.Delta {
	var d gov.Delta
	for _, key := range slices.Sorted(maps.Keys(a.nodesBefore)) {
		if c := (gov.NodeChange{Before: a.nodesBefore[key], After: a.nodes[key]}); !gov.Equal(c.Before, c.After) {
			d.Nodes = append(d.Nodes, c)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(a.edgesBefore)) {
		if c := (gov.EdgeChange{Before: a.edgesBefore[key], After: a.edges[key]}); !gov.Equal(c.Before, c.After) {
			d.Edges = append(d.Edges, c)
		}
	}
	slices.SortFunc(d.Edges, func(x, y gov.EdgeChange) int { return cmp.Compare(x.Key(), y.Key()) })
	return d
}
