package workbook_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"tiaokuai/internal/exchange/workbook"
)

func encoded(t *testing.T, e interface{ String(string) (string, error) }, s string) []byte {
	t.Helper()
	out, err := e.String(s)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

// TestEncodings: one text in each encoding reads the same.
func TestEncodings(t *testing.T) {
	const text = "名称,编制\r\n农业农村局,１２\r\n"
	want := []string{"A1=名称", "B1=编制", "A2=农业农村局", "B2=12"}
	utf16 := func(e unicode.Endianness, b unicode.BOMPolicy) []byte {
		return encoded(t, unicode.UTF16(e, b).NewEncoder(), text)
	}
	for name, data := range map[string][]byte{
		"UTF-8":              []byte(text),
		"UTF-8, marked":      []byte("\ufeff" + text),
		"GBK":                encoded(t, simplifiedchinese.GBK.NewEncoder(), text),
		"GB18030":            encoded(t, simplifiedchinese.GB18030.NewEncoder(), text),
		"UTF-16 LE, marked":  utf16(unicode.LittleEndian, unicode.UseBOM),
		"UTF-16 BE, marked":  utf16(unicode.BigEndian, unicode.UseBOM),
		"UTF-16 LE":          utf16(unicode.LittleEndian, unicode.IgnoreBOM),
		"UTF-16 BE":          utf16(unicode.BigEndian, unicode.IgnoreBOM),
		"old Mac line ends":  []byte(strings.ReplaceAll(text, "\r\n", "\r")),
		"Unix, not ended":    []byte(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n", "\n"), "\n")),
		"quoted":             []byte("\"名称\",\"编制\"\n\"农业农村局\",\"１２\"\n"),
		"empty ones at ends": []byte("名称,编制,,,\n农业农村局, １２　," + strings.Repeat(",", 1000) + "\n,,\n"),
	} {
		t.Run(name, func(t *testing.T) { check(t, data, want...) })
	}
	check(t, encoded(t, simplifiedchinese.GB18030.NewEncoder(), "𠀀䶮,甲"), "A1=𠀀䶮", "B1=甲")
}

// TestSeparators are found on the first lines, or named by the first.
func TestSeparators(t *testing.T) {
	for text, want := range map[string][]string{
		"甲;乙\n1,5;2\n":              {"A1=甲", "B1=乙", "A2=1,5", "B2=2"},
		"甲\t乙\n1,2;3\t4\n":          {"A1=甲", "B1=乙", "A2=1,2;3", "B2=4"},
		"标题\n甲;乙\n\"1,,,,,;2\";3\n": {"A1=标题", "A2=甲", "B2=乙", "A3=1,,,,,;2", "B3=3"},
		"sep=;\r\n甲,1;乙\n":          {"A1=甲,1", "B1=乙"},
		"甲\n乙\n":                    {"A1=甲", "A2=乙"},
		"甲\n\n\n乙\n":                {"A1=甲", "A4=乙"},
		"\"a\nb\",c\nd,e":           {"A1=a\nb", "B1=c", "A2=d", "B2=e"},
		"a\"\"b,\"c\"\"d\"e,f\"\n":  {`A1=a""b`, `B1=c"de`, `C1=f"`},
		"a,b,c\nd\ne,f\n":           {"A1=a", "B1=b", "C1=c", "A2=d", "A3=e", "B3=f"},
		"'=1,'-a,''b,'c,=2\n":       {"A1==1", "B1=-a", "C1='b", "D1='c", "E1==2"},
	} {
		t.Run(text, func(t *testing.T) { check(t, []byte(text), want...) })
	}
}

// TestBadCSV names the line.
func TestBadCSV(t *testing.T) {
	million := strings.Repeat("a,", 1_000_000)
	for name, c := range map[string]struct{ text, want string }{
		"half a character":   {"甲\n乙\n\xff\xff\n", "! [f f] 第 3 行有不是 UTF-8 编码的字符"},
		"half in GB18030":    {"\xb0\xa1\n\xb0\xa1\xff\xff\n", "! [f f] 第 2 行有不是 GB18030 编码的字符"},
		"marked, not UTF-8":  {"\ufeff甲\n\xb0\xa1\n", "! [f f] 第 2 行有不是 UTF-8 编码的字符"},
		"half a surrogate":   {"\xff\xfea\x00\n\x00\x00\xd8\n\x00", "! [f f] 第 2 行有不是 UTF-16 编码的字符"},
		"odd UTF-16":         {"\xff\xfea\x00\n", "! [f f] 第 1 行有不是 UTF-16 编码的字符"},
		"open quote":         {"甲\n乙,\"丙\n丁\n", "! [f f 2] 第 2 行：引号没有闭合"},
		"after a long cell":  {"\"甲\n\n\"\n乙,\"丙\n丁\n", "! [f f 2] 第 4 行：引号没有闭合"},
		"a million columns":  {"甲\n" + million + "\n", "! [f f 2] 第 2 行：超过 256 列"},
		"no line end either": {strings.Repeat("a;", 1_000_000), "! [f f 1] 第 1 行：超过 256 列"},
	} {
		t.Run(name, func(t *testing.T) { check(t, []byte(c.text), c.want) })
	}
	check(t, []byte("甲\n乙,"+strings.Repeat("长", 32_768)+"\n丙"), "A1=甲", "A2=乙", "A3=丙", "! [f f B2] 单元格超过 32767 字")
	check(t, []byte("农\ufffd局"), "A1=农\ufffd局", "# f A1: 含无法识别的字符“\ufffd”，请核对原文")
	check(t, []byte(strings.Repeat("a\n", 200_001)), "! [f f 200001] 第 200001 行：各表合计超过 200000 行")
}

// TestLikeEncodingCSV: what the standard library reads of a text, Read reads the same.
func TestLikeEncodingCSV(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab\",\n")), 0, 40, -1).Draw(t, "text")
		in := csv.NewReader(strings.NewReader(text))
		in.FieldsPerRecord = -1
		want, err := in.ReadAll()
		if err != nil || text == "" {
			return
		}
		want = slices.DeleteFunc(want, func(r []string) bool { return strings.Join(r, "") == "" })
		var got [][]string
		for _, row := range read(t, "f.csv", []byte(text)).Sheets[0].Rows {
			got = append(got, row.Cells)
		}
		for i, row := range want {
			for j := range row {
				row[j] = workbook.Normal(row[j])
			}
			for len(row) > 0 && row[len(row)-1] == "" {
				row = row[:len(row)-1]
			}
			want[i] = row
		}
		want = slices.DeleteFunc(want, func(r []string) bool { return len(r) == 0 })
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%q: %s", text, diff)
		}
	})
}

