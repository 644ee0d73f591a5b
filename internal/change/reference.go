package change

import (
	"slices"
	"strings"

	"tiaokuai/internal/gov"
)

// reference is a key that an attribute of a node holds. Edges refer by their ends; these do not, so whoever removes or
// dissolves what a key stands for has to look here.
type reference struct {
	path []any
	key  string
	// kinds it may lead to; none = any node
	kinds []gov.NodeKind
	// former: what was dissolved may stand here too, since its key leads to its successors
	former bool
}

// referencesOf are the keys that a node's attributes hold.
func referencesOf(n gov.Node) []reference {
	var out []reference
	one := func(key string, former bool, kind gov.NodeKind, path ...any) {
		if key != "" {
			out = append(out, reference{path, key, []gov.NodeKind{kind}, former})
		}
	}
	many := func(keys []string, former bool, kind gov.NodeKind, path ...any) {
		for i, key := range keys {
			one(key, former, kind, append(slices.Clone(path), i)...)
		}
	}
	switch n := n.(type) {
	case *gov.Organ:
		one(n.Township, false, gov.NodeTownship, "township")
	case *gov.Leader:
		one(n.Township, false, gov.NodeTownship, "township")
	case *gov.Section:
		one(n.Department, false, gov.NodeDepartment, "department")
	case *gov.Duty:
		for i, l := range n.Listings {
			many(l.Townships, false, gov.NodeTownship, "listings", i, "townships")
		}
		one(n.Authority.Department, true, gov.NodeDepartment, "authority", "department")
		many(n.Authority.Townships, false, gov.NodeTownship, "authority", "townships")
	case *gov.Measure:
		many(n.OfficeAt, true, gov.NodeOrgan, "officeAt")
		for i, key := range n.About {
			out = append(out, reference{[]any{"about", i}, key, nil, true})
		}
	case *gov.Indicator:
		if n.Subject != "" {
			out = append(out, reference{[]any{"subject"}, n.Subject, nil, true})
		}
	case *gov.County:
		for i, l := range n.Aspects {
			many(l.Sources, false, gov.NodeSource, "aspects", i, "sources")
		}
		for i, l := range n.Domains {
			many(l.Sources, false, gov.NodeSource, "domains", i, "sources")
		}
	}
	return append(out, referencesOfOrigin(n.Origin())...)
}

// Refers says whether an attribute of a node holds one of some keys.
func Refers(n gov.Node, keys map[string]bool) bool {
	return slices.ContainsFunc(referencesOf(n), func(r reference) bool { return keys[r.key] })
}

// EdgeRefers says whether an attribute of an edge holds one of some keys; its ends are no attributes.
func EdgeRefers(e gov.Edge, keys map[string]bool) bool {
	return slices.ContainsFunc(referencesOfEdge(e), func(r reference) bool { return keys[r.key] })
}

// referencesOfEdge are the keys that an edge's attributes hold, besides its ends.
func referencesOfEdge(e gov.Edge) []reference {
	out := referencesOfOrigin(e.Origin())
	if c, ok := e.(*gov.Counterpart); ok {
		for i, key := range c.Sections {
			out = append(out, reference{[]any{"sections", i}, key, []gov.NodeKind{gov.NodeSection}, false})
		}
	}
	return out
}

func referencesOfOrigin(p gov.Provenance) []reference {
	var out []reference
	for i, key := range p.Sources {
		out = append(out, reference{[]any{"sources", i}, key, []gov.NodeKind{gov.NodeSource}, false})
	}
	for i, a := range p.Attributes {
		for j, key := range a.Sources {
			out = append(out, reference{[]any{"attributes", i, "sources", j}, key, []gov.NodeKind{gov.NodeSource}, false})
		}
	}
	return out
}

// leadsTo says whether a node, or nil, is one that the reference may lead to.
func (r reference) leadsTo(n gov.Node) bool {
	if n != nil && (len(r.kinds) == 0 || slices.Contains(r.kinds, n.NodeKind())) {
		return true
	}
	f, ok := n.(*gov.Former)
	return ok && r.former && slices.Contains(r.kinds, f.Of)
}

