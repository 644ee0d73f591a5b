package change

import (
	"cmp"

	"tiaokuai/internal/gov"
)

// AddCounterpart has an organ answer to a department (对口), wholly or by sections. Where it does already, what is on
// record is replaced.
type AddCounterpart struct {
	Organ      string                `json:"organ"`
	Department string                `json:"department"`
	Sections   []string              `json:"sections,omitempty"` // empty = whole
	Nature     gov.CounterpartNature `json:"nature,omitempty"`   // empty = BUSINESS
	Scope      string                `json:"scope,omitempty"`
	gov.Provenance
}

// Apply refuses missing ends and sections of another department.
func (e *AddCounterpart) Apply(d *Draft) gov.Problems {
	_, p := Find[*gov.Organ](d, "organ", e.Organ)
	_, q := Find[*gov.Department](d, "department", e.Department)
	edge := &gov.Counterpart{From: e.Organ, To: e.Department, Sections: e.Sections, Nature: cmp.Or(e.Nature, gov.NatureBusiness), Scope: e.Scope, Provenance: e.Provenance}
	return putEdge(d, edge, p, q, checkSections(d, e.Department, e.Sections))
}

// checkSections reports keys that are no sections of a department.
func checkSections(d *Draft, department string, sections []string) gov.Problems {
	var p gov.Problems
	for i, key := range sections {
		s, missing := findAt[*gov.Section](d, key, "sections", i)
		switch {
		case missing != nil:
			p = append(p, missing...)
		case s.Department != department:
			p = append(p, gov.Errorf(gov.CodeInvalid, "科室“%s”不属于“%s”", "section %s is not of %s", s.Name, d.Name(department)).At("sections", i))
		}
	}
	return p
}

// Sentence says who answers to whom.
func (e *AddCounterpart) Sentence(name Namer) gov.Text {
	if len(e.Sections) > 0 {
		sections := listed(name, e.Sections)
		return gov.Textf("%[1]s对口%[2]s（%[3]s）", "%[1]s answers to %[2]s (%[4]s)", name(e.Organ), name(e.Department), sections.ZH, sections.EN)
	}
	return gov.Textf("%s对口%s", "%s answers to %s", name(e.Organ), name(e.Department))
}

// Describe documents the edit.
func (*AddCounterpart) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "增加对口", EN: "Add a counterpart"},
		Text: gov.Text{
			ZH: "登记机构对口县直部门，可细化到科室；已有对口的，以新内容替换。",
			EN: "Records that an organ answers to a department, wholly or by sections; replaces what is on record between the two.",
		},
	}
}
