package countytest

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"tiaokuai/internal/gov"
)

// The takers below each use up a flag or an option; done then refuses what no one took.

// text takes an option; empty if it is not there.
func (l *line) text(name string) string {
	value := unquote(l.options[name])
	delete(l.options, name)
	return value
}

// texts takes an option that lists words.
func (l *line) texts(name string) []string {
	parts, _ := split(l.options[name], isComma) // quotes are balanced: the line was split before
	delete(l.options, name)
	for i, p := range parts {
		parts[i] = unquote(p)
	}
	return parts
}

// integer takes an option that is a whole number.
func (l *line) integer(name string) (int64, error) {
	text := l.text(name)
	if text == "" {
		return 0, nil
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0, fmt.Errorf("%s= needs a whole number, not %q", name, text)
	}
	return n, nil
}

// integers takes several options that are whole numbers.
func (l *line) integers(into map[string]*int) error {
	for _, name := range slices.Sorted(maps.Keys(into)) {
		n, err := l.integer(name)
		if err != nil {
			return err
		}
		*into[name] = int(n)
	}
	return nil
}

// flag takes a flag and says whether it stood there.
func (l *line) flag(name string) bool {
	i := slices.Index(l.flags, name)
	if i >= 0 {
		l.flags = slices.Delete(l.flags, i, i+1)
	}
	return i >= 0
}

// oneOf takes the flag that is one of the values, else the fallback.
func oneOf[E ~string](l *line, fallback E, values ...E) E {
	for _, v := range values {
		if l.flag(string(v)) {
			return v
		}
	}
	return fallback
}

// list takes the items after an introducer.
func (l *line) list(introducer string) []item {
	items := l.lists[introducer]
	delete(l.lists, introducer)
	return items
}

// pairs takes an option that lists a:b (or a:b:c) pairs; a missing part is empty.
func (l *line) pairs(name string) [][3]string {
	var out [][3]string
	for _, one := range l.texts(name) {
		var parts [3]string
		copy(parts[:], strings.SplitN(one, ":", 3))
		out = append(out, parts)
	}
	return out
}

// done refuses what is left of a line.
func (l *line) done() error {
	for _, f := range l.flags {
		return fmt.Errorf("%s does not know %q", l.word, f)
	}
	for _, o := range slices.Sorted(maps.Keys(l.options)) {
		return fmt.Errorf("%s does not know %s=", l.word, o)
	}
	for _, i := range slices.Sorted(maps.Keys(l.lists)) {
		return fmt.Errorf("%s has no %s", l.word, i)
	}
	return nil
}

// provenance takes basis=, source= and attributes=name:BASIS:source; sources are resolved later.
func (r *reader) provenance(l *line, into *gov.Provenance) {
	basis, sources, attributes := gov.Basis(l.text("basis")), l.texts("source"), l.pairs("attributes")
	into.Basis = basis
	r.later(l, func() error {
		var err error
		if into.Sources, err = r.keys(gov.NodeSource, sources); err != nil {
			return err
		}
		for _, a := range attributes {
			attribute := gov.AttributeBasis{Attribute: a[0], Basis: gov.Basis(a[1])}
			if a[2] != "" {
				if attribute.Sources, err = r.keys(gov.NodeSource, []string{a[2]}); err != nil {
					return err
				}
			}
			into.Attributes = append(into.Attributes, attribute)
		}
		return nil
	})
}
