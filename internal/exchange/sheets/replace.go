package sheets

import (
	"maps"
	"slices"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

// inScope says whether a node of a sheet may be removed by a replacement.
func (p *planner) inScope(s *Sheet, n gov.Node) bool {
	switch {
	case s.node == gov.NodeCounty:
		return false
	case p.scope == nil:
		return true
	case s.node == gov.NodeTownship:
		return p.scope[n.NodeKey()]
	}
	return s.parent == "township" && p.scope[entryOf(n).parent]
}

// replaces says whether the file has the whole of a sheet.
func (p *planner) replaces(s *Sheet) bool {
	return p.Mode == ModeReplace && slices.ContainsFunc(p.tables[s.English], func(t *table) bool { return !t.form })
}

// checkScope refuses a row about a township outside the scope of a replacement; an empty township is the county's own.
func (p *planner) checkScope(r row, township string) bool {
	if p.scope == nil || p.Mode != ModeReplace || township == "" || p.scope[township] {
		return true
	}
	r.fail("township", nil, "“%[1]s”不在替换范围内", "%[1]s is outside the scope of the replacement", p.after.nameIn("", township))
	return false
}

// removeNodes marks what of a sheet's kind the file leaves out.
func (p *planner) removeNodes(s *Sheet) {
	if !p.replaces(s) {
		return
	}
	var going []string
	things := 0
	for _, key := range slices.Sorted(maps.Keys(p.nodes)) {
		if n := p.nodes[key]; n.NodeKind() == s.node && p.inScope(s, n) {
			if things++; p.byID[key] == nil && !p.mentioned[key] {
				going = append(going, key)
			}
		}
	}
	p.remove(s, going, things)
}

// removeEdges marks the relations that the file leaves out, and those that it moves.
func (p *planner) removeEdges() {
	for i := range standard {
		s := &standard[i]
		if s.edge == "" || !p.replaces(s) {
			continue
		}
		var going []string
		things := 0
		for key, e := range p.edges {
			if e.EdgeKind() != s.edge || !p.edgeInScope(e) {
				continue
			}
			if things++; p.byID[key] == nil && !p.mentioned[key] {
				going = append(going, key)
			}
		}
		slices.Sort(going)
		p.remove(s, going, things)
	}
	p.guardLoose()
	for _, key := range p.moved {
		if p.byID[key] == nil {
			p.removed[key] = sheetOfEdge(p.edges[key])
		}
	}
}

func (p *planner) edgeInScope(e gov.Edge) bool {
	from, to := e.Ends()
	for _, key := range [2]string{from, to} {
		if n := p.nodes[key]; n != nil && p.scope[entryOf(n).parent] {
			return true
		}
	}
	return p.scope == nil
}

// remove marks things for removal unless they are more than the guard allows.
func (p *planner) remove(s *Sheet, going []string, things int) {
	if len(going)*100 > p.MaxRemoved*things {
		p.problem(workbook.Place{Sheet: p.tables[s.English][0].name}, "", nil, adviseGuard(gov.Errorf(gov.CodeConflict,
			"替换导入将删除%[1]s表 %[3]d 条中的 %[2]d 条，超过允许的 %[4]d%%，未予删除", "the replacement would remove %[2]d of the %[3]d entries of %[5]s, more than the %[4]d percent allowed; none is removed",
			s.Name, len(going), things, p.MaxRemoved, s.English), len(going), things))
		return
	}
	for _, key := range going {
		p.removed[key] = s
	}
}

// adviseGuard says with an error of the guard which share would allow what is going.
func adviseGuard(err *gov.Error, going, things int) *gov.Error {
	return err.Advise("确需删除的，把允许删除的比例改为 %[1]d%%（maxRemoved=%[1]d）；只是补充的，改用补充更新（mode=update）",
		"to remove them allow %[1]d percent (maxRemoved=%[1]d); to add only, use mode=update", (going*100+things-1)/things)
}

func sheetOfNode(n gov.Node) *Sheet {
	for i := range standard {
		if standard[i].node == n.NodeKind() && standard[i].node != "" {
			return &standard[i]
		}
	}
	return nil
}

func sheetOfEdge(e gov.Edge) *Sheet {
	for i := range standard {
		if standard[i].edge == e.EdgeKind() && standard[i].edge != "" {
			return &standard[i]
		}
	}
	return nil
}

// keep takes removals back where something that stays still needs what would go.
func (p *planner) keep(nodes map[string]gov.Node, edges map[string]gov.Edge) {
	for needed := true; needed && len(p.removed) > 0; {
		needed = false
		holders := p.needed(nodes, edges)
		for _, key := range slices.Sorted(maps.Keys(holders)) {
			n, by := p.nodes[key], join(holders[key], "、")
			nodes[key], needed = n, true
			s := p.removed[key]
			delete(p.removed, key)
			p.problem(workbook.Place{Sheet: p.tables[s.English][0].name}, n.NodeName(), nil, gov.Errorf(gov.CodeConflict,
				"%[2]s“%[1]s”不在表中，但%[4]s等还依托它，不能删除", "the %[3]s %[1]q is not in the file, but is still needed by %[4]s, so it can't be removed",
				n.NodeName(), kindWords[s.node].ZH, kindWords[s.node].EN, by).
				Advise("请先修改或一并删除引用它的内容；确系撤并的，用撤销或合并办理", "change or remove what refers to it too; if it was dissolved, abolish or merge it"))
		}
	}
}

// needed are the keys marked for removal that nodes, or edges whose ends stay, still hold, with the first few of these.
func (p *planner) needed(nodes map[string]gov.Node, edges map[string]gov.Edge) map[string][]string {
	out := map[string][]string{}
	hold := func(name string, keys ...string) {
		for _, key := range keys {
			if p.nodes[key] != nil && p.removed[key] != nil && len(out[key]) < suggestions && !slices.Contains(out[key], name) {
				out[key] = append(out[key], name)
			}
		}
	}
	holdAll := func(s *Sheet, name string, v interface{ Origin() gov.Provenance }) {
		if s == nil { // a former or a succession, which no table tells
			hold(name, v.Origin().Sources...)
			for _, a := range v.Origin().Attributes {
				hold(name, a.Sources...)
			}
			return
		}
		for _, c := range s.Columns {
			if c.keys != nil {
				hold(name, c.keys(v)...)
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(nodes)) {
		n := nodes[key]
		if f, ok := n.(*gov.Former); ok {
			hold(f.Name, f.Township)
		}
		holdAll(sheetOfNode(n), n.NodeName(), n)
	}
	for _, key := range slices.Sorted(maps.Keys(edges)) {
		if e := edges[key]; joined(nodes, e) {
			from, to := e.Ends()
			holdAll(sheetOfEdge(e), p.before.plain(from)+"→"+p.before.plain(to), e)
		}
	}
	return out
}

// joined says whether both ends of an edge are there; a line of work needs its leader alone.
func joined(nodes map[string]gov.Node, e gov.Edge) bool {
	from, to := e.Ends()
	if _, isLine := lineOf(to); isLine {
		return nodes[from] != nil
	}
	return nodes[from] != nil && nodes[to] != nil
}
