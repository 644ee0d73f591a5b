package workbook

import "unicode/utf8"

// An escape is _xHHHH_, in which OOXML writes characters that XML cannot carry; a text that looks like one has its first
// underscore written as _x005F_. (ECMA-376 part 1, 22.9.2.19.)
const escapeLength = 7

// escapeAt is the character of the escape with which b begins.
func escapeAt[T string | []byte](b T) (rune, bool) {
	if len(b) < escapeLength || b[0] != '_' || b[1] != 'x' || b[6] != '_' {
		return 0, false
	}
	var v rune
	for i := 2; i < 6; i++ {
		switch c := b[i]; {
		case c >= '0' && c <= '9':
			v = v<<4 | rune(c-'0')
		case c >= 'A' && c <= 'F':
			v = v<<4 | rune(c-'A'+10)
		case c >= 'a' && c <= 'f':
			v = v<<4 | rune(c-'a'+10)
		default:
			return 0, false
		}
	}
	return v, true
}

// unescape undoes the escapes of b from start on, in place. Half a surrogate pair is no character and stays as written.
func unescape(b []byte, start int) []byte {
	out := b[:start]
	for i := start; i < len(b); {
		if v, ok := escapeAt(b[i:]); ok && utf8.ValidRune(v) {
			out = utf8.AppendRune(out, v)
			i += escapeLength
			continue
		}
		out = append(out, b[i])
		i++
	}
	return out
}

// pieces cuts a text within everything that looks like an escape, so that no piece holds one.
func pieces(s string) []string {
	var out []string
	last := 0
	for i := range len(s) {
		if _, ok := escapeAt(s[i:]); ok {
			out = append(out, s[last:i+1])
			last = i + 1
		}
	}
	return append(out, s[last:])
}
