package sheets

import (
	"context"

	"tiaokuai/internal/gov"
)

// readNodes tells what each row of a sheet of nodes is about and reads what needs no other row: the sheets in the order
// of [identified], so that what a node belongs to is known before it.
func (p *planner) readNodes(ctx context.Context) error {
	for _, english := range identified {
		s := sheetOf(english)
		if err := p.identify(ctx, s); err != nil {
			return err
		}
		for _, c := range p.claims[s.English] {
			c.fill(func(col *Column) bool { return col.keys == nil })
		}
		p.checkNames(s)
		p.removeNodes(s)
		p.enter(s)
	}
	p.writer = newWriter(p.after)
	return nil
}

// enter lets the nodes of a sheet's kind be found: those of the base that stay as they are, then those of the file.
func (p *planner) enter(s *Sheet) {
	if p.base != nil {
		for n := range p.base.Nodes() {
			f, former := n.(*gov.Former)
			if n.NodeKind() == s.node && p.byID[n.NodeKey()] == nil && p.removed[n.NodeKey()] == nil || former && f.Of == s.node {
				p.after.add(n)
			}
		}
	}
	for _, it := range p.items {
		if it.sheet == s {
			p.after.addIn(it.value.(gov.Node), it.parent)
		}
	}
}

// eachRow gives the rows of a sheet, without examples.
func (p *planner) eachRow(ctx context.Context, s *Sheet, yield func(row)) error {
	for _, t := range p.tables[s.English] {
		for i := range t.rows {
			if err := p.tick(ctx); err != nil {
				return err
			}
			r := row{p, t, t.rows[i]}
			if r.example() {
				r.noteExample()
				continue
			}
			p.rows[s.English]++
			yield(r)
		}
	}
	return nil
}
