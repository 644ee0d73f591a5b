package workbook

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Normal is the one form of a cell's text, which [Read] gives and the writers write:
//
//   - full-width digits and Latin letters become half-width (０９ＡＺａｚ → 09AZaz); all other signs stay as they were
//     written, so 党建办（人大办） keeps its brackets, and ： ， ％ ＝ stay too;
//   - CR LF and CR become LF;
//   - what nobody sees is dropped: byte order marks, zero-width and direction marks, soft hyphens, control characters
//     but tab and LF, noncharacters, bytes that are not UTF-8;
//   - blanks at either end are dropped, full-width and no-break spaces included; within the text they stay.
//
// Normal(Normal(s)) = Normal(s), and what a writer here wrote of s reads as Normal(s).
func Normal(s string) string {
	if plain(s) {
		return strings.TrimFunc(s, blank)
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.TrimFunc(strings.Map(normalRune, strings.ToValidUTF8(s, "")), blank)
}

// plain says whether no character of s is changed by Normal, which holds for nearly every cell.
func plain(s string) bool {
	for _, r := range s {
		if r == utf8.RuneError || normalRune(r) != r {
			return false
		}
	}
	return true
}

// normalRune is the normal form of one character, −1 for none.
func normalRune(r rune) rune {
	switch {
	case r >= 0x20 && r < 0x7f, r == '\n', r == '\t', r >= 0x4e00 && r < 0xa000:
		return r
	case r == '\r':
		return '\n'
	case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ':
		return r - '０' + '0'
	case unseen(r):
		return -1
	}
	return r
}

// unseen says whether a character shows nothing and so could only make two equal names differ.
func unseen(r rune) bool {
	switch {
	case unicode.IsControl(r), r == 0xad, r == 0x061c, r == 0xfeff,
		r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f,
		r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe, r >= 0xfff9 && r <= 0xfffb, r >= 0xe0001 && r <= 0xe007f:
		return true
	}
	return false
}

func blank(r rune) bool { return unicode.IsSpace(r) }

// length is the number of UTF-16 units, in which spreadsheets count the characters of a cell.
func length(s string) int {
	n := 0
	for _, r := range s {
		if n++; r > 0xffff {
			n++
		}
	}
	return n
}
