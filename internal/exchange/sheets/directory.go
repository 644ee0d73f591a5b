package sheets

import (
	"slices"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/search"
)

// entry is one node with every name it answers to.
type entry struct {
	kind   gov.NodeKind
	key    string
	parent string // key of what it belongs to, empty for the county's own
	name   string
	others []string // plates, short and former names, posts
}

// slot is where a name is looked up: within a parent, or (scope empty) in the whole county.
type slot struct {
	kind        gov.NodeKind
	scope, name string
}

// directory finds nodes by name. The name itself counts before other names; a county's aliases lead from one name to
// another.
type directory struct {
	byKey   map[string]*entry
	byForm  map[string]*entry // by the form that a file gives a key, where that is another
	byName  map[slot][]*entry
	byOther map[slot][]*entry
	aliases map[string][]string // folded alias → folded names
	near    map[gov.NodeKind]*grams
}

func newDirectory(county *gov.County) *directory {
	d := &directory{
		byKey: map[string]*entry{}, byForm: map[string]*entry{}, byName: map[slot][]*entry{}, byOther: map[slot][]*entry{},
		aliases: map[string][]string{}, near: map[gov.NodeKind]*grams{},
	}
	if county != nil {
		for _, a := range county.Aliases {
			alias := search.Fold(a.Alias)
			d.aliases[alias] = append(d.aliases[alias], search.Fold(a.Name))
		}
	}
	return d
}

// add enters a node. What it belongs to is entered first, so that 大冶镇经济发展办公室 is found too.
func (d *directory) add(n gov.Node) { d.addEntry(entryOf(n)) }

// addIn is add for a node whose own word on what it belongs to is not read yet.
func (d *directory) addIn(n gov.Node, parent string) {
	e := entryOf(n)
	e.parent = parent
	d.addEntry(e)
}

func (d *directory) addEntry(e *entry) {
	d.byKey[e.key] = e
	if form := workbook.Normal(e.key); form != e.key {
		d.byForm[form] = e
	}
	delete(d.near, e.kind)
	for _, scope := range scopes(e.parent) {
		d.enter(d.byName, slot{e.kind, scope, search.Fold(e.name)}, e)
		for _, other := range e.others {
			d.enter(d.byOther, slot{e.kind, scope, search.Fold(other)}, e)
		}
	}
	if parent := d.byKey[e.parent]; parent != nil {
		d.enter(d.byOther, slot{e.kind, "", search.Fold(parent.name + e.name)}, e)
	}
}

func (d *directory) enter(in map[slot][]*entry, at slot, e *entry) {
	if at.name != "" && !slices.Contains(in[at], e) {
		in[at] = append(in[at], e)
	}
}

func scopes(parent string) []string {
	if parent == "" {
		return []string{""}
	}
	return []string{parent, ""}
}

// find is every node of one of the kinds (none = any) that a key or a name means, and how: by the first of key, name,
// alias, other name and alias of another name that finds any.
func (d *directory) find(scope, text string, kinds ...gov.NodeKind) []*entry {
	if e := d.keyed(text); e != nil && (len(kinds) == 0 || slices.Contains(kinds, e.kind)) && (scope == "" || e.parent == scope) {
		return []*entry{e}
	}
	if len(kinds) == 0 {
		kinds = gov.NodeKinds[:]
	}
	folded := search.Fold(text)
	for _, in := range []map[slot][]*entry{d.byName, d.byOther} {
		for _, names := range [][]string{{folded}, d.aliases[folded]} {
			var out []*entry
			for _, name := range names {
				for _, kind := range kinds {
					for _, e := range in[slot{kind, scope, name}] {
						if !slices.Contains(out, e) {
							out = append(out, e)
						}
					}
				}
			}
			if len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// nameIn is the shortest text that find reads as the node alone: its name, the name behind that of what it belongs to,
// or its key.
func (d *directory) nameIn(scope, key string, kinds ...gov.NodeKind) string {
	e := d.byKey[key]
	if e == nil {
		return key
	}
	names := []string{e.name}
	if parent := d.byKey[e.parent]; parent != nil && scope == "" {
		names = append(names, parent.name+e.name)
	}
	for _, name := range names {
		if found := d.find(scope, name, kinds...); len(found) == 1 && found[0] == e {
			return name
		}
	}
	return key
}

// keyed is the node with a key, in its own form or in that of a file; nil for none.
func (d *directory) keyed(text string) *entry {
	if e := d.byKey[text]; e != nil {
		return e
	}
	return d.byForm[text]
}

// keyOf is the key that a text of a file is the form of; the text itself where that is none.
func (d *directory) keyOf(text string) string {
	if e := d.keyed(text); e != nil {
		return e.key
	}
	return text
}

func (d *directory) parentOf(key string) string {
	if e := d.byKey[key]; e != nil {
		return e.parent
	}
	return ""
}

// entryOf is a node with its names.
func entryOf(n gov.Node) *entry {
	e := &entry{kind: n.NodeKind(), key: n.NodeKey(), name: n.NodeName()}
	switch n := n.(type) {
	case *gov.Township:
		e.others = n.FormerNames
	case *gov.Organ:
		e.parent, e.others = n.Township, slices.Concat(n.ShortNames, n.FormerNames)
		for _, p := range n.Plates {
			e.others = append(e.others, p.Name)
		}
	case *gov.Department:
		e.others = slices.Concat(n.ShortNames, n.FormerNames)
	case *gov.Section:
		e.parent, e.others = n.Department, n.FormerNames
	case *gov.Leader:
		e.parent, e.others = n.Township, n.Posts
	case *gov.Duty:
		e.others = n.ShortNames
	case *gov.Source:
		e.others = []string{n.Document + n.Article}
	case *gov.Former:
		e.name = "" // found by key alone
		e.kind = n.Of
	}
	return e
}
