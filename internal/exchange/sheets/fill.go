package sheets

import (
	"context"
	"slices"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

// fill reads the row's cells in some of the columns into the thing it is about.
func (c claim) fill(which func(*Column) bool) {
	s := c.row.t.sheet
	for i := range s.Columns {
		if col := &s.Columns[i]; col.set != nil && c.row.t.has(i) && which(col) {
			c.row.put(c.item, i)
		}
	}
}

// put reads one cell into an attribute. A cell that says what is on record changes nothing, so that what a table can't
// tell to the last sign (a full-width figure, a former organ) stays as it is. Of several rows about one thing each may
// fill other columns, or add to one that unites; otherwise they must agree.
func (r row) put(it *item, i int) {
	s, text := r.t.sheet, r.text(i)
	col := &s.Columns[i]
	bit := uint64(1) << i
	first := it.first.t == r.t && it.first.Number == r.Number
	switch {
	case !it.named && slices.Contains(s.identity, col.Name):
		return
	case text == "" && (r.p.Mode != ModeReplace || col.Required || !first || r.t.adds || r.t.form):
		return
	}
	it.said |= bit
	if text == workbook.Normal(col.get(r.p.writer, it.value)) {
		if text != "" {
			it.given |= bit
		}
		return
	}
	c := &cell{row: r, column: col, index: i, text: text, adds: r.t.adds && col.unite}
	if clears(text) {
		c.text = ""
	}
	if it.given&bit != 0 {
		r.again(it, c)
	} else {
		col.set(c, it.value)
	}
	if text != "" {
		it.given |= bit
	}
	if c.failed {
		it.bad, it.failed = true, it.failed|bit
	}
}

// again reads a cell of a column that an earlier row about the same thing has filled.
func (r row) again(it *item, c *cell) {
	scratch := r.t.sheet.clone(it.value)
	c.column.set(c, scratch)
	switch {
	case c.failed, c.column.get(r.p.writer, scratch) == c.column.get(r.p.writer, it.value):
	case c.column.unite:
		c.adds = true
		c.column.set(c, it.value)
	default:
		there := it.teller(c.index)
		if there.t.name == r.t.name {
			c.fail(nil, "同一%[1]s在第%[2]d行已填写不同的“%[3]s”", "row %[2]d says something else of the same thing: %[4]s", r.t.sheet.Name, there.Number, c.column.Header, c.column.Name)
			return
		}
		c.fail(nil, "同一%[1]s在工作表“%[5]s”第%[2]d行已填写不同的“%[3]s”", "row %[2]d of sheet %[5]q says something else of the same thing: %[4]s",
			r.t.sheet.Name, there.Number, c.column.Header, c.column.Name, there.t.name)
	}
}

// teller is the first row that fills a column of the thing.
func (it *item) teller(column int) row {
	for _, r := range append([]row{it.first}, it.others...) {
		if r.text(column) != "" {
			return r
		}
	}
	return it.first
}

// readReferences reads the columns that name other nodes, now that all are identified, and checks each node.
func (p *planner) readReferences(ctx context.Context) error {
	for _, english := range identified {
		for i, c := range p.claims[english] {
			if i%512 == 0 && ctx.Err() != nil {
				return gaveUp(ctx)
			}
			c.fill(func(col *Column) bool { return col.keys != nil && !(c.item.trial && col.Name == c.item.sheet.parent) })
			if c.item.trial {
				p.check(c.item)
			}
		}
	}
	for _, it := range p.items {
		p.check(it)
	}
	return nil
}

// check normalises what rows said of a thing, and reports what is wrong with it in itself at the cells it came from.
func (p *planner) check(it *item) {
	var problems gov.Problems
	switch v := it.value.(type) {
	case gov.Node:
		problems = gov.Normalize(v).Check()
	case gov.Edge:
		problems = checkEdge(gov.Normalize(v))
	}
	for _, err := range problems {
		if it.bad && !it.sure(err.Path) {
			continue
		}
		it.bad = true
		i := it.columnAt(err.Path)
		value := it.first.text(i)
		err.Path = nil
		if i >= 0 && value == "" {
			col := it.sheet.Columns[i]
			err = gov.Errorf(gov.CodeInvalid, "新增的%[1]s须填写“%[2]s”", "what is new in %[3]s needs the column %[4]s", it.sheet.Name, col.Header, it.sheet.English, col.Name)
			if len(col.Choices) > 0 {
				err = err.Advise("可选：%[1]s", "one of: %[1]s", join(col.Choices, "；"))
			}
		}
		p.problem(it.first.place(i), value, nil, err)
	}
}

func checkEdge(e gov.Edge) gov.Problems {
	if c, ok := e.(*gov.Charge); ok {
		if name, isLine := lineOf(c.To); isLine {
			return checkLine(c, name)
		}
	}
	return e.Check()
}

// columnAt is the column that an error's path is about: the one of its longest beginning, −1 for none.
func (s *Sheet) columnAt(path []any) int {
	name := ""
	for _, part := range path {
		if text, ok := part.(string); ok {
			if name != "" {
				name += "."
			}
			name += text
		}
	}
	for name != "" {
		if i := s.column(name); i >= 0 {
			return i
		}
		if i := slices.IndexFunc(s.Columns, func(c Column) bool { return len(c.Name) > len(name) && c.Name[:len(name)+1] == name+"." }); i >= 0 {
			return i
		}
		cut := len(name) - 1
		for cut > 0 && name[cut] != '.' {
			cut--
		}
		name = name[:max(cut, 0)]
	}
	return -1
}

// checkNames lets a renaming keep the old name, and refuses the name of another living thing beside it.
func (p *planner) checkNames(s *Sheet) {
	if !s.unique {
		return
	}
	type place struct{ parent, name string }
	taken := map[place]string{}
	for key, n := range p.nodes {
		if n.NodeKind() == s.node && p.byID[key] == nil && (!p.replaces(s) || !p.inScope(s, n)) {
			taken[place{entryOf(n).parent, n.NodeName()}] = key
		}
	}
	for _, it := range p.items {
		if it.sheet != s {
			continue
		}
		n := it.value.(gov.Node)
		if b, ok := it.base.(gov.Node); ok && b.NodeName() != n.NodeName() && it.said&(1<<s.column("formerNames")) == 0 {
			keepName(n, b.NodeName())
		}
		at := place{it.parent, n.NodeName()}
		other, clash := taken[at]
		if !clash {
			taken[at] = it.id
			continue
		}
		it.bad = true
		i := s.column("name")
		p.problem(it.first.place(i), it.first.text(i), []string{other}, gov.Errorf(gov.CodeInvalid,
			"已有同名的%[2]s：%[1]s", "another %[3]s is called %[1]q", n.NodeName(), kindWords[s.node].ZH, kindWords[s.node].EN).
			Advise("同一个的，请填写其编号 %[1]s；不是同一个的，请改用其他名称", "if it is the same, give its key %[1]s; if not, choose another name", other))
	}
}

// keepName puts an old name among the former ones, as renaming by an edit does.
func keepName(n gov.Node, old string) {
	add := func(names *[]string) {
		kept := slices.DeleteFunc(slices.Clone(*names), func(s string) bool { return s == old || s == n.NodeName() })
		*names = append(kept, old)
	}
	switch n := n.(type) {
	case *gov.Township:
		add(&n.FormerNames)
	case *gov.Organ:
		add(&n.FormerNames)
	case *gov.Department:
		add(&n.FormerNames)
	case *gov.Section:
		add(&n.FormerNames)
	}
}
