package change

import "tiaokuai/internal/gov"

// DispatchOrgan records that a department stationed an organ in its township (派驻).
type DispatchOrgan struct {
	Department string `json:"department"`
	Organ      string `json:"organ"`
	gov.Provenance
}

// Apply refuses missing ends.
func (e *DispatchOrgan) Apply(d *Draft) gov.Problems {
	_, p := Find[*gov.Department](d, "department", e.Department)
	_, q := Find[*gov.Organ](d, "organ", e.Organ)
	return putEdge(d, &gov.Dispatch{From: e.Department, To: e.Organ, Provenance: e.Provenance}, p, q)
}

// Sentence says who stationed what.
func (e *DispatchOrgan) Sentence(name Namer) gov.Text {
	return gov.Textf("%s由%s派驻", "%s is stationed by %s", name(e.Organ), name(e.Department))
}

// Describe documents the edit.
func (*DispatchOrgan) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "登记派驻", EN: "Dispatch an organ"},
		Text:  gov.Text{ZH: "登记机构由县直部门派驻。机构类别和管理体制不随之改变。", EN: "Records that a department stationed an organ. Its kind and management stay."},
	}
}
