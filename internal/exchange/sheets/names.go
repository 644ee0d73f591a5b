package sheets

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Names finds what a text means in a county as [Plan] does: by key, name, alias, short or former name.
type Names struct{ d *directory }

// NamesOf are the names of a county; of none where it is nil.
func NamesOf(c *snapshot.County) Names {
	if c == nil {
		return Names{newDirectory(nil)}
	}
	d := newDirectory(c.County)
	for n := range c.Nodes() {
		d.add(n)
	}
	return Names{d}
}

// Find is the keys of every node of a kind that a text means, living or dissolved.
func (n Names) Find(kind gov.NodeKind, text string) []string {
	var out []string
	for _, e := range n.d.find("", text, kind) {
		out = append(out, e.key)
	}
	return out
}

// Nearest is the names of a kind most like a text, best first.
func (n Names) Nearest(kind gov.NodeKind, text string, most int) []string {
	var out []string
	for _, l := range n.d.nearest("", text, most, kind) {
		out = append(out, n.d.nameIn("", l.entry.key, kind))
	}
	return out
}
