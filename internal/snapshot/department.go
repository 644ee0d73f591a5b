package snapshot

// Sections are the department's sections in order.
func (d Department) Sections() []Section {
	first, end := d.c.base.sectionsOf[d.i], d.c.base.sectionsOf[d.i+1]
	out := make([]Section, 0, end-first)
	for i := first; i < end; i++ {
		out = append(out, d.c.section(i))
	}
	return out
}

// Index is the department's place among the county's, from 0.
func (d Department) Index() int { return int(d.i) }

// Counterparts are the 对口 edges of every township that reach the department, of every nature.
func (d Department) Counterparts() []Counterpart {
	var out []Counterpart
	for _, t := range d.c.Townships() {
		out = append(out, t.Facing(d)...)
	}
	return out
}

// Assignments are the duties the department carries, in the order of the duties.
func (d Department) Assignments() []Assignment {
	r := &d.c.base.assignments
	first, end := r.leaving(d.i)
	out := make([]Assignment, 0, end-first)
	for i := first; i < end; i++ {
		out = append(out, Assignment{r.edges[i], d.c, -1, i})
	}
	return out
}

// Dispatches are the organs the department stationed in townships.
func (d Department) Dispatches() []Dispatch {
	var out []Dispatch
	for t, b := range d.c.blocks {
		first, end := b.dispatches.leaving(d.i)
		for i := first; i < end; i++ {
			out = append(out, Dispatch{b.dispatches.edges[i], d.c, int32(t), i})
		}
	}
	return out
}

// Predecessors are the formers that became this department.
func (d Department) Predecessors() []Former { return d.c.predecessors(d.Key) }

// Department is the department the section belongs to.
func (s Section) Department() Department { return s.c.department(s.c.base.sectionDept[s.i]) }

// Predecessors are the formers that became this section.
func (s Section) Predecessors() []Former { return s.c.predecessors(s.Key) }

// Index is the section's place among the county's, from 0; a department's are next to each other.
func (s Section) Index() int { return int(s.i) }

// Index is the duty's place among the county's, from 0.
func (d Duty) Index() int { return int(d.i) }

// Assignments are the 承担 edges that reach the duty: departments' first, then organs' by township.
func (d Duty) Assignments() []Assignment {
	out := d.DepartmentAssignments()
	for _, t := range d.c.Townships() {
		out = append(out, t.Carrying(d)...)
	}
	return out
}

// DepartmentAssignments are the 承担 edges of departments that reach the duty.
func (d Duty) DepartmentAssignments() []Assignment {
	r := &d.c.base.assignments
	out := make([]Assignment, 0, len(r.reaching(d.i)))
	for _, i := range r.reaching(d.i) {
		out = append(out, Assignment{r.edges[i], d.c, -1, i})
	}
	return out
}
