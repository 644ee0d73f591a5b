package change

import (
	"cmp"
	"slices"
	"strings"

	"tiaokuai/internal/gov"
)

// unite is one edge made of two between the same ends, where organs or departments meet: LEAD beats SUPPORT and ASSIST,
// whole beats narrowed, sections, actions and sources are joined. Both are of one kind.
func unite(a, b gov.Edge) gov.Edge {
	switch a := a.(type) {
	case *gov.Counterpart:
		return uniteCounterparts(*a, *b.(*gov.Counterpart))
	case *gov.Charge:
		c := *a
		c.Role = stronger(chargeStrength, a.Role, b.(*gov.Charge).Role)
		c.Provenance = a.Unite(b.Origin())
		return &c
	case *gov.Assignment:
		c, other := *a, b.(*gov.Assignment)
		c.Role = stronger(assignmentStrength, a.Role, other.Role)
		c.Actions = append(slices.Clone(a.Actions), other.Actions...)
		c.Content = uniteWords(a.Content, other.Content)
		c.Provenance = a.Unite(b.Origin())
		return &c
	case *gov.Dispatch:
		c := *a
		c.Provenance = a.Unite(b.Origin())
		return &c
	case *gov.SharedOffice:
		c := *a
		c.Provenance = a.Unite(b.Origin())
		return &c
	}
	return a
}

// uniteCounterparts keeps the stronger nature, and the sections of the edges that have it: a window desk of the whole
// department does not widen a business counterpart that is narrowed to one section.
func uniteCounterparts(a, b gov.Counterpart) gov.Edge {
	out := a
	out.Nature = stronger(natureStrength, a.Nature, b.Nature)
	switch {
	case a.Nature != b.Nature && out.Nature == b.Nature:
		out.Sections = b.Sections
	case a.Nature == b.Nature && (len(a.Sections) == 0 || len(b.Sections) == 0):
		out.Sections = nil
	case a.Nature == b.Nature:
		out.Sections = append(slices.Clone(a.Sections), b.Sections...)
	}
	out.Scope = uniteWords(a.Scope, b.Scope)
	out.Provenance = a.Unite(b.Provenance)
	return &out
}

func uniteWords(a, b string) string {
	if a == "" || b == "" || a == b {
		return cmp.Or(a, b)
	}
	parts := strings.Split(a, "；")
	for _, one := range strings.Split(b, "；") {
		if !slices.Contains(parts, one) {
			parts = append(parts, one)
		}
	}
	return strings.Join(parts, "；")
}

// From the strongest.
var (
	chargeStrength     = []gov.ChargeRole{gov.ChargeLead, gov.ChargeOverall, gov.ChargeAssist, gov.ChargeLiaison}
	assignmentStrength = []gov.AssignmentRole{gov.AssignmentLead, gov.AssignmentSupport}
	natureStrength     = []gov.CounterpartNature{gov.NatureBusiness, gov.NatureWindow, gov.NatureLiaison, gov.NatureCoordination}
)

func stronger[R comparable](order []R, a, b R) R {
	if slices.Index(order, b) < slices.Index(order, a) {
		return b
	}
	return a
}

// moved is a copy of an edge with one end replaced; nil where both ends would be the same.
func moved(e gov.Edge, from, to string) gov.Edge {
	swap := func(key string) string {
		if key == from {
			return to
		}
		return key
	}
	switch e := e.(type) {
	case *gov.Counterpart:
		c := *e
		c.From, c.To = swap(e.From), swap(e.To)
		return &c
	case *gov.Charge:
		c := *e
		c.From, c.To = swap(e.From), swap(e.To)
		return &c
	case *gov.Assignment:
		c := *e
		c.From, c.To = swap(e.From), swap(e.To)
		return &c
	case *gov.Dispatch:
		c := *e
		c.From, c.To = swap(e.From), swap(e.To)
		return &c
	case *gov.SharedOffice:
		a, b := swap(e.From), swap(e.To)
		if a == b {
			return nil
		}
		c := *e
		c.From, c.To = min(a, b), max(a, b)
		return &c
	}
	return nil
}

// carry moves an edge from one end to another and unites it with what it meets there.
func carry(d *Draft, e gov.Edge, from, to string) {
	copyTo(d, e, from, to)
	d.DropEdge(e)
}

// copyTo is carry that leaves the edge where it is, too.
func copyTo(d *Draft, e gov.Edge, from, to string) {
	m := moved(e, from, to)
	if m == nil {
		return
	}
	a, b := m.Ends()
	if there := d.Edge(m.EdgeKind(), a, b); there != nil {
		m = unite(there, m)
	}
	d.PutEdge(m)
}
