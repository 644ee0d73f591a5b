package change

import "tiaokuai/internal/gov"

// AbolishDepartment dissolves a county department with its sections. Counterparts, assignments and dispatches end; the
// authority for a duty stays with the key, which leads to the successors named. Where one department takes everything
// over, merge it into that one.
type AbolishDepartment struct {
	Department string         `json:"department"`
	Successors []string       `json:"successors,omitempty"` // departments
	Origin     gov.Provenance `json:"origin,omitzero"`      // where it comes from; the successions carry it
}

// Apply refuses a department that is not there, and successors that are no other departments.
func (e *AbolishDepartment) Apply(d *Draft) gov.Problems {
	_, p := Find[*gov.Department](d, "department", e.Department)
	p = append(p, checkOrigin(d, e.Origin)...)
	if p = append(p, checkSuccessors[*gov.Department](d, e.Department, e.Successors)...); len(p) > 0 {
		return p
	}
	for _, s := range Nodes[*gov.Section](d) {
		if s.Department == e.Department {
			dissolve(d, s.Key, gov.SuccessionAbolished, e.Origin)
		}
	}
	dissolve(d, e.Department, gov.SuccessionAbolished, e.Origin, e.Successors...)
	return nil
}

// Sentence says what is dissolved.
func (e *AbolishDepartment) Sentence(name Namer) gov.Text {
	return gov.Textf("撤销%s", "abolish %s", name(e.Department))
}

// Describe documents the edit.
func (*AbolishDepartment) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "撤销部门", EN: "Abolish a department"},
		Text: gov.Text{
			ZH: "撤销一个县直部门及其科室，对口、承担、派驻关系随之终止；原编号仍可查到，可指明承接部门。由一个部门整体承接的，请用合并。",
			EN: "Dissolves a department with its sections and ends its relations. Its key still resolves, and leads to the successors named. Where one department takes over, merge into it.",
		},
	}
}