// checkReferences reports each key that leads to nothing, or to something of another kind.
func checkReferences(d *Draft, refs []reference) gov.Problems {
	var p gov.Problems
	for _, r := range refs {
		if r.leadsTo(d.Node(r.key)) {
			continue
		}
		want := gov.Text{ZH: "对象", EN: "node"}
		if len(r.kinds) > 0 {
			want = kindNames[r.kinds[0]]
		}
		p = append(p, gov.Errorf(gov.CodeNotFound, "没有编号为 %[1]q 的%[2]s", "there is no %[3]s with key %[1]q", r.key, want.ZH, want.EN).At(r.path...))
	}
	return p
}

// dependents are the names of what holds a key in an attribute: nodes, and edges as "from → to".
func dependents(d *Draft, key string) []string {
	holds := func(refs []reference) bool {
		return slices.ContainsFunc(refs, func(r reference) bool { return r.key == key })
	}
	var out []string
	for _, n := range Nodes[gov.Node](d) {
		if f, ok := n.(*gov.Former); n.NodeKey() != key && (holds(referencesOf(n)) || ok && f.Township == key) {
			out = append(out, n.NodeName())
		}
	}
	for _, e := range edgesHolding(d, key) {
		if from, to := e.Ends(); from != key && to != key {
			out = append(out, d.Name(from)+" → "+d.Name(to))
		}
	}
	return out
}

// edgesHolding are the edges with a key in an attribute, in the order of their keys. It makes nothing for the others,
// since an import removes hundreds of nodes beside a hundred thousand edges.
func edgesHolding(d *Draft, key string) []gov.Edge {
	switch d.Node(key).(type) {
	case *gov.Source, *gov.Section: // no other kind stands in an edge's attribute
	default:
		return nil
	}
	var out []gov.Edge
	if d.base != nil {
		for e := range d.base.Edges() {
			if edgeHolds(e, key) {
				if _, written := d.edges[gov.EdgeKey(e)]; !written {
					out = append(out, e)
				}
			}
		}
	}
	for _, e := range d.edges {
		if e != nil && edgeHolds(e, key) {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, gov.CompareEdges)
	return out
}

// edgeHolds says whether referencesOfEdge has the key.
func edgeHolds(e gov.Edge, key string) bool {
	origin := e.Origin()
	if slices.Contains(origin.Sources, key) || slices.ContainsFunc(origin.Attributes, func(a gov.AttributeBasis) bool { return slices.Contains(a.Sources, key) }) {
		return true
	}
	c, ok := e.(*gov.Counterpart)
	return ok && slices.Contains(c.Sections, key)
}

// atMost joins the first few names and counts the rest.
func atMost(names []string) gov.Text {
	const shown = 3
	if len(names) <= shown {
		return gov.Text{ZH: strings.Join(names, "、"), EN: strings.Join(names, ", ")}
	}
	first := names[:shown]
	return gov.Textf("%[1]s等 %[3]d 个", "%[2]s and %[4]d more", strings.Join(first, "、"), strings.Join(first, ", "), len(names), len(names)-shown)
}

// redirect lets every attribute that may lead to something dissolved (former, in referencesOf) lead to its one successor
// instead.
func redirect(d *Draft, from, to string) {
	swap := func(keys []string) []string {
		out := slices.Clone(keys)
		for i := range out {
			if out[i] == from {
				out[i] = to
			}
		}
		return out
	}
	for n := range d.live() {
		switch n := n.(type) {
		case *gov.Duty:
			if n.Authority.Department == from {
				c := *n
				c.Authority.Department = to
				d.Put(&c)
			}
		case *gov.Measure:
			if slices.Contains(n.OfficeAt, from) || slices.Contains(n.About, from) {
				c := *n
				c.OfficeAt, c.About = swap(n.OfficeAt), swap(n.About)
				d.Put(&c)
			}
		case *gov.Indicator:
			if n.Subject == from {
				c := *n
				c.Subject = to
				d.Put(&c)
			}
		}
	}
}
