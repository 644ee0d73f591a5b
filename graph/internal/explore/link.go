package explore

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Relation is the kind of a link: the kinds of edge, and what a node's own fields say of its parent.
type Relation string

// The relations.
const (
	Establishes  Relation = "ESTABLISHES" // Township → Organ
	Counterpart  Relation = Relation(gov.EdgeCounterpart)
	Charge       Relation = Relation(gov.EdgeCharge)
	Assignment   Relation = Relation(gov.EdgeAssignment)
	Dispatch     Relation = Relation(gov.EdgeDispatch)
	SharedOffice Relation = Relation(gov.EdgeSharedOffice)
	Section      Relation = "SECTION" // Department → Section
	Serves       Relation = "SERVES"  // Leader → Township
	Succession   Relation = Relation(gov.EdgeSuccession)
)

// Link is one step between two entities, in its own direction.
type Link struct {
	Relation Relation
	From, To snapshot.Entity
	Role     string // role or nature; empty where it has none
}

// other is the end of a link that is not the given one.
func (l Link) other(key string) snapshot.Entity {
	if l.From.NodeKey() == key {
		return l.To
	}
	return l.From
}

// links are all links at a node, in an order that depends on the snapshot alone; none (= all) restricts their relation.
func links(e snapshot.Entity, relations []Relation) []Link {
	var all []Link
	switch e := e.(type) {
	case snapshot.Township:
		for _, o := range e.Organs() {
			all = append(all, Link{Establishes, e, o, ""})
		}
		for _, l := range e.Leaders() {
			all = append(all, Link{Serves, l, e, ""})
		}
	case snapshot.Organ:
		all = organLinks(e)
	case snapshot.Leader:
		all = append(all, Link{Serves, e, e.Township(), ""})
		for _, c := range e.Charges() {
			all = append(all, Link{Charge, e, c.Organ(), string(c.Role)})
		}
	case snapshot.Department:
		all = departmentLinks(e)
	case snapshot.Section:
		all = append(append(all, Link{Section, e.Department(), e, ""}), predecessorLinks(e, e.Predecessors())...)
	case snapshot.Duty:
		for _, a := range e.Assignments() {
			all = append(all, Link{Assignment, a.Bearer(), e, string(a.Role)})
		}
	case snapshot.Former:
		for _, s := range e.Successions() {
			all = append(all, Link{Succession, e, s.Successor(), string(s.Reason)})
		}
	}
	if len(relations) == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(l Link) bool { return !slices.Contains(relations, l.Relation) })
}

func organLinks(o snapshot.Organ) []Link {
	all := []Link{{Establishes, o.Township(), o, ""}}
	for _, c := range o.Counterparts() {
		all = append(all, Link{Counterpart, o, c.Department(), string(c.Nature)})
	}
	for _, c := range o.Charges() {
		all = append(all, Link{Charge, c.Leader(), o, string(c.Role)})
	}
	for _, a := range o.Assignments() {
		all = append(all, Link{Assignment, o, a.Duty(), string(a.Role)})
	}
	for _, d := range o.Dispatches() {
		all = append(all, Link{Dispatch, d.Department(), o, ""})
	}
	for _, other := range o.SharesOfficeWith() {
		all = append(all, Link{SharedOffice, o, other, ""})
	}
	return append(all, predecessorLinks(o, o.Predecessors())...)
}

func departmentLinks(d snapshot.Department) []Link {
	var all []Link
	for _, s := range d.Sections() {
		all = append(all, Link{Section, d, s, ""})
	}
	for _, c := range d.Counterparts() {
		all = append(all, Link{Counterpart, c.Organ(), d, string(c.Nature)})
	}
	for _, a := range d.Assignments() {
		all = append(all, Link{Assignment, d, a.Duty(), string(a.Role)})
	}
	for _, s := range d.Dispatches() {
		all = append(all, Link{Dispatch, d, s.Organ(), ""})
	}
	return append(all, predecessorLinks(d, d.Predecessors())...)
}

func predecessorLinks(e snapshot.Entity, formers []snapshot.Former) []Link {
	var all []Link
	for _, f := range formers {
		for _, s := range f.Successions() {
			if s.To == e.NodeKey() {
				all = append(all, Link{Succession, f, e, string(s.Reason)})
			}
		}
	}
	return all
}
