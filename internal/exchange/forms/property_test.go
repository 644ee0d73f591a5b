package forms_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/exchange/forms"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/snapshot"
)

// bookOf is tables as a file that holds them is read.
func bookOf(tables []workbook.Table) workbook.Book {
	var book workbook.Book
	for _, t := range tables {
		s := workbook.Sheet{Name: t.Name}
		add := func(cells ...string) {
			s.Rows = append(s.Rows, workbook.Row{Number: len(s.Rows) + 1, Cells: cells})
		}
		for _, n := range t.Notes {
			add(n)
		}
		var headers []string
		for _, c := range t.Columns {
			headers = append(headers, c.Header)
		}
		add(headers...)
		for _, r := range t.Rows {
			add(r...)
		}
		book.Sheets = append(book.Sheets, s)
	}
	return book
}

// randomList is a township's supporting list with items, departments, groups and words that others share or contradict.
func randomList(t *rapid.T, township string) workbook.Sheet {
	s := workbook.Sheet{Name: township}
	add := func(cells ...string) {
		s.Rows = append(s.Rows, workbook.Row{Number: len(s.Rows) + 1, Cells: cells})
	}
	pick := func(what string, of ...string) string { return rapid.SampledFrom(of).Draw(t, what) }
	add("登封市" + township + "配合履职事项清单")
	add("序号", "事项名称", "对应上级部门", "上级部门职责", "乡镇配合职责")
	for i := range rapid.IntRange(1, 6).Draw(t, "items") {
		if pick("group?", "", "", "y") != "" {
			add(pick("group", "一、农业农村", "二、应急管理", "三、其他"))
		}
		add(fmt.Sprint(i+1), pick("item", "森林防火", "秸秆禁烧", "食品巡查", "防汛"),
			pick("departments", "市农业农村局", "应急管理局、公安局", "公安局（牵头）；农业农村局", "配合部门：公安局"),
			pick("duty", "", "监督。", "公安局：查处。\n农业农村局：牵头监测。", "1.甲\n2.乙"), pick("content", "", "巡查。", "“劝阻”；｜上报=\"是\""))
		if pick("more", "", "", "y") != "" {
			add("", "", pick("further", "应急管理局", ""), pick("its duty", "调度。", "甲、乙；"), "")
		}
	}
	return s
}

// TestComesToRest: importing the lists of two townships and then the first again comes to nothing, nor do both in one
// file; the edits apply, and the standard export of what came of it is read back without a change.
func TestComesToRest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, err := countytest.Read(county + "duty 森林防火\n  list SUPPORTING\n  lead 公安局\nduty 防汛 aspect=水利\n")
		if err != nil {
			t.Fatal(err)
		}
		a := workbook.Book{Sheets: []workbook.Sheet{randomList(t, "大冶镇")}}
		b := workbook.Book{Sheets: []workbook.Sheet{randomList(t, "告成镇")}}
		both := workbook.Book{Sheets: append(append([]workbook.Sheet{}, a.Sheets...), b.Sheets...)}
		for i, book := range []workbook.Book{a, b, a, b, both} {
			r := planRapid(t, c, book)
			if i > 1 && len(r.Edits) > 0 {
				t.Fatalf("import %d: %s", i, told(r))
			}
			c = r.Target
		}
		fresh, _ := countytest.Read(county)
		r := planRapid(t, fresh, both)
		if again := planRapid(t, r.Target, both); len(again.Edits) > 0 {
			t.Fatalf("both again: %s", told(again))
		}
	})
}

func planRapid(t *rapid.T, c *snapshot.County, book workbook.Book) sheets.Result {
	r, err := sheets.Plan(t.Context(), c, book, sheets.Options{Forms: forms.Of(c, book, forms.Options{})})
	if err != nil || len(r.Problems) > 0 {
		t.Fatalf("%v %s", err, told(r))
	}
	return r
}

// FuzzForms: whatever a table holds is read without a panic, with every place inside the file, and edits that apply come
// to rest.
func FuzzForms(f *testing.F) {
	f.Add("大冶镇基本履职事项清单\n序号,事项名称\n一、党的建设（2项）\n1,甲\n")
	f.Add("大冶镇配合履职事项清单\n序号,事项名称,对应上级部门,上级部门职责,乡镇配合职责\n1,甲,农业农村局、公安局,\"公安局：乙\n1.丙\",丁\n")
	f.Add("告成镇上级部门收回事项清单\n序号,事项名称,承接部门及工作方式\n1,甲,\"承接部门：公安局\n工作方式：乙\"\n")
	f.Add("登封市公安局配合履职事项清单\n序号,事项名称,部门职责,配合乡镇,乡镇配合职责\n1,甲,乙,各乡镇,丙\n")
	f.Fuzz(func(t *testing.T, text string) {
		book, err := workbook.Read("清单.csv", []byte(text), workbook.StandardLimits())
		if err != nil || len(text) > 4096 {
			t.Skip()
		}
		c := countytest.Parse(t, county)
		if forms.Of(c, book, forms.Options{}) == nil {
			t.Skip()
		}
		lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 1
		for step := range 3 {
			r := plan(t, c, book, forms.Options{})
			for _, p := range r.Problems {
				if p.Place.Row > lines {
					t.Fatalf("row %d of %d: %v", p.Place.Row, lines, p)
				}
			}
			if step == 2 && len(r.Edits) > 0 {
				t.Fatalf("does not come to rest: %s", told(r))
			}
			if len(r.Problems) > 0 {
				return
			}
			c = apply(t, c, r.Edits)
		}
	})
}
