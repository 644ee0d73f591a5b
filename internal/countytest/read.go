package countytest

import (
	"fmt"
	"strings"
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Parse is the county that a text in the notation tells, at revision 1. It fails the test where the text can't be read.
func Parse(tb testing.TB, text string) *snapshot.County {
	tb.Helper()
	c, err := Read(text)
	if err != nil {
		tb.Fatalf("county: %v", err)
	}
	return c
}

// Read is Parse with an error; it names the line.
func Read(text string) (*snapshot.County, error) {
	g, err := ReadGraph(text)
	if err != nil {
		return nil, err
	}
	return snapshot.Build(g, snapshot.Meta{Revision: 1})
}

// ReadGraph is the county of a text as plain values, sorted.
func ReadGraph(text string) (gov.Graph, error) {
	r := newReader()
	for i, one := range strings.Split(text, "\n") {
		l, err := readLine(i+1, one)
		if err == nil && l != nil {
			err = r.node(l)
		}
		if err != nil {
			return gov.Graph{}, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	for _, link := range r.links {
		if err := link.run(); err != nil {
			return gov.Graph{}, fmt.Errorf("line %d: %w", link.line, err)
		}
	}
	return r.graph()
}

// reader gathers what the lines tell. Nodes are made as their lines are read; links, which may look ahead, afterwards.
type reader struct {
	nodes     map[string]gov.Node
	lineOf    map[string]int // of a node's key or an edge's
	edges     map[string]gov.Edge
	named     map[string][]string // name → keys
	townships []*gov.Township     // the ones the next lines are said of
	duty      *gov.Duty           // the one the next lines are said of
	links     []link
}

// link is work put off until every node is known.
type link struct {
	line int
	run  func() error
}

func newReader() *reader {
	return &reader{nodes: map[string]gov.Node{}, lineOf: map[string]int{}, edges: map[string]gov.Edge{}, named: map[string][]string{}}
}

// key is the key a line says, else a minted one.
func (r *reader) key(l *line, kind gov.NodeKind, township, name string) string {
	if key := l.text("key"); key != "" {
		return key
	}
	return gov.Mint(kind, township, name, func(key string) bool { return r.nodes[key] != nil })
}

func (r *reader) add(l *line, n gov.Node) error {
	key := n.NodeKey()
	if r.nodes[key] != nil {
		return fmt.Errorf("key %s is used twice", key)
	}
	r.nodes[key], r.lineOf[key] = n, l.number
	r.named[n.NodeName()] = append(r.named[n.NodeName()], key)
	return nil
}

func (r *reader) addEdge(l *line, e gov.Edge) error {
	key := gov.EdgeKey(e)
	if r.edges[key] != nil {
		return fmt.Errorf("edge %s is told twice", key)
	}
	r.edges[key], r.lineOf[key] = e, l.number
	return nil
}

// later puts work off until every node is known.
func (r *reader) later(l *line, run func() error) { r.links = append(r.links, link{l.number, run}) }

// graph checks every value and gives them all.
func (r *reader) graph() (gov.Graph, error) {
	var g gov.Graph
	for key, n := range r.nodes {
		if p := gov.Normalize(n).Check(); len(p) > 0 {
			return g, fmt.Errorf("line %d: %s: %w (%v)", r.lineOf[key], key, p, p[0].Path)
		}
		g.Nodes = append(g.Nodes, n)
	}
	for key, e := range r.edges {
		if p := gov.Normalize(e).Check(); len(p) > 0 {
			return g, fmt.Errorf("line %d: %s: %w (%v)", r.lineOf[key], key, p, p[0].Path)
		}
		g.Edges = append(g.Edges, e)
	}
	g.Sort()
	return g, nil
}
