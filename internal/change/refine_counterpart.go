package change

import "tiaokuai/internal/gov"

// RefineCounterpart narrows a counterpart to sections of its department (对口细化到科室); no sections widen it to the whole.
type RefineCounterpart struct {
	Organ      string   `json:"organ"`
	Department string   `json:"department"`
	Sections   []string `json:"sections,omitempty"`
}

// Apply refuses a counterpart that is not there and sections of another department.
func (e *RefineCounterpart) Apply(d *Draft) gov.Problems {
	now, ok := d.Edge(gov.EdgeCounterpart, e.Organ, e.Department).(*gov.Counterpart)
	if !ok {
		return gov.Problems{noEdge(d, gov.EdgeCounterpart, e.Organ, e.Department).At("department")}
	}
	if p := checkSections(d, e.Department, e.Sections); len(p) > 0 {
		return p
	}
	c := *now
	c.Sections = e.Sections
	d.PutEdge(&c)
	return nil
}

// Sentence says to what the counterpart is narrowed.
func (e *RefineCounterpart) Sentence(name Namer) gov.Text {
	if len(e.Sections) == 0 {
		return gov.Textf("%s对口%s不再细分科室", "%s answers to %s as a whole again", name(e.Organ), name(e.Department))
	}
	sections := listed(name, e.Sections)
	return gov.Textf("将%[1]s对口%[2]s细化到%[3]s", "narrow %[1]s's counterpart %[2]s to %[4]s", name(e.Organ), name(e.Department), sections.ZH, sections.EN)
}

// Describe documents the edit.
func (*RefineCounterpart) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "细化对口", EN: "Refine a counterpart"},
		Text: gov.Text{
			ZH: "将已有对口细化到部门的业务科室；科室留空则恢复为对口整个部门。",
			EN: "Narrows a counterpart to sections of its department; without sections it is the whole department again.",
		},
	}
}
