package sheets

import (
	"slices"
	"strings"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

// headerRows is how far down a sheet its headers may stand.
const headerRows = 10

// maxHeader is the longest text in bytes that is taken for a header.
const maxHeader = 120

// table is rows of one standard sheet as they were found in a file.
type table struct {
	sheet  *Sheet
	name   string // of the sheet in the file
	at     []int  // for each column of the sheet its index in the rows' cells, −1 for none
	origin []int  // for each column of the sheet its column in the file, −1 for none
	create int    // index of the column 新增, −1 for none
	adds   bool   // columns of several values add to what is on record
	form   bool   // read by a form: never the whole of its sheet
	rows   []workbook.Row
}

func (t *table) has(column int) bool { return column >= 0 && t.at[column] >= 0 }

// recognise finds the standard tables of a file.
func (p *planner) recognise(book workbook.Book) {
	index := indexHeaders()
	for _, s := range book.Sheets {
		if len(s.Rows) == 0 || p.readForm(s) {
			continue
		}
		named := slices.IndexFunc(standard, func(d Sheet) bool { return s.Name != "" && d.names(s.Name) })
		if named >= 0 && standard[named].ReadOnly {
			continue
		}
		h := index.best(s, named)
		switch {
		case h.sheet == nil && named >= 0:
			p.problem(workbook.Place{Sheet: s.Name}, "", nil, gov.Errorf(gov.CodeInvalid,
				"工作表“%[1]s”的前 %[2]d 行中没有找到栏目名称", "no headers were found in the first %[2]d rows of sheet %[1]q", s.Name, headerRows).
				Advise("请参照模板保留栏目名称一行", "keep the row of headers as in the template"))
		case h.sheet == nil:
			p.note(workbook.Place{Sheet: s.Name}, "工作表“%[1]s”不是标准表，未导入", "sheet %[1]q is no standard table and was not read", s.Name)
		case !h.sheet.ReadOnly:
			p.accept(s, h)
		}
	}
}

// headerIndex finds the columns of each standard sheet by a folded header: their own headers, and the others.
type headerIndex []struct{ own, other map[string]int }

func indexHeaders() headerIndex {
	index := make(headerIndex, len(standard))
	for i, d := range standard {
		index[i].own, index[i].other = map[string]int{}, map[string]int{}
		for j, c := range d.Columns {
			index[i].own[foldHeader(c.Header)] = j
			index[i].own[foldHeader(c.Name)] = j
			for _, alias := range c.Aliases {
				if _, taken := index[i].other[foldHeader(alias)]; !taken {
					index[i].other[foldHeader(alias)] = j
				}
			}
		}
	}
	return index
}

// header is a row of headers as one standard sheet reads it.
type header struct {
	sheet   *Sheet
	row     int // index in the sheet's rows
	at      []int
	create  int
	matched int
	fit     int   // how well: a column's own header counts twice, a required column once more
	unknown []int // columns that mean nothing
	again   []doubled
}

// doubled is a column that means what another means already.
type doubled struct {
	at    int // in the file
	first int // the one that counts
}

// best is how the standard sheet that fits best reads a sheet: the one that its name says, if its headers fit at all,
// else the one whose columns fit best. The sheet is nil where none fits.
func (index headerIndex) best(s workbook.Sheet, named int) header {
	if named >= 0 {
		if h := index.headerFor(named, s); h.matched > 0 {
			return h
		}
	}
	var best header
	for i := range standard {
		if h := index.headerFor(i, s); h.matched >= 2 && h.fit > best.fit && h.complete() {
			best = h
		}
	}
	return best
}

// complete says whether every required column is there.
func (h header) complete() bool {
	for i, c := range h.sheet.Columns {
		if c.Required && h.at[i] < 0 {
			return false
		}
	}
	return true
}

// headerFor is the row among the first ones that has the most columns of a standard sheet.
func (index headerIndex) headerFor(i int, s workbook.Sheet) header {
	best := header{sheet: &standard[i]}
	for j, row := range s.Rows {
		if j >= headerRows || row.Number > headerRows {
			break
		}
		if h := index.match(i, row); h.matched > best.matched {
			h.row = j
			best = h
		}
	}
	return best
}

// match finds the columns of a standard sheet in a row: by their own headers first, then by the others.
func (index headerIndex) match(i int, row workbook.Row) header {
	d := &standard[i]
	h := header{sheet: d, at: make([]int, len(d.Columns)), create: -1}
	for c := range h.at {
		h.at[c] = -1
	}
	folded, taken := make([]string, len(row.Cells)), make([]bool, len(row.Cells))
	for j, text := range row.Cells {
		if len(text) <= maxHeader {
			folded[j] = foldHeader(text)
		}
		if folded[j] == "新增" && h.create < 0 {
			h.create, taken[j] = j, true
		}
	}
	take := func(columns map[string]int, weight int) {
		for j, text := range folded {
			if c, ok := columns[text]; ok && h.at[c] < 0 && !taken[j] {
				h.at[c], taken[j] = j, true
				h.matched++
				if h.fit += weight; d.Columns[c].Required {
					h.fit++
				}
			}
		}
	}
	take(index[i].own, 2)
	take(index[i].other, 1)
	for j := range row.Cells {
		if taken[j] || folded[j] == "" {
			continue
		}
		if c, ok := index.column(i, folded[j]); ok && h.at[c] >= 0 {
			h.again = append(h.again, doubled{j, h.at[c]})
		} else {
			h.unknown = append(h.unknown, j)
		}
	}
	return h
}

// column is the column of a standard sheet that a folded header means.
func (index headerIndex) column(i int, folded string) (int, bool) {
	if c, ok := index[i].own[folded]; ok {
		return c, true
	}
	c, ok := index[i].other[folded]
	return c, ok
}

// tellDoubled tells of columns that mean the same: two of one header must agree, of others the nearer header counts.
func (p *planner) tellDoubled(s workbook.Sheet, h header) {
	head := s.Rows[h.row]
	for _, d := range h.again {
		at := workbook.Place{Sheet: s.Name, Row: head.Number, Column: d.at}
		first := workbook.Place{Sheet: s.Name, Row: head.Number, Column: d.first}.Ref()
		text, same := strings.TrimSpace(head.Cell(d.at)), strings.TrimSpace(head.Cell(d.first))
		differs := slices.IndexFunc(s.Rows[h.row+1:], func(r workbook.Row) bool {
			return strings.TrimSpace(r.Cell(d.at)) != "" && strings.TrimSpace(r.Cell(d.at)) != strings.TrimSpace(r.Cell(d.first))
		})
		if differs >= 0 && foldHeader(text) == foldHeader(same) {
			number := s.Rows[h.row+1+differs].Number
			p.problem(at, text, nil, gov.Errorf(gov.CodeInvalid, "栏目“%[1]s”在 %[2]s 和 %[3]s 出现两次，第%[4]d行两栏内容不同", "the column %[1]q stands twice, in %[2]s and %[3]s, and row %[4]d differs between them",
				text, first, at.Ref(), number).Advise("只保留一栏；另一栏确有别的含义的，改用相应的栏目名称", "keep one of them; if the other means something else, call it by its own header"))
			continue
		}
		p.note(at, "栏目“%[1]s”（%[3]s）与“%[2]s”（%[4]s）是同一栏，按 %[4]s 导入", "column %[1]q (%[3]s) means the same as %[2]q (%[4]s); %[4]s was read", text, same, at.Ref(), first)
	}
}

// accept takes a sheet's rows, or says which columns it lacks.
func (p *planner) accept(s workbook.Sheet, h header) {
	number := s.Rows[h.row].Number
	for _, j := range h.unknown {
		p.note(workbook.Place{Sheet: s.Name, Row: number, Column: j}, "栏目“%[1]s”不在%[2]s表中，未导入", "column %[1]q is not of the sheet %[3]s and was not read",
			strings.TrimSpace(s.Rows[h.row].Cell(j)), h.sheet.Name, h.sheet.English)
	}
	p.tellDoubled(s, h)
	if h.at[h.sheet.column("key")] < 0 && !h.complete() {
		for i, c := range h.sheet.Columns {
			if c.Required && h.at[i] < 0 {
				p.problem(workbook.Place{Sheet: s.Name, Row: number, Column: -1}, "", nil,
					gov.Errorf(gov.CodeInvalid, "%[1]s表缺少栏目“%[2]s”", "the sheet %[3]s lacks the column %[4]s", h.sheet.Name, c.Header, h.sheet.English, c.Name).
						Advise("请补上这一栏；也可写作：%[1]s", "add it; it may be called: %[1]s", strings.Join(append([]string{c.Header}, c.Aliases...), "、")))
			}
		}
		return
	}
	rows := slices.DeleteFunc(slices.Clone(s.Rows[h.row+1:]), func(r workbook.Row) bool { return slices.Equal(r.Cells, s.Rows[h.row].Cells) }) // on a new page
	p.addTable(&table{sheet: h.sheet, name: s.Name, at: h.at, origin: h.at, create: h.create, rows: rows})
}

func (p *planner) addTable(t *table) {
	p.tables[t.sheet.English] = append(p.tables[t.sheet.English], t)
	p.total += len(t.rows)
}
