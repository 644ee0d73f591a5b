package proposal

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// lenses cut a county down to some of its townships: the county's own nodes stay, the other townships keep their names
// alone where a duty names them. What is found in a township depends on nothing else, and an edit of a duty then links
// one township anew in place of all.
type lenses struct {
	county *snapshot.County
	named  map[string]bool // townships that a duty names
	nodes  map[string][]gov.Node
	edges  map[string][]gov.Edge
	home   map[string]string // township by key; "" and absent: the county's own
}

func newLenses(c *snapshot.County) *lenses {
	l := &lenses{county: c, named: map[string]bool{}, nodes: map[string][]gov.Node{}, edges: map[string][]gov.Edge{}, home: map[string]string{}}
	if len(c.Townships()) < 2 {
		return l
	}
	for n := range c.Nodes() {
		t := gov.TownshipOf(n)
		switch n := n.(type) {
		case *gov.Township:
			t = n.Key
		case *gov.Duty:
			l.name(n)
		}
		if t != "" {
			l.home[n.NodeKey()] = t
		}
		l.nodes[t] = append(l.nodes[t], n)
	}
	for e := range c.Edges() {
		from, to := e.Ends()
		t := l.home[from]
		if t == "" {
			t = l.home[to]
		}
		l.edges[t] = append(l.edges[t], e)
	}
	return l
}

func (l *lenses) name(d *gov.Duty) {
	for _, key := range d.Authority.Townships {
		l.named[key] = true
	}
	for _, listing := range d.Listings {
		for _, key := range listing.Townships {
			l.named[key] = true
		}
	}
}

// on is the county cut down to some townships; the county itself where these are all.
func (l *lenses) on(townships []string) (*snapshot.County, error) {
	if len(townships) >= len(l.county.Townships()) {
		return l.county, nil
	}
	var g gov.Graph
	g.Nodes = append(g.Nodes, l.nodes[""]...)
	g.Edges = append(g.Edges, l.edges[""]...)
	inside := map[string]bool{"": true}
	for _, t := range townships {
		inside[t] = true
		g.Nodes = append(g.Nodes, l.nodes[t]...)
	}
	for _, t := range townships {
		for _, e := range l.edges[t] {
			if from, to := e.Ends(); inside[l.home[from]] && inside[l.home[to]] {
				g.Edges = append(g.Edges, e)
			}
		}
	}
	for _, t := range l.county.Townships() {
		if l.named[t.Key] && !inside[t.Key] {
			g.Nodes = append(g.Nodes, t.Township)
		}
	}
	return snapshot.Build(g, l.county.Meta())
}
