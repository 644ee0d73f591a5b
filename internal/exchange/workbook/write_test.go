package workbook_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

// styled is a table with everything that a sheet may show.
func styled() workbook.Table {
	return workbook.Table{
		Name:  "机构（乡镇）",
		Notes: []string{"填写说明：每行一个机构", "=不是公式"},
		Columns: []workbook.Column{
			{Header: "名称", Note: "全称", Width: 30},
			{Header: "类别", Choices: []string{"办公室", "事业单位,其他", strings.Repeat("长", 300)}},
			{Header: "编制", Number: true},
		},
		Rows: [][]string{{"党政办（人大办）", "办公室", "12"}, {"-1", "办公室", "-5"}, {"农业服务中心", "", "约 7"}},
	}
}

func open(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// TestXLSXShows what it promises, as excelize reads it back.
func TestXLSXShows(t *testing.T) {
	var file bytes.Buffer
	options := workbook.Options{Title: "某县", Author: "编办", Modified: time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)}
	other := workbook.Table{Name: "乙", Columns: []workbook.Column{{Header: "类别", Choices: []string{"甲"}}}}
	if err := workbook.WriteXLSX(&file, []workbook.Table{styled(), other}, options); err != nil {
		t.Fatal(err)
	}
	f := open(t, file.Bytes())
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	equal := func(what string, want, got any) {
		t.Helper()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
	}
	const sheet = "机构（乡镇）"
	rows, err := f.GetRows(sheet)
	must(err)
	equal("rows", [][]string{
		{"填写说明：每行一个机构"},
		{"'=不是公式"},
		{"名称", "类别", "编制"},
		{"党政办（人大办）", "办公室", "12"},
		{"'-1", "办公室", "-5"},
		{"农业服务中心", "", "约 7"},
	}, rows)
	for ref, want := range map[string]excelize.CellType{"A4": excelize.CellTypeInlineString, "C4": excelize.CellTypeUnset, "C6": excelize.CellTypeInlineString} {
		kind, err := f.GetCellType(sheet, ref)
		must(err)
		equal(ref, want, kind)
	}
	panes, err := f.GetPanes(sheet)
	must(err)
	equal("frozen", []any{true, 3, "A4"}, []any{panes.Freeze, panes.YSplit, panes.TopLeftCell})
	comments, err := f.GetComments(sheet)
	must(err)
	equal("comments", []string{"A3"}, []string{comments[0].Cell})
	if !strings.Contains(comments[0].Text+comments[0].Paragraph[0].Text, "全称") {
		t.Errorf("%+v", comments)
	}
	lists, err := f.GetDataValidations(sheet)
	must(err)
	equal("list", []any{"B4:B1048576", "'_选项'!$A$1:$A$3", false}, []any{lists[0].Sqref, lists[0].Formula1, lists[0].ShowErrorMessage})
	lists, err = f.GetDataValidations("乙")
	must(err)
	equal("second list", "'_选项'!$B$1:$B$1", lists[0].Formula1)
	for ref, want := range map[string]string{"A1": "办公室", "A2": "事业单位,其他", "B1": "甲", "B2": ""} {
		got, err := f.GetCellValue("_选项", ref)
		must(err)
		equal("choice "+ref, want, got)
	}
	visible, err := f.GetSheetVisible("_选项")
	must(err)
	equal("lists are hidden", false, visible)
	style, err := f.GetCellStyle(sheet, "A3")
	must(err)
	header, err := f.GetStyle(style)
	must(err)
	equal("header", []any{true, "微软雅黑", []string{"DCE6F1"}}, []any{header.Font.Bold, header.Font.Family, header.Fill.Color})
	width, err := f.GetColWidth(sheet, "A")
	must(err)
	equal("width", 30.0, width)
	props, err := f.GetDocProps()
	must(err)
	equal("properties", []string{"某县", "编办", "2024-02-29T00:00:00Z"}, []string{props.Title, props.Creator, props.Modified})
	if !strings.Contains(part(t, file.Bytes(), "xl/worksheets/sheet1.xml"), `<autoFilter ref="$A$3:$C$6"`) {
		t.Error("no filter")
	}
}

