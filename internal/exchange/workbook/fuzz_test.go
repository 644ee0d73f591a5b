package workbook_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

// tight are limits within which a fuzzer's inputs stay quick.
func tight() workbook.Limits {
	l := workbook.StandardLimits()
	l.File, l.Unpacked, l.Cells, l.Rows, l.Text = 1<<20, 4<<20, 50_000, 5000, 4<<20
	return l
}

// readsBack: whatever the bytes, Read answers with a book or with whole problems; what it read is in normal form, and
// written again it reads the same.
func readsBack(t *testing.T, name string, data []byte) {
	book, err := workbook.Read(name, data, tight())
	if err != nil {
		for _, p := range err.(gov.Problems) {
			if p.Code != gov.CodeInvalid || p.Message.ZH == "" || p.Message.EN == "" || len(p.Path) == 0 {
				t.Errorf("not a whole problem: %+v", p)
			}
		}
	}
	for i, sheet := range book.Sheets {
		last := 0
		table := workbook.Table{Name: string(rune('A' + i)), Columns: []workbook.Column{{Header: "头"}}}
		want := workbook.Sheet{Name: table.Name, Rows: []workbook.Row{{Number: 1, Cells: []string{"头"}}}}
		for j, row := range sheet.Rows {
			if row.Number <= last || len(row.Cells) == 0 || len(row.Cells) > 256 || row.Cells[len(row.Cells)-1] == "" {
				t.Fatalf("row %d after %d: %q", row.Number, last, row.Cells)
			}
			last = row.Number
			table.Rows = append(table.Rows, row.Cells)
			want.Rows = append(want.Rows, workbook.Row{Number: j + 2, Cells: row.Cells})
		}
		writesBack(t, table, want)
	}
}

func writesBack(t *testing.T, table workbook.Table, want workbook.Sheet) {
	var file bytes.Buffer
	if err := workbook.WriteCSV(&file, table); err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Read(table.Name+".csv", file.Bytes(), workbook.StandardLimits())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]workbook.Sheet{want}, book.Sheets); diff != "" {
		t.Fatal(diff)
	}
}

// FuzzCSV reads any bytes as a file.
func FuzzCSV(f *testing.F) {
	f.Add([]byte("名称,编制\r\n\"农业\"\"局\",１２\r\n'=1;2\t3\n"))
	f.Fuzz(func(t *testing.T, data []byte) { readsBack(t, "f.csv", data) })
}

// FuzzXLSX reads a whole zip, as the fuzzer changes it.
func FuzzXLSX(f *testing.F) {
	f.Add(pack(f, parts(cells(inline("A1", "甲")), nil)))
	f.Fuzz(func(t *testing.T, data []byte) { readsBack(t, "f.xlsx", data) })
}

// FuzzParts reads a sound zip of changed parts, where a fuzzer that had to keep its checksums would not come.
func FuzzParts(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" s="1"><v>44197.5</v></c><c t="s"><v>0</v></c><c t="e"><f>1</f><v>#N/A</v></c></row>`,
		`A1:B3`, `yyyy"年"m"月"d"日";[h]:mm`, `<si><r><t>_x000D_</t></r><rPh/></si>`)
	f.Fuzz(func(t *testing.T, rows, merge, format, texts string) {
		readsBack(t, "f.xlsx", packed(t, parts(`<cols><col min="1" max="2" hidden="1"/></cols><sheetData>`+rows+`</sheetData><mergeCells><mergeCell ref="`+merge+`"/></mergeCells>`,
			map[string]string{
				"xl/styles.xml":        `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="` + format + `"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
				"xl/sharedStrings.xml": `<sst>` + texts + `</sst>`,
			}), 0))
	})
}
