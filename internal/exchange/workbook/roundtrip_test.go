package workbook_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tiaokuai/internal/exchange/workbook"
)

// awkward are characters that containers, spreadsheets and XML treat in a way of their own.
var awkward = []rune("=+-@＝＋－＠'\"',;\t\r\n 　\u00a0\u200b\ufeff_x000D<>&%{PK0０Ａｚ（）：人\u0001\u007f\ufffd\uffff𠀀\U0001f600")

func anyText() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.StringOfN(rapid.SampledFrom(awkward), 0, 8, -1),
		rapid.String(),
		rapid.SampledFrom([]string{"", "'", "''=", "=1+1", "-5", "007", "_x000D_", "_x005F_x000D_", "党建办（人大办）", "1234567890123456", "sep=;", "<html>"}),
		rapid.Map(rapid.SliceOfN(rapid.SampledFrom([]string{"_", "x", "x005F_", "x000D_", "_x", "xD83D_", "x4e00", "00"}), 0, 8), func(s []string) string { return strings.Join(s, "") }),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
	)
}

func anyTable(t *rapid.T, name string) workbook.Table {
	table := workbook.Table{Name: name, Notes: rapid.SliceOfN(anyText(), 0, 3).Draw(t, "notes")}
	for range rapid.IntRange(1, 4).Draw(t, "columns") {
		table.Columns = append(table.Columns, workbook.Column{
			Header:  anyText().Draw(t, "header"),
			Note:    rapid.SampledFrom([]string{"", "必填", "=1"}).Draw(t, "note"),
			Choices: rapid.SliceOfN(rapid.SampledFrom([]string{"甲", "乙,丙", "=丁"}), 0, 3).Draw(t, "choices"),
			Number:  rapid.Bool().Draw(t, "number"),
		})
	}
	table.Rows = rapid.SliceOfN(rapid.SliceOfN(anyText(), 0, 5), 0, 6).Draw(t, "rows")
	return table
}

// sheetOf is what a table must read as.
func sheetOf(t workbook.Table, notes bool) workbook.Sheet {
	s := workbook.Sheet{Name: t.Name}
	n := 0
	add := func(cells []string) {
		n++
		var row []string
		for i, c := range cells {
			if c = workbook.Normal(c); c != "" {
				row = append(append(row, make([]string, i-len(row))...), c)
			}
		}
		if len(row) > 0 {
			s.Rows = append(s.Rows, workbook.Row{Number: n, Cells: row})
		}
	}
	if notes {
		for _, note := range t.Notes {
			add([]string{note})
		}
	}
	var headers []string
	for _, c := range t.Columns {
		headers = append(headers, c.Header)
	}
	add(headers)
	for _, row := range t.Rows {
		add(row)
	}
	return s
}

func read(t rapid.TB, name string, data []byte) workbook.Book {
	t.Helper()
	b, err := workbook.Read(name, data, workbook.StandardLimits())
	if err != nil {
		t.Fatalf("%+v", err)
	}
	return b
}

// TestRoundTrip: what is written of any text reads as its normal form, at its place.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tables := []workbook.Table{anyTable(t, "机构"), anyTable(t, "A b-1（乡镇）")}
		for format, write := range map[string]func(*bytes.Buffer) error{
			"x.xlsx": func(b *bytes.Buffer) error { return workbook.WriteXLSX(b, tables, workbook.Options{Title: "=x"}) },
			"x.zip":  func(b *bytes.Buffer) error { return workbook.WriteCSVZip(b, tables) },
		} {
			var file bytes.Buffer
			if err := write(&file); err != nil {
				t.Fatal(err)
			}
			var want []workbook.Sheet
			for _, table := range tables {
				want = append(want, sheetOf(table, format == "x.xlsx"))
			}
			got := read(t, format, file.Bytes())
			if diff := cmp.Diff(want, got.Sheets); diff != "" {
				t.Fatalf("%s: %s", format, diff)
			}
			for _, note := range got.Notes {
				if !strings.Contains(note.Text.ZH, "无法识别的字符") {
					t.Fatalf("%s: %v", format, note)
				}
			}
		}
	})
}

// TestRoundTripCSV of one table; the file names the sheet.
func TestRoundTripCSV(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, "机构")
		var file bytes.Buffer
		if err := workbook.WriteCSV(&file, table); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]workbook.Sheet{sheetOf(table, false)}, read(t, `C:\表\机构.csv`, file.Bytes()).Sheets); diff != "" {
			t.Fatalf("%s\n%q", diff, file.String())
		}
	})
}

// TestNormal gives the forms that its comment promises.
func TestNormal(t *testing.T) {
	for in, want := range map[string]string{
		"党建办（人大办）：甲，乙":                "党建办（人大办）：甲，乙",
		"１２ＡＺａｚ％＝":                    "12AZaz％＝",
		"　\u00a0 张　三 \t\n":            "张　三",
		"a\r\nb\rc":                   "a\nb\nc",
		"\ufeff农\u200b业\u202e局\u00ad": "农业局",
		"a\x00\x01\x7f\u0085b\xff":    "ab",
		"\U0001f468\u200d\u2695":      "\U0001f468\u2695",
		"\ufffe\uffff\U0001ffff":      "",
		"①㈠Ⅳ㎡ｶ":                       "①㈠Ⅳ㎡ｶ",
		"　":                           "",
	} {
		if got := workbook.Normal(in); got != want {
			t.Errorf("Normal(%q) = %q, want %q", in, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := anyText().Draw(t, "s")
		if n := workbook.Normal(s); workbook.Normal(n) != n {
			t.Fatalf("%q: %q then %q", s, n, workbook.Normal(n))
		}
	})
}

// TestNothingStartsLikeAFormula in any file written.
func TestNothingStartsLikeAFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, "甲")
		var file bytes.Buffer
		if err := workbook.WriteCSV(&file, table); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(strings.TrimPrefix(file.String(), "\ufeff"), "\r\n") {
			line = strings.TrimPrefix(line, `"`)
			for i, c := range table.Columns {
				if i == 0 && !c.Number && line != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(line)[0]) {
					t.Fatalf("%q", line)
				}
			}
		}
	})
}

// TestChoicesOfAnyLength are offered from a hidden sheet, which reading passes over.
func TestChoicesOfAnyLength(t *testing.T) {
	var choices []string
	for i := range 300 {
		choices = append(choices, fmt.Sprintf("街道办事处第 %d 号,甲", i))
	}
	table := workbook.Table{Name: "机构", Columns: []workbook.Column{{Header: "名称", Choices: choices}}, Rows: [][]string{{"甲"}}}
	var file bytes.Buffer
	if err := workbook.WriteXLSX(&file, []workbook.Table{table}, workbook.Options{}); err != nil {
		t.Fatal(err)
	}
	if b := read(t, "x.xlsx", file.Bytes()); len(b.Sheets) != 1 || len(b.Notes) != 0 {
		t.Errorf("%v %v", b.Sheets, b.Notes)
	}
}
