package neo4j

import (
	"context"
	"fmt"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// Load is a county's head and current graph, read under the head's lock.
func (s *Store) Load(ctx context.Context, county string) (gov.Head, gov.Graph, error) {
	h, g, _, err := s.load(ctx, county, false)
	return h, g, err
}

// Observe is Load that tells what was left out, and takes a missing parent from the relationship drawn to it.
func (s *Store) Observe(ctx context.Context, county string) (gov.Head, gov.Graph, []store.Unreadable, error) {
	return s.load(ctx, county, true)
}

func (s *Store) load(ctx context.Context, county string, observing bool) (gov.Head, gov.Graph, []store.Unreadable, error) {
	var h gov.Head
	var g gov.Graph
	var left []store.Unreadable
	err := s.write(ctx, longRead, func(t tx) error {
		var err error
		if h, err = t.head(county); err == nil {
			g, left, err = t.graph(county, observing)
		}
		return err
	})
	if err != nil {
		return gov.Head{}, gov.Graph{}, nil, err
	}
	return h, g, left, nil
}

// graph reads a county's graph, as far as it can be part of a county.
func (t tx) graph(county string, observing bool) (gov.Graph, []store.Unreadable, error) {
	r := reading{tx: t, county: county, observing: observing}
	for _, l := range labels {
		if err := r.nodes(l); err != nil {
			return gov.Graph{}, nil, err
		}
	}
	for _, kind := range relations {
		for _, from := range kind.from {
			if err := r.edges(kind, from); err != nil {
				return gov.Graph{}, nil, err
			}
		}
	}
	r.graph.Sort()
	g, left := store.Sound(county, r.graph)
	return g, append(r.left, left...), nil
}

type reading struct {
	tx
	county    string
	observing bool // look closer: at what is missing, and at what each node's own Check says
	graph     gov.Graph
	left      []store.Unreadable
}

func (r *reading) nodes(l label) error {
	b := belongings[l]
	fill := names{Label: l, Rel: b.rel, Upwards: b.upwards}
	if r.observing {
		fill.Parent = b.parent
	}
	rows, err := r.rows("load_nodes", fill, map[string]any{"county": r.county})
	for _, row := range rows {
		r.node(l, value[map[string]any](row, "props"), value[[]any](row, "parents"))
	}
	return err
}

func (r *reading) node(l label, props map[string]any, parents []any) {
	if field := parentField[l]; field != "" && props[field] == nil && len(parents) == 1 {
		props[field] = parents[0]
	}
	n, err := decodeNode(l, props)
	if err == nil && r.observing {
		err = n.Check().Err()
	}
	if err != nil {
		key := fmt.Sprint(props["key"])
		r.leave(key, fmt.Sprintf("(:%s {key: %q})", l, key), err)
		return
	}
	r.graph.Nodes = append(r.graph.Nodes, n)
}

// parentField is the property that names the parent of a node; a county's own nodes have none.
var parentField = map[label]string{labelOrgan: "township", labelLeader: "township", labelSection: "department"}

func (r *reading) edges(kind relation, from label) error {
	rows, err := r.rows("load_edges", names{From: from, Rel: kind.rel, Ends: kind.to}, map[string]any{"county": r.county})
	for _, row := range rows {
		r.edge(kind, from, row)
	}
	return err
}

func (r *reading) edge(kind relation, label label, row *driver.Record) {
	from, to := value[string](row, "from"), value[string](row, "to")
	e, err := decodeEdge(kind.kind, from, to, value[map[string]any](row, "props"))
	if err == nil && !value[bool](row, "fits") {
		err = gov.Errorf(gov.CodeInvalid, "关系“%s”不能指向 %v", "a relationship %s can't lead to %v", kind.rel, value[[]any](row, "labels"))
	}
	if err == nil && r.observing {
		err = e.Check().Err()
	}
	if err != nil {
		r.leave(gov.EdgeKeyOf(kind.kind, from, to), fmt.Sprintf("(:%s {key: %q})-[:%s]->({key: %q})", label, from, kind.rel, to), err)
		return
	}
	r.graph.Edges = append(r.graph.Edges, e)
}

func (r *reading) leave(key, where string, err error) {
	problem, ok := err.(*gov.Error)
	if problems, several := err.(gov.Problems); several {
		problem, ok = problems[0], true
	}
	if !ok {
		problem = gov.Errorf(gov.CodeInvalid, "无法识别", "can't be read").Because(err)
	}
	r.left = append(r.left, store.Unreadable{Key: key, Where: where, Problem: problem})
}
