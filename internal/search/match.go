package search

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"tiaokuai/internal/gov"
)

// Match says how a text met a name, best first.
type Match string

// The ways to match.
const (
	MatchExact        Match = "EXACT"
	MatchPrefix       Match = "PREFIX"
	MatchSubstring    Match = "SUBSTRING"
	MatchAbbreviation Match = "ABBREVIATION"
	MatchInitials     Match = "INITIALS"
)

var ranks = [...]Match{MatchExact, MatchPrefix, MatchSubstring, MatchAbbreviation, MatchInitials}

// Hit is one entry found.
type Hit struct {
	County  string
	Entry   Entry
	Matched string // the name that matched
	How     Match
}

// Rank orders ways to match, 0 the best.
func (h Hit) Rank() int { return slices.Index(ranks[:], h.How) }

// Fold brings a text and a name into one form: full-width as half-width, lower case, no spaces.
func Fold(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFKC.String(s)), ""))
}

// Find gives every entry of an index that a folded text meets, of the given kinds (none = all), each by its best name.
func (x Index) Find(folded string, kinds []gov.NodeKind) []Hit {
	if folded == "" {
		return nil
	}
	var out []Hit
	for _, e := range x.Entries {
		if len(kinds) > 0 && !slices.Contains(kinds, e.Kind) {
			continue
		}
		if hit, ok := e.match(folded); ok {
			hit.County = x.County
			out = append(out, hit)
		}
	}
	return out
}

func (e Entry) match(text string) (Hit, bool) {
	best := Hit{Entry: e}
	for i, name := range e.Names {
		how, ok := matchName(text, e.folded[i], e.Initials[i])
		if h := (Hit{Entry: e, Matched: name, How: how}); ok && (best.How == "" || h.Rank() < best.Rank()) {
			best = h
		}
	}
	return best, best.How != ""
}

func matchName(text, name, initials string) (Match, bool) {
	switch {
	case name == text:
		return MatchExact, true
	case strings.HasPrefix(name, text):
		return MatchPrefix, true
	case strings.Contains(name, text):
		return MatchSubstring, true
	case len([]rune(text)) >= 2 && !ascii(text) && subsequence(text, name):
		return MatchAbbreviation, true
	case len(text) >= 2 && ascii(text) && strings.Contains(initials, text):
		return MatchInitials, true
	}
	return "", false
}

func ascii(s string) bool { return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 }) }

// subsequence says whether the letters of a stand in b in their order, from its first letter on: 农业局 in 农业农村局.
func subsequence(a, b string) bool {
	rest, first := []rune(b), true
	for _, r := range a {
		i := slices.Index(rest, r)
		if i < 0 || first && i > 0 {
			return false
		}
		rest, first = rest[i+1:], false
	}
	return true
}

// Compare orders hits: how well they match, shorter names first, then by name, county and key.
func Compare(a, b Hit) int {
	return cmp.Or(cmp.Compare(a.Rank(), b.Rank()), cmp.Compare(len(a.Matched), len(b.Matched)), cmp.Compare(a.Matched, b.Matched),
		cmp.Compare(a.County, b.County), cmp.Compare(a.Entry.Key, b.Entry.Key))
}
