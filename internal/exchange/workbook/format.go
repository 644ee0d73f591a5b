package workbook

import (
	"strings"
	"unicode/utf8"
)

// format is what a number format says about the meaning of a number; how many decimals it shows is no matter here.
type format struct {
	percent bool
	date    bool // has a year, a month or a day
	clock   bool // has hours, minutes or seconds
	elapsed bool // hours beyond 24: [h]:mm
	zeros   int  // 000000 is 6: a code padded with zeros
}

// parseFormat reads the first section of a format code, that of positive numbers.
func parseFormat(code string) format {
	var f format
	letters := placeholders(code, &f)
	switch strings.ToLower(letters) {
	case "general", "g/通用格式", "@", "":
		return f
	}
	f.percent = strings.Contains(letters, "%")
	if strings.Trim(letters, "0") == "" {
		f.zeros = len(letters)
	}
	lower := strings.ToLower(letters)
	for _, half := range []string{"am/pm", "a/p", "上午/下午", "e+", "e-"} {
		lower = strings.ReplaceAll(lower, half, "")
	}
	if strings.ContainsAny(lower, "0#?%") && !strings.ContainsAny(lower, "ydh") {
		f.clock = f.elapsed || strings.Contains(lower, "s") // ss.000
		return f
	}
	f.date = strings.ContainsAny(lower, "yd") || strings.Contains(lower, "e")
	f.clock = f.elapsed || strings.ContainsAny(lower, "hs")
	f.date = f.date || strings.Contains(lower, "m") && !f.clock // m alone is a month, beside hours or seconds minutes
	return f
}

// placeholders is a code's first section without what is only shown: quoted and escaped text, fills, colours, locales.
func placeholders(code string, f *format) string {
	var b strings.Builder
	for i := 0; i < len(code); {
		switch c := code[i]; c {
		case ';':
			return b.String()
		case '"':
			i = after(code, i+1, '"')
		case '\\', '_', '*':
			_, size := utf8.DecodeRuneInString(code[i+1:])
			i += 1 + size
		case '[':
			end := after(code, i+1, ']')
			if inner := strings.ToLower(strings.TrimSuffix(code[i+1:end], "]")); inner != "" && strings.Trim(inner, "hms") == "" {
				f.elapsed = true
			}
			i = end
		default:
			b.WriteByte(c)
			i++
		}
	}
	return b.String()
}

// after is the index behind the next c from i on, or the end.
func after(s string, i int, c byte) int {
	if n := strings.IndexByte(s[i:], c); n >= 0 {
		return i + n + 1
	}
	return len(s)
}
