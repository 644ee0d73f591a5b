package workbook_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

// refused reads a hostile file and wants one problem saying so, found without holding more than 200 MiB.
func refused(t *testing.T, data []byte, says string) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	b, err := workbook.Read("f", data, workbook.StandardLimits())
	runtime.ReadMemStats(&after)
	if gov.CodeOf(err) != gov.CodeInvalid || !strings.Contains(err.Error(), says) || len(b.Sheets) > 0 {
		t.Errorf("want %q: %.300v", says, err)
	}
	if held := after.Sys - min(before.Sys, after.Sys); held > 200<<20 {
		t.Errorf("%s: took %d MiB from the system", says, held>>20)
	}
}

// cells is a sheet of one row.
func cells(xml string) string { return `<sheetData><row r="1">` + xml + `</row></sheetData>` }

// TestHostileXML in the worksheet of a workbook.
func TestHostileXML(t *testing.T) {
	for says, sheet := range map[string]string{
		"root element is no worksheet": "", // by the part below
		"wrong number “2147483647”":    `<sheetData><row r="2147483647"/></sheetData>`,
		"wrong number “-1”":            `<sheetData><row r="-1"/></sheetData>`,
		"wrong number “2”":             `<sheetData><row r="2"/><row r="2"/></sheetData>`,
		"wrong number “1048577”":       `<sheetData><row r="1048577"/></sheetData>`,
		"place “XFE1” is wrong":        cells(inline("XFE1", "a")),
		"place “B2” is wrong":          cells(inline("B2", "a")),
		"place “A1A” is wrong":         cells(inline("A1A", "a")),
		"place “1” is wrong":           cells(inline("1", "a")),
		"more than 256 columns":        cells(inline("IW1", "a")),
		"more than 16384 columns":      cells(strings.Repeat(`<c/>`, 100_000)),
		"nests too deep":               strings.Repeat("<a>", 100_000),
		"longer than 1 MiB":            `<a ` + strings.Repeat(`b="" `, 1<<18) + `/>`,
		"longer than 1 MiB ":           `<!--` + strings.Repeat(`x`, 2<<20),
		"not closed in order":          `<a></b>`,
		"not closed in order ":         `<sheetData><row r="1"><c r="A1"><v>1`,
		"invalid character entity":     cells(inline("A1", "&lol;")),
		"illegal character code":       cells(inline("A1", "\x01")),
	} {
		t.Run(says, func(t *testing.T) {
			further := map[string]string{}
			if sheet == "" {
				further["xl/worksheets/sheet1.xml"] = `<html/>`
			}
			refused(t, packed(t, parts(sheet, further), zip.Store), strings.TrimSpace(says))
		})
	}
}

// TestHostileParts besides the worksheet.
func TestHostileParts(t *testing.T) {
	lol := `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>`
	for name, c := range map[string]struct{ part, xml, says string }{
		"entities":       {"xl/sharedStrings.xml", lol + `<sst><si><t>&lol2;</t></si></sst>`, "document type"},
		"external DTD":   {"xl/workbook.xml", `<!DOCTYPE a SYSTEM "file:///etc/passwd"><workbook/>`, "document type"},
		"formats":        {"xl/styles.xml", `<styleSheet><cellXfs>` + strings.Repeat(`<xf/>`, 100_000) + `</cellXfs></styleSheet>`, "more than 65536"},
		"relations":      {"xl/_rels/workbook.xml.rels", `<Relationships>` + strings.Repeat(`<R/>`, 100_000) + `</Relationships>`, "more than 65536"},
		"listed sheets":  {"xl/workbook.xml", workbookXML(strings.Repeat(`<sheet/>`, 100_000)), "more than 65536"},
		"no sheet":       {"xl/workbook.xml", workbookXML(``), "no sheet"},
		"many sheets":    {"xl/workbook.xml", workbookXML(manySheets(65)), "more than 64 sheets"},
		"same name":      {"xl/workbook.xml", workbookXML(`<sheet name="A" r:id="rId1"/><sheet name="a" r:id="rId1"/>`), "two sheets are named"},
		"cut off":        {"xl/sharedStrings.xml", `<sst><si><t>1`, "unexpected EOF"},
		"two roots":      {"xl/sharedStrings.xml", `<sst/><sst/>`, "root element"},
		"no root":        {"xl/sharedStrings.xml", ` `, "unexpected EOF"},
		"other encoding": {"xl/workbook.xml", `<?xml version="1.0" encoding="GBK"?><workbook/>`, "xl/workbook.xml cannot be read"},
		"xlsb":           {"_rels/.rels", packageRels + rel("a", "officeDocument", "xl/workbook.bin") + `</Relationships>`, ".xlsb"},
		"docx":           {"_rels/.rels", packageRels + rel("a", "officeDocument", "word/document.xml") + `</Relationships>`, "no file of tables"},
	} {
		t.Run(name, func(t *testing.T) { refused(t, pack(t, parts(``, map[string]string{c.part: c.xml})), c.says) })
	}
	without := parts(``, nil)
	delete(without, "xl/worksheets/sheet1.xml")
	refused(t, pack(t, without), "xl/worksheets/sheet1.xml is missing")
}

