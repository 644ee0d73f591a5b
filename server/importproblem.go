package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

// unread is what could not be read of a file, as problems at their places like those of its rows.
func unread(problems gov.Problems) []sheets.Problem {
	out := make([]sheets.Problem, len(problems))
	for i, e := range problems {
		out[i] = sheets.Problem{Place: placeIn(e.Path), Err: e}
	}
	return out
}

// placeIn is the place that package workbook names by a path: the file, the sheet, and the cell (B12) or the row (12).
func placeIn(path []any) workbook.Place {
	at := workbook.Place{Column: -1}
	if len(path) > 1 {
		at.Sheet = fmt.Sprint(path[1])
	}
	if len(path) > 2 {
		ref := fmt.Sprint(path[2])
		number := strings.TrimLeft(ref, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
		at.Row, _ = strconv.Atoi(number)
		for _, letter := range ref[:len(ref)-len(number)] {
			at.Column = (at.Column+1)*26 + int(letter-'A')
		}
	}
	return at
}

// anotherCounty is the problem of a file that makes another county than the one it was sent to, at the cell with its code.
func anotherCounty(made, wanted string, book workbook.Book) sheets.Problem {
	p := sheets.Problem{Value: made, Err: gov.Errorf(gov.CodeInvalid, "文件所建的县代码为 %[1]s，与导入的县 %[2]s 不符", "the file makes the county %[1]s, but was sent to %[2]s", made, wanted).
		Advise("请改正“县”表的编号，或导入到 %[1]s", "correct the code in the sheet 县, or import the file to %[1]s", made)}
	for _, sheet := range book.Sheets {
		for _, row := range sheet.Rows {
			if column := slices.Index(row.Cells, made); column >= 0 {
				p.Place = workbook.Place{Sheet: sheet.Name, Row: row.Number, Column: column}
				return p
			}
		}
	}
	return p
}

// shownProblem is a problem of the file: its place stands in sheet, row and cell, not in the argument.
func (i importing) shownProblem(p sheets.Problem) shownError {
	e := shown(p.Err, i.Writing)
	delete(e.Extensions, "argument")
	for name, v := range map[string]any{"sheet": p.Place.Sheet, "cell": p.Place.Ref(), "value": p.Value} {
		if v != "" {
			e.Extensions[name] = v
		}
	}
	if p.Place.Row > 0 {
		e.Extensions["row"] = p.Place.Row
	}
	if len(p.Suggestions) > 0 {
		e.Extensions["suggestions"] = p.Suggestions
	}
	return e
}

// placed is where a problem is, as the command line says it: 机构!D2, 机构第 3 行, or the file where it is about no sheet.
func (t terminal) placed(e shownError, file string) string {
	sheet, _ := e.Extensions["sheet"].(string)
	cell, _ := e.Extensions["cell"].(string)
	switch row := wholeNumber(e.Extensions["row"]); {
	case sheet == "":
		return file
	case cell != "":
		return sheet + "!" + cell
	case row > 0:
		return gov.Textf("%[1]s第 %[2]d 行", "%[1]s row %[2]d", sheet, row).In(t.language)
	}
	return sheet
}

// wholeNumber is a number as it was put, or as JSON gives it.
func wholeNumber(v any) int {
	switch n := v.(type) {
	case int:
		return n
	case float64:
		return int(n)
	}
	return 0
}
