package sheets

import (
	"cmp"
	"slices"
	"strings"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

// A leader's lines of work are told in the sheet of charges, one a row. While a file is planned each is a charge from
// the leader to lineEnd(name), which no key can be; at the end they are folded back into the leaders.

func lineEnd(name string) string { return "|" + name }

func lineOf(to string) (name string, ok bool) {
	if !strings.HasPrefix(to, "|") {
		return "", false
	}
	return to[1:], true
}

// lineForm is the end of an edge that a text of a file is the form of: a key, or a leader's line of work.
func (p *planner) lineForm(from, text string) string {
	name, isLine := lineOf(text)
	l, ok := p.nodes[from].(*gov.Leader)
	if !isLine || !ok {
		return p.before.keyOf(text)
	}
	for _, line := range l.Lines {
		if workbook.Normal(line.Name) == name {
			return lineEnd(line.Name)
		}
	}
	return text
}

// lineCharges are a leader's lines as charges; of two with one name only the first.
func lineCharges(l *gov.Leader) []*gov.Charge {
	var out []*gov.Charge
	for _, line := range l.Lines {
		to := lineEnd(line.Name)
		if !slices.ContainsFunc(out, func(e *gov.Charge) bool { return e.To == to }) {
			out = append(out, &gov.Charge{From: l.Key, To: to, Role: line.Role})
		}
	}
	return out
}

// checkLine checks a line as the leader it will be folded into would.
func checkLine(e *gov.Charge, name string) gov.Problems {
	l := gov.Leader{Key: e.From, Township: e.From, Posts: []string{name}, Lines: []gov.Line{{Name: name, Role: e.Role}}}
	return l.Check()
}

// foldLines puts the charges that are lines back into their leaders.
func (p *planner) foldLines(nodes map[string]gov.Node, edges map[string]gov.Edge) {
	lines := map[string][]*gov.Charge{}
	for key, e := range edges {
		c, ok := e.(*gov.Charge)
		if !ok {
			continue
		}
		if _, isLine := lineOf(c.To); isLine {
			lines[c.From] = append(lines[c.From], c)
			delete(edges, key)
		}
	}
	for key, n := range nodes {
		l, ok := n.(*gov.Leader)
		if !ok {
			continue
		}
		before := lineCharges(l)
		after := p.orderLines(before, lines[key])
		if slices.EqualFunc(before, after, func(a, b *gov.Charge) bool { return a.To == b.To && a.Role == b.Role }) {
			continue
		}
		folded := *l
		folded.Lines = nil
		for _, e := range after {
			name, _ := lineOf(e.To)
			folded.Lines = append(folded.Lines, gov.Line{Name: name, Role: e.Role})
		}
		nodes[key] = gov.Normalize(&folded)
	}
}

// orderLines keeps what is on record in its order and adds the rest in that of the file; in a replacement the file's
// order holds for all.
func (p *planner) orderLines(before, after []*gov.Charge) []*gov.Charge {
	place := func(e *gov.Charge) int {
		it := p.byID[gov.EdgeKey(e)]
		known := slices.IndexFunc(before, func(b *gov.Charge) bool { return b.To == e.To })
		if it != nil && (p.Mode == ModeReplace || known < 0) {
			return len(before) + it.place
		}
		return known
	}
	out := slices.Clone(after)
	slices.SortFunc(out, func(a, b *gov.Charge) int { return cmp.Or(place(a)-place(b), cmp.Compare(a.To, b.To)) })
	return out
}
