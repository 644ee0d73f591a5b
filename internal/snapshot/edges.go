package snapshot

import "tiaokuai/internal/gov"

// Counterpart is a handle of one 对口 edge.
type Counterpart struct {
	*gov.Counterpart
	c    *County
	t, i int32
}

// Organ is the organ that answers.
func (e Counterpart) Organ() Organ { return e.c.organ(e.t, e.c.blocks[e.t].counterparts.from[e.i]) }

// Department is the department it answers to.
func (e Counterpart) Department() Department {
	return e.c.department(e.c.blocks[e.t].counterparts.to[e.i])
}

// Sections are the sections it is narrowed to, in the order of their keys; none = the whole department.
func (e Counterpart) Sections() []Section {
	out := make([]Section, len(e.Counterpart.Sections))
	for i, key := range e.Counterpart.Sections {
		out[i] = e.c.section(e.c.base.find(gov.NodeSection, key))
	}
	return out
}

// Charge is a handle of one 分管 edge.
type Charge struct {
	*gov.Charge
	c    *County
	t, i int32
}

// Leader is the leader in charge.
func (e Charge) Leader() Leader { return e.c.leader(e.t, e.c.blocks[e.t].charges.from[e.i]) }

// Organ is the organ in charge of.
func (e Charge) Organ() Organ { return e.c.organ(e.t, e.c.blocks[e.t].charges.to[e.i]) }

// Assignment is a handle of one 承担 edge of an organ or, with no township, of a department.
type Assignment struct {
	*gov.Assignment
	c    *County
	t, i int32 // t is −1 for a department's
}

func (e Assignment) relation() *relation[*gov.Assignment] {
	if e.t < 0 {
		return &e.c.base.assignments
	}
	return &e.c.blocks[e.t].assignments
}

// Duty is the duty carried.
func (e Assignment) Duty() Duty { return e.c.duty(e.relation().to[e.i]) }

// Organ is the organ that carries it; false where a department does.
func (e Assignment) Organ() (Organ, bool) {
	if e.t < 0 {
		return Organ{}, false
	}
	return e.c.organ(e.t, e.relation().from[e.i]), true
}

// Bearer is the Organ or Department that carries it.
func (e Assignment) Bearer() Entity {
	if o, ok := e.Organ(); ok {
		return o
	}
	return e.c.department(e.relation().from[e.i])
}

// Dispatch is a handle of one 派驻 edge.
type Dispatch struct {
	*gov.Dispatch
	c    *County
	t, i int32
}

// Department is the department that stationed the organ.
func (e Dispatch) Department() Department {
	return e.c.department(e.c.blocks[e.t].dispatches.from[e.i])
}

// Organ is the organ stationed.
func (e Dispatch) Organ() Organ { return e.c.organ(e.t, e.c.blocks[e.t].dispatches.to[e.i]) }

// Edge is the edge of a kind between two keys; false if there is none.
func (c *County) Edge(kind gov.EdgeKind, from, to string) (gov.Edge, bool) {
	if kind == gov.EdgeAssignment {
		return c.assignment(from, to)
	}
	for _, e := range c.EdgesOf(from) {
		f, t := e.Ends()
		if e.EdgeKind() == kind && f == from && t == to {
			return e, true
		}
	}
	return nil, false
}

// assignment is Edge for the kind that one bearer has hundreds of.
func (c *County) assignment(from, to string) (gov.Edge, bool) {
	duty := c.base.find(gov.NodeDuty, to)
	if duty < 0 {
		return nil, false
	}
	if i := c.base.find(gov.NodeDepartment, from); i >= 0 {
		return between(&c.base.assignments, i, duty)
	}
	for _, b := range c.blocks {
		if i := b.find(gov.NodeOrgan, from); i >= 0 {
			return between(&b.assignments, i, duty)
		}
	}
	return nil, false
}

// EdgesOf are all edges that a key is an end of, in no order that matters.
func (c *County) EdgesOf(key string) []gov.Edge {
	if p, ok := c.base.at[key]; ok {
		return c.baseEdges(p, key)
	}
	for _, b := range c.blocks {
		if p, ok := b.at[key]; ok {
			return append(b.edgesOf(p, key), c.reaching(key)...)
		}
	}
	return nil
}

// reaching are the successions that lead to a key, from whatever part.
func (c *County) reaching(key string) []gov.Edge {
	out := successionsTo(nil, c.base.successions, key)
	for _, b := range c.blocks {
		out = successionsTo(out, b.successions, key)
	}
	return out
}

func successionsTo(out []gov.Edge, es []*gov.Succession, key string) []gov.Edge {
	for _, e := range es {
		if e.To == key {
			out = append(out, e)
		}
	}
	return out
}

func successionsFrom(out []gov.Edge, es []*gov.Succession, key string) []gov.Edge {
	for _, e := range es {
		if e.From == key {
			out = append(out, e)
		}
	}
	return out
}

func (c *County) baseEdges(p place, key string) []gov.Edge {
	out := c.reaching(key)
	switch p.kind {
	case gov.NodeDepartment:
		out = appendLeaving(out, &c.base.assignments, p.index)
		for _, b := range c.blocks {
			out = appendReaching(out, &b.counterparts, p.index)
			out = appendLeaving(out, &b.dispatches, p.index)
		}
	case gov.NodeDuty:
		out = appendReaching(out, &c.base.assignments, p.index)
		for _, b := range c.blocks {
			out = appendReaching(out, &b.assignments, p.index)
		}
	case gov.NodeFormer:
		out = successionsFrom(out, c.base.successions, key)
	}
	return out
}

func (b *block) edgesOf(p place, key string) []gov.Edge {
	var out []gov.Edge
	switch p.kind {
	case gov.NodeOrgan:
		out = appendLeaving(out, &b.counterparts, p.index)
		out = appendLeaving(out, &b.assignments, p.index)
		out = appendReaching(out, &b.charges, p.index)
		out = appendReaching(out, &b.dispatches, p.index)
		out = appendLeaving(out, &b.shared, p.index)
		out = appendReaching(out, &b.shared, p.index)
	case gov.NodeLeader:
		out = appendLeaving(out, &b.charges, p.index)
	case gov.NodeFormer:
		out = successionsFrom(out, b.successions, key)
	}
	return out
}

func appendLeaving[E gov.Edge](out []gov.Edge, r *relation[E], i int32) []gov.Edge {
	first, end := r.leaving(i)
	return appendEdges(out, r.edges[first:end])
}

func appendReaching[E gov.Edge](out []gov.Edge, r *relation[E], j int32) []gov.Edge {
	for _, i := range r.reaching(j) {
		out = append(out, r.edges[i])
	}
	return out
}
