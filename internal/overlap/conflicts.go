package overlap

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

func conflictsOf(c *snapshot.County) []Conflict {
	return slices.Concat(indicatorConflicts(c), nameConflicts(c), listingConflicts(c), twinConflicts(c))
}

// indicatorConflicts are indicators of one subject, metric (or name, where no metric is read), domain and period whose
// values differ.
func indicatorConflicts(c *snapshot.County) []Conflict {
	type statement struct{ subject, metric, domain, period string }
	var order []statement
	stated := map[statement][]snapshot.Indicator{}
	for _, i := range c.Indicators() {
		s := statement{i.Indicator.Subject, string(i.Metric), i.Domain, i.Period}
		if s.metric == "" {
			s.metric = "name " + i.Name
		}
		if stated[s] == nil {
			order = append(order, s)
		}
		stated[s] = append(stated[s], i)
	}
	var out []Conflict
	for _, s := range order {
		is := stated[s]
		if !slices.ContainsFunc(is, func(i snapshot.Indicator) bool { return i.Low != is[0].Low || i.High != is[0].High }) {
			continue
		}
		keys, zh, en := []string{}, []string{}, []string{}
		for _, i := range is {
			value := between(i.Low, upper(i.Indicator))
			keys, zh, en = append(keys, i.Key), append(zh, i.Name+"为"+value.ZH), append(en, i.Name+" is "+value.EN)
		}
		out = append(out, Conflict{keys, say("说法不一：%[1]s", "statements differ: %[1]s", gov.Text{ZH: listed(zh).ZH, EN: listed(en).EN})})
	}
	return out
}

// nameConflicts are names that stand for two things at once: two organs of one township, two departments, or an alias
// that has two meanings or is itself a name.
func nameConflicts(c *snapshot.County) []Conflict {
	var out []Conflict
	var departments names
	for _, d := range c.Departments() {
		departments.enter(d.Key, append(slices.Clone(d.ShortNames), d.Name))
	}
	out = append(out, departments.clashes(gov.Textf("县直部门中", "among departments"))...)
	for _, t := range c.Townships() {
		var organs names
		for _, o := range t.Organs() {
			called := append(slices.Clone(o.ShortNames), o.Name)
			for _, p := range o.Plates {
				called = append(called, p.Name)
			}
			organs.enter(o.Key, called)
		}
		out = append(out, organs.clashes(gov.Textf("%s的机构中", "among the organs of %s", t.Name))...)
	}
	return append(out, aliasConflicts(c)...)
}

// names are who is called what, in the order of entry.
type names struct {
	order []string
	keys  map[string][]string
}

func (n *names) enter(key string, called []string) {
	if n.keys == nil {
		n.keys = map[string][]string{}
	}
	for _, name := range called {
		switch {
		case n.keys[name] == nil:
			n.order = append(n.order, name)
		case slices.Contains(n.keys[name], key):
			continue
		}
		n.keys[name] = append(n.keys[name], key)
	}
}

func (n *names) clashes(where gov.Text) []Conflict {
	var out []Conflict
	for _, name := range n.order {
		if keys := n.keys[name]; len(keys) > 1 {
			out = append(out, Conflict{keys, say("%[1]s，“%[2]s”同时是%[3]d个的名称", "%[1]s, %[3]d share the name “%[2]s”", where, name, len(keys))})
		}
	}
	return out
}

func aliasConflicts(c *snapshot.County) []Conflict {
	var out []Conflict
	meaning := map[string]string{}
	for _, a := range c.Aliases {
		if other, ok := meaning[a.Alias]; ok && other != a.Name {
			out = append(out, Conflict{[]string{c.Key}, gov.Textf("别名“%s”既指“%s”又指“%s”", "the alias “%s” means both “%s” and “%s”", a.Alias, other, a.Name)})
		}
		meaning[a.Alias] = a.Name
	}
	for _, o := range c.Organs() {
		if name, ok := meaning[o.Name]; ok && name != o.Name {
			out = append(out, Conflict{[]string{o.Key}, gov.Textf("“%s”是机构名称，又是“%s”的别名", "“%s” is an organ's name and an alias of “%s”", o.Name, name)})
		}
	}
	return out
}
