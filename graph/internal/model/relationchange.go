package model

import (
	"slices"

	"tiaokuai/graph/internal/explore"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// RelationChange is what became of one edge; both sides are the same where it was kept.
type RelationChange struct {
	before, after gov.Edge // one of them may be nil
	from, to      *snapshot.County
}

// RelationChangeConnection is a page of them.
type RelationChangeConnection struct {
	page.Connection[RelationChange]
}

// RelationChangeEdge is one with its cursor.
type RelationChangeEdge = page.Edge[RelationChange]

var relationChangeOrder = page.Order[RelationChange]{Name: "relation key", Key: func(c RelationChange) page.Tuple {
	return page.Tuple{page.Int(int64(slices.Index(edgeKinds, c.edge().EdgeKind()))), page.Text(gov.EdgeKey(c.edge()))}
}}

// edgeKinds is the order in which kinds of edges are listed.
var edgeKinds = []gov.EdgeKind{
	gov.EdgeCounterpart, gov.EdgeCharge, gov.EdgeAssignment, gov.EdgeDispatch, gov.EdgeSharedOffice, gov.EdgeSuccession,
}

// relationChanges are all edges of two versions in their order.
func relationChanges(from, to *snapshot.County, d gov.Delta) []RelationChange {
	changed := make(map[string]bool, len(d.Edges))
	var out []RelationChange
	for _, e := range d.Edges {
		changed[e.Key()] = true
		out = append(out, RelationChange{e.Before, e.After, from, to})
	}
	for _, e := range to.Graph().Edges {
		if !changed[gov.EdgeKey(e)] {
			out = append(out, RelationChange{e, e, from, to})
		}
	}
	relationChangeOrder.Sort(out)
	return out
}

// Change is what became of it.
func (c RelationChange) Change() ChangeKind {
	switch {
	case c.before == nil:
		return ChangeAdded
	case c.after == nil:
		return ChangeRemoved
	case gov.Equal(c.before, c.after):
		return ChangeKept
	}
	return ChangeChanged
}

func (c RelationChange) edge() gov.Edge {
	if c.after == nil {
		return c.before
	}
	return c.after
}

// Relation is what it says.
func (c RelationChange) Relation() explore.Relation { return explore.Relation(c.edge().EdgeKind()) }

// From is the end it leads from, in the newest version that has it.
func (c RelationChange) From() snapshot.Entity {
	from, _ := c.edge().Ends()
	return c.end(from)
}

// To is the end it leads to.
func (c RelationChange) To() snapshot.Entity {
	_, to := c.edge().Ends()
	return c.end(to)
}

func (c RelationChange) end(key string) snapshot.Entity {
	for _, county := range c.sides() {
		if e, ok := county.Entity(key); ok {
			return e
		}
	}
	return nil
}

// sides are the versions that have the edge, the newer first.
func (c RelationChange) sides() []*snapshot.County {
	var out []*snapshot.County
	if c.after != nil {
		out = append(out, c.to)
	}
	if c.before != nil && c.from != nil {
		out = append(out, c.from)
	}
	return out
}

// Attributes are those whose values differ.
func (c RelationChange) Attributes() ([]AttributeChange, error) {
	if c.Change() != ChangeChanged {
		return []AttributeChange{}, nil
	}
	return attributeChanges(c.before, c.after)
}
