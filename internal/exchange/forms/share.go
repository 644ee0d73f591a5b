package forms

import (
	"regexp"
	"slices"
	"strings"

	"tiaokuai/internal/search"
)

// share gives the paragraphs that begin with a department's name to it, and what is nobody's.
func (r *reader) share(it *item, here []*stated, text string, row int, of role) (loose string) {
	for _, s := range it.stated { // 县甲局：……；县乙局：…… in one line
		text = apart(text, s.text)
	}
	var now []*stated
	var rest texts
	for _, line := range strings.Split(text, "\n") {
		if m := labelled.FindStringSubmatch(line); m != nil {
			if labels := r.labels(it, m[1], strings.ContainsAny(m[0], ":：【"), len(m[0]) == len(line), row, of); labels != nil {
				now, line = labels, line[len(m[0]):]
			}
		}
		if now == nil {
			rest.add(line)
		}
		for _, s := range now {
			s.duty.add(strings.TrimRight(line, "；; "))
		}
	}
	return rest.String()
}

// apart begins a new line at a name that stands before a colon at the end of a sentence.
func apart(text, name string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, name)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if colon := strings.TrimLeft(after, " "); sentenceEnd.MatchString(before) && (strings.HasPrefix(colon, "：") || strings.HasPrefix(colon, ":")) {
			b.WriteString("\n")
		}
		b.WriteString(name)
		text = after
	}
}

var sentenceEnd = regexp.MustCompile(`[；;。\s]$`)

// labels are the departments that the head of a paragraph names: those of the item, or others that the county has or,
// before a colon, that are called like one.
func (r *reader) labels(it *item, text string, colon, whole bool, row int, of role) []*stated {
	var out []*stated
	for _, s := range splitDepartments(text) {
		key, known := r.department(s.text)
		mine := slices.ContainsFunc(it.stated, func(there *stated) bool {
			return known && there.key == key || search.Fold(there.text) == search.Fold(s.text)
		})
		if !mine && (!colon && !whole || !known && (!colon || !department.MatchString(s.text))) || mine && !colon && !whole {
			return nil
		}
		out = append(out, s)
	}
	for i, s := range out {
		out[i] = r.meet(it, s, row, of)
	}
	return out
}

// byNumber shares numbered paragraphs among departments with the same numbers.
func byNumber(here []*stated, text string) bool {
	byOrder := map[string]*stated{}
	for _, s := range here {
		if s.order == "" || byOrder[s.order] != nil {
			return false
		}
		byOrder[s.order] = s
	}
	var now *stated
	parts := map[*stated]texts{}
	for _, line := range strings.Split(text, "\n") {
		if m := numbering.FindStringSubmatch(line); m != nil {
			now, line = byOrder[m[1]+m[2]], line[len(m[0]):]
		}
		if now == nil {
			return false
		}
		t := parts[now]
		t.add(line)
		parts[now] = t
	}
	if len(parts) != len(here) {
		return false
	}
	for s, t := range parts {
		s.duty = append(s.duty, t...)
	}
	return true
}
