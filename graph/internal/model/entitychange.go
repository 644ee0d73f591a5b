package model

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"

	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// EntityChange is what became of one node; both sides are the same where it was kept.
type EntityChange struct {
	before, after gov.Node // one of them may be nil
	from, to      *snapshot.County
}

// EntityChangeConnection is a page of them.
type EntityChangeConnection struct{ page.Connection[EntityChange] }

// EntityChangeEdge is one with its cursor.
type EntityChangeEdge = page.Edge[EntityChange]

var entityChangeOrder = page.Order[EntityChange]{Name: "kind key", Key: func(c EntityChange) page.Tuple {
	return page.Tuple{page.Int(int64(nodePlace(c.Kind()))), page.Text(c.Key())}
}}

// nodeKinds is the order in which kinds of nodes are listed.
var nodeKinds = []gov.NodeKind{
	gov.NodeCounty, gov.NodeTownship, gov.NodeOrgan, gov.NodeDepartment, gov.NodeSection, gov.NodeLeader, gov.NodeDuty,
	gov.NodeMeasure, gov.NodeIndicator, gov.NodeSource, gov.NodeFormer,
}

func nodePlace(k gov.NodeKind) int { return slices.Index(nodeKinds, k) }

// entityChanges are all nodes of two versions in their order.
func entityChanges(from, to *snapshot.County, d gov.Delta) []EntityChange {
	changed := make(map[string]bool, len(d.Nodes))
	var out []EntityChange
	for _, n := range d.Nodes {
		changed[n.Key()] = true
		out = append(out, EntityChange{n.Before, n.After, from, to})
	}
	for _, n := range to.Graph().Nodes {
		if !changed[n.NodeKey()] {
			out = append(out, EntityChange{n, n, from, to})
		}
	}
	entityChangeOrder.Sort(out)
	return out
}

// Change is what became of it.
func (c EntityChange) Change() ChangeKind {
	switch {
	case c.before == nil || former(c.before) && c.after != nil && !former(c.after):
		return ChangeAdded
	case c.after == nil || former(c.after) && !former(c.before):
		return ChangeRemoved
	case gov.Equal(c.before, c.after):
		return ChangeKept
	}
	return ChangeChanged
}

func former(n gov.Node) bool { return n.NodeKind() == gov.NodeFormer }

// node is the side it is listed by: what was removed as it was, all else as it is.
func (c EntityChange) node() gov.Node {
	if c.Change() == ChangeRemoved {
		return c.before
	}
	return c.after
}

// Kind is what it is, or was.
func (c EntityChange) Kind() gov.NodeKind { return c.node().NodeKind() }

// Key is its key.
func (c EntityChange) Key() string { return c.node().NodeKey() }

// Name is what it is called, or was.
func (c EntityChange) Name() string { return c.node().NodeName() }

// Before is the entity in the older version; nil where it was not there, and for the county itself.
func (c EntityChange) Before() snapshot.Entity { return entityIn(c.from, c.before) }

// After is the entity in the newer version; a Former where it was dissolved.
func (c EntityChange) After() snapshot.Entity { return entityIn(c.to, c.after) }

func entityIn(c *snapshot.County, n gov.Node) snapshot.Entity {
	if c == nil || n == nil {
		return nil
	}
	if e, ok := c.Entity(n.NodeKey()); ok {
		return e
	}
	return nil
}

// Attributes are those whose values differ, where both sides are of one kind.
func (c EntityChange) Attributes() ([]AttributeChange, error) {
	if c.Change() != ChangeChanged {
		return []AttributeChange{}, nil
	}
	return attributeChanges(c.before, c.after)
}

// attributeChanges compares two values of one type by their JSON, name by name.
func attributeChanges(before, after any) ([]AttributeChange, error) {
	a, err := fields(before)
	if err != nil {
		return nil, err
	}
	b, err := fields(after)
	if err != nil {
		return nil, err
	}
	names := slices.Collect(maps.Keys(a))
	for name := range b {
		if _, both := a[name]; !both {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	out := []AttributeChange{}
	for _, name := range names {
		if cmp.Compare(string(a[name]), string(b[name])) != 0 {
			out = append(out, AttributeChange{name, a[name], b[name]})
		}
	}
	return out, nil
}

func fields(v any) (map[string]json.RawMessage, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var out map[string]json.RawMessage
	return out, json.Unmarshal(raw, &out)
}
