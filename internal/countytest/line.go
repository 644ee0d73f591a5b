package countytest

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// line is one line of the notation: a word, a name, flags, options and lists of items.
type line struct {
	number  int
	word    string
	name    string
	flags   []string
	options map[string]string
	lists   map[string][]item
}

// item is one reference in a list: name[sections]@township:tail.
type item struct {
	name     string
	sections []string
	township string
	tail     string
}

// introducers are the words that start a list of items.
var introducers = []string{"->", "leads", "assists", "overall", "liaises", "supports", "dispatches", "shares"}

// readLine takes one line apart; nil for an empty one.
func readLine(number int, text string) (*line, error) {
	words, err := split(text, unicode.IsSpace)
	if err != nil || len(words) == 0 {
		return nil, err
	}
	l := &line{number: number, word: words[0], options: map[string]string{}, lists: map[string][]item{}}
	rest := words[1:]
	if len(rest) > 0 && !slices.Contains(introducers, rest[0]) && !isOption(rest[0]) {
		l.name, rest = unquote(rest[0]), rest[1:]
	}
	for len(rest) > 0 {
		switch w := rest[0]; {
		case slices.Contains(introducers, w):
			if rest, err = l.readList(w, rest[1:]); err != nil {
				return nil, err
			}
			continue
		case isOption(w):
			name, value, _ := strings.Cut(w, "=")
			if _, twice := l.options[name]; twice {
				return nil, fmt.Errorf("%s= stands twice", name)
			}
			l.options[name] = value
		default:
			l.flags = append(l.flags, w)
		}
		rest = rest[1:]
	}
	return l, nil
}

// readList reads items up to the first word that no comma joins to the one before it.
func (l *line) readList(introducer string, words []string) (rest []string, err error) {
	end := 0
	for end < len(words) && (end == 0 || strings.HasSuffix(words[end-1], ",") || strings.HasPrefix(words[end], ",")) {
		end++
	}
	names, err := split(strings.Join(words[:end], ""), isComma)
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s names nothing", introducer)
	}
	for _, name := range names {
		l.lists[introducer] = append(l.lists[introducer], readItem(name))
	}
	return words[end:], nil
}

func readItem(text string) item {
	var i item
	text, i.tail, _ = strings.Cut(text, ":")
	text, i.township, _ = strings.Cut(text, "@")
	name, sections, narrowed := strings.Cut(text, "[")
	i.name = unquote(name)
	if narrowed {
		i.sections = strings.Split(strings.TrimSuffix(sections, "]"), ",")
	}
	return i
}

func isComma(r rune) bool { return r == ',' }

func isOption(word string) bool {
	name, _, found := strings.Cut(word, "=")
	return found && name != "" && !strings.ContainsAny(name, `"[`)
}

// split cuts text at separators outside quotes and brackets and drops empty parts and a comment.
func split(text string, separates func(rune) bool) ([]string, error) {
	var parts []string
	var part strings.Builder
	quoted, depth := false, 0
	flush := func() {
		if part.Len() > 0 {
			parts = append(parts, part.String())
			part.Reset()
		}
	}
	for _, r := range text {
		switch {
		case r == '"':
			quoted = !quoted
		case !quoted && r == '[':
			depth++
		case !quoted && r == ']':
			depth--
		}
		if !quoted && r == '#' && part.Len() == 0 {
			break
		}
		if !quoted && depth == 0 && separates(r) {
			flush()
			continue
		}
		part.WriteRune(r)
	}
	flush()
	if quoted || depth != 0 {
		return nil, fmt.Errorf("a quote or bracket is not closed")
	}
	return parts, nil
}

func unquote(s string) string { return strings.ReplaceAll(s, `"`, "") }
