package sheets

import (
	"context"
	"errors"
	"maps"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// finish puts together what the good rows come to.
func (p *planner) finish() Result {
	nodes, edges := maps.Clone(p.nodes), maps.Clone(p.edges)
	for key := range p.removed {
		delete(nodes, key)
		delete(edges, key)
	}
	p.lay(nodes, edges)
	p.keep(nodes, edges)
	p.checkMoved(nodes, edges)
	p.dropLoose(nodes, edges)
	p.foldLines(nodes, edges)
	r := Result{Summary: p.summary(nodes, edges)}
	r.Target, r.Edits = p.build(nodes, edges)
	r.Problems, r.Notes, r.OmittedProblems, r.OmittedNotes = p.problems, p.notes, p.moreProblems, p.moreNotes
	return r
}

// lay puts the good items over the base. One that refers to something new with a problem waits with it.
func (p *planner) lay(nodes map[string]gov.Node, edges map[string]gov.Edge) {
	for _, it := range p.items {
		if n, ok := it.value.(gov.Node); ok && !it.bad {
			nodes[it.id] = n
		}
	}
	waiting := 0
	for again := true; again; {
		again = false
		for _, it := range p.items {
			n, isNode := it.value.(gov.Node)
			if it.bad || it.complete(nodes) {
				continue
			}
			it.bad, again = true, true
			if waiting++; isNode {
				delete(nodes, n.NodeKey())
				if base, ok := it.base.(gov.Node); ok {
					nodes[it.id] = base
				}
			}
		}
	}
	if waiting > 0 {
		p.note(workbook.Place{}, "另有 %[1]d 条因引用了有问题的行而未计入", "%[1]d more entries refer to rows with problems and were left out", waiting)
	}
	for _, it := range p.items {
		if e, ok := it.value.(gov.Edge); ok && !it.bad {
			edges[it.id] = e
		}
	}
}

// checkMoved refuses a section's move to another department while a counterpart to its old one is narrowed to it, and
// such a counterpart where the file tells of it.
func (p *planner) checkMoved(nodes map[string]gov.Node, edges map[string]gov.Edge) {
	moved := map[string]bool{}
	for _, it := range p.items {
		if section, ok := it.value.(*gov.Section); ok && !it.bad && it.base != nil && it.base.(*gov.Section).Department != section.Department {
			moved[it.id] = true
		}
	}
	if len(moved) == 0 {
		return
	}
	for _, id := range slices.Sorted(maps.Keys(edges)) {
		e, ok := edges[id].(*gov.Counterpart)
		if !ok {
			continue
		}
		for _, key := range e.Sections {
			if section, ok := nodes[key].(*gov.Section); ok && moved[key] && section.Department != e.To {
				it := p.byID[key]
				it.bad, nodes[key] = true, it.base.(gov.Node)
				delete(moved, key)
				i := it.sheet.column("department")
				p.problem(it.first.place(i), it.first.text(i), nil, gov.Errorf(gov.CodeInvalid, "“%[1]s”对口的是“%[2]s”的这一科室，不能改变其所属部门",
					"%[1]s answers to this section of %[2]s, so it can't go to another department", p.after.plain(e.From), p.after.plain(e.To)).
					Advise("请同时修改对口表", "change the counterpart in the same file"))
			}
		}
	}
}

// complete says whether everything that an item refers to is there.
func (it *item) complete(nodes map[string]gov.Node) bool {
	if e, ok := it.value.(gov.Edge); ok && !joined(nodes, e) {
		return false
	}
	for _, c := range it.sheet.Columns {
		if c.keys == nil {
			continue
		}
		for _, key := range c.keys(it.value) {
			if key != "" && nodes[key] == nil && it.isNew(key) {
				return false
			}
		}
	}
	return true
}

// isNew says that a key is that of something new in the file, rather than one that was on record without its node.
func (it *item) isNew(key string) bool {
	other := it.first.p.byID[key]
	return other != nil && other.base == nil
}

// build links the target and finds the edits that lead there; neither where there is no county.
func (p *planner) build(nodes map[string]gov.Node, edges map[string]gov.Edge) (*snapshot.County, []change.Edit) {
	if !slices.ContainsFunc(slices.Collect(maps.Values(nodes)), func(n gov.Node) bool { return n.NodeKind() == gov.NodeCounty }) {
		if p.base == nil && len(p.problems) == 0 {
			p.problem(workbook.Place{}, "", nil, gov.Errorf(gov.CodeInvalid, "新建的县须有“县”表", "a county yet to be made needs the sheet 县"))
		}
		return nil, nil
	}
	g := gov.Graph{Nodes: slices.Collect(maps.Values(nodes)), Edges: slices.Collect(maps.Values(edges))}
	g.Sort()
	target, err := snapshot.Build(g, p.meta())
	if err != nil {
		p.unlinked(err)
		return nil, nil
	}
	p.release()
	return target, change.Between(p.base, target)
}

// release lets go of what only reading needed, before the edits are found beside it.
func (p *planner) release() {
	p.nodes, p.edges, p.items, p.byID, p.claims, p.found = nil, nil, nil, nil, nil, nil
	p.before, p.after, p.writer, p.tables = nil, nil, nil, nil
	p.dissolved = nil
}

// meta is that of the revision that a commit of the edits would make.
func (p *planner) meta() snapshot.Meta {
	if p.base == nil {
		return snapshot.Meta{Revision: 1}
	}
	m := p.base.Meta()
	return snapshot.Meta{World: m.World, Revision: m.Revision + 1, Effective: m.Effective}
}

// unlinked reports what only the whole shows to be wrong, at the rows it is about.
func (p *planner) unlinked(err error) {
	var problems gov.Problems
	var one *gov.Error
	switch {
	case errors.As(err, &problems):
	case errors.As(err, &one):
		problems = gov.Problems{one}
	}
	for _, e := range problems {
		place := workbook.Place{}
		if len(e.Path) > 0 {
			if key, ok := e.Path[0].(string); ok && p.byID[key] != nil {
				place = p.byID[key].first.place(p.byID[key].sheet.columnAt(e.Path[1:]))
			}
		}
		c := *e
		c.Path = nil
		p.problem(place, "", nil, &c)
	}
}

// summary counts what the file does, by sheet.
func (p *planner) summary(nodes map[string]gov.Node, edges map[string]gov.Edge) []Summary {
	counts := map[*Sheet]*Summary{}
	var out []Summary
	for i := range standard {
		if s := &standard[i]; len(p.tables[s.English]) > 0 || p.loose[s.edge] > 0 {
			counts[s] = &Summary{Sheet: s.Name, English: s.English, Rows: p.rows[s.English]}
		}
	}
	for _, it := range p.items {
		switch {
		case it.bad:
		case it.base == nil:
			counts[it.sheet].Added++
		case gov.Equal(it.base, it.value):
			counts[it.sheet].Unchanged++
		default:
			counts[it.sheet].Changed++
		}
	}
	for _, s := range p.removed {
		counts[s].Removed++
	}
	for s, c := range counts {
		c.Removed += p.loose[s.edge]
	}
	for i := range standard {
		if c := counts[&standard[i]]; c != nil {
			out = append(out, *c)
		}
	}
	return out
}

// gaveUp is the error of a context that ended.
func gaveUp(ctx context.Context) error {
	return gov.Errorf(gov.CodeUnavailable, "导入已取消", "the import was given up").Because(ctx.Err())
}