// part is the text of one part of a zip.
func part(t *testing.T, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestCSVBytes are what Excel opens rightly.
func TestCSVBytes(t *testing.T) {
	var file bytes.Buffer
	if err := workbook.WriteCSV(&file, styled()); err != nil {
		t.Fatal(err)
	}
	want := "\ufeff名称,类别,编制\r\n党政办（人大办）,办公室,12\r\n'-1,办公室,-5\r\n农业服务中心,,约 7\r\n"
	if diff := cmp.Diff(want, file.String()); diff != "" {
		t.Error(diff)
	}
	file.Reset()
	if err := workbook.WriteCSVZip(&file, []workbook.Table{styled()}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, part(t, file.Bytes(), "机构（乡镇）.csv")); diff != "" {
		t.Error(diff)
	}
	z, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if f := z.File[0]; f.Flags&0x800 == 0 || f.NonUTF8 {
		t.Error("the name is not flagged as UTF-8")
	}
}

// TestSameBytes of the same tables, in whatever order a map gives the sheets.
func TestSameBytes(t *testing.T) {
	tables := []workbook.Table{styled(), {Name: "乙"}, {Name: "丙", Columns: styled().Columns}, {Name: "丁"}}
	for format, write := range map[string]func(io.Writer) error{
		"xlsx": func(w io.Writer) error { return workbook.WriteXLSX(w, tables, workbook.Options{}) },
		"zip":  func(w io.Writer) error { return workbook.WriteCSVZip(w, tables) },
	} {
		var first bytes.Buffer
		if err := write(&first); err != nil {
			t.Fatal(err)
		}
		for range 10 {
			var again bytes.Buffer
			if err := write(&again); err != nil || !bytes.Equal(first.Bytes(), again.Bytes()) {
				t.Fatalf("%s: not the same bytes (%v)", format, err)
			}
		}
	}
}

// TestWriteRefuses what a spreadsheet could not hold, in every format alike.
func TestWriteRefuses(t *testing.T) {
	column := []workbook.Column{{Header: "甲"}}
	for says, tables := range map[string][]workbook.Table{
		"no table":          nil,
		"cannot name":       {{Name: "a/b", Columns: column}},
		"cannot name ":      {{Name: strings.Repeat("长", 32), Columns: column}},
		"cannot name  ":     {{Name: "A", Columns: column}, {Name: "a", Columns: column}},
		"cannot name   ":    {{Name: "_选项", Columns: column}},
		"than 32767":        {{Name: "甲", Columns: column, Rows: [][]string{{"", strings.Repeat("长", 32768)}}}},
		"than 32767 ":       {{Name: "甲", Columns: column, Rows: [][]string{{"=" + strings.Repeat("1", 32766)}, {"=" + strings.Repeat("1", 32767)}}}},
		"beyond column 256": {{Name: "甲", Rows: [][]string{make([]string, 257)}}},
		"or 256 columns":    {{Name: "甲", Columns: make([]workbook.Column, 257)}},
	} {
		for format, err := range map[string]error{
			"xlsx": workbook.WriteXLSX(io.Discard, tables, workbook.Options{}),
			"zip":  workbook.WriteCSVZip(io.Discard, tables),
		} {
			if gov.CodeOf(err) != gov.CodeInvalid || !strings.Contains(err.Error(), strings.TrimSpace(says)) {
				t.Errorf("%s as %s: %v", says, format, err)
			}
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

// TestWriteFails where its writer does.
func TestWriteFails(t *testing.T) {
	tables := []workbook.Table{styled()}
	for format, err := range map[string]error{
		"xlsx": workbook.WriteXLSX(full{}, tables, workbook.Options{}),
		"zip":  workbook.WriteCSVZip(full{}, tables),
		"csv":  workbook.WriteCSV(full{}, tables[0]),
	} {
		if !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%s: %v", format, err)
		}
	}
}

// TestWrittenByExcelize: files of another writer, with shared strings, formulas and dates, read alike.
func TestWrittenByExcelize(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	for _, set := range []error{
		err,
		f.SetCellStr("Sheet1", "A1", "甲_x000D_\t乙"),
		f.SetCellStr("Sheet1", "A2", "&<>\"' x"),
		f.SetCellValue("Sheet1", "B1", time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)),
		f.SetCellStyle("Sheet1", "B1", "B1", date),
		f.SetCellFloat("Sheet1", "C1", 0.1+0.2, -1, 64),
		f.SetCellBool("Sheet1", "D1", true),
		f.SetCellFormula("Sheet1", "E1", "SUM(C1)"),
		f.SetCellRichText("Sheet1", "A3", []excelize.RichTextRun{{Text: "富", Font: &excelize.Font{Bold: true}}, {Text: "文本"}}),
		f.MergeCell("Sheet1", "A3", "C3"),
		f.SetRowVisible("Sheet1", 2, false),
		f.SetColVisible("Sheet1", "D", false),
	} {
		if set != nil {
			t.Fatal(set)
		}
	}
	var file bytes.Buffer
	if err := f.Write(&file); err != nil {
		t.Fatal(err)
	}
	check(t, file.Bytes(), "A1=甲\n\t乙", "B1=2024-02-29", "C1=0.3", "D1=TRUE", "A2=&<>\"' x", "A3=富文本",
		"# Sheet1 2: 隐藏的行也已读入，共 1 行，这是第一行", "# Sheet1: 隐藏的列也已读入：D",
		"# Sheet1 A3: 合并单元格 A3:C3：其值用于所含各行", "! [f Sheet1 E1] 公式没有计算结果")
}

// TestEncrypted files of excelize are known for what they are.
func TestEncrypted(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	var file bytes.Buffer
	if err := f.Write(&file, excelize.Options{Password: "secret"}); err != nil {
		t.Fatal(err)
	}
	check(t, file.Bytes(), "! [f] 文件有打开密码")
}
