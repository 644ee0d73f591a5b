package dossier

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// scope finds the townships that the dossier is about: those of the scenario's scope and those that the plan touches. A
// plan of the whole county is about the townships it touches, or about all where it touches none.
func (c *composer) scope() {
	touched := c.touched()
	whole := c.Scenario.Scope.Township == "" && c.Scenario.Scope.Class == ""
	in := func(t snapshot.Township) bool {
		s := c.Scenario.Scope
		switch {
		case touched[t.Key]:
			return true
		case whole:
			return len(touched) == 0
		case s.Township != "":
			return t.Key == s.Township
		}
		return t.Size == s.Class
	}
	c.townships = slices.DeleteFunc(c.Before.Townships(), func(t snapshot.Township) bool { return !in(t) })
	c.results = slices.DeleteFunc(c.After.Townships(), func(t snapshot.Township) bool { return !in(t) })
}

// touched are the keys of the townships whose part of the county differs.
func (c *composer) touched() map[string]bool {
	out := map[string]bool{}
	mark := func(key string) {
		for _, county := range []*snapshot.County{c.Before, c.After} {
			if t := townshipOf(county, key); t != "" {
				out[t] = true
			}
		}
	}
	delta := snapshot.Diff(c.Before, c.After)
	for _, n := range delta.Nodes {
		mark(n.Key())
	}
	for _, e := range delta.Edges {
		from, to := e.Edge().Ends()
		mark(from)
		mark(to)
	}
	return out
}

// townshipOf is the key of the township that a node is of; empty for the county's own.
func townshipOf(county *snapshot.County, key string) string {
	n, _ := county.Node(key)
	switch n := n.(type) {
	case *gov.Township:
		return n.Key
	case *gov.Organ:
		return n.Township
	case *gov.Leader:
		return n.Township
	case *gov.Former:
		return n.Township
	}
	return ""
}

// scopeName is what the title calls the townships.
func (c *composer) scopeName() string {
	switch {
	case len(c.townships) == 1:
		return c.townships[0].Name
	case c.Scenario.Scope.Class != "" && c.alike(c.Scenario.Scope.Class):
		size := sizeName(c.Scenario.Scope.Class)
		return c.say("%[1]s规模乡镇", "townships of %[2]s size", size.ZH, size.EN)
	}
	return c.say("乡镇", "townships")
}

func (c *composer) alike(size gov.Size) bool {
	return !slices.ContainsFunc(c.townships, func(t snapshot.Township) bool { return t.Size != size })
}

func (c *composer) townshipNames() string {
	var keys []string
	for _, t := range c.townships {
		keys = append(keys, t.Key)
	}
	return c.names(keys)
}
