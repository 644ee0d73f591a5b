package sheets

import (
	"slices"
	"strings"

	"tiaokuai/internal/gov"
)

// dissolved finds what was dissolved by its names, and what succeeded it.
type dissolved struct {
	byName     map[slot][]*gov.Former
	successors map[string][]string
}

func newDissolved(nodes map[string]gov.Node, edges map[string]gov.Edge) *dissolved {
	d := &dissolved{byName: map[slot][]*gov.Former{}, successors: map[string][]string{}}
	for _, n := range nodes {
		f, ok := n.(*gov.Former)
		if !ok {
			continue
		}
		for _, name := range append([]string{f.Name}, f.Names...) {
			for _, scope := range scopes(f.Township + f.Parent) {
				at := slot{f.Of, scope, fold(name)}
				d.byName[at] = append(d.byName[at], f)
			}
		}
	}
	for _, e := range edges {
		if s, ok := e.(*gov.Succession); ok {
			d.successors[s.From] = append(d.successors[s.From], s.To)
		}
	}
	return d
}

// gone is what a name meant that was dissolved, the last first, with the living that succeeded it; nil for none.
func (p *planner) gone(scope, text string, kinds ...gov.NodeKind) (*gov.Former, []string) {
	if p.dissolved == nil {
		p.dissolved = newDissolved(p.nodes, p.edges)
	}
	var found []*gov.Former
	for _, kind := range kinds {
		found = append(found, p.dissolved.byName[slot{kind, scope, fold(text)}]...)
	}
	if len(found) == 0 {
		return nil, nil
	}
	latest := slices.MaxFunc(found, func(a, b *gov.Former) int {
		if a.Revision != b.Revision {
			return int(a.Revision - b.Revision)
		}
		return strings.Compare(b.Key, a.Key)
	})
	var living []string
	seen := map[string]bool{latest.Key: true}
	for open := []string{latest.Key}; len(open) > 0; open = open[1:] {
		for _, to := range p.dissolved.successors[open[0]] {
			_, former := p.nodes[to].(*gov.Former)
			switch {
			case seen[to]:
			case former:
				open = append(open, to)
			case p.nodes[to] != nil:
				living = append(living, to)
			}
			seen[to] = true
		}
	}
	slices.Sort(living)
	return latest, living
}

// goneError says that a name is that of what was dissolved, and what succeeded it.
func goneError(text string, kind gov.NodeKind, successors []string) *gov.Error {
	if len(successors) == 0 {
		return gov.Errorf(gov.CodeInvalid, "%[2]s“%[1]s”已撤销", "the %[3]s %[1]q was dissolved", text, kindWords[kind].ZH, kindWords[kind].EN)
	}
	return gov.Errorf(gov.CodeInvalid, "%[2]s“%[1]s”已撤销，由“%[4]s”承接", "the %[3]s %[1]q was dissolved; it was succeeded by %[5]s",
		text, kindWords[kind].ZH, kindWords[kind].EN, join(successors, "”“"), join(successors, ", "))
}

// wasDissolved says that a new name is that of what was dissolved; then the row has a problem, unless it says 新增.
func (x *identification) wasDissolved(c candidate, name string) bool {
	former, living := x.p.gone(c.parent, name, x.s.node)
	if former == nil {
		return false
	}
	var names []string
	for _, key := range living {
		x.p.mentioned[key] = true
		names = append(names, x.p.before.nameIn(c.parent, key, x.s.node))
	}
	err := goneError(name, x.s.node, names)
	if len(names) > 0 {
		err = err.Advise("指承接它的，请改用“%[1]s”；确为重新设立的，加“新增”栏填“是”", "if its successor is meant, name that: %[2]s; if it is set up anew, say so in a column 新增", join(names, "”或“"), join(names, " or "))
	} else {
		err = err.Advise("确为重新设立的，加“新增”栏填“是”", "if it is set up anew, say so in a column 新增")
	}
	i := x.s.column(x.s.identity[0])
	x.p.problem(c.row.place(i), name, names, err)
	return true
}
