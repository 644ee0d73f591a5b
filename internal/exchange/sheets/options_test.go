package sheets_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

const small = `county 410185 登封市
department 农业农村局
township 大冶镇
  organ 经济发展办公室 OFFICE
duty 防汛 list=BASIC
`

// tableOf is a sheet of a header and n rows.
func tableOf(name string, n int, header []string, cells func(i int) []string) workbook.Book {
	s := workbook.Sheet{Name: name, Rows: []workbook.Row{{Number: 1, Cells: header}}}
	for i := range n {
		s.Rows = append(s.Rows, workbook.Row{Number: i + 2, Cells: cells(i)})
	}
	return workbook.Book{Sheets: []workbook.Sheet{s}}
}

func TestProblemsAreBounded(t *testing.T) {
	c := countytest.Parse(t, small)
	book := tableOf("对口", 3000, []string{"机构", "县直部门"}, func(i int) []string {
		return []string{fmt.Sprintf("第%d办公室", i), "农业农村局"}
	})
	r := plan(t, c, book, sheets.Options{})
	if len(r.Problems) != sheets.MaxProblems || r.OmittedProblems != 2000 || len(r.Edits) > 0 {
		t.Errorf("%d problems and %d more, %d edits", len(r.Problems), r.OmittedProblems, len(r.Edits))
	}
	book = tableOf("", 1, append([]string{"职责名称", "简称"}, strings.Split(strings.Repeat("甲,", 3000), ",")...), func(int) []string { return []string{"防汛"} })
	if r := plan(t, c, book, sheets.Options{}); len(r.Notes) != sheets.MaxProblems || r.OmittedNotes != 2000 {
		t.Errorf("%d notes and %d more", len(r.Notes), r.OmittedNotes)
	}
}

func TestProgressAndGivingUp(t *testing.T) {
	c := countytest.Parse(t, small)
	book := tableOf("职责", 5000, []string{"职责名称"}, func(i int) []string { return []string{fmt.Sprintf("第%d项", i)} })
	var seen []int
	r := plan(t, c, book, sheets.Options{Progress: func(done, total int) {
		if total != 5000 || len(seen) > 0 && done < seen[len(seen)-1] {
			t.Fatalf("%d of %d after %v", done, total, seen)
		}
		seen = append(seen, done)
	}})
	if len(seen) < 5 || seen[len(seen)-1] != 5000 || len(r.Problems) > 0 || len(r.Edits) != 5000 {
		t.Errorf("progress %v, %d edits", seen, len(r.Edits))
	}
	ctx, cancel := context.WithCancel(t.Context())
	_, err := sheets.Plan(ctx, c, book, sheets.Options{Progress: func(int, int) { cancel() }})
	if gov.CodeOf(err) != gov.CodeUnavailable || !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
}

func TestOptionsAreChecked(t *testing.T) {
	c := countytest.Parse(t, small)
	for _, o := range []sheets.Options{{Mode: "MERGE"}, {MaxRemoved: 101}, {MaxRemoved: -1}, {Townships: []string{"大冶"}}} {
		if _, err := sheets.Plan(t.Context(), c, workbook.Book{}, o); gov.CodeOf(err) != gov.CodeInvalid {
			t.Errorf("%+v: %v", o, err)
		}
	}
}

// list is a form of two columns: a duty of the basic list and who carries it.
type list struct{}

func (list) Read(s workbook.Sheet) (sheets.Reading, bool) {
	if !strings.HasSuffix(s.Name, "事项清单") {
		return sheets.Reading{}, false
	}
	duties := sheets.Rows{Sheet: "duties", From: s.Name, Columns: []string{"name", "listings"}, Origin: []int{1, -1}, Adds: true}
	bearers := sheets.Rows{Sheet: "assignments", From: s.Name, Columns: []string{"duty", "bearer", "township"}, Origin: []int{1, 2}}
	for _, r := range s.Rows[1:] {
		duties.Rows = append(duties.Rows, workbook.Row{Number: r.Number, Cells: []string{r.Cell(1), "配合履职｜乡镇=大冶镇｜内容=" + r.Cell(3)}})
		bearers.Rows = append(bearers.Rows, workbook.Row{Number: r.Number, Cells: []string{r.Cell(1), r.Cell(2), "大冶镇"}})
	}
	return sheets.Reading{Rows: []sheets.Rows{duties, bearers}}, true
}

// TestForm: a sheet of another layout is read through the standard ones; problems stand at its own cells, and its lists
// join those on record in place of the one they renew.
func TestForm(t *testing.T) {
	c := countytest.Parse(t, small)
	book := tableOf("大冶镇事项清单", 3, []string{"序号", "事项", "承办", "内容"}, func(i int) []string {
		return [][]string{{"1", "防汛", "经济发展办公室", "巡查"}, {"2", "秸秆禁烧", "经济发展办", "劝阻"}, {"3", "防汛", "经济发展办公室", "报告"}}[i]
	})
	r := plan(t, c, book, sheets.Options{Mode: sheets.ModeReplace, MaxRemoved: 100, Forms: []sheets.Form{list{}}})
	if len(r.Problems) != 1 || r.Problems[0].Place != (workbook.Place{Sheet: "大冶镇事项清单", Row: 3, Column: 2}) || r.Problems[0].Suggestions[0] != "经济发展办公室" {
		t.Errorf("%v", tell(r))
	}
	n, _ := r.Target.Node("duty/防汛")
	ls := n.(*gov.Duty).Listings
	if len(ls) != 2 || ls[0].List != gov.ListBasic || ls[1].Content != "报告" {
		t.Errorf("%+v", ls)
	}
	if _, ok := r.Target.Edge(gov.EdgeAssignment, "organ/大冶镇/经济发展办公室", "duty/防汛"); !ok {
		t.Error("the assignment is missing")
	}
}
