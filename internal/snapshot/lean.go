package snapshot

import "iter"

// The iterators below walk the same edges in the same order as the methods of the like name that return slices, but
// make none; overlap reads whole counties through them.

// Index is the organ's place among its township's, from 0.
func (o Organ) Index() int { return int(o.i) }

// Index is the leader's place among its township's, from 0.
func (l Leader) Index() int { return int(l.i) }

// SectionCount is the number of the department's sections.
func (d Department) SectionCount() int {
	return int(d.c.base.sectionsOf[d.i+1] - d.c.base.sectionsOf[d.i])
}

// DutyCount is the number of the county's duties.
func (c *County) DutyCount() int { return len(c.base.duties) }

// EachSection walks the department's sections.
func (d Department) EachSection() iter.Seq[Section] {
	return func(yield func(Section) bool) {
		for i := d.c.base.sectionsOf[d.i]; i < d.c.base.sectionsOf[d.i+1]; i++ {
			if !yield(d.c.section(i)) {
				return
			}
		}
	}
}

// EachDepartment walks the county's departments.
func (c *County) EachDepartment() iter.Seq[Department] {
	return func(yield func(Department) bool) {
		for i := range c.base.departments {
			if !yield(c.department(int32(i))) {
				return
			}
		}
	}
}

// EachDuty walks the county's duties.
func (c *County) EachDuty() iter.Seq[Duty] {
	return func(yield func(Duty) bool) {
		for i := range c.base.duties {
			if !yield(c.duty(int32(i))) {
				return
			}
		}
	}
}

// EachOrgan walks the township's organs.
func (t Township) EachOrgan() iter.Seq[Organ] {
	return func(yield func(Organ) bool) {
		for i := range t.block().organs {
			if !yield(t.c.organ(t.t, int32(i))) {
				return
			}
		}
	}
}

// EachAssignment walks the 承担 edges of the township's organs, in the order of the organs.
func (t Township) EachAssignment() iter.Seq[Assignment] {
	return func(yield func(Assignment) bool) {
		for i, e := range t.block().assignments.edges {
			if !yield(Assignment{e, t.c, t.t, int32(i)}) {
				return
			}
		}
	}
}

// EachCarrying walks the township's organs' 承担 edges to one duty.
func (t Township) EachCarrying(d Duty) iter.Seq[Assignment] {
	return func(yield func(Assignment) bool) {
		r := &t.block().assignments
		for _, i := range r.reaching(d.i) {
			if !yield(Assignment{r.edges[i], t.c, t.t, i}) {
				return
			}
		}
	}
}

// EachCharge walks the 分管 edges that reach the organ.
func (o Organ) EachCharge() iter.Seq[Charge] {
	return func(yield func(Charge) bool) {
		r := &o.block().charges
		for _, i := range r.reaching(o.i) {
			if !yield(Charge{r.edges[i], o.c, o.t, i}) {
				return
			}
		}
	}
}

// EachDepartmentAssignment walks the departments' 承担 edges that reach the duty.
func (d Duty) EachDepartmentAssignment() iter.Seq[Assignment] {
	return func(yield func(Assignment) bool) {
		r := &d.c.base.assignments
		for _, i := range r.reaching(d.i) {
			if !yield(Assignment{r.edges[i], d.c, -1, i}) {
				return
			}
		}
	}
}

// EachCounterpart walks the organ's 对口 edges, of every nature.
func (o Organ) EachCounterpart() iter.Seq[Counterpart] {
	return func(yield func(Counterpart) bool) {
		r := &o.block().counterparts
		first, end := r.leaving(o.i)
		for i := first; i < end; i++ {
			if !yield(Counterpart{r.edges[i], o.c, o.t, i}) {
				return
			}
		}
	}
}

// EachAssignment walks the duties the organ carries.
func (o Organ) EachAssignment() iter.Seq[Assignment] {
	return func(yield func(Assignment) bool) {
		r := &o.block().assignments
		first, end := r.leaving(o.i)
		for i := first; i < end; i++ {
			if !yield(Assignment{r.edges[i], o.c, o.t, i}) {
				return
			}
		}
	}
}
