package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// reconstruction collects the organs of a case and where each went.
type reconstruction struct {
	place  string
	listed bool // the organs before are
	before int  // how many: the first ones
	organs []named
	at     map[string]int      // an organ's number by its key, and by the key of its later name
	went   map[int][]departure // where an organ went
	same   map[string]string   // targets that are one, each leading on to another
	exact  map[string]bool     // keys that mergers name
	fresh  int                 // organs after that nothing before became
	notes  []string            // what was taken for what
	why    string              // why organs that nothing is said of can't be taken to have stayed
}

// departure is an organ or a part of it that went into a target.
type departure struct{ target, part string }

// trial reconstructs the question of a reform.
func (r reformed) trial(soft bool) (trial, error) {
	c := r.reconstruct(soft)
	if after := len(namedOnly(r.After.Organs)); c.listed && (after == 0 || after < r.After.Count) {
		c.remain(r)
	}
	return c.conclude(trial{ID: r.ID, Place: r.Place, Trust: r.Trust, Soft: soft})
}

// reconstruct collects what the lists and mergers say.
func (r reformed) reconstruct(soft bool) *reconstruction {
	c := &reconstruction{
		place: r.Place, listed: len(namedOnly(r.Before.Organs)) > 0,
		at: map[string]int{}, went: map[int][]departure{}, same: map[string]string{}, exact: map[string]bool{},
	}
	c.list(r.Before.Organs)
	merges := r.Merges
	if soft {
		merges = slices.Concat(r.Merges, r.Inferred)
	}
	targets := c.take(merges, r.After.Organs)
	c.stay(r.After.Organs, targets)
	return c
}

// namedOnly are the organs without entries that are mere counts.
func namedOnly(organs []named) []named {
	return slices.DeleteFunc(slices.Clone(organs), func(o named) bool {
		name, _ := organ(o.Name)
		return name == ""
	})
}

// list takes the organs before. Their plates are part of them, unless they are listed themselves.
func (c *reconstruction) list(before []named) {
	for _, o := range namedOnly(before) {
		c.add(o)
	}
	c.before = len(c.organs)
	for i, o := range c.organs {
		for _, p := range o.Plates {
			if _, known := c.at[key(p)]; !known {
				c.at[key(p)] = i
			}
		}
	}
}

// add is the number of an organ, new or not.
func (c *reconstruction) add(o named) int {
	o.Name, _ = organ(o.Name)
	i, ok := c.at[key(o.Name)]
	if !ok {
		i = len(c.organs)
		c.at[key(o.Name)] = i
		c.organs = append(c.organs, o)
	}
	return i
}

// take reads the mergers, and gives the keys of what they made.
func (c *reconstruction) take(merges []merge, after []named) map[string]bool {
	for _, m := range merges {
		for _, entry := range m.From {
			name, _ := organ(entry)
			c.exact[key(name)] = true
		}
	}
	targets := map[string]bool{}
	for n, m := range merges {
		into, _ := organ(m.Into)
		switch {
		case !m.joins():
			c.rename(m, into)
			continue
		case m.Into == "":
			into = fmt.Sprintf("merger %d", n+1) // of no name on record
		case into == "":
			c.notes = append(c.notes, m.Into+" is not one organ: the merger is not used")
			continue
		}
		targets[key(into)] = true
		parts := map[int]bool{}
		for _, entry := range m.From {
			if name, which := organ(entry); name != "" {
				i := c.part(named{Name: name, Kind: recorded(after, name)}, parts)
				c.went[i] = append(c.went[i], departure{key(into), which})
				parts[i] = true
			}
		}
		if len(parts) == 1 && m.Into != "" && key(into) != key(m.From[0]) {
			c.absorb(named{Name: into, Kind: recorded(after, into)}, parts)
		}
	}
	for _, k := range slices.Sorted(maps.Keys(targets)) {
		if i, ok := c.known(k); ok {
			c.went[i] = append(c.went[i], departure{target: k})
		}
	}
	return targets
}

// rename gives an organ its later name besides.
func (c *reconstruction) rename(m merge, into string) {
	if strings.TrimSpace(m.Basis) != "rename" || len(m.From) != 1 || into == "" {
		return
	}
	if name, _ := organ(m.From[0]); name != "" {
		c.at[key(into)] = c.part(named{Name: name}, nil)
	}
}

