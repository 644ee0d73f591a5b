package sheets

import (
	"maps"
	"slices"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

// succession is what a succession is called where sheets' names stand, since no sheet tells it.
var succession = gov.Text{ZH: "沿革", EN: "successions"}

// relations calls yield for each kind of relation, in the order of the sheets.
func relations(yield func(kind gov.EdgeKind, s *Sheet, name gov.Text)) {
	for i := range standard {
		if s := &standard[i]; s.edge != "" {
			yield(s.edge, s, gov.Text{ZH: s.Name, EN: s.English})
		}
	}
	yield(gov.EdgeSuccession, nil, succession)
}

// guardLoose holds the relations that go with what is removed against the guard, each kind by itself; those of a sheet
// that the file replaces were counted there. What takes too many with it is not removed.
func (p *planner) guardLoose() {
	if p.Mode != ModeReplace || len(p.removed) == 0 {
		return
	}
	stay := map[string]bool{}
	relations(func(kind gov.EdgeKind, s *Sheet, name gov.Text) {
		if s != nil && p.replaces(s) {
			return
		}
		going, things, holders := p.looseOf(kind)
		if going*100 <= p.MaxRemoved*things {
			return
		}
		keys := slices.Sorted(maps.Keys(holders))
		var names []string
		for _, key := range keys[:min(len(keys), suggestions)] {
			names = append(names, p.before.nameIn("", key))
		}
		of := p.removed[keys[0]]
		p.problem(workbook.Place{Sheet: p.tables[of.English][0].name}, "", nil, adviseGuard(gov.Errorf(gov.CodeConflict,
			"替换导入删除“%[5]s”等%[6]d个对象，将连带删除%[1]s %[3]d 条中的 %[2]d 条，超过允许的 %[4]d%%，未予删除",
			"with %[5]s and others (%[6]d in all) the replacement would remove %[2]d of the %[3]d %[7]s, more than the %[4]d percent allowed; none is removed",
			name.ZH, going, things, p.MaxRemoved, join(names, "”“"), len(keys), name.EN), going, things))
		maps.Copy(stay, holders)
	})
	for key := range stay {
		delete(p.removed, key)
	}
}

// looseOf counts the relations of a kind in scope, those of them that lose an end, and tells what these hang on.
func (p *planner) looseOf(kind gov.EdgeKind) (going, things int, holders map[string]bool) {
	holders = map[string]bool{}
	for _, e := range p.edges {
		if e.EdgeKind() != kind || !p.edgeInScope(e) {
			continue
		}
		things++
		from, to := e.Ends()
		if p.removed[from] == nil && p.removed[to] == nil {
			continue
		}
		going++
		for _, key := range [2]string{from, to} {
			if p.removed[key] != nil {
				holders[key] = true
			}
		}
	}
	return going, things, holders
}

// dropLoose drops the relations of what is removed, and says how many of which kind.
func (p *planner) dropLoose(nodes map[string]gov.Node, edges map[string]gov.Edge) {
	for key, e := range edges {
		if !joined(nodes, e) {
			delete(edges, key)
			p.loose[e.EdgeKind()]++
		}
	}
	var zh, en []string
	relations(func(kind gov.EdgeKind, _ *Sheet, name gov.Text) {
		if n := p.loose[kind]; n > 0 {
			said := gov.Textf("%[1]s%[3]d条", "%[2]s: %[3]d", name.ZH, name.EN, n)
			zh, en = append(zh, said.ZH), append(en, said.EN)
		}
	})
	if len(zh) > 0 {
		p.note(workbook.Place{}, "随删除的对象一并删除的关系：%[1]s", "relations that go with what is removed: %[2]s", join(zh, "、"), join(en, ", "))
	}
}
