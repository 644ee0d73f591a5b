package change

import (
	"cmp"

	"tiaokuai/internal/gov"
)

// TransferOrgan moves an organ to another township with its posts, counterparts, assignments and dispatches. The charges
// of the old township's leaders and its shared offices end. It gets a new key there, to which the old one leads.
type TransferOrgan struct {
	Organ    string         `json:"organ"`
	Township string         `json:"township"`        // where it goes
	Key      string         `json:"key,omitempty"`   // empty = minted
	Name     string         `json:"name,omitempty"`  // empty = as before
	Origin   gov.Provenance `json:"origin,omitzero"` // where it comes from; the successions carry it
}

// Apply refuses the township it is in, a key that is taken, and the name of an organ there.
func (e *TransferOrgan) Apply(d *Draft) gov.Problems {
	o, p := Find[*gov.Organ](d, "organ", e.Organ)
	p = append(p, checkOrigin(d, e.Origin)...)
	_, q := Find[*gov.Township](d, "township", e.Township)
	if p = append(p, q...); len(p) > 0 {
		return p
	}
	if o.Township == e.Township {
		return gov.Problems{gov.Errorf(gov.CodeInvalid, "“%s”已在%s", "%s is in %s already", o.Name, d.Name(e.Township)).At("township")}
	}
	c := *o
	c.Key, c.Township, c.Name = e.Key, e.Township, cmp.Or(e.Name, o.Name)
	withKey(d, &c)
	if d.Node(c.Key) != nil {
		p = append(p, keyTaken(d, c.Key))
	}
	if p = append(append(p, c.Check()...), checkNameFree(d, &c)...); len(p) > 0 {
		return p
	}
	d.Put(&c)
	for _, edge := range liveEdges(d, e.Organ) {
		switch edge.(type) {
		case *gov.Counterpart, *gov.Assignment, *gov.Dispatch:
			carry(d, edge, e.Organ, c.Key)
		}
	}
	dissolve(d, e.Organ, gov.SuccessionTransferred, e.Origin, c.Key)
	redirect(d, e.Organ, c.Key)
	return nil
}

// Sentence says what goes where.
func (e *TransferOrgan) Sentence(name Namer) gov.Text {
	return gov.Textf("将%s划转%s", "transfer %s to %s", name(e.Organ), name(e.Township))
}

// Describe documents the edit.
func (*TransferOrgan) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "划转机构", EN: "Transfer an organ"},
		Text: gov.Text{
			ZH: "将机构连同编制、对口、职责和派驻关系划转另一乡镇；原乡镇的分管和合署办公随之终止。原编号指向新机构。",
			EN: "Moves an organ to another township with its posts, counterparts, assignments and dispatches; charges and shared offices end. The old key leads to the new one.",
		},
	}
}
