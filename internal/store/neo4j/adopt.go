package neo4j

import (
	"tiaokuai/internal/gov"
)

// adopt takes into the log what others changed: the graph must be as the delta's after-images say, and what it adopts
// is written in our own form, so that a later append finds it as the log has it.
func (t tx) adopt(county string, d gov.Delta) error {
	observed, _, err := t.graph(county, true)
	if err != nil {
		return err
	}
	if err := compareAfter(county, observed, d); err != nil {
		return err
	}
	p, err := t.plan(county, d)
	if err != nil {
		return err
	}
	if err := p.rewriteNodes(); err != nil {
		return err
	}
	if err := p.touchEdges("edge_update", p.after, func(c gov.EdgeChange) bool { return c.After != nil },
		func(c gov.EdgeChange) map[string]any { return full(c.After) }); err != nil {
		return err
	}
	return p.drawRegions()
}

// compareAfter holds a delta's after-images against the graph.
func compareAfter(county string, g gov.Graph, d gov.Delta) error {
	nodes, edges := make(map[string]gov.Node, len(g.Nodes)), make(map[string]gov.Edge, len(g.Edges))
	for _, n := range g.Nodes {
		nodes[n.NodeKey()] = n
	}
	for _, e := range g.Edges {
		edges[gov.EdgeKey(e)] = e
	}
	for _, c := range d.Nodes {
		if !gov.Equal(nodes[c.Key()], c.After) {
			return changedAgain(county, c.Key())
		}
	}
	for _, c := range d.Edges {
		if !gov.Equal(edges[c.Key()], c.After) {
			return changedAgain(county, c.Key())
		}
	}
	return nil
}

func changedAgain(county, key string) error {
	return gov.Errorf(gov.CodeConflict, "%[2]s 不是要采纳的样子，可能又被改动", "%[2]s is not as it is to be adopted: somebody may have changed it again", county, key).
		Advise("请重新运行 server reconcile %[1]s", "run server reconcile %[1]s again", county)
}

// rewriteNodes writes every property of what is adopted and draws what it belongs to.
func (p *plan) rewriteNodes() error {
	order, groups := grouped(p.delta.Nodes, func(c gov.NodeChange) (label, bool) { return labelOf(c.After), c.After != nil })
	for _, l := range order {
		var set, draw []row
		for _, c := range groups[l] {
			set = append(set, row{"key": c.Key(), "props": full(c.After)})
			draw = append(draw, p.drawing(c.After))
		}
		if err := p.touch("node_update", names{Label: l}, set); err != nil {
			return err
		}
		if err := p.draw(l, draw); err != nil {
			return err
		}
	}
	return nil
}
