package forms_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/exchange/forms"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/snapshot"
)

const county = `county 410185 登封市 CITY
department 农业农村局 GOVERNMENT
department 应急管理局 GOVERNMENT
department 公安局 GOVERNMENT
township 大冶镇,告成镇 TOWN
`

// TestMergedCells reads a real .xlsx as offices make them: the title merged over all columns, headers over two rows, groups
// merged over all columns, an item merged over the rows of its departments.
func TestMergedCells(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "Sheet1"
	for ref, text := range map[string]string{
		"A1": "登封市大冶镇配合履职事项清单", "A2": "序号", "B2": "事项名称", "C2": "对应上级部门", "D2": "职责分工", "D3": "上级部门职责", "E3": "镇（街道）配合职责",
		"A4": "一、应急管理（２项）", "A5": "1", "B5": "森林防火", "C5": "市应急管理局\n（牵头）", "D5": "组织扑救。", "E5": "巡山护林。", "C6": "市公安局", "D6": "查处违法用火。",
		"A7": "2", "B7": "防汛抗旱", "C7": "市应急管理局", "D7": "统一调度。", "E7": "组织转移。", "A8": "注：本清单动态调整。",
	} {
		if err := f.SetCellValue(sheet, ref, text); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range [][2]string{{"A1", "E1"}, {"A2", "A3"}, {"B2", "B3"}, {"C2", "C3"}, {"D2", "E2"}, {"A4", "E4"}, {"A5", "A6"}, {"B5", "B6"}, {"E5", "E6"}, {"A8", "E8"}} {
		if err := f.MergeCell(sheet, m[0], m[1]); err != nil {
			t.Fatal(err)
		}
	}
	var file bytes.Buffer
	if err := f.Write(&file); err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Read("大冶镇.xlsx", file.Bytes(), workbook.StandardLimits())
	if err != nil {
		t.Fatal(err)
	}
	c := countytest.Parse(t, county)
	r := plan(t, c, book, forms.Options{})
	if len(r.Problems)+len(r.Notes) > 0 {
		t.Error(told(r))
	}
	const want = `森林防火 [应急管理  ] DOCUMENT 登封市大冶镇配合履职事项清单
  SUPPORTING 大冶镇 (登封市大冶镇配合履职事项清单) "巡山护林。"
  SUPPORT 公安局 "查处违法用火。" 登封市大冶镇配合履职事项清单
  LEAD 应急管理局 "组织扑救。" 登封市大冶镇配合履职事项清单
防汛抗旱 [应急管理  ] DOCUMENT 登封市大冶镇配合履职事项清单
  SUPPORTING 大冶镇 (登封市大冶镇配合履职事项清单) "组织转移。"
  LEAD 应急管理局 "统一调度。" 登封市大冶镇配合履职事项清单
`
	after := apply(t, c, r.Edits)
	if got := state(after); got != want {
		t.Errorf("got\n%s", got)
	}
	if again := plan(t, after, book, forms.Options{}); len(again.Edits)+len(again.Problems) > 0 {
		t.Error(told(again))
	}
	exportComesBack(t, after)
}

// exportComesBack: what forms brought in is exported by the standard sheets and read back without a change.
func exportComesBack(tb testing.TB, c *snapshot.County) {
	tb.Helper()
	var file bytes.Buffer
	if err := workbook.WriteXLSX(&file, sheets.Export(c, nil), workbook.Options{}); err != nil {
		tb.Fatal(err)
	}
	book, err := workbook.Read("县.xlsx", file.Bytes(), workbook.StandardLimits())
	if err != nil {
		tb.Fatal(err)
	}
	if got := forms.Of(c, book, forms.Options{}); got != nil {
		tb.Error("a standard sheet was taken for a form")
	}
	for _, mode := range []sheets.Mode{sheets.ModeUpdate, sheets.ModeReplace} {
		r := plan(tb, c, book, forms.Options{Mode: mode})
		if len(r.Edits)+len(r.Problems) > 0 {
			tb.Error(mode, told(r))
		}
	}
}

// TestSheetsBesideForms: in a replacement the rows of a form leave what only the standard sheets may remove, and a template
// is no form.
func TestSheetsBesideForms(t *testing.T) {
	c := countytest.Parse(t, county+"  organ 农业办 OFFICE leads 秸秆禁烧\nsource 旧文件\nduty 秸秆禁烧\n  lead 农业农村局\n")
	book, err := workbook.Read("大冶镇基本履职事项清单.csv", []byte("序号,事项名称\n1,护林\n"), workbook.StandardLimits())
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range []sheets.Options{{Mode: sheets.ModeReplace}, {Mode: sheets.ModeReplace, Townships: []string{"大冶镇"}}} {
		o.MaxRemoved = 100
		o.Forms = forms.Of(c, book, forms.Options{Mode: o.Mode, MaxRemoved: 100})
		r, err := sheets.Plan(t.Context(), c, book, o)
		if err != nil || len(r.Problems) > 0 || strings.Contains(told(r), "-1") {
			t.Errorf("%v\n%s", err, told(r))
		}
		if len(r.Edits) != 2 {
			t.Errorf("%d edits", len(r.Edits))
		}
	}
	if got := forms.Of(c, bookOf(sheets.Template()), forms.Options{}); got != nil {
		t.Error("a template was taken for a form")
	}
}
