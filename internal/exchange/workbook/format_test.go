package workbook_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestBuiltinFormats: what each number of a format makes of noon on 2021-01-01 (44197.5).
func TestBuiltinFormats(t *testing.T) {
	want := map[string][]int{
		"44197.5":          {0, 1, 2, 3, 4, 11, 12, 13, 37, 40, 48, 49, 59},
		"4419750%":         {9, 10},
		"2021-01-01":       {14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58},
		"2021-01-01 12:00": {22},
		"12:00":            {18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56},
		"1060740:00":       {46},
	}
	for text, ids := range want {
		for _, id := range ids {
			check(t, formatted(t, fmt.Sprintf(`<styleSheet><cellXfs><xf numFmtId="%d"/></cellXfs></styleSheet>`, id)), "A1="+text)
		}
	}
}

// TestFormatCodes of files' own.
func TestFormatCodes(t *testing.T) {
	for code, want := range map[string]string{
		"General": "44197.5", "G/通用格式": "44197.5", "@": "44197.5", "0.00_ ": "44197.5", "#,##0;[Red]-#,##0": "44197.5",
		`0.00E+00`: "44197.5", `"年"0"月日"`: "44197.5", `\y0`: "44197.5", `[$¥-804]#,##0.00`: "44197.5", `_y*d0`: "44197.5",
		"00000": "44197.5", "0%": "4419750%", `0"%"`: "44197.5", "": "44197.5", ";yyyy": "44197.5", "[Red": "44197.5",
		"yyyy": "2021-01-01", "[$-F800]dddd, mmmm dd, yyyy": "2021-01-01", "mmm": "2021-01-01", "e年m月": "2021-01-01",
		"yyyy-mm-dd hh:mm:ss": "2021-01-01 12:00", "m/d h": "2021-01-01 12:00", "h:mm AM/PM": "12:00", "mm:ss": "12:00", "mm:ss.0": "12:00", "[mm]:ss": "1060740:00",
	} {
		code = strings.NewReplacer(`"`, "&quot;").Replace(code)
		t.Run(code, func(t *testing.T) {
			check(t, formatted(t, `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="`+code+`"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`), "A1="+want)
		})
	}
}

func formatted(t *testing.T, styles string) []byte {
	return pack(t, parts(cells(`<c r="A1" s="0"><v>44197.5</v></c>`), map[string]string{"xl/styles.xml": styles}))
}
