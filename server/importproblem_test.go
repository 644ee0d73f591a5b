package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestUnreadablePlaces: what can't be read of a file has the same fields as what is wrong with its rows, and the answer
// the same shape.
func TestUnreadablePlaces(t *testing.T) {
	server := exporting(t)
	const header = "乡镇,名称,机构类别,实有人数\n"
	for name, c := range map[string]struct {
		file []byte
		want []string // sheet|cell|row of each problem
	}{
		"formula":    {workbookWith(t, `<c r="D2"><f>1+2</f></c>`), []string{"机构|D2|2"}},
		"error":      {workbookWith(t, `<c r="AB2" t="e"><v>#N/A</v></c>`), []string{"机构|AB2|2"}},
		"quote":      {[]byte(header + "大冶镇,\"旅游服务中心,事业单位,6\n"), []string{"机构||2"}},
		"encoding":   {[]byte("\xef\xbb\xbf" + header + "\xff\xff\n"), []string{"机构||0"}},
		"twin sheet": {zipped(t, "甲/机构.csv", header, "乙/机构.csv", header), []string{"机构||0"}},
		"no file":    {[]byte("%PDF-1.7"), []string{"||0"}},
	} {
		t.Run(name, func(t *testing.T) {
			status, body := post(t, server, "/import/410185?dryRun=true&name=%E6%9C%BA%E6%9E%84.csv", c.file)
			var answer map[string]any
			if err := json.Unmarshal(body, &answer); err != nil || status != http.StatusUnprocessableEntity {
				t.Fatalf("%d %v: %s", status, err, body)
			}
			for _, list := range []string{"edits", "sheets", "notes"} {
				if _, ok := answer[list].([]any); !ok {
					t.Errorf("%s is %v", list, answer[list])
				}
			}
			for _, sums := range []string{"before", "after"} {
				if _, ok := answer[sums].(map[string]any); !ok {
					t.Errorf("%s is %v", sums, answer[sums])
				}
			}
			var told struct{ Errors []shownError }
			if err := json.Unmarshal(body, &told); err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, e := range told.Errors[:len(c.want)] {
				got = append(got, shownText(e.Extensions["sheet"])+"|"+shownText(e.Extensions["cell"])+"|"+shownText(wholeNumber(e.Extensions["row"])))
				if e.Extensions["argument"] != nil {
					t.Errorf("argument %v", e.Extensions["argument"])
				}
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d, string(body))
			}
		})
	}
}

func shownText(v any) string {
	if v == nil {
		return ""
	}
	b, _ := json.Marshal(v)
	return strings.Trim(string(b), `"`)
}

// post imports a file.
func post(t *testing.T, server *httptest.Server, path string, file []byte, headers ...string) (int, []byte) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL+path, bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set(importHeader, "test")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	var body bytes.Buffer
	if _, err := body.ReadFrom(answer.Body); err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, body.Bytes()
}

// zipped is a zip of names and contents.
func zipped(t *testing.T, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
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

// workbookWith is an .xlsx whose one sheet, 机构, has one row of 大冶镇 and a cell in it.
func workbookWith(t *testing.T, cell string) []byte {
	const (
		main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
		rels = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
		list = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	)
	row := func(number string, texts ...string) string {
		out := `<row r="` + number + `">`
		for i, s := range texts {
			out += `<c r="` + string(rune('A'+i)) + number + `" t="inlineStr"><is><t>` + s + `</t></is></c>`
		}
		return out
	}
	return zipped(t,
		"[Content_Types].xml", `<Types/>`,
		"_rels/.rels", list+`<Relationship Id="rId1" Type="`+rels+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml", `<workbook `+main+` xmlns:r="`+rels+`"><sheets><sheet name="机构" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", list+`<Relationship Id="rId1" Type="`+rels+`/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", `<worksheet `+main+`><sheetData>`+row("1", "乡镇", "名称", "机构类别", "实有人数")+`</row>`+
			row("2", "大冶镇", "经济发展办公室", "综合办事机构")+cell+`</row></sheetData></worksheet>`)
}
