package change

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
)

// SplitDepartment makes several county departments of one, or with Keep carves new ones out of one that stays. Sections,
// duties with their authority, and dispatches that no part names go to the first part, or stay. A counterpart that is
// narrowed follows its sections; one of the whole is of every part, unless parts name the organ.
type SplitDepartment struct {
	Department string           `json:"department"`
	Into       []DepartmentPart `json:"into"`
	Keep       bool             `json:"keep,omitempty"`
	Origin     gov.Provenance   `json:"origin,omitzero"` // where it comes from; the successions carry it
}

// DepartmentPart is one department that comes out of a split.
type DepartmentPart struct {
	New      gov.Department `json:"new"`                // kind and system are the old one's where it names none
	Sections []string       `json:"sections,omitempty"` // that move along
	Duties   []string       `json:"duties,omitempty"`   // it carries, or holds the authority for
	Organs   []string       `json:"organs,omitempty"`   // that answer to it, or that it stations
}

// Apply refuses too few parts, parts of one name, and sections, duties and organs that the department has nothing of.
func (e *SplitDepartment) Apply(d *Draft) gov.Problems {
	o, p := Find[*gov.Department](d, "department", e.Department)
	p = append(p, checkOrigin(d, e.Origin)...)
	if p != nil {
		return p
	}
	p = tooFewParts(len(e.Into), e.Keep)
	parts := make([]*gov.Department, len(e.Into))
	for i, part := range e.Into {
		fresh := part.New
		fresh.Kind, fresh.System = cmp.Or(fresh.Kind, o.Kind), cmp.Or(fresh.System, o.System)
		withKey(d, &fresh)
		parts[i] = &fresh
		p = append(p, e.checkPart(d, parts, i)...)
	}
	if len(p) == 0 {
		e.write(d, parts)
	}
	return p
}

func (e *SplitDepartment) checkPart(d *Draft, parts []*gov.Department, i int) gov.Problems {
	part, fresh := e.Into[i], parts[i]
	going := []string{e.Department}
	if e.Keep {
		going = nil
	}
	p := checkFresh(d, fresh, going)
	if slices.ContainsFunc(parts[:i], func(o *gov.Department) bool { return o.Name == fresh.Name || o.Key == fresh.Key }) {
		p = append(p, gov.Errorf(gov.CodeInvalid, "拆出的部门名称或编号重复", "two parts have one name or key").At("name"))
	}
	p = append(p.At("new"), checkSections(d, e.Department, part.Sections)...)
	for _, earlier := range e.Into[:i] {
		for j, key := range part.Sections {
			if slices.Contains(earlier.Sections, key) {
				p = append(p, gov.Errorf(gov.CodeInvalid, "科室“%s”只能划入一个部门", "section %s can go to one part only", d.Name(key)).At("sections", j))
			}
		}
	}
	for j, key := range part.Duties {
		n, q := findAt[*gov.Duty](d, key, "duties", j)
		if q == nil && n.Authority.Department != e.Department {
			q = edgeThere(d, gov.EdgeAssignment, e.Department, key, "duties", j)
		}
		p = append(p, q...)
	}
	for j, key := range part.Organs {
		if d.Edge(gov.EdgeDispatch, e.Department, key) == nil {
			p = append(p, edgeThere(d, gov.EdgeCounterpart, key, e.Department, "organs", j)...)
		}
	}
	return p.At("into", i)
}

func (e *SplitDepartment) write(d *Draft, parts []*gov.Department) {
	holder := parts[0].Key
	if e.Keep {
		holder = e.Department
	}
	keys := make([]string, len(parts))
	homes := map[string]string{} // section → the department it goes to
	for i, fresh := range parts {
		d.Put(fresh)
		keys[i] = fresh.Key
		for _, s := range e.Into[i].Sections {
			homes[s] = fresh.Key
		}
	}
	for _, s := range Nodes[*gov.Section](d) {
		if s.Department == e.Department {
			homes[s.Key] = cmp.Or(homes[s.Key], holder)
			d.Put(inDepartment(s, homes[s.Key]))
		}
	}
	for _, n := range Nodes[*gov.Duty](d) {
		if n.Authority.Department == e.Department {
			c := *n
			c.Authority.Department = append(e.named(keys, func(p DepartmentPart) []string { return p.Duties }, n.Key), holder)[0]
			d.Put(&c)
		}
	}
	for _, edge := range liveEdges(d, e.Department) {
		d.DropEdge(edge)
		e.hand(d, edge, keys, holder, homes)
	}
	if !e.Keep {
		dissolve(d, e.Department, gov.SuccessionSplit, e.Origin, keys...)
	}
}

// hand gives one edge of the old department to those it falls to.
func (e *SplitDepartment) hand(d *Draft, edge gov.Edge, keys []string, holder string, homes map[string]string) {
	var to []string
	switch edge := edge.(type) {
	case *gov.Counterpart:
		if len(edge.Sections) > 0 {
			for _, s := range edge.Sections {
				c := *edge
				c.Sections = []string{s}
				copyTo(d, &c, e.Department, homes[s])
			}
			return
		}
		to = e.named(keys, func(p DepartmentPart) []string { return p.Organs }, edge.From)
		if len(to) == 0 {
			to = slices.Clone(keys)
			if e.Keep {
				to = append(to, e.Department)
			}
		}
	case *gov.Assignment:
		to = e.named(keys, func(p DepartmentPart) []string { return p.Duties }, edge.To)
	case *gov.Dispatch:
		to = e.named(keys, func(p DepartmentPart) []string { return p.Organs }, edge.To)
	}
	if len(to) == 0 {
		to = []string{holder}
	}
	for _, key := range to {
		copyTo(d, edge, e.Department, key)
	}
}

// named are the parts that name a key in one of their lists.
func (e *SplitDepartment) named(keys []string, list func(DepartmentPart) []string, key string) []string {
	var out []string
	for i, part := range e.Into {
		out = takes(out, list(part), key, keys[i])
	}
	return out
}

// Sentence says what is split into what.
func (e *SplitDepartment) Sentence(name Namer) gov.Text {
	names := make([]string, len(e.Into))
	for i, part := range e.Into {
		names[i] = part.New.Name
	}
	return splitSentence(name(e.Department), names, e.Keep)
}

func splitSentence(what string, into []string, keep bool) gov.Text {
	to := joined(into)
	if keep {
		return gov.Textf("从%[1]s析出%[2]s", "carve %[3]s out of %[1]s", what, to.ZH, to.EN)
	}
	return gov.Textf("将%[1]s拆分为%[2]s", "split %[1]s into %[3]s", what, to.ZH, to.EN)
}

// Describe documents the edit.
func (*SplitDepartment) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "拆分部门", EN: "Split a department"},
		Text: gov.Text{
			ZH: "将一个县直部门拆分为几个新部门，或保留原部门、从中析出新部门。每部分写明划入的科室、职责和机构；未写明的归第一部分（保留原部门时留在原部门）；细化到科室的对口随科室走，对口整个部门的默认对口各部分。",
			EN: "Makes several departments of one, or carves new ones out of one that stays. Parts name sections, duties and organs; the rest goes to the first part, or stays. A narrowed counterpart follows its sections; one of the whole is of every part unless parts name the organ.",
		},
	}
}
