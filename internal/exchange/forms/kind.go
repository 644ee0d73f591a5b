package forms

import (
	"regexp"
	"slices"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/search"
)

// kind is one of the forms.
type kind struct {
	name  gov.Text
	list  gov.DutyList
	words *regexp.Regexp // of its title, folded
	// needed are the columns that it can't do without: one of each row.
	needed [][]role
	// content is the column that says what the listing is in words.
	content role
}

// kinds are the forms, in the order they are looked for. A catalogue has the words of a supporting list; its columns
// and title tell it.
var kinds = []*kind{&basic, &supporting, &catalogue, &withdrawn}

// kindOf is the form that a title says, else the sheet's name, else the headers; nil for none.
func kindOf(titles []title, sheet string, h header, found bool) *kind {
	var named *kind
	for _, t := range append(slices.Clone(titles), title{text: sheet}) {
		if named = kindNamed(t.text); named != nil {
			break
		}
	}
	switch {
	case !found:
		return named
	case h.ours && (named == nil || named == &supporting):
		switch {
		case h.has(departmentWithWay) || h.has(way) && h.has(departments):
			return &withdrawn
		case h.has(townshipDuty) && (h.has(townships) || h.has(departmentDuty) && !h.has(departments) && !h.has(combined)):
			return &catalogue
		case h.has(townshipDuty) && (h.has(departments) || h.has(combined)):
			return &supporting
		}
	}
	return named
}

// kindNamed is the one form that a title has the words of; nil for none or several, and for a text that is no title.
func kindNamed(text string) *kind {
	text = search.Fold(text)
	var named *kind
	for _, k := range kinds {
		if k == &catalogue || len([]rune(text)) > 80 || strings.Contains(text, "。") || !k.words.MatchString(text) {
			continue
		}
		if named != nil {
			return nil
		}
		named = k
	}
	return named
}

// needs are the headers of the columns that the form can't do without.
func (k *kind) needs() string {
	var out []string
	for _, any := range k.needed {
		out = append(out, any[0].String())
	}
	return strings.Join(out, "、")
}
