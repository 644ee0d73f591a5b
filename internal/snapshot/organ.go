package snapshot

// Township is the township the organ belongs to.
func (o Organ) Township() Township { return Township{o.block().township, o.c, o.t} }

func (o Organ) block() *block { return o.c.blocks[o.t] }

// Counterparts are the organ's 对口 edges, of every nature, in the order of the departments.
func (o Organ) Counterparts() []Counterpart {
	r := &o.block().counterparts
	first, end := r.leaving(o.i)
	out := make([]Counterpart, 0, end-first)
	for i := first; i < end; i++ {
		out = append(out, Counterpart{r.edges[i], o.c, o.t, i})
	}
	return out
}

// Departments are the departments the organ answers to, by any nature of counterpart.
func (o Organ) Departments() []Department {
	r := &o.block().counterparts
	first, end := r.leaving(o.i)
	out := make([]Department, 0, end-first)
	for i := first; i < end; i++ {
		out = append(out, o.c.department(r.to[i]))
	}
	return out
}

// Charges are the 分管 edges that reach the organ, in the order of the leaders.
func (o Organ) Charges() []Charge {
	r := &o.block().charges
	out := make([]Charge, 0, len(r.reaching(o.i)))
	for _, i := range r.reaching(o.i) {
		out = append(out, Charge{r.edges[i], o.c, o.t, i})
	}
	return out
}

// Assignments are the duties the organ carries, in the order of the duties.
func (o Organ) Assignments() []Assignment {
	r := &o.block().assignments
	first, end := r.leaving(o.i)
	out := make([]Assignment, 0, end-first)
	for i := first; i < end; i++ {
		out = append(out, Assignment{r.edges[i], o.c, o.t, i})
	}
	return out
}

// Dispatches are the departments that stationed the organ.
func (o Organ) Dispatches() []Dispatch {
	r := &o.block().dispatches
	out := make([]Dispatch, 0, len(r.reaching(o.i)))
	for _, i := range r.reaching(o.i) {
		out = append(out, Dispatch{r.edges[i], o.c, o.t, i})
	}
	return out
}

// SharesOfficeWith are the organs that work as one with it (合署办公).
func (o Organ) SharesOfficeWith() []Organ {
	r := &o.block().shared
	first, end := r.leaving(o.i)
	out := make([]Organ, 0, int(end-first)+len(r.reaching(o.i)))
	for i := first; i < end; i++ {
		out = append(out, o.c.organ(o.t, r.to[i]))
	}
	for _, i := range r.reaching(o.i) {
		out = append(out, o.c.organ(o.t, r.from[i]))
	}
	return out
}

// Predecessors are the formers that became this organ.
func (o Organ) Predecessors() []Former { return o.c.predecessors(o.Key) }
