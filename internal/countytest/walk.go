package countytest

import (
	"fmt"
	"strings"

	"tiaokuai/internal/snapshot"
)

// Walk is what every handle of a county gives in every direction, as text: two snapshots with one walk are linked alike.
func Walk(c *snapshot.County) string {
	w := &walker{c: c}
	for _, d := range c.Departments() {
		w.department(d)
	}
	for _, d := range c.Duties() {
		w.line("duty", d.Key, d.Index())
		w.assignments(d.Assignments())
		w.assignments(d.DepartmentAssignments())
	}
	for _, m := range c.Measures() {
		w.line("measure", m.Key)
	}
	for _, i := range c.Indicators() {
		w.line("indicator", i.Key)
	}
	for _, s := range c.Sources() {
		w.line("source", s.Key)
	}
	for _, t := range c.Townships() {
		w.township(t)
	}
	for _, f := range c.Formers() {
		w.former(f)
	}
	w.line("all", entities(c.Organs()), entities(c.Leaders()))
	return w.String()
}

type walker struct {
	strings.Builder
	c *snapshot.County
}

func (w *walker) line(parts ...any) { fmt.Fprintln(w, parts...) }

// entities are the keys of handles, each looked up by its key as well.
func entities[E snapshot.Entity](es []E) []string {
	out := make([]string, len(es))
	for i, e := range es {
		out[i] = e.NodeKey()
		if again, ok := e.County().Entity(e.NodeKey()); !ok || again.ID() != e.ID() {
			out[i] += " is not found by its key"
		}
	}
	return out
}

func (w *walker) department(d snapshot.Department) {
	w.line("department", d.Key, d.Index(), "sections", entities(d.Sections()), "from", entities(d.Predecessors()))
	for _, s := range d.Sections() {
		w.line("section", s.Key, s.Index(), s.Department().Key, entities(s.Predecessors()))
	}
	w.counterparts(d.Counterparts())
	w.assignments(d.Assignments())
	for _, e := range d.Dispatches() {
		w.line("dispatch", e.Department().Key, e.Organ().Key)
	}
}

func (w *walker) township(t snapshot.Township) {
	w.line("township", t.Key, t.Index(), entities(t.Organs()), entities(t.Leaders()), entities(t.Formers()))
	for _, o := range t.Organs() {
		w.line("organ", o.Key, o.Township().Key, entities(o.Departments()), entities(o.SharesOfficeWith()), entities(o.Predecessors()))
		w.counterparts(o.Counterparts())
		w.assignments(o.Assignments())
		w.charges(o.Charges())
		for _, e := range o.Dispatches() {
			w.line("dispatch", e.Department().Key, e.Organ().Key)
		}
	}
	for _, l := range t.Leaders() {
		w.line("leader", l.Key, l.Township().Key)
		w.charges(l.Charges())
	}
	for _, d := range w.c.Departments() {
		w.counterparts(t.Facing(d))
	}
	for _, d := range w.c.Duties() {
		w.assignments(t.Carrying(d))
	}
}

func (w *walker) counterparts(es []snapshot.Counterpart) {
	for _, e := range es {
		w.line("counterpart", e.Organ().Key, e.Department().Key, entities(e.Sections()), e.Nature, e.Scope, e.Origin())
	}
}

func (w *walker) assignments(es []snapshot.Assignment) {
	for _, e := range es {
		w.line("assignment", e.Bearer().NodeKey(), e.Duty().Key, e.Role, e.Actions, e.Content, e.Origin())
	}
}

func (w *walker) charges(es []snapshot.Charge) {
	for _, e := range es {
		w.line("charge", e.Leader().Key, e.Organ().Key, e.Role, e.Origin())
	}
}

func (w *walker) former(f snapshot.Former) {
	w.line("former", f.Key, f.Of, f.Reason, f.Revision)
	if t, ok := f.Township(); ok {
		w.line("of", t.Key)
	}
	for _, s := range f.Successions() {
		w.line("became", s.Successor().NodeKey(), s.Reason)
	}
	w.line("leads to", keysOf(f.Successors()))
}

func keysOf(es []snapshot.Entity) []string {
	out := make([]string, len(es))
	for i, e := range es {
		out[i] = e.NodeKey()
	}
	return out
}
