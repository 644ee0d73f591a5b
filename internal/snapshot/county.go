package snapshot

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"tiaokuai/internal/gov"
)

// Meta says which revision a snapshot is, and in which world it is read.
type Meta struct {
	World      gov.World
	Revision   int64
	CommitID   string
	RecordedAt time.Time
	Effective  gov.Date
}

// County is a county at one revision. It never changes; all methods are safe for concurrent use.
type County struct {
	*gov.County
	meta   Meta
	base   *base
	blocks []*block // in order of the townships' (order, key)
	cell   Cell
}

// Build links a whole graph. It reports every edge whose end is missing and every node whose parent is.
func Build(g gov.Graph, meta Meta) (*County, error) {
	parts := newParts()
	for _, n := range g.Nodes {
		parts.addNode(townshipOf(n), n)
	}
	townships := make(map[string]string, len(g.Nodes))
	for _, n := range g.Nodes {
		townships[n.NodeKey()] = townshipOf(n)
	}
	if len(townships) != len(g.Nodes) {
		return nil, gov.Errorf(gov.CodeInvalid, "编号重复", "a key is used twice")
	}
	for _, e := range g.Edges {
		parts.addEdge(edgeTownship(e, func(key string) string { return townships[key] }), e)
	}
	return assemble(parts, nil, meta)
}

// In is the same snapshot read in another world.
func (c *County) In(world gov.World) *County {
	meta := c.meta
	meta.World = world
	return c.With(meta)
}

// Meta says which revision the snapshot is.
func (c *County) Meta() Meta { return c.meta }

// Revision counts the county's commits; 0 is a county that was never committed.
func (c *County) Revision() int64 { return c.meta.Revision }

// UpdatedAt is when the revision was recorded.
func (c *County) UpdatedAt() time.Time { return c.meta.RecordedAt }

// Cell keeps what is derived from the whole snapshot; see [County.BaseCell] and [Township.Cell] for its parts.
func (c *County) Cell() *Cell { return &c.cell }

// BaseCell keeps what is derived from the county's own nodes alone.
func (c *County) BaseCell() *Cell { return &c.base.cell }

// Graph is the whole county as plain values in order of their keys.
func (c *County) Graph() gov.Graph {
	var g gov.Graph
	g.Nodes, g.Edges = c.base.content()
	for _, b := range c.blocks {
		nodes, edges := b.content()
		g.Nodes = append(g.Nodes, nodes...)
		g.Edges = append(g.Edges, edges...)
	}
	g.Sort()
	return g
}

// Parts gives each immutable part by identity with its estimated size in bytes, so that a cache counts a part that
// several snapshots share once.
func (c *County) Parts() iter.Seq2[any, int] {
	return func(yield func(any, int) bool) {
		if !yield(c.base, c.base.bytes) {
			return
		}
		for _, b := range c.blocks {
			if !yield(b, b.bytes) {
				return
			}
		}
	}
}

// Node is the node with a key; false if the county has none.
func (c *County) Node(key string) (gov.Node, bool) {
	if p, ok := c.base.at[key]; ok {
		return c.base.node(p), true
	}
	for _, b := range c.blocks {
		if p, ok := b.at[key]; ok {
			return b.node(p), true
		}
	}
	return nil, false
}

// townshipOfKey is the township a key stands in, empty for the county's own nodes and for none.
func (c *County) townshipOfKey(key string) string {
	for _, b := range c.blocks {
		if _, ok := b.at[key]; ok {
			return b.township.Key
		}
	}
	return ""
}

func (c *County) blockIndex(township string) int {
	return slices.IndexFunc(c.blocks, func(b *block) bool { return b.township.Key == township })
}

func compareBlocks(a, b *block) int {
	return cmp.Or(cmp.Compare(a.township.Order, b.township.Order), cmp.Compare(a.township.Key, b.township.Key))
}

// edgeTownship is the township whose block holds an edge.
func edgeTownship(e gov.Edge, townshipOf func(key string) string) string {
	from, to := e.Ends()
	switch e.EdgeKind() {
	case gov.EdgeCharge, gov.EdgeDispatch:
		return townshipOf(to)
	}
	return townshipOf(from)
}

// With is the same snapshot under another meta.
func (c *County) With(meta Meta) *County {
	return &County{County: c.County, meta: meta, base: c.base, blocks: c.blocks}
}
