package forms_test

import (
	"fmt"
	"testing"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/exchange/forms"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
)

// BenchmarkLists reads the supporting lists of 20 townships with 5,000 items each, 100,000 rows, of which nothing, then
// everything, is on record; with -short a hundredth of them.
func BenchmarkLists(b *testing.B) {
	text, items := county, 5000
	if testing.Short() {
		items = 50
	}
	var book workbook.Book
	for i := range 20 {
		name := fmt.Sprintf("第%d镇", i)
		text += "township " + name + " TOWN\n"
		s := workbook.Sheet{Name: name, Rows: []workbook.Row{
			{Number: 1, Cells: []string{name + "配合履职事项清单"}}, {Number: 2, Cells: []string{"序号", "事项名称", "对应上级部门", "上级部门职责", "乡镇配合职责"}},
		}}
		for j := range items {
			s.Rows = append(s.Rows, workbook.Row{Number: j + 3, Cells: []string{fmt.Sprint(j + 1), fmt.Sprintf("第%d项配合事项", j), "农业农村局、公安局", "农业农村局：牵头。\n公安局：查处。", fmt.Sprintf("巡查%d", i)}})
		}
		book.Sheets = append(book.Sheets, s)
	}
	c, err := countytest.Read(text)
	if err != nil {
		b.Fatal(err)
	}
	full := plan(b, c, book, forms.Options{}).Target
	for _, mode := range []sheets.Mode{sheets.ModeUpdate, sheets.ModeReplace} {
		b.Run("anew-"+string(mode), func(b *testing.B) {
			for b.Loop() {
				plan(b, c, book, forms.Options{Mode: mode})
			}
		})
		b.Run("again-"+string(mode), func(b *testing.B) {
			for b.Loop() {
				if r := plan(b, full, book, forms.Options{Mode: mode}); len(r.Edits) > 0 {
					b.Fatal(len(r.Edits))
				}
			}
		})
	}
}
