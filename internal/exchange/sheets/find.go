package sheets

import (
	"slices"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

// sought is what is looked up by name, over and over.
type sought struct {
	scope, text string
	first       gov.NodeKind
	kinds       int
}

type answer struct {
	found       []*entry
	suggestions []string
	searched    bool
}

// find is the key of the one node of the kinds (none = any) within a scope (empty = the county) that a text means. hint
// decides where the text means several. What is not found, or not alone, is a problem with suggestions.
func (p *planner) find(at workbook.Place, scope, text, hint string, kinds ...gov.NodeKind) (string, bool) {
	what := sought{scope: scope, text: text, kinds: len(kinds)}
	if len(kinds) > 0 {
		what.first = kinds[0]
	}
	a, known := p.found[what]
	if !known {
		if a.found = p.after.find(scope, text, kinds...); len(a.found) == 0 {
			a.found = p.renamed(scope, text, kinds)
		}
		p.found[what] = a
	}
	if len(a.found) == 1 {
		return a.found[0].key, true
	}
	for _, e := range a.found {
		if e.key == hint {
			return hint, true
		}
	}
	if p.full() {
		p.moreProblems++
		return "", false
	}
	if len(a.found) == 0 && p.leaves(text, scope, kinds) {
		p.problem(at, text, nil, p.leaving(text, kinds))
		return "", false
	}
	if former, living := p.gone(scope, text, kinds...); len(a.found) == 0 && former != nil {
		var names []string
		for _, key := range living {
			if p.after.byKey[key] != nil {
				names = append(names, p.after.nameIn(scope, key, kinds...))
			}
		}
		p.problem(at, text, names, goneError(text, former.Of, names))
		return "", false
	}
	if !a.searched {
		a.suggestions, a.searched = p.suggest(scope, text, a.found, kinds), true
		p.found[what] = a
	}
	p.problem(at, text, a.suggestions, p.notFound(scope, text, len(a.found), kinds))
	return "", false
}

// renamed are the nodes that a text meant before the file gave them other names: who renames something in one sheet has
// its old name in all others.
func (p *planner) renamed(scope, text string, kinds []gov.NodeKind) []*entry {
	var out []*entry
	for _, e := range p.before.find(scope, text, kinds...) {
		if now := p.after.byKey[e.key]; now != nil {
			out = append(out, now)
		}
	}
	return out
}

// suggestions is how many a problem has at most.
const suggestions = 3

// findLiving is find for what a dissolved organ, department or section can't be.
func (p *planner) findLiving(at workbook.Place, scope, text, hint string, kinds ...gov.NodeKind) (string, bool) {
	key, ok := p.find(at, scope, text, hint, kinds...)
	if f, former := p.nodes[key].(*gov.Former); ok && former {
		p.problem(at, text, nil, gov.Errorf(gov.CodeInvalid, "“%[1]s”已撤销", "%[1]s was dissolved", f.Name))
		return "", false
	}
	return key, ok
}

// suggest is what a text may mean instead: the several that it means, else the names most like it.
func (p *planner) suggest(scope, text string, found []*entry, kinds []gov.NodeKind) []string {
	if len(kinds) == 0 {
		kinds = gov.NodeKinds[:]
	}
	var out []string
	for _, e := range found {
		if len(out) < suggestions {
			out = append(out, p.after.nameIn("", e.key, kinds...))
		}
	}
	if len(found) > 0 {
		return out
	}
	for _, e := range p.otherwise(p.after, scope, text, kinds...) {
		out = append(out, p.after.nameIn(scope, e.key, kinds...))
	}
	for _, l := range p.after.nearest(scope, p.bare(scope, text), suggestions, kinds...) {
		if name := p.after.nameIn(scope, l.entry.key, kinds...); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out[:min(len(out), suggestions)]
}

// leaving is the error of a name whose bearer the file removes.
func (p *planner) leaving(text string, kinds []gov.NodeKind) *gov.Error {
	what := kindsWord(kinds)
	return gov.Errorf(gov.CodeInvalid, "%[2]s“%[1]s”不在本次导入的表中，将被删除，不能引用", "the %[3]s %[1]q is to be removed by this file, so it can't be referred to", text, what.ZH, what.EN).
		Advise("保留它的，在%[1]s表中补上这一行；确需删除的，把引用它的这些行一并删去", "to keep it put its row back into the file; to remove it take out the rows that refer to the %[2]s too", what.ZH, what.EN)
}

func kindsWord(kinds []gov.NodeKind) gov.Text {
	what := gov.Text{ZH: "对象", EN: "node"}
	if len(kinds) > 0 {
		what = kindWords[kinds[0]]
	}
	if len(kinds) > 1 {
		what = gov.Text{ZH: what.ZH + "或" + kindWords[kinds[1]].ZH, EN: what.EN + " or " + kindWords[kinds[1]].EN}
	}
	return what
}

func (p *planner) notFound(scope, text string, found int, kinds []gov.NodeKind) *gov.Error {
	what := kindsWord(kinds)
	in := ""
	if e := p.after.byKey[scope]; e != nil {
		in = e.name
	}
	switch {
	case found > 1:
		return gov.Errorf(gov.CodeInvalid, "“%[1]s”对应%[3]d个%[2]s，不能确定是哪一个", "%[1]q may be any of %[3]d: name one %[4]s by its key", text, what.ZH, found, what.EN)
	case in != "":
		return gov.Errorf(gov.CodeInvalid, "%[4]s没有名为“%[1]s”的%[2]s", "there is no %[3]s called %[1]q in %[4]s", text, what.ZH, what.EN, in)
	}
	return gov.Errorf(gov.CodeInvalid, "没有名为“%[1]s”的%[2]s", "there is no %[3]s called %[1]q", text, what.ZH, what.EN)
}

// leaves says whether a text means something that the file removes.
func (p *planner) leaves(text, scope string, kinds []gov.NodeKind) bool {
	for _, e := range p.before.find(scope, text, kinds...) {
		if p.removed[e.key] != nil {
			return true
		}
	}
	return false
}

// kindWords is what a kind of node is called in a message.
var kindWords = map[gov.NodeKind]gov.Text{
	gov.NodeCounty: {ZH: "县", EN: "county"}, gov.NodeTownship: {ZH: "乡镇", EN: "township"}, gov.NodeOrgan: {ZH: "机构", EN: "organ"},
	gov.NodeDepartment: {ZH: "县直部门", EN: "department"}, gov.NodeSection: {ZH: "业务科室", EN: "section"}, gov.NodeLeader: {ZH: "班子成员", EN: "leader"},
	gov.NodeDuty: {ZH: "职责", EN: "duty"}, gov.NodeMeasure: {ZH: "制度机制", EN: "measure"}, gov.NodeIndicator: {ZH: "指标", EN: "indicator"},
	gov.NodeSource: {ZH: "依据", EN: "source"}, gov.NodeFormer: {ZH: "原机构", EN: "former"},
}
