package atlas

import (
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
)

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

// by says whether a delta touches the same, or rests something on a node that was added: by an edge, or by a key in an attribute.
func (t touched) by(d gov.Delta) bool {
	for _, c := range d.Nodes {
		if t.nodes[c.Key()] || c.After != nil && (t.added[gov.TownshipOf(c.After)] || change.Refers(c.After, t.added)) {
			return true
		}
	}
	for _, c := range d.Edges {
		if from, to := c.Edge().Ends(); t.edges[c.Key()] || t.added[from] || t.added[to] || c.After != nil && change.EdgeRefers(c.After, t.added) {
			return true
		}
	}
	return false
}
