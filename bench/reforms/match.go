package main

import (
	"maps"
	"slices"
)

// part is the number of an organ that a merger names, besides others of that merger. One that the list before lacks was
// there all the same.
func (c *reconstruction) part(o named, others map[int]bool) int {
	if _, ok := c.at[key(o.Name)]; ok || !c.listed {
		return c.add(o)
	}
	i, ok := c.like(o.Name, sure)
	if !ok {
		i, ok = c.like(o.Name, likely)
		ok = ok && !c.exact[key(c.organs[i].Name)] && !others[i]
	}
	if !ok {
		c.notes = append(c.notes, o.Name+" is named by a merger but not listed before: added")
		return c.add(o)
	}
	c.takeFor(o.Name, i)
	return i
}

// like finds the one listed organ whose name or plate is spelled like another.
func (c *reconstruction) like(name string, steps []spelling) (int, bool) {
	var names []string
	for k, i := range c.at {
		if i < c.before {
			names = append(names, k)
		}
	}
	found := map[int]bool{}
	for _, k := range alikeNames(name, names, c.place, steps) {
		found[c.at[k]] = true
	}
	for i := range found {
		return i, len(found) == 1
	}
	return 0, false
}

// known is the number of an organ by its name, or by a spelling that is surely the same.
func (c *reconstruction) known(name string) (int, bool) {
	i, ok := c.at[key(name)]
	if !ok && c.listed {
		if i, ok = c.like(name, sure); ok {
			c.at[key(name)] = i
		}
	}
	return i, ok
}

// later is the number of an organ by a name that it has after the reform: one that nothing else is said of may be spelled
// less surely.
func (c *reconstruction) later(name string) (int, bool) {
	i, ok := c.known(name)
	if !ok && c.listed {
		if i, ok = c.like(name, likely); ok && len(c.went[i]) == 0 {
			c.takeFor(name, i)
		} else {
			ok = false
		}
	}
	return i, ok
}

// absorb has the organ that another one went into be one of those before: where they are listed, one of those.
func (c *reconstruction) absorb(into named, part map[int]bool) {
	if _, known := c.known(into.Name); known {
		return
	}
	if !c.listed {
		c.add(into)
	} else if i, ok := c.like(into.Name, likely); ok && !part[i] {
		c.takeFor(into.Name, i)
	}
}

// takeFor has a name be another spelling of a listed organ's.
func (c *reconstruction) takeFor(name string, i int) {
	c.at[key(name)] = i
	c.notes = append(c.notes, name+" taken for "+c.organs[i].Name)
}

// made is the key of what a merger made and an organ after surely is, else the organ's own.
func (c *reconstruction) made(name string, targets map[string]bool) string {
	if k := key(name); !targets[k] {
		if like := alikeNames(name, slices.Collect(maps.Keys(targets)), c.place, sure); len(like) == 1 {
			return like[0]
		}
	}
	return key(name)
}
