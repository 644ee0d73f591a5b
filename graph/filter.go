package graph

import (
	"slices"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/search"
)

// admits says whether a value passes a list of those asked for; no list asks for all.
func admits[T comparable](asked []T, value T) bool {
	return len(asked) == 0 || slices.Contains(asked, value)
}

// mentions says whether a text stands in one of some names, whatever the width and case of their letters.
func mentions(text *string, names ...string) bool {
	if text == nil || *text == "" {
		return true
	}
	folded := search.Fold(*text)
	return slices.ContainsFunc(names, func(n string) bool { return strings.Contains(search.Fold(n), folded) })
}

// sourced says whether a provenance has a source exactly where that is asked for.
func sourced(asked *bool, p gov.Provenance) bool {
	return asked == nil || *asked == (len(p.Sources) > 0)
}
