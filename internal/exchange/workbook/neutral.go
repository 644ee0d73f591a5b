package workbook

import "strings"

// starters are the signs with which a spreadsheet takes a cell for a formula; East Asian editions take the full-width
// ones too. Tab and CR, the other two of OWASP's list, cannot start a normal text.
const starters = "=+-@＝＋－＠"

const apostrophe = "'"

// neutral is the normal text in a form that no spreadsheet takes for a formula: behind an apostrophe if it starts like
// one, and behind one more apostrophe if it starts with an apostrophe.
func neutral(s string) string {
	if startsLikeFormula(s) || strings.HasPrefix(s, apostrophe) {
		return apostrophe + s
	}
	return s
}

// bare takes off the apostrophe that neutral gave. An apostrophe before anything else was the writer's own and stays.
func bare(s string) string {
	rest, ok := strings.CutPrefix(s, apostrophe)
	if ok && (startsLikeFormula(rest) || strings.HasPrefix(rest, apostrophe)) {
		return rest
	}
	return s
}

func startsLikeFormula(s string) bool {
	for _, r := range s {
		return strings.ContainsRune(starters, r)
	}
	return false
}

// clean is a cell's text as Read gives it.
func clean(s string) string { return bare(Normal(s)) }
