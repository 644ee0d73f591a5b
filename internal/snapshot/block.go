package snapshot

import (
	"slices"

	"tiaokuai/internal/gov"
)

// block is one township: its own nodes and every edge that ends in it, linked to a base. It is immutable and shared.
type block struct {
	base         *base
	township     *gov.Township
	organs       []*gov.Organ
	leaders      []*gov.Leader
	formers      []*gov.Former
	counterparts relation[*gov.Counterpart]  // Organ → Department
	charges      relation[*gov.Charge]       // Leader → Organ
	assignments  relation[*gov.Assignment]   // Organ → Duty
	dispatches   relation[*gov.Dispatch]     // Department → Organ
	shared       relation[*gov.SharedOffice] // Organ → Organ
	successions  []*gov.Succession           // of the township's formers, in order of (from, to)
	at           map[string]place
	bytes        int
	cell         Cell
}

// buildBlock links a township's nodes and edges to the base.
func buildBlock(base *base, nodes []gov.Node, edges []gov.Edge) (*block, gov.Problems) {
	b := &block{base: base, at: make(map[string]place, len(nodes))}
	for _, n := range nodes {
		b.bytes += nodeBytes(n)
		switch n := n.(type) {
		case *gov.Township:
			b.township = n
		case *gov.Organ:
			b.organs = append(b.organs, n)
		case *gov.Leader:
			b.leaders = append(b.leaders, n)
		case *gov.Former:
			b.formers = append(b.formers, n)
		}
	}
	if b.township == nil {
		var problems gov.Problems
		for _, n := range nodes {
			problems = append(problems, missing(n.NodeKey(), "township", townshipOf(n)))
		}
		return nil, problems
	}
	b.at[b.township.Key] = place{gov.NodeTownship, 0}
	enter(b.at, gov.NodeOrgan, b.organs, func(o *gov.Organ) int { return o.Order })
	enter(b.at, gov.NodeLeader, b.leaders, func(l *gov.Leader) int { return l.Order })
	enter(b.at, gov.NodeFormer, b.formers, func(*gov.Former) int { return 0 })
	return b, b.linkEdges(edges)
}

// relink is the same township against another base; it shares everything but the links.
func (b *block) relink(base *base) (*block, gov.Problems) {
	c := &block{base: base, township: b.township, organs: b.organs, leaders: b.leaders, formers: b.formers, at: b.at}
	problems := c.linkEdges(b.edges())
	c.bytes = b.bytes
	return c, problems
}

func (b *block) linkEdges(edges []gov.Edge) gov.Problems {
	var problems gov.Problems
	var counterparts []*gov.Counterpart
	var charges []*gov.Charge
	var assignments []*gov.Assignment
	var dispatches []*gov.Dispatch
	var shared []*gov.SharedOffice
	for _, e := range edges {
		b.bytes += edgeBytes(e)
		switch e := e.(type) {
		case *gov.Counterpart:
			problems = append(problems, b.checkSections(e)...)
			counterparts = append(counterparts, e)
		case *gov.Charge:
			charges = append(charges, e)
		case *gov.Assignment:
			assignments = append(assignments, e)
		case *gov.Dispatch:
			dispatches = append(dispatches, e)
		case *gov.SharedOffice:
			shared = append(shared, e)
		case *gov.Succession:
			// its second end may be in another part, and is checked by the county
			if b.find(gov.NodeFormer, e.From) < 0 {
				problems = append(problems, dangling(e))
				continue
			}
			b.successions = append(b.successions, e)
		}
	}
	organ, leader := finder(b.at, gov.NodeOrgan), finder(b.at, gov.NodeLeader)
	department, duty := finder(b.base.at, gov.NodeDepartment), finder(b.base.at, gov.NodeDuty)
	organs, leaders, departments, duties := len(b.organs), len(b.leaders), len(b.base.departments), len(b.base.duties)
	var p [5]gov.Problems
	b.counterparts, p[0] = link(counterparts, organs, departments, organ, department)
	b.charges, p[1] = link(charges, leaders, organs, leader, organ)
	b.assignments, p[2] = link(assignments, organs, duties, organ, duty)
	b.dispatches, p[3] = link(dispatches, departments, organs, department, organ)
	b.shared, p[4] = link(shared, organs, organs, organ, organ)
	slices.SortFunc(b.successions, compareEnds)
	return append(problems, slices.Concat(p[:]...)...)
}

func (b *block) checkSections(e *gov.Counterpart) gov.Problems {
	var problems gov.Problems
	for _, key := range e.Sections {
		if s := b.base.find(gov.NodeSection, key); s < 0 || b.base.sections[s].Department != e.To {
			problems = append(problems, gov.Errorf(gov.CodeInvalid, "科室 %s 不属于 %s", "section %s is not of %s", key, e.To).At(gov.EdgeKey(e), "sections"))
		}
	}
	return problems
}

func (b *block) find(kind gov.NodeKind, key string) int32 { return find(b.at, kind, key) }

func (b *block) node(p place) gov.Node {
	switch p.kind {
	case gov.NodeTownship:
		return b.township
	case gov.NodeOrgan:
		return b.organs[p.index]
	case gov.NodeLeader:
		return b.leaders[p.index]
	case gov.NodeFormer:
		return b.formers[p.index]
	}
	return nil
}

// content lists every node and edge of the block.
func (b *block) content() ([]gov.Node, []gov.Edge) { return b.nodes(), b.edges() }

func (b *block) nodes() []gov.Node {
	nodes := make([]gov.Node, 0, len(b.at))
	nodes = append(nodes, b.township)
	nodes = appendNodes(nodes, b.organs)
	nodes = appendNodes(nodes, b.leaders)
	return appendNodes(nodes, b.formers)
}

func (b *block) edges() []gov.Edge {
	edges := slices.Grow([]gov.Edge(nil), len(b.counterparts.edges)+len(b.charges.edges)+len(b.assignments.edges))
	edges = appendEdges(edges, b.counterparts.edges)
	edges = appendEdges(edges, b.charges.edges)
	edges = appendEdges(edges, b.assignments.edges)
	edges = appendEdges(edges, b.dispatches.edges)
	edges = appendEdges(edges, b.shared.edges)
	return appendEdges(edges, b.successions)
}

// townshipOf is the township a node belongs to by its own word; empty for the county's own.
func townshipOf(n gov.Node) string {
	switch n := n.(type) {
	case *gov.Township:
		return n.Key
	case *gov.Organ:
		return n.Township
	case *gov.Leader:
		return n.Township
	case *gov.Former:
		return n.Township
	}
	return ""
}
