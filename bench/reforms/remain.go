package main

import (
	"fmt"
	"slices"
	"strings"
)

// remain has the organs that no merger names stay by themselves, where organs after are listed not at all, or fewer than
// there were: unless the number of organs after speaks against it, or a merger of which only numbers are known. Inferred
// mergers name organs too.
func (c *reconstruction) remain(r reformed) {
	full := r.reconstruct(true)
	open := full.open(r.Abolished)
	if len(open) == 0 {
		return
	}
	names := make([]string, len(open))
	for n, i := range open {
		names[n] = full.organs[i].Name
	}
	after := full.ends() + full.fresh + len(open)
	unlisted := max(0, r.Before.Count-len(namedOnly(r.Before.Organs))) // may be counted after too
	switch {
	case r.After.Count == 0 && slices.ContainsFunc(r.Merges, merge.numbersOnly):
		c.why = "a merger known by numbers only may have taken in " + strings.Join(names, ", ")
	case r.After.Count != 0 && r.After.Count != after && r.After.Count != after+unlisted:
		c.why = fmt.Sprintf("after.count is %d, but would be %d if those that no merger names had stayed: %s", r.After.Count, after, strings.Join(names, ", "))
	default:
		for _, i := range open {
			c.went[i] = append(c.went[i], departure{target: key(c.organs[i].Name)})
		}
	}
}

// open are the organs of which neither a merger nor the list of those abolished says what became.
func (c *reconstruction) open(abolished []string) []int {
	gone := map[int]bool{}
	for _, entry := range abolished {
		name, _ := organ(entry)
		if i, ok := c.known(name); ok && name != "" {
			gone[i] = true
		}
	}
	var out []int
	for i := range c.organs {
		if len(c.went[i]) == 0 && !gone[i] {
			out = append(out, i)
		}
	}
	return out
}

// ends is how many organs the others became.
func (c *reconstruction) ends() int {
	c.unite()
	all := map[string]bool{}
	for i := range c.organs {
		if first, _ := c.destination(i); first != "" {
			all[first] = true
		}
	}
	return len(all)
}

// numbersOnly says whether all that is known of a merger is how many became how many.
func (m merge) numbersOnly() bool { return strings.Contains(strings.ToLower(m.Basis), "aggregate") }
