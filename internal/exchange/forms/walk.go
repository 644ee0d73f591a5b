package forms

import (
	"regexp"
	"strings"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/search"
)

var (
	footer = regexp.MustCompile(`^(注|备注|说明|注释|联系电话|联系人|监督电话|咨询电话|填表人|审核人|制表|印发|抄送|附件|第?\d+页|—\s*\d+\s*—)[\d一二三四五六七八九十]*([:：．.、\s]|$)|^第.{1,4}页`)
	grand  = regexp.MustCompile(`^(合计|总计|共计|小计)`)
	count  = regexp.MustCompile(`(\d+)\s*[项条个件]?`)
)

// walk reads the rows below the headers into items and groups.
func (l *list) walk(titles []title) {
	w := &walker{list: l, byName: map[string]*item{}}
	for _, row := range l.rows {
		w.row(row)
	}
	l.checkTotals(titles)
}

type walker struct {
	*list
	current [2]*group
	last    *item
	number  string // 序号 of the last item
	ended   bool
	byName  map[string]*item
}

func (w *walker) row(row workbook.Row) {
	text := ""
	for _, c := range row.Cells {
		if c = strings.TrimSpace(c); c != "" && text == "" {
			text = c
		}
	}
	alone := filled(row.Cells) == 1
	switch {
	case text == "", w.header.repeated(row.Cells):
	case grand.MatchString(text):
		w.total(row)
	case alone && footer.MatchString(text):
		w.ended = true
	case alone && w.isTitle(text):
	case w.group(row, text, alone):
		w.ended = false
	case w.ended && alone:
	default:
		w.ended = false
		w.item(row, alone)
	}
}

// isTitle says whether a line is the title again, or one of a further part of the list.
func (w *walker) isTitle(text string) bool {
	return search.Fold(strings.Join(strings.Fields(text), "")) == search.Fold(w.document) || kindNamed(text) != nil && strings.Contains(text, "清单")
}

// item reads a row of an item, or a further row of the last one.
func (w *walker) item(row workbook.Row, alone bool) {
	text := row.Cell(w.header.at[name])
	if text == "" && alone && w.last == nil {
		w.note(workbook.Place{Sheet: w.sheet, Row: row.Number, Column: -1}, "第%[1]d行不是事项，未导入", "row %[1]d is no item and was not read", row.Number)
		return
	}
	given := row.Cell(w.header.at[number])
	if !w.header.has(number) {
		given = ""
	}
	text = oneLine(text)
	switch {
	case text == "" && (w.last == nil || given != "" && given != w.number):
		w.fail(w.at(row.Number, name), "", nil, gov.Errorf(gov.CodeInvalid, "事项名称不能为空", "the name of the item must not be empty"))
		w.last = nil
		return
	case text == "" || w.last != nil && text == w.last.name && (given == "" || given == w.number):
	default:
		w.begin(row, text)
	}
	if given != "" {
		w.number = given
	}
	w.take(row)
}

// begin opens an item; one whose name the list has already is the same.
func (w *walker) begin(row workbook.Row, text string) {
	if column := w.header.at[groupColumn]; w.header.has(groupColumn) && row.Cell(column) != "" {
		w.enter(0, row.Cell(column), w.at(row.Number, groupColumn))
	}
	for _, g := range w.current {
		if g != nil {
			g.count++
		}
	}
	if it := w.byName[search.Fold(text)]; it != nil {
		w.note(w.at(row.Number, name), "事项“%[1]s”在第%[2]d行已列，两行合并导入", "the item %[1]q stands in row %[2]d too; both were read as one", text, it.row)
		w.last = it
		return
	}
	w.last = &item{name: text, row: row.Number, group: w.current}
	w.byName[search.Fold(text)] = w.last
	w.items = append(w.items, w.last)
}

// take adds what a row says to its item.
func (w *walker) take(row workbook.Row) {
	cell := func(r role) string {
		if !w.header.has(r) {
			return ""
		}
		return strings.TrimSpace(row.Cell(w.header.at[r]))
	}
	p := part{row: row.Number, departments: cell(departments), duty: cell(departmentDuty), combined: cell(combined)}
	content := cell(w.kind.content)
	if both := cell(departmentWithWay); both != "" {
		who, how, ok := splitWay(both)
		if p.departments, content = cmpOr(p.departments, who), how; !ok {
			w.note(w.at(row.Number, departmentWithWay), "没有分出承接部门和工作方式，按只写了承接部门导入", "department and way of working could not be parted; it was read as the department alone")
		}
	}
	if p.departments+p.duty+p.combined != "" {
		w.last.parts = append(w.last.parts, p)
	}
	w.last.content.add(content)
	if where := cell(townships); where != "" && w.last.townships == "" {
		w.last.townships = where
	}
}

// oneLine takes the line breaks out of a name, as they come from narrow columns.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\t' }), "")
}