// TestZipOfCSV: names in UTF-8 or as Chinese Windows writes them, folders, and files that are no tables.
func TestZipOfCSV(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range []struct {
		name, text string
		plain      bool
	}{
		{"表/", "", false},
		{"表/机构.csv", "甲", false},
		{string(encoded(t, simplifiedchinese.GBK.NewEncoder(), "领导.CSV")), "乙", true},
		{"__MACOSX/表/._机构.csv", "x", false},
		{"说明.docx", "x", false},
	} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.name, NonUTF8: f.plain})
		if err == nil && f.text != "" {
			_, err = w.Write([]byte(f.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	book := read(t, "f", b.Bytes())
	if len(book.Sheets) != 2 || book.Sheets[0].Name != "机构" || book.Sheets[1].Name != "领导" {
		t.Errorf("%v", book.Sheets)
	}
	check(t, b.Bytes(), "A1=甲", "A1=乙", "# : 压缩包内的 说明.docx 不是 .csv，没有读")
	check(t, pack(t, map[string]string{"a/机构.csv": "甲", "b/机构.csv": "乙"}), "! [f 机构] 有两张表都叫“机构”")
	check(t, pack(t, map[string]string{"机构.csv": "甲\n\"乙"}), "! [f 机构 2] 第 2 行：引号没有闭合")
}

// TestProgress is told of long tables and of the end of each.
func TestProgress(t *testing.T) {
	var told []int
	limits := workbook.StandardLimits()
	limits.Progress = func(sheet string, rows int) {
		if sheet != "a" {
			t.Error(sheet)
		}
		told = append(told, rows)
	}
	if _, err := workbook.Read("a.csv", []byte(strings.Repeat("x\n", 2500)), limits); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(told, []int{1000, 2000, 2500}) {
		t.Error(told)
	}
}
