package snapshot

import (
	"iter"

	"tiaokuai/internal/gov"
)

// Townships are the county's townships in order.
func (c *County) Townships() []Township {
	out := make([]Township, len(c.blocks))
	for i, b := range c.blocks {
		out[i] = Township{b.township, c, int32(i)}
	}
	return out
}

// Departments are the county's departments in order.
func (c *County) Departments() []Department {
	out := make([]Department, len(c.base.departments))
	for i := range out {
		out[i] = c.department(int32(i))
	}
	return out
}

// Duties are the county's duties in order.
func (c *County) Duties() []Duty {
	out := make([]Duty, len(c.base.duties))
	for i := range out {
		out[i] = c.duty(int32(i))
	}
	return out
}

// Measures are the county's measures in order.
func (c *County) Measures() []Measure {
	out := make([]Measure, len(c.base.measures))
	for i, m := range c.base.measures {
		out[i] = Measure{m, c}
	}
	return out
}

// Indicators are the county's indicators in order.
func (c *County) Indicators() []Indicator {
	out := make([]Indicator, len(c.base.indicators))
	for i, n := range c.base.indicators {
		out[i] = Indicator{n, c}
	}
	return out
}

// Sources are the county's sources in order of their keys.
func (c *County) Sources() []Source {
	out := make([]Source, len(c.base.sources))
	for i, s := range c.base.sources {
		out[i] = Source{s, c}
	}
	return out
}

// Organs are the organs of every township in order.
func (c *County) Organs() []Organ {
	out := make([]Organ, 0, c.count(func(b *block) int { return len(b.organs) }))
	for t, b := range c.blocks {
		for i := range b.organs {
			out = append(out, c.organ(int32(t), int32(i)))
		}
	}
	return out
}

// Leaders are the leaders of every township in order.
func (c *County) Leaders() []Leader {
	out := make([]Leader, 0, c.count(func(b *block) int { return len(b.leaders) }))
	for t, b := range c.blocks {
		for i := range b.leaders {
			out = append(out, c.leader(int32(t), int32(i)))
		}
	}
	return out
}

// Formers are all dissolved organs, departments and sections.
func (c *County) Formers() []Former {
	var out []Former
	for _, f := range c.base.formers {
		out = append(out, Former{f, c})
	}
	for _, b := range c.blocks {
		for _, f := range b.formers {
			out = append(out, Former{f, c})
		}
	}
	return out
}

func (c *County) count(of func(*block) int) int {
	n := 0
	for _, b := range c.blocks {
		n += of(b)
	}
	return n
}

func (c *County) organ(t, i int32) Organ { return Organ{c.blocks[t].organs[i], c, t, i} }

func (c *County) leader(t, i int32) Leader { return Leader{c.blocks[t].leaders[i], c, t, i} }

func (c *County) department(i int32) Department { return Department{c.base.departments[i], c, i} }

func (c *County) section(i int32) Section { return Section{c.base.sections[i], c, i} }

func (c *County) duty(i int32) Duty { return Duty{c.base.duties[i], c, i} }

// Entity is the handle of the node with a key; false if the county has none below itself.
func (c *County) Entity(key string) (Entity, bool) {
	if p, ok := c.base.at[key]; ok {
		return c.baseEntity(p)
	}
	for t, b := range c.blocks {
		if p, ok := b.at[key]; ok {
			return c.blockEntity(int32(t), p), true
		}
	}
	return nil, false
}

func (c *County) baseEntity(p place) (Entity, bool) {
	switch p.kind {
	case gov.NodeDepartment:
		return c.department(p.index), true
	case gov.NodeSection:
		return c.section(p.index), true
	case gov.NodeDuty:
		return c.duty(p.index), true
	case gov.NodeMeasure:
		return Measure{c.base.measures[p.index], c}, true
	case gov.NodeIndicator:
		return Indicator{c.base.indicators[p.index], c}, true
	case gov.NodeSource:
		return Source{c.base.sources[p.index], c}, true
	case gov.NodeFormer:
		return Former{c.base.formers[p.index], c}, true
	}
	return nil, false
}

func (c *County) blockEntity(t int32, p place) Entity {
	switch p.kind {
	case gov.NodeTownship:
		return Township{c.blocks[t].township, c, t}
	case gov.NodeOrgan:
		return c.organ(t, p.index)
	case gov.NodeLeader:
		return c.leader(t, p.index)
	}
	return Former{c.blocks[t].formers[p.index], c}
}

// Lookup is the handle of the node with a key if it is of type T.
func Lookup[T Entity](c *County, key string) (T, bool) {
	e, ok := c.Entity(key)
	if !ok {
		var none T
		return none, false
	}
	h, ok := e.(T)
	return h, ok
}

// SourcesOf are the handles of the sources that a provenance names; a key without a source is left out.
func (c *County) SourcesOf(p gov.Provenance) []Source {
	out := make([]Source, 0, len(p.Sources))
	for _, key := range p.Sources {
		if i := c.base.find(gov.NodeSource, key); i >= 0 {
			out = append(out, Source{c.base.sources[i], c})
		}
	}
	return out
}

// Nodes are all nodes, the county itself among them, in no order that matters; [County.Graph] sorts them.
func (c *County) Nodes() iter.Seq[gov.Node] {
	return func(yield func(gov.Node) bool) {
		if !each(c.base.nodes(), yield) {
			return
		}
		for _, b := range c.blocks {
			if !each(b.nodes(), yield) {
				return
			}
		}
	}
}

// Edges are all edges, in no order that matters.
func (c *County) Edges() iter.Seq[gov.Edge] {
	return func(yield func(gov.Edge) bool) {
		if !each(c.base.edges(), yield) {
			return
		}
		for _, b := range c.blocks {
			if !each(b.edges(), yield) {
				return
			}
		}
	}
}

func each[T any](values []T, yield func(T) bool) bool {
	for _, v := range values {
		if !yield(v) {
			return false
		}
	}
	return true
}
