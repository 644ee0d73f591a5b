package model

import (
	"context"

	"tiaokuai/graph/internal/explore"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// Evidence is a statement that a finding rests on: an edge, or an attribute of a node.
type Evidence struct {
	evidence overlap.Evidence
	c        *snapshot.County
}

func (e Evidence) ends() (kind gov.EdgeKind, from, to string) {
	if e.evidence.Edge == "" {
		return "", e.evidence.Node, ""
	}
	return gov.SplitEdgeKey(e.evidence.Edge)
}

// Relation is the edge's kind; nil for an attribute.
func (e Evidence) Relation() *explore.Relation {
	kind, _, _ := e.ends()
	if kind == "" {
		return nil
	}
	relation := explore.Relation(kind)
	return &relation
}

// From is the edge's first end, or the node with the attribute.
func (e Evidence) From() snapshot.Entity {
	_, from, _ := e.ends()
	return e.entity(from)
}

// To is the edge's second end.
func (e Evidence) To() snapshot.Entity {
	_, _, to := e.ends()
	return e.entity(to)
}

func (e Evidence) entity(key string) snapshot.Entity {
	found, _ := e.c.Entity(key)
	return found
}

// edge is the edge itself; nil for an attribute.
func (e Evidence) edge() gov.Edge {
	if e.evidence.Edge == "" {
		return nil
	}
	edge, _ := e.c.Edge(gov.SplitEdgeKey(e.evidence.Edge))
	return edge
}

// Role is the edge's role or nature; empty where it has none.
func (e Evidence) Role() string {
	switch edge := e.edge().(type) {
	case *gov.Counterpart:
		return string(edge.Nature)
	case *gov.Charge:
		return string(edge.Role)
	case *gov.Assignment:
		return string(edge.Role)
	}
	return ""
}

// Scope is what the edge covers, in words: a counterpart's scope, an assignment's content.
func (e Evidence) Scope() string {
	switch edge := e.edge().(type) {
	case *gov.Counterpart:
		return edge.Scope
	case *gov.Assignment:
		return edge.Content
	}
	return ""
}

// Attribute is the attribute's name; empty for an edge.
func (e Evidence) Attribute() string { return e.evidence.Attribute }

// Sentence reads the statement out.
func (e Evidence) Sentence(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, e.evidence.Sentence(e.c))
}

// Basis is where the statement comes from.
func (e Evidence) Basis() gov.Basis {
	return e.evidence.Origin(e.c).Basis
}

// Sources are the sources the statement names.
func (e Evidence) Sources() []snapshot.Source {
	return e.c.SourcesOf(e.evidence.Origin(e.c))
}

// Counterfactual is a finding's cost without one edge.
type Counterfactual struct {
	edge  Evidence
	found overlap.Counterfactual
}

// Relation is the edge's kind.
func (f Counterfactual) Relation() explore.Relation { return *f.edge.Relation() }

// From is the edge's first end.
func (f Counterfactual) From() snapshot.Entity { return f.edge.From() }

// To is the edge's second end.
func (f Counterfactual) To() snapshot.Entity { return f.edge.To() }

// Cost is the finding's cost without the edge.
func (f Counterfactual) Cost() gov.Micro { return f.found.CostWithout }

// Sentence reads it out.
func (f Counterfactual) Sentence(ctx context.Context, language *gov.Language) string {
	edge := f.edge.evidence.Sentence(f.edge.c)
	return In(ctx, language, gov.Text{
		ZH: "若没有“" + edge.ZH + "”，协调成本为 " + f.found.CostWithout.String(),
		EN: "without “" + edge.EN + "” the cost is " + f.found.CostWithout.String(),
	})
}
