package snapshot

import (
	"slices"

	"tiaokuai/internal/gov"
)

// Filter is the county as its nodes and edges of the given bases alone tell it, linked anew in the given world. The
// county itself and every source stay; what hangs on a dropped node goes with it, and a counterpart keeps the sections
// that stay (whole if none does).
func (c *County) Filter(bases []gov.Basis, world gov.World) *County {
	keep := func(p gov.Provenance) bool { return slices.Contains(bases, p.Basis) }
	kept := map[string]bool{}
	var g gov.Graph
	all := c.Graph()
	admit := func(n gov.Node, ok bool) {
		if ok {
			kept[n.NodeKey()] = true
			g.Nodes = append(g.Nodes, n)
		}
	}
	for _, n := range all.Nodes {
		switch n.(type) {
		case *gov.County, *gov.Source:
			admit(n, true)
		case *gov.Township, *gov.Department:
			admit(n, keep(n.Origin()))
		}
	}
	for _, n := range all.Nodes {
		switch n := n.(type) {
		case *gov.County, *gov.Source, *gov.Township, *gov.Department:
		case *gov.Section:
			admit(n, keep(n.Origin()) && kept[n.Department])
		default:
			township := townshipOf(n)
			admit(n, keep(n.Origin()) && (township == "" || kept[township]))
		}
	}
	for _, e := range all.Edges {
		if from, to := e.Ends(); keep(e.Origin()) && kept[from] && kept[to] {
			g.Edges = append(g.Edges, withoutSections(e, kept))
		}
	}
	meta := c.meta
	meta.World = world
	out, err := Build(g, meta)
	if err != nil {
		panic(err) // a part of a whole graph, closed under its ends, is whole
	}
	return out
}

func withoutSections(e gov.Edge, kept map[string]bool) gov.Edge {
	c, ok := e.(*gov.Counterpart)
	if !ok || !slices.ContainsFunc(c.Sections, func(s string) bool { return !kept[s] }) {
		return e
	}
	narrowed := *c
	narrowed.Sections = slices.DeleteFunc(slices.Clone(c.Sections), func(s string) bool { return !kept[s] })
	return gov.Normalize(&narrowed)
}
