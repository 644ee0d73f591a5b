package snapshot

import "tiaokuai/internal/gov"

func (t Township) block() *block { return t.c.blocks[t.t] }

// Index is the township's place among the county's, from 0.
func (t Township) Index() int { return int(t.t) }

// Cell keeps what is derived from this township and the county's own nodes; it is shared by every snapshot in which
// neither changed.
func (t Township) Cell() *Cell { return &t.block().cell }

// Organs are the township's organs in order, stations and statutory bodies among them.
func (t Township) Organs() []Organ {
	out := make([]Organ, len(t.block().organs))
	for i := range out {
		out[i] = t.c.organ(t.t, int32(i))
	}
	return out
}

// Leaders are the township's leaders in order.
func (t Township) Leaders() []Leader {
	out := make([]Leader, len(t.block().leaders))
	for i := range out {
		out[i] = t.c.leader(t.t, int32(i))
	}
	return out
}

// Formers are the township's dissolved organs.
func (t Township) Formers() []Former {
	out := make([]Former, 0, len(t.block().formers))
	for _, f := range t.block().formers {
		out = append(out, Former{f, t.c})
	}
	return out
}

// Facing are the township's 对口 edges to one department, of every nature, in the order of the organs.
func (t Township) Facing(d Department) []Counterpart {
	r := &t.block().counterparts
	out := make([]Counterpart, 0, len(r.reaching(d.i)))
	for _, i := range r.reaching(d.i) {
		out = append(out, Counterpart{r.edges[i], t.c, t.t, i})
	}
	return out
}

// Carrying are the township's organs' 承担 edges to one duty, in the order of the organs.
func (t Township) Carrying(d Duty) []Assignment {
	r := &t.block().assignments
	out := make([]Assignment, 0, len(r.reaching(d.i)))
	for _, i := range r.reaching(d.i) {
		out = append(out, Assignment{r.edges[i], t.c, t.t, i})
	}
	return out
}

// Township is the township the leader belongs to.
func (l Leader) Township() Township { return Township{l.c.blocks[l.t].township, l.c, l.t} }

// Charges are the leader's 分管 edges, in the order of the organs.
func (l Leader) Charges() []Charge {
	r := &l.c.blocks[l.t].charges
	first, end := r.leaving(l.i)
	out := make([]Charge, 0, end-first)
	for i := first; i < end; i++ {
		out = append(out, Charge{r.edges[i], l.c, l.t, i})
	}
	return out
}

// Township is the township a dissolved organ belonged to; false for a department or section.
func (f Former) Township() (Township, bool) { return Lookup[Township](f.c, f.Former.Township) }

// Succession is one step from a former to what it became.
type Succession struct {
	*gov.Succession
	c *County
}

// Successor is what it became: a living Organ, Department or Section, or a Former in its turn.
func (s Succession) Successor() Entity {
	e, _ := s.c.Entity(s.To)
	return e
}

// Successions are what the former became, in the order of their keys; none if it was abolished.
func (f Former) Successions() []Succession {
	var out []Succession
	for _, e := range f.c.EdgesOf(f.Key) {
		if s, ok := e.(*gov.Succession); ok && s.From == f.Key {
			out = append(out, Succession{s, f.c})
		}
	}
	return out
}

// Successors are the living organs, departments or sections that a former leads to, over every step.
func (f Former) Successors() []Entity {
	var out []Entity
	seen := map[string]bool{f.Key: true}
	queue := f.Successions()
	for len(queue) > 0 {
		s := queue[0]
		queue = queue[1:]
		if seen[s.To] {
			continue
		}
		seen[s.To] = true
		e := s.Successor()
		if former, ok := e.(Former); ok {
			queue = append(queue, former.Successions()...)
			continue
		}
		out = append(out, e)
	}
	return out
}

func (c *County) predecessors(key string) []Former {
	var out []Former
	for _, e := range c.reaching(key) {
		if f, ok := Lookup[Former](c, e.(*gov.Succession).From); ok {
			out = append(out, f)
		}
	}
	return out
}
