package forms

import (
	"slices"
	"strings"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

// headerRows is how far down a sheet its headers may begin.
const headerRows = 15

// header is where the headers of a sheet stand and what they mean.
type header struct {
	row, next int // index of its first row, and of the first row after it
	number    int // of its first row in the file
	at        [roleCount]int
	cells     [][]string // of its one or two rows
	unknown   []int
	ours      bool // it has what only these forms have
}

func (h header) has(r role) bool { return h.at[r] >= 0 }

// findHeader is the first row that headers stand in. A sheet with 编号 is a standard one.
func findHeader(s workbook.Sheet) (header, bool) {
	for i := range s.Rows[:min(headerRows, len(s.Rows))] {
		h, found := headerAt(s.Rows, i)
		if !found {
			continue
		}
		for _, c := range s.Rows[i].Cells {
			if foldHeader(c) == "编号" || foldHeader(c) == "清单" {
				return header{}, false
			}
		}
		return h, true
	}
	return header{}, false
}

// headerAt reads a row that names the 事项 and one other column, or the 事项 alone in a sheet of one column, with the row
// below it where headers take two rows.
func headerAt(rows []workbook.Row, i int) (header, bool) {
	row := rows[i]
	if !mayName(row.Cells) {
		return header{}, false
	}
	h := readHeader(row.Cells, nil)
	if h.has(name) && i+1 < len(rows) && continues(row.Cells, rows[i+1].Cells) {
		h = readHeader(row.Cells, rows[i+1].Cells)
	}
	if !h.has(name) || h.known() < 2 && (len(row.Cells) > 1 || filled(row.Cells) != 1) {
		return header{}, false
	}
	h.row, h.number, h.next = i, row.Number, i+len(h.cells)
	return h, true
}

// mayName says whether a cell is the header of the 事项: no other row is read as one of headers, which takes long.
func mayName(cells []string) bool {
	return slices.ContainsFunc(cells, func(text string) bool {
		return len(text) <= longestName && (strings.Contains(text, "事项") || strings.Contains(text, "名称") || strings.Contains(text, "主要内容")) && roleOf(text) == name
	})
}

func (h header) known() int {
	n := 0
	for _, c := range h.at {
		if c >= 0 {
			n++
		}
	}
	return n
}

// readHeader reads one row of headers, or two of which the lower is the nearer.
func readHeader(upper, lower []string) header {
	h := header{cells: [][]string{upper}}
	if lower != nil {
		h.cells = append(h.cells, lower)
	}
	for i := range h.at {
		h.at[i] = -1
	}
	for i := range max(len(upper), len(lower)) {
		u, l := cellOf(upper, i), cellOf(lower, i)
		r := none
		for _, text := range []string{l, u, u + l} {
			if r == none && text != "" {
				r = roleOf(text)
			}
		}
		switch {
		case r != none && h.at[r] < 0:
			h.at[r] = i
		case u+l != "":
			h.unknown = append(h.unknown, i)
		}
	}
	h.ours = h.has(departmentWithWay) || h.has(townshipDuty) || h.has(way) && h.has(departments)
	return h
}

// continues says whether the row below a row of headers is its second: the cells of 序号 and 事项名称 are merged with those
// above or blank, and another one is a header.
func continues(upper, lower []string) bool {
	headers := 0
	for i, text := range lower {
		above := cellOf(upper, i)
		switch r := roleOf(above); {
		case text == "" || text == above:
		case r == number || r == name || roleOf(text) == none:
			return false
		default:
			headers++
		}
	}
	return headers > 0
}

// repeated says whether a row is that of the headers again, as at the head of a printed page, be it in other words.
func (h header) repeated(cells []string) bool {
	if mayName(cells) {
		if again := readHeader(cells, nil); again.has(name) && again.known() > 1 && again.at == h.at {
			return true
		}
	}
	same := filled(cells)
	return same > 0 && slices.ContainsFunc(h.cells, func(row []string) bool {
		return same == filled(row) && (same > 1 || len(row) == 1) && alike(cells, row)
	})
}

// alike says whether the cells that a row fills are those of a row of headers.
func alike(cells, headers []string) bool {
	for i, text := range cells {
		if text != "" && foldHeader(text) != foldHeader(cellOf(headers, i)) {
			return false
		}
	}
	return true
}

// lacks reports the columns that the form can't do without.
func (l *list) lacks(s workbook.Sheet) bool {
	missing := false
	for _, one := range l.kind.needed {
		if !l.hasOne(one) {
			missing = true
			var names []string
			for _, r := range one {
				names = append(names, r.String())
			}
			l.fail(workbook.Place{Sheet: s.Name, Row: l.header.number, Column: -1}, "", nil,
				gov.Errorf(gov.CodeInvalid, "%[1]s缺少栏目“%[2]s”", "the %[3]s lacks the column %[2]s", l.kind.name.ZH, names[0], l.kind.name.EN).
					Advise("请补上这一栏；可以是：%[1]s", "add it; it may be one of: %[1]s", strings.Join(names, "、")))
		}
	}
	return missing
}

func (l *list) hasOne(of []role) bool {
	for _, r := range of {
		if l.header.has(r) {
			return true
		}
	}
	return l.keeper != "" && of[0] == departments
}

func (l *list) noteUnknown(s workbook.Sheet) {
	for _, i := range l.header.unknown {
		text := cellOf(s.Rows[l.header.row].Cells, i)
		if len(l.header.cells) > 1 && cellOf(l.header.cells[1], i) != "" {
			text = cellOf(l.header.cells[1], i)
		}
		at := workbook.Place{Sheet: s.Name, Row: l.header.number, Column: i}
		if r := roleOf(text); r != none && l.header.has(r) {
			first := workbook.Place{Sheet: s.Name, Row: l.header.number, Column: l.header.at[r]}.Ref()
			l.note(at, "栏目“%[1]s”（%[3]s）与 %[4]s 同为“%[2]s”，按 %[4]s 导入", "column %[1]q (%[3]s) is %[2]s as %[4]s is; %[4]s was read", text, r.String(), at.Ref(), first)
			continue
		}
		l.note(at, "栏目“%[1]s”不在%[2]s中，未导入", "column %[1]q is not of the %[3]s and was not read",
			text, l.kind.name.ZH, l.kind.name.EN)
	}
}

func cellOf(cells []string, i int) string {
	if i < 0 || i >= len(cells) {
		return ""
	}
	return strings.TrimSpace(cells[i])
}

func filled(cells []string) int {
	n := 0
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}
