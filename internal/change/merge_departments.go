package change

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
)

// MergeDepartments makes one county department of several: one of them, another, or a new one. Sections move along;
// counterparts, assignments, dispatches and the authority for duties lead to it. A counterpart of the whole stays one of
// the whole.
type MergeDepartments struct {
	Departments []string             `json:"departments"`    // keys; Into may be among them
	Into        string               `json:"into,omitempty"` // key of a department that stays, or
	New         *gov.Department      `json:"new,omitempty"`
	Reason      gov.SuccessionReason `json:"reason,omitempty"` // empty = MERGED
	Origin      gov.Provenance       `json:"origin,omitzero"`  // where it comes from; the successions carry it
}

// Apply refuses fewer than two departments, and a new one whose key or name is taken.
func (e *MergeDepartments) Apply(d *Draft) gov.Problems {
	departments, p := findMerged[*gov.Department](d, "departments", e.Departments, e.Into, e.New != nil)
	p = append(p, checkOrigin(d, e.Origin)...)
	p = append(p, checkReason(e.Reason)...)
	if len(p) > 0 {
		return p
	}
	into := e.Into
	if e.New != nil {
		fresh := *e.New
		fresh.Kind = cmp.Or(fresh.Kind, common(departments, func(d *gov.Department) gov.DepartmentKind { return d.Kind }))
		fresh.System = cmp.Or(fresh.System, common(departments, func(d *gov.Department) string { return d.System }))
		withKey(d, &fresh)
		if p = checkFresh(d, &fresh, e.Departments); len(p) > 0 {
			return p.At("new")
		}
		d.Put(&fresh)
		into = fresh.Key
	}
	gone := slices.DeleteFunc(slices.Clone(e.Departments), func(key string) bool { return key == into })
	for _, s := range Nodes[*gov.Section](d) {
		if slices.Contains(gone, s.Department) {
			d.Put(inDepartment(s, into))
		}
	}
	absorb(d, gone, into, cmp.Or(e.Reason, gov.SuccessionMerged), e.Origin)
	return nil
}

func inDepartment(s *gov.Section, department string) *gov.Section {
	c := *s
	c.Department = department
	return &c
}

// Sentence says what is merged into what.
func (e *MergeDepartments) Sentence(name Namer) gov.Text {
	return mergeSentence(name, e.Departments, e.Into, e.New)
}

// Describe documents the edit.
func (*MergeDepartments) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "合并部门", EN: "Merge departments"},
		Text: gov.Text{
			ZH: "将几个县直部门合并为其中一个、另一个已有部门或一个新部门。科室随之划入，对口、承担、派驻和职责权限改归合并后的部门；原对口整个部门的仍为对口整个部门。",
			EN: "Makes one department of several: one of them, another, or a new one. Sections move along; counterparts, assignments, dispatches and authority lead to it. A counterpart of the whole stays one of the whole.",
		},
	}
}
