package sheets

import (
	"strings"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/search"
)

// row is one row of a table.
type row struct {
	p *planner
	t *table
	workbook.Row
}

// text is the cell in a column of the sheet.
func (r row) text(column int) string {
	if !r.t.has(column) {
		return ""
	}
	return strings.TrimSpace(r.Cell(r.t.at[column]))
}

// place is where a column's cell stands; the whole row for a column that the file does not have.
func (r row) place(column int) workbook.Place {
	at := workbook.Place{Sheet: r.t.name, Row: r.Number, Column: -1}
	if column >= 0 {
		at.Column = r.t.origin[column]
	}
	return at
}

// fail reports a problem at a column.
func (r row) fail(column string, suggestions []string, zh, en string, args ...any) {
	i := r.t.sheet.column(column)
	r.p.problem(r.place(i), r.text(i), suggestions, gov.Errorf(gov.CodeInvalid, zh, en, args...))
}

// isNew says that the row is marked as something new.
func (r row) isNew() bool {
	if r.t.create < 0 {
		return false
	}
	code, _ := yesNo.code(r.Cell(r.t.create))
	return code == "yes"
}

// cell is what a column's codec reads: one cell, or the order to empty the attribute where text is empty.
type cell struct {
	row    row
	column *Column
	index  int
	text   string
	adds   bool // to what is on record
	failed bool
}

// fail reports a problem at the cell.
func (c *cell) fail(suggestions []string, zh, en string, args ...any) {
	c.failed = true
	c.row.p.problem(c.row.place(c.index), c.row.text(c.index), suggestions, gov.Errorf(gov.CodeInvalid, zh, en, args...))
}

func (c *cell) unknownLabel(label, known string) {
	c.fail(nil, "不认识“%[1]s=”，可用：%[2]s", "%[1]q is no label here; known are %[2]s", label, known)
}

// find is the key of the node that a text means.
func (c *cell) find(scope, text string, kinds ...gov.NodeKind) (string, bool) {
	key, ok := c.row.p.find(c.row.place(c.index), scope, text, "", kinds...)
	if !ok {
		c.failed = true
	}
	return key, ok
}

// findAll are the keys of the nodes that a list of texts means.
func (c *cell) findAll(scope, text string, kinds ...gov.NodeKind) []string {
	var out []string
	for _, item := range items(textOf(text)) {
		if key, ok := c.find(scope, item, kinds...); ok {
			out = append(out, key)
		}
	}
	return union(nil, out)
}

// sameName says whether two texts are one name.
func sameName(a, b string) bool { return a == b || search.Fold(a) == search.Fold(b) }
