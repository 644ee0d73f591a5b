package change

import (
	"slices"

	"tiaokuai/internal/gov"
)

// RemovePlate takes an extra name from an organ (摘牌).
type RemovePlate struct {
	Organ string `json:"organ"`
	Name  string `json:"name"`
}

// Apply refuses a plate that is not there.
func (e *RemovePlate) Apply(d *Draft) gov.Problems {
	o, p := Find[*gov.Organ](d, "organ", e.Organ)
	if p != nil {
		return p
	}
	if !hasPlate(o, e.Name) {
		return gov.Problems{gov.Errorf(gov.CodeNotFound, "“%s”没有“%s”这块牌子", "%s has no plate %s", o.Name, e.Name).At("name")}
	}
	c := *o
	c.Plates = slices.DeleteFunc(slices.Clone(o.Plates), func(p gov.Plate) bool { return p.Name == e.Name })
	d.Put(&c)
	return nil
}

// Sentence says what name goes.
func (e *RemovePlate) Sentence(name Namer) gov.Text {
	return gov.Textf("%s不再加挂“%s”牌子", "%s no longer bears the name %s", name(e.Organ), e.Name)
}

// Describe documents the edit.
func (*RemovePlate) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "摘牌", EN: "Remove a plate"},
		Text:  gov.Text{ZH: "机构不再加挂某块牌子。", EN: "Takes an extra name from an organ."},
	}
}
