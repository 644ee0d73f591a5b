package forms

import (
	"slices"
	"strings"
)

// texts are the paragraphs of one cell, or of several rows' cells; what a merged cell says in each row is said once.
type texts []string

func (t *texts) add(text string) {
	if text = strings.TrimSpace(text); text != "" && !slices.Contains(*t, text) {
		*t = append(*t, text)
	}
}

func (t texts) String() string { return strings.Join(t, "\n") }

// quoted is a text as the cells of standard sheets have one that may hold their signs.
func quoted(text string) string {
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

func quotedAll(texts []string) string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = quoted(t)
	}
	return strings.Join(out, "、")
}
