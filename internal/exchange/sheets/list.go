package sheets

import (
	"slices"
	"strings"
)

// The signs that part what stands in one cell. A part that holds one of them stands in double quotes, a double quote in
// it written twice: 甲、"乙、丙".
const (
	itemSigns   = "、；;\n" // of a list of names
	recordSigns = "；;\n"  // of a list of records, whose fields may be lists of names
	fieldSigns  = "|｜"    // of the fields of a record
	labelSigns  = "=＝"    // between a field's label and its value
	allSigns    = itemSigns + fieldSigns + labelSigns
)

// split parts a text at any of the signs that does not stand in double quotes, and leaves out empty parts.
func split(text, signs string) []string {
	parts := splitN(text, signs, -1)
	return slices.DeleteFunc(parts, func(s string) bool { return s == "" })
}

// splitN is split into at most n parts (all for −1), the empty ones among them. A quote that nothing closes is none.
func splitN(text, signs string, n int) []string {
	parts, closed := scan(text, signs, n, true)
	if !closed {
		parts, _ = scan(text, signs, n, false)
	}
	return parts
}

func scan(text, signs string, n int, quotes bool) (parts []string, closed bool) {
	start, inside, opens := 0, false, quotes
	for i, r := range text {
		switch {
		case r == '"' && inside:
			inside = false
		case r == '"' && quotes && (opens || i > 0 && text[i-1] == '"'): // one written twice opens again
			inside = true
		case !inside && len(parts) != n-1 && strings.ContainsRune(signs, r):
			parts = append(parts, strings.TrimSpace(text[start:i]))
			start = i + len(string(r))
		}
		if r != ' ' && r != '"' {
			opens = strings.ContainsRune(allSigns, r)
		}
	}
	return append(parts, strings.TrimSpace(text[start:])), !inside
}

// items are the names of a list.
func items(text string) []string {
	parts := split(text, itemSigns)
	for i, p := range parts {
		parts[i] = bare(p)
	}
	return parts
}

// bare takes the double quotes off a part.
func bare(s string) string {
	if len(s) >= 2 && s[0] == '"' && s[len(s)-1] == '"' {
		return strings.ReplaceAll(s[1:len(s)-1], `""`, `"`)
	}
	return s
}

// quoted puts a part in double quotes where a sign in it would part it.
func quoted(s string) string {
	if s == "" || strings.ContainsAny(s, allSigns+`"`) || s != strings.TrimSpace(s) {
		return inQuotes(s)
	}
	return s
}

func inQuotes(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

// listed is a list of names as a cell has it.
func listed[S ~string](names []S) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = quoted(string(n))
	}
	return strings.Join(out, "、")
}

// record is labelled fields as a cell has them: 配合履职｜牵头=县级｜起=2024-01-01. The first has no label; empty ones are
// left out.
type record struct{ b strings.Builder }

func (r *record) field(label, text string) {
	if text == "" {
		return
	}
	if r.b.Len() > 0 {
		r.b.WriteString("｜")
	}
	if label != "" {
		r.b.WriteString(label + "=")
	}
	r.b.WriteString(text)
}

func (r *record) String() string { return r.b.String() }

// fields takes a record apart: its first fields, which have no label, and the others by label.
func fields(text string) (first []string, labelled [][2]string) {
	for _, part := range split(text, fieldSigns) {
		if pair := splitN(part, labelSigns, 2); len(pair) == 2 {
			labelled = append(labelled, [2]string{pair[0], pair[1]})
		} else {
			first = append(first, part)
		}
	}
	return first, labelled
}

// clearMarks are the texts that empty an attribute where a blank cell would leave it.
var clearMarks = []string{"清空", "－", "-"}

func clears(text string) bool { return slices.Contains(clearMarks, text) }

// cellOf is a text as a cell has it: one that is itself a clear mark stands in quotes.
func cellOf(text string) string {
	if clears(strings.Trim(text, `"`)) {
		return inQuotes(text)
	}
	return text
}

// textOf is the text that cellOf wrote.
func textOf(cell string) string {
	if inner := bare(cell); inner != cell && clears(strings.Trim(inner, `"`)) {
		return inner
	}
	return cell
}
