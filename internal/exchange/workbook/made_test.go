package workbook_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

const (
	spreadsheetML = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	officeRels    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packageRels   = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
)

// parts are those of the smallest .xlsx, with one sheet “表” whose worksheet element holds the given XML; further parts
// add to them or, under the same name, replace them.
func parts(sheet string, further map[string]string) map[string]string {
	p := map[string]string{
		"[Content_Types].xml":        `<Types/>`,
		"_rels/.rels":                packageRels + rel("rId1", "officeDocument", "xl/workbook.xml") + `</Relationships>`,
		"xl/workbook.xml":            workbookXML(`<sheet name="表" sheetId="1" r:id="rId1"/>`),
		"xl/_rels/workbook.xml.rels": packageRels + rel("rId1", "worksheet", "worksheets/sheet1.xml") + rel("rId2", "styles", "styles.xml") + rel("rId3", "sharedStrings", "sharedStrings.xml") + `</Relationships>`,
		"xl/styles.xml":              `<styleSheet ` + spreadsheetML + `><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml":       `<sst ` + spreadsheetML + `><si><t>共享</t></si></sst>`,
		"xl/worksheets/sheet1.xml":   `<worksheet ` + spreadsheetML + `>` + sheet + `</worksheet>`,
	}
	maps.Copy(p, further)
	return p
}

func rel(id, kind, target string) string {
	return fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s"/>`, id, officeRels, kind, target)
}

func workbookXML(sheets string) string {
	return `<workbook ` + spreadsheetML + ` xmlns:r="` + strings.TrimSuffix(officeRels, "/") + `"><sheets>` + sheets + `</sheets></workbook>`
}

// pack is a zip of parts.
func pack(t testing.TB, parts map[string]string) []byte { return packed(t, parts, zip.Deflate) }

func packed(t testing.TB, parts map[string]string, method uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			_, err = io.WriteString(w, parts[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// said is a book or error in lines that tests compare: cells as A1=text, notes as “# place text”, problems as “! path text”.
func said(b workbook.Book, err error) string {
	var out []string
	for _, s := range b.Sheets {
		for _, r := range s.Rows {
			for i, c := range r.Cells {
				if c != "" {
					out = append(out, fmt.Sprintf("%s=%s", workbook.Place{Sheet: s.Name, Row: r.Number, Column: i}.Ref(), c))
				}
			}
		}
	}
	for _, n := range b.Notes {
		place := n.Place.Sheet + " " + n.Place.Ref()
		if n.Place.Column < 0 {
			place = fmt.Sprintf("%s %d", n.Place.Sheet, n.Place.Row)
		}
		out = append(out, fmt.Sprintf("# %s: %s", strings.TrimSpace(place), n.Text.ZH))
	}
	if err != nil {
		for _, p := range err.(gov.Problems) {
			out = append(out, fmt.Sprintf("! %v %s", p.Path, p.Message.ZH))
		}
	}
	return strings.Join(out, "\n")
}

// check reads a file under the name f and compares what is said of it.
func check(t *testing.T, data []byte, want ...string) {
	t.Helper()
	b, err := workbook.Read("f", data, workbook.StandardLimits())
	if diff := cmp.Diff(strings.Join(want, "\n"), said(b, err)); diff != "" {
		t.Error(diff)
	}
	if err == nil {
		return
	}
	for _, p := range err.(gov.Problems) {
		if p.Code != gov.CodeInvalid || p.Message.EN == "" || len(p.Path) == 0 || p.Path[0] != "f" {
			t.Errorf("not a whole problem: %+v", p)
		}
	}
}
