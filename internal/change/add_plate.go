package change

import (
	"slices"

	"tiaokuai/internal/gov"
)

// AddPlate gives an organ one more name (加挂牌子, or 一个机构两块牌子 as TWIN).
type AddPlate struct {
	Organ string        `json:"organ"`
	Name  string        `json:"name"`
	Kind  gov.PlateKind `json:"plateKind,omitempty"`
}

// Apply refuses a name that the organ has already.
func (e *AddPlate) Apply(d *Draft) gov.Problems {
	o, p := Find[*gov.Organ](d, "organ", e.Organ)
	if p != nil {
		return p
	}
	if o.Name == e.Name || hasPlate(o, e.Name) {
		return gov.Problems{gov.Errorf(gov.CodeConflict, "“%s”已经使用这个名称", "%s bears this name already", o.Name).At("name")}
	}
	c := *o
	c.Plates = append(slices.Clone(o.Plates), gov.Plate{Name: e.Name, Kind: e.Kind})
	if p = c.Check(); len(p) > 0 {
		return fieldsOf(p, "plates")
	}
	d.Put(&c)
	return nil
}

// fieldsOf makes problems of an element of a list those of the edit's own fields of the same names.
func fieldsOf(p gov.Problems, list string) gov.Problems {
	out := make(gov.Problems, len(p))
	for i, e := range p {
		c := *e
		if len(c.Path) > 2 && c.Path[0] == list {
			c.Path = c.Path[2:]
		}
		out[i] = &c
	}
	return out
}

func hasPlate(o *gov.Organ, name string) bool {
	return slices.ContainsFunc(o.Plates, func(p gov.Plate) bool { return p.Name == name })
}

// Sentence says what name is added.
func (e *AddPlate) Sentence(name Namer) gov.Text {
	return gov.Textf("%s加挂“%s”牌子", "%s also bears the name %s", name(e.Organ), e.Name)
}

// Describe documents the edit.
func (*AddPlate) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "加挂牌子", EN: "Add a plate"},
		Text:  gov.Text{ZH: "机构加挂一块牌子，或一个机构两块牌子。", EN: "Gives one organ an extra name."},
	}
}