// stay reads the organs after: plates are joined with them, and those that no merger made were there before, unless the
// organs before are listed without them.
func (c *reconstruction) stay(after []named, targets map[string]bool) {
	for _, o := range namedOnly(after) {
		name, _ := organ(o.Name)
		target := c.made(name, targets)
		i, known := c.known(target)
		if !known && !targets[target] {
			i, known = c.later(name)
		}
		if !known && !c.listed && !targets[target] && (o.Kind != "派驻" || len(o.Plates) > 0) {
			i, known = c.add(named{Name: name, Kind: o.Kind}), true
		}
		if known {
			c.went[i] = append(c.went[i], departure{target: target})
		} else if !targets[target] {
			c.fresh++
		}
		for _, p := range o.Plates {
			plate, _ := organ(p)
			j, known := c.later(plate)
			if !known && !c.listed {
				j, known = c.add(named{Name: plate, Kind: recorded(after, plate)}), true
			}
			if known {
				c.went[j] = append(c.went[j], departure{target: target})
			}
		}
	}
}

// recorded is the kind on record of an organ after the reform.
func recorded(after []named, name string) string {
	for _, o := range after {
		if n, _ := organ(o.Name); key(n) == key(name) {
			return o.Kind
		}
	}
	return ""
}

// conclude numbers the groups and finds what is left open.
func (c *reconstruction) conclude(t trial) (trial, error) {
	c.unite()
	t.Notes = c.notes
	groups := map[string]int{}
	var others [][]string // further targets of each organ that was split
	for i, o := range c.organs {
		first, rest := c.destination(i)
		if first == "" {
			t.Left = append(t.Left, o.Name)
			continue
		}
		if _, ok := groups[first]; !ok {
			groups[first] = len(groups)
		}
		t.Organs = append(t.Organs, o)
		t.Group = append(t.Group, groups[first])
		others = append(others, rest)
	}
	t.Kinds = c.listed && t.keepsKinds()
	t.Loose = map[[2]int]bool{}
	for i, targets := range others {
		for _, target := range targets {
			for j := range t.Group {
				if g, ok := groups[target]; ok && t.Group[j] == g && j != i {
					t.Loose[[2]int{min(i, j), max(i, j)}] = true
				}
			}
		}
	}
	if len(t.Left) > 0 && c.why != "" {
		t.Notes = append(t.Notes, c.why)
	}
	err := c.unusable(t, len(groups))
	if err != nil && len(c.notes) > 0 {
		err = fmt.Errorf("%w (%s)", err, strings.Join(c.notes, "; "))
	}
	return t, err
}

// unusable says why nothing can be asked, where it can't.
func (c *reconstruction) unusable(t trial, groups int) error {
	switch {
	case groups == 0 || len(t.mergers()) == 0:
		return errors.New("no two organs named that became one")
	case groups == 1 && len(t.Left) > 0:
		return fmt.Errorf("all organs whose fate is known became one, and %s", cmp.Or(c.why, "nothing says what became of "+strings.Join(t.Left, ", ")))
	case groups == 1:
		return errors.New("all organs named became one: no plan could be wrong")
	}
	return nil
}

// unite makes one of the targets A and B where A itself went into B.
func (c *reconstruction) unite() {
	for i := range c.organs {
		for _, d := range c.went[i] {
			if own, ok := c.at[d.target]; ok && own == i {
				for _, e := range c.went[i] {
					if a, b := c.final(d.target), c.final(e.target); a != b && e.part == "" {
						c.same[a] = b
					}
				}
			}
		}
	}
}

func (c *reconstruction) final(target string) string {
	for next, ok := c.same[target]; ok; next, ok = c.same[target] {
		target = next
	}
	return target
}

// destination is where an organ went, and where else parts of it did; empty where nothing says it.
func (c *reconstruction) destination(i int) (first string, rest []string) {
	went := slices.Clone(c.went[i])
	slices.SortStableFunc(went, func(a, b departure) int { return a.order() - b.order() })
	for n, d := range went {
		target := c.final(d.target)
		if n == 0 {
			first = target
		} else if target != first && !slices.Contains(rest, target) {
			rest = append(rest, target)
		}
	}
	return first, rest
}

// order puts where duties went before where people and posts did.
func (d departure) order() int {
	switch {
	case strings.ContainsAny(d.part, "职业") && !strings.Contains(d.part, "人员"):
		return 0
	case strings.Contains(d.part, "人员") || strings.Contains(d.part, "编制"):
		return 2
	}
	return 1
}

// keepsKinds says whether all kinds are on record and no real group mixes them.
func (t trial) keepsKinds() bool {
	of := map[int]string{}
	for i, o := range t.Organs {
		if o.Kind != "行政" && o.Kind != "事业" || of[t.Group[i]] != "" && of[t.Group[i]] != o.Kind {
			return false
		}
		of[t.Group[i]] = o.Kind
	}
	return true
}
