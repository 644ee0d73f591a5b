package change

import "tiaokuai/internal/gov"

// AbolishOrgan dissolves an organ (撤销). Its counterparts, charges and assignments end; what should go on is moved or
// merged first. Its key leads to the successors named, if any.
type AbolishOrgan struct {
	Organ      string         `json:"organ"`
	Successors []string       `json:"successors,omitempty"` // organs
	Origin     gov.Provenance `json:"origin,omitzero"`      // where it comes from; the successions carry it
}

// Apply refuses an organ that is not there, and successors that are no other organs.
func (e *AbolishOrgan) Apply(d *Draft) gov.Problems {
	_, p := Find[*gov.Organ](d, "organ", e.Organ)
	p = append(p, checkOrigin(d, e.Origin)...)
	if p = append(p, checkSuccessors[*gov.Organ](d, e.Organ, e.Successors)...); len(p) == 0 {
		dissolve(d, e.Organ, gov.SuccessionAbolished, e.Origin, e.Successors...)
	}
	return p
}

func checkSuccessors[N gov.Node](d *Draft, of string, keys []string) gov.Problems {
	p := distinct(keys, 0, "successors")
	for i, key := range keys {
		_, q := findAt[N](d, key, "successors", i)
		p = append(p, q...)
		if key == of {
			p = append(p, gov.Errorf(gov.CodeInvalid, "不能改为自身", "nothing succeeds itself").At("successors", i))
		}
	}
	return p
}

// Sentence says what is dissolved.
func (e *AbolishOrgan) Sentence(name Namer) gov.Text {
	return gov.Textf("撤销%s", "abolish %s", name(e.Organ))
}

// Describe documents the edit.
func (*AbolishOrgan) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "撤销机构", EN: "Abolish an organ"},
		Text: gov.Text{
			ZH: "撤销一个机构，其对口、分管、承担等关系随之终止；应继续履行的职责请先划转。原编号仍可查到，可指明承接机构。",
			EN: "Dissolves an organ and ends its relations; move first what should go on. Its key still resolves, and leads to the successors named.",
		},
	}
}