func manySheets(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<sheet name="S%d" r:id="rId1"/>`, i)
	}
	return b.String()
}

// TestBombs are refused by the directory of the zip, before anything is unpacked.
func TestBombs(t *testing.T) {
	zeros := strings.Repeat("0", 8<<20)
	refused(t, pack(t, parts(zeros, nil)), "packed more than 200 times")
	refused(t, pack(t, map[string]string{"a.csv": zeros}), "packed more than 200 times")

	many := map[string]string{}
	for i := range 10_001 {
		many[fmt.Sprintf("%d.csv", i)] = ""
	}
	refused(t, pack(t, many), "more than 10000 parts")

	var twice bytes.Buffer
	z := zip.NewWriter(&twice)
	for _, name := range []string{"xl/workbook.xml", `XL\Workbook.xml`} {
		if _, err := z.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	refused(t, twice.Bytes(), "two parts named")

	limits := workbook.StandardLimits()
	limits.Unpacked = 10
	if _, err := workbook.Read("f", pack(t, map[string]string{"a.csv": "123456", "b.csv": "123456"}), limits); err == nil {
		t.Error("more than the limit in all is taken")
	}
}

// TestLyingDirectory: sizes, flags and methods in the zip's directory that the parts do not keep to.
func TestLyingDirectory(t *testing.T) {
	file := pack(t, map[string]string{"a.csv": strings.Repeat("甲,乙\n", 1000)})
	patched := func(offset int, value ...byte) []byte {
		out := bytes.Clone(file)
		at := bytes.LastIndex(out, []byte("PK\x01\x02"))
		copy(out[at+offset:], value)
		return out
	}
	size := binary.LittleEndian.AppendUint32(nil, 100)
	for says, data := range map[string][]byte{
		"not a valid zip file":   patched(24, size...),
		"not supported":          patched(10, 12),
		"locked with a password": patched(8, 1),
		"too large unpacked":     patched(20, 0xf0, 0xff, 0xff, 0xff),
		"damaged":                file[:len(file)-10],
		"cannot be read":         patched(42, 0xf0, 0xff),
	} {
		refused(t, data, says)
	}
	refused(t, overlapping(t), "overlap")
}

// overlapping is a zip whose directory names one part a hundred times.
func overlapping(t *testing.T) []byte {
	file := pack(t, map[string]string{"000.csv": strings.Repeat("甲,乙,丙,0123456789abcdefghijklmnopqrstuvwxyz\n", 20) + fmt.Sprint(t)})
	at, end := bytes.LastIndex(file, []byte("PK\x01\x02")), bytes.LastIndex(file, []byte("PK\x05\x06"))
	out := bytes.Clone(file[:at])
	for i := range 100 {
		entry := bytes.Replace(file[at:end], []byte("000.csv"), fmt.Appendf(nil, "%03d.csv", i), 1)
		binary.LittleEndian.PutUint32(entry[20:], uint32(at))
		out = append(out, entry...)
	}
	tail := bytes.Clone(file[end:])
	binary.LittleEndian.PutUint16(tail[8:], 100)
	binary.LittleEndian.PutUint16(tail[10:], 100)
	binary.LittleEndian.PutUint32(tail[12:], uint32(len(out)-at))
	binary.LittleEndian.PutUint32(tail[16:], uint32(at))
	return append(out, tail...)
}

// TestAmplified: little XML that asks for much memory is refused at the limits.
func TestAmplified(t *testing.T) {
	limits := workbook.StandardLimits()
	limits.Cells, limits.Rows, limits.Text = 20_000, 1000, 10_000
	var wide, tall, merges, texts strings.Builder
	for i := 1; i <= 1001; i++ {
		fmt.Fprintf(&wide, `<row r="%d">%s</row>`, i, inline(fmt.Sprintf("IV%d", i), "a"))
		fmt.Fprintf(&tall, `<row r="%d"><c><v>%d</v></c></row>`, i, i)
		fmt.Fprintf(&merges, `<mergeCell ref="A1:B%d"/>`, 1_000_000+i)
		fmt.Fprintf(&texts, `<si><t>长长长长%d</t></si>`, i)
	}
	rows := tall.String()[:strings.Index(tall.String(), `<row r="1000">`)]
	for says, file := range map[string]map[string]string{
		"more than 20000 cells":  parts(`<sheetData>`+wide.String()+`</sheetData>`, nil),
		"more than 1000 rows":    parts(`<sheetData>`+tall.String()+`</sheetData>`, nil),
		"more than 20000 cells ": parts(`<sheetData>`+rows+`</sheetData><mergeCells>`+merges.String()+`</mergeCells>`, nil),
		"0 MB of text":           parts(``, map[string]string{"xl/sharedStrings.xml": `<sst>` + texts.String() + `</sst>`}),
		"more than 20001 cells":  parts(``, map[string]string{"xl/sharedStrings.xml": `<sst>` + strings.Repeat(`<si/>`, 20_001) + `</sst>`}),
	} {
		says = strings.Replace(strings.TrimSpace(says), "20001", "20000", 1)
		_, err := workbook.Read("f", packed(t, file, zip.Store), limits)
		if gov.CodeOf(err) != gov.CodeInvalid || !strings.Contains(err.Error(), says) {
			t.Errorf("want %q: %v", says, err)
		}
	}
}

// TestManyProblems and notes are cut short.
func TestManyProblems(t *testing.T) {
	var b strings.Builder
	for range 5000 {
		b.WriteString(`<row><c t="e"><v>#N/A</v></c><c><f>1</f><v>1</v></c></row>`)
	}
	book, err := workbook.Read("f", pack(t, parts(`<sheetData>`+b.String()+`</sheetData>`, nil)), workbook.StandardLimits())
	problems := err.(gov.Problems)
	if n := len(problems); n != 1001 || problems[n-1].Message.ZH != "另有 4000 处问题未列出" {
		t.Errorf("%d problems, the last %v", n, problems[n-1])
	}
	if n := len(book.Notes); n != 1001 || book.Notes[n-1].Text.ZH != "另有 4000 处提示未列出" || len(book.Sheets[0].Rows) != 5000 {
		t.Errorf("%d notes", n)
	}
}

// TestOtherFormats are refused with what to do.
func TestOtherFormats(t *testing.T) {
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 504)
	for says, data := range map[string]string{
		"the file is empty":      "",
		".xls/.et":               ole + "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00",
		"locked with a password": ole + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00",
		"HTML/XML":               "\r\n<HTML><table><tr><td>甲</td></tr></table>",
		"no file of tables":      "%PDF-1.7\n",
		"no file of tables ":     "MZ\x01\x02\x03,\n",
		"damaged":                "PK\x03\x04 not a zip",
		"larger than 64 MB":      strings.Repeat("a", 64<<20+1),
	} {
		_, err := workbook.Read("f", []byte(data), workbook.StandardLimits())
		problems, ok := err.(gov.Problems)
		if !ok || !strings.Contains(err.Error(), strings.TrimSpace(says)) {
			t.Errorf("%s: %v", says, err)
			continue
		}
		if says != "the file is empty" && problems[0].Hint.ZH == "" {
			t.Errorf("%s: no advice", says)
		}
	}
	refused(t, pack(t, map[string]string{"mimetype": "x", "content.xml": "x"}), "OpenDocument")
	refused(t, pack(t, map[string]string{"a.docx": "x"}), "no .csv file")
}
