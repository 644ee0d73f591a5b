package change

import "tiaokuai/internal/gov"

// AbolishSection dissolves a section. Counterparts narrowed to it are narrowed to its successors, or to the sections left.
type AbolishSection struct {
	Section    string         `json:"section"`
	Successors []string       `json:"successors,omitempty"` // sections of the same department
	Origin     gov.Provenance `json:"origin,omitzero"`      // where it comes from; the successions carry it
}

// Apply refuses, without successors, a section to which alone a counterpart is narrowed: dropping it would widen the
// counterpart to the whole department unasked.
func (e *AbolishSection) Apply(d *Draft) gov.Problems {
	s, p := Find[*gov.Section](d, "section", e.Section)
	p = append(p, checkOrigin(d, e.Origin)...)
	if p = append(p, checkSuccessors[*gov.Section](d, e.Section, e.Successors)...); len(p) > 0 {
		return p
	}
	for i, key := range e.Successors {
		if to := d.Node(key).(*gov.Section); to.Department != s.Department {
			p = append(p, gov.Errorf(gov.CodeInvalid, "科室“%s”不属于“%s”", "section %s is not of %s", to.Name, d.Name(s.Department)).At("successors", i))
		}
	}
	var only []string
	for _, c := range narrowedTo(d, e.Section) {
		if len(c.Sections) == 1 && len(e.Successors) == 0 {
			only = append(only, d.Name(c.From))
		}
	}
	if len(only) > 0 {
		names := atMost(only)
		p = append(p, gov.Errorf(gov.CodeConflict, "%[1]s只对口这一科室", "%[2]s answers to this section alone", names.ZH, names.EN).
			Advise("请先调整其对口，或指明承接科室", "refine the counterpart first, or name successors").At("section"))
	}
	if len(p) > 0 {
		return p
	}
	renarrow(d, e.Section, e.Successors...)
	dissolve(d, e.Section, gov.SuccessionAbolished, e.Origin, e.Successors...)
	return nil
}

// Sentence says what is dissolved.
func (e *AbolishSection) Sentence(name Namer) gov.Text {
	return gov.Textf("撤销%s", "abolish %s", name(e.Section))
}

// Describe documents the edit.
func (*AbolishSection) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "撤销科室", EN: "Abolish a section"},
		Text: gov.Text{
			ZH: "撤销部门的一个科室；细化到它的对口改为对口承接科室或其余科室，只对口它而又无承接科室的，不予撤销。",
			EN: "Dissolves a section. Counterparts narrowed to it go to its successors or the sections left; refused where one would be left with none.",
		},
	}
}
