package dossier_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/dossier"
	"tiaokuai/internal/gov"
)

func document(t testing.TB, in dossier.Input) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := dossier.DOCX(&b, dossier.Of(in)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// wellFormed checks every part of a package, and that each name of the table of content types is there.
func wellFormed(t interface {
	Helper()
	Fatalf(string, ...any)
}, data []byte,
) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatalf("no zip: %v", err)
	}
	names := map[string]bool{}
	types := ""
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		d := xml.NewDecoder(bytes.NewReader(text))
		for err == nil {
			_, err = d.Token()
		}
		if !errors.Is(err, io.EOF) {
			t.Fatalf("%s is not well-formed: %v", f.Name, err)
		}
		names["/"+f.Name] = true
		if f.Name == "[Content_Types].xml" {
			types = string(text)
		}
	}
	for _, part := range strings.Split(types, `PartName="`)[1:] {
		if name, _, _ := strings.Cut(part, `"`); !names[name] {
			t.Fatalf("%s is promised and not there", name)
		}
	}
}

func TestTheDocumentIsReadByPythonDocx(t *testing.T) {
	data := document(t, ofTownship(t))
	wellFormed(t, data)
	r := readBack(t, data)
	if diff := cmp.Diff([]int{210, 297}, r.Page); diff != "" {
		t.Errorf("page size: %s", diff)
	}
	if diff := cmp.Diff([]int{37, 26, 35, 28}, r.Margins); diff != "" {
		t.Errorf("margins: %s", diff)
	}
	if diff := cmp.Diff([]string{"— 1 —", "— 1 —"}, r.Footers); diff != "" || !r.OddEven {
		t.Errorf("page numbers, on odd and even pages apart %v: %s", r.OddEven, diff)
	}
	if r.Title != "登封市大金店镇机构设置调整论证报告" || r.Created != "2026-11-24" {
		t.Errorf("it calls itself %q of %s", r.Title, r.Created)
	}
	for name, want := range map[string]readStyle{
		"Title": {Font: "方正小标宋简体", Points: new(22.0), Centred: true}, "Heading 1": {Font: "黑体", Points: new(16.0), Indent: "200"},
		"Heading 2": {Font: "楷体_GB2312", Points: new(16.0), Indent: "200"}, "Heading 3": {Font: "仿宋_GB2312", Points: new(16.0), Bold: true, Indent: "200"},
		"Normal": {Line: new(28.0)}, "Body Text": {Indent: "200"},
	} {
		got := r.Styles[name]
		if name == "Title" {
			got.Line = nil
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("style %s: %s", name, diff)
		}
	}
	for _, table := range r.Tables {
		if table.Style != "Table Grid" || !table.Repeats || table.Columns != len(table.Head) || table.Width < 8700 || table.Width > 8845 {
			t.Errorf("table %v: style %s, head repeated %v, %d columns, %d wide", table.Head, table.Style, table.Repeats, table.Columns, table.Width)
		}
	}
	countytest.Golden(t, "testdata/township.docx.json", outline(t, r))
}

// outline is what a reader of the document sees of its order: headings with their levels, and the heads of tables.
func outline(t *testing.T, r read) []byte {
	t.Helper()
	type entry struct{ Style, Level, Text string }
	var out struct {
		Headings []entry
		Tables   [][]string
		Annexes  []string
	}
	for _, l := range r.Lines {
		if l.Level != "" || l.Style == "Title" || l.Style == "Subtitle" {
			out.Headings = append(out.Headings, entry{l.Style, l.Level, l.Text})
		}
		if l.Style == "附件序号" {
			out.Annexes = append(out.Annexes, l.Text)
			if !l.Break {
				t.Errorf("%s begins no page", l.Text)
			}
		}
	}
	for _, table := range r.Tables {
		out.Tables = append(out.Tables, table.Head)
	}
	text, err := json.MarshalIndent(out, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return append(text, '\n')
}

func TestTheDocumentMarksWhatIsMissing(t *testing.T) {
	in := planned(t, head(t), ofTownship(t).Scenario.Scope, "", merge("大金店镇"))
	r := readBack(t, document(t, in))
	var marks []string
	front := false
	for _, l := range r.Lines {
		marks = append(marks, l.Marks...)
		front = front || l.Style == "Heading 1" && l.Text == "待补充事项"
		if l.Text == "一、基本情况" && !front {
			t.Error("the list of what is missing does not stand at the front")
		}
	}
	for _, want := range []string{"大金店镇：调整乡村建设办公室、村镇规划建设办公室的理由", "【待补充：调整理由】"} {
		if !slices.Contains(marks, want) {
			t.Errorf("%q is not marked among %q", want, marks)
		}
	}
}

func TestTheDocumentInEnglish(t *testing.T) {
	in := ofTownship(t)
	in.Language = gov.LanguageEN
	r := readBack(t, document(t, in))
	if !strings.HasPrefix(r.Title, "Reasoned report") || !slices.ContainsFunc(r.Lines, func(l readLine) bool { return l.Style == "Heading 1" && l.Text == "2. What was found" }) {
		t.Errorf("%q with the lines %v", r.Title, r.Lines[:5])
	}
}

// TestLibreOfficeOpensTheDocument needs LibreOffice Writer (lowriter comes with it), which is not asked for.
func TestLibreOfficeOpensTheDocument(t *testing.T) {
	program, err := exec.LookPath("lowriter")
	if err != nil {
		t.Skip("LibreOffice Writer is not installed: on Debian apt-get install --no-install-recommends libreoffice-writer")
	}
	file := saved(t, document(t, ofTownship(t)))
	folder := filepath.Dir(file)
	runs(t, program, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(folder, "profile")), "--headless",
		"--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, file)
	text, err := os.ReadFile(filepath.Join(folder, "dossier.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"登封市大金店镇机构设置调整论证报告", "五、协调成本测算", "编制职数去向表", "附件5"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("LibreOffice does not see %q", want)
		}
	}
}
