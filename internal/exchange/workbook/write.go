package workbook

import (
	"strconv"
	"strings"

	"tiaokuai/internal/gov"
)

// maxSheetName and forbidden are Excel's rules for the names of sheets; they also make a good file name.
const (
	maxSheetName = 31
	forbidden    = `:\/?*[]`
)

// checkTables refuses what a spreadsheet could not hold: the caller's names and texts are never changed in silence.
func checkTables(tables []Table) error {
	var problems gov.Problems
	if len(tables) == 0 {
		return invalid("没有可写的表", "there is no table to write")
	}
	seen := map[string]bool{}
	for _, t := range tables {
		if !fitsAsName(t.Name) || seen[strings.ToLower(t.Name)] {
			problems = append(problems, invalid("“%s”不能作表名，或有两张表同名", "“%s” cannot name a sheet, or names two", t.Name).
				Advise("表名不超过 31 字，不含 "+forbidden, "at most 31 characters, none of "+forbidden).At(t.Name))
		}
		seen[strings.ToLower(t.Name)] = true
		problems = append(problems, t.check()...)
	}
	return problems.Err()
}

func fitsAsName(name string) bool {
	return name != "" && name == Normal(name) && length(name) <= maxSheetName && !strings.ContainsAny(name, forbidden+"\n\t") &&
		strings.Trim(name, apostrophe) == name && name != listSheet && !strings.HasPrefix(name, ".") && !strings.EqualFold(name, "History")
}

// check refuses what is longer, wider or higher than a sheet.
func (t Table) check() gov.Problems {
	var problems gov.Problems
	l := StandardLimits()
	if rows := len(t.Notes) + 1 + len(t.Rows); rows > lastRow || len(t.Columns) > l.Columns {
		problems = append(problems, invalid("表超过 %d 行或 %d 列", "the table has more than %d rows or %d columns", lastRow, l.Columns).At(t.Name))
	}
	first := len(t.Notes) + 2
	for i, row := range t.Rows {
		for j, text := range row {
			if j >= l.Columns || len(text) >= l.Characters && length(neutral(Normal(text))) > l.Characters {
				problems = append(problems, invalid("单元格超过 %d 字或 %d 列", "the cell is longer than %d characters or beyond column %d",
					l.Characters, l.Columns).At(t.Name, Place{t.Name, first + i, j}.Ref()))
			}
		}
	}
	return problems
}

// headers are the cells of the header row.
func (t Table) headers() []string {
	out := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = c.Header
	}
	return out
}

// number is the number that a cell of a column is written as, if it is one in its only usual form: 007 is a code, and more
// than 15 digits would not all be kept.
func (t Table) number(column int, text string) (float64, bool) {
	const mostDigits = 15
	if column >= len(t.Columns) || !t.Columns[column].Number || strings.Trim(text, "-.0123456789") != "" || len(strings.Trim(text, "-.")) > mostDigits {
		return 0, false
	}
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && strconv.FormatFloat(n, 'f', -1, 64) == text && text != "-0"
}
