package sheets

import (
	"context"

	"tiaokuai/internal/gov"
)

// ends is what a row of a sheet of edges says of the two ends.
type ends struct {
	r        row
	given    struct{ from, to string } // by the row's key
	from, to string
	ok       bool
	keyless  bool // the row's key could not be read, so that blank cells may stand for what it says
}

// unknown is the scope of a name where the cell that tells the scope has a problem: it is not looked up.
const unknown = "\x00"

func (e *ends) text(column string) string { return e.r.text(e.r.t.sheet.column(column)) }

// township is the key of the township that a row names; empty where it names none, unknown where nothing has the name.
func (e *ends) township() string {
	i := e.r.t.sheet.column("township")
	text := e.r.text(i)
	if text == "" || clears(text) {
		return ""
	}
	key, ok := e.r.p.findLiving(e.r.place(i), "", textOf(text), "", gov.NodeTownship)
	if !ok {
		e.ok = false
		return unknown
	}
	return key
}

// within is the scope of a name that is of the same township as an end, which the row may have named itself.
func (e *ends) within(end, township string) string {
	switch {
	case end != "":
		return e.r.p.after.parentOf(end)
	case township == "":
		return unknown
	}
	return township
}

// find is the key of the node that a column names within a scope; of a blank cell, the end that the row's key says.
func (e *ends) find(column, scope, given string, kinds ...gov.NodeKind) string {
	i := e.r.t.sheet.column(column)
	text := textOf(e.r.text(i))
	switch {
	case text == "" && e.keyless:
		return ""
	case text == "" && given != "":
		text, scope = given, ""
	case text == "":
		col := e.r.t.sheet.Columns[i]
		e.r.fail(column, nil, "%[1]s不能为空", "%[2]s must not be empty", col.Header, col.Name)
		e.ok = false
		return ""
	case scope == unknown:
		e.ok = false
		return ""
	}
	key, ok := e.r.p.findLiving(e.r.place(i), scope, text, given, kinds...)
	e.ok = e.ok && ok
	return key
}

// readEdges reads the sheets of relations.
func (p *planner) readEdges(ctx context.Context) error {
	for i := range standard {
		s := &standard[i]
		if s.edge == "" {
			continue
		}
		start := len(p.items)
		if err := p.eachRow(ctx, s, p.readEdge); err != nil {
			return err
		}
		for _, it := range p.items[start:] {
			p.check(it)
		}
	}
	return nil
}

// readEdge reads one relation. A row whose key is that of another relation on record moves it: the old one goes, unless
// a row tells it too.
func (p *planner) readEdge(r row) {
	s := r.t.sheet
	e := &ends{r: r, ok: true}
	key := r.text(s.column("key"))
	if key != "" {
		var kind gov.EdgeKind
		kind, e.given.from, e.given.to = gov.SplitEdgeKey(key)
		if kind != s.edge || e.given.from == "" || e.given.to == "" {
			r.fail("key", nil, "编号 %[1]q 不是%[2]s的编号", "%[1]q is no key of %[3]s", key, s.Name, s.English)
			e.given.from, e.given.to, e.ok, e.keyless = "", "", false, true
		} else {
			e.given.from = p.before.keyOf(e.given.from)
			e.given.to = p.lineForm(e.given.from, e.given.to)
			key = gov.EdgeKeyOf(kind, e.given.from, e.given.to)
			p.mentioned[key] = true
		}
	}
	if s.ends(e); !e.ok || !p.endsMeet(r, e) {
		p.tryEdge(s, r, e)
		return
	}
	id := gov.EdgeKeyOf(s.edge, e.from, e.to)
	if key != "" && key != id {
		if p.edges[key] == nil {
			r.fail("key", nil, "编号与两端不一致，也没有编号为 %[1]q 的关系", "the key does not agree with the ends, and there is no relation with key %[1]q", key)
			p.tryEdge(s, r, e)
			return
		}
		p.moved = append(p.moved, key)
	}
	it := p.byID[id]
	if it == nil {
		it = p.newEdge(s, id, key, e)
		it.first = r
	} else {
		it.others = append(it.others, r)
	}
	claim{it, r}.fill(func(*Column) bool { return true })
}

// tryEdge reads the other cells of a row that can't be taken, so that all that is wrong with them is told at once.
func (p *planner) tryEdge(s *Sheet, r row, e *ends) {
	it := r.trial()
	setEnds(it.value, e.from, e.to)
	claim{it, r}.fill(func(col *Column) bool { return !col.ofEnd || e.to != "" })
	p.check(it)
}

// newEdge begins a relation: from what is on record between the ends, else from the one that moves there.
func (p *planner) newEdge(s *Sheet, id, key string, e *ends) *item {
	it := &item{sheet: s, id: id, place: len(p.items), named: true, value: s.fresh()}
	if base := p.edges[id]; base != nil {
		it.base, it.value = base, s.clone(base)
	} else {
		if from := p.edges[key]; from != nil {
			it.value = s.clone(from)
		}
		setEnds(it.value, e.from, e.to)
	}
	p.items = append(p.items, it)
	p.byID[id] = it
	return it
}

// endsMeet refuses ends of two townships, a thing with itself, and what is outside the scope of a replacement.
func (p *planner) endsMeet(r row, e *ends) bool {
	from, to := p.townshipOf(e.from), p.townshipOf(e.to)
	switch {
	case from != "" && to != "" && from != to:
		r.fail("key", nil, "“%[1]s”与“%[2]s”不属于同一乡镇", "%[1]s and %[2]s are not of one township", p.after.nameIn("", e.from), p.after.nameIn("", e.to))
		return false
	case e.from == e.to:
		r.fail("key", nil, "“%[1]s”不能与自身建立%[2]s关系", "%[1]s can't be joined to itself by %[3]s", p.after.nameIn("", e.from), r.t.sheet.Name, r.t.sheet.English)
		return false
	}
	return p.checkScope(r, from+to)
}

// townshipOf is the township of an organ or leader; empty for a department or duty.
func (p *planner) townshipOf(key string) string {
	if e := p.after.byKey[key]; e != nil && (e.kind == gov.NodeOrgan || e.kind == gov.NodeLeader) {
		return e.parent
	}
	return ""
}

// setEnds gives a new edge its ends. A counterpart that moves to another department leaves its sections.
func setEnds(v any, from, to string) {
	switch e := v.(type) {
	case *gov.Counterpart:
		if e.To != to {
			e.Sections = nil
		}
		e.From, e.To = from, to
	case *gov.Charge:
		e.From, e.To = from, to
	case *gov.Assignment:
		e.From, e.To = from, to
	case *gov.Dispatch:
		e.From, e.To = from, to
	case *gov.SharedOffice:
		e.From, e.To = from, to
	}
}
