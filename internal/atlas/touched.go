package atlas

import "tiaokuai/internal/gov"

// touched is what a delta changed: keys of nodes and of edges, and the nodes it added, which taking it back removes
// with all that hangs on them.
type touched struct {
	nodes, edges, added map[string]bool
}

func touchedBy(d gov.Delta) touched {
	t := touched{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, c := range d.Nodes {
		t.nodes[c.Key()] = true
		if c.Before == nil {
			t.added[c.Key()] = true
		}
	}
	for _, c := range d.Edges {
		t.edges[c.Key()] = true
	}
	return t
}

// by says whether a delta touches the same, or hangs something on a node that was added.
func (t touched) by(d gov.Delta) bool {
	for _, c := range d.Nodes {
		if t.nodes[c.Key()] || c.After != nil && t.added[parent(c.After)] {
			return true
		}
	}
	for _, c := range d.Edges {
		if from, to := c.Edge().Ends(); t.edges[c.Key()] || t.added[from] || t.added[to] {
			return true
		}
	}
	return false
}

// parent is the key of the township or department that a node belongs to; empty for none.
func parent(n gov.Node) string {
	if s, ok := n.(*gov.Section); ok {
		return s.Department
	}
	return gov.TownshipOf(n)
}
