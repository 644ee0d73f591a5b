package change

import "tiaokuai/internal/gov"

// MoveDuty hands a duty from one bearer to another, with its role, actions and sources. Where the receiver carries the
// duty already the two are united: LEAD beats SUPPORT, actions and sources join.
type MoveDuty struct {
	Duty string `json:"duty"`
	From string `json:"from"` // an organ or a department
	To   string `json:"to"`   // an organ or a department
}

// Apply refuses a duty that the giver does not carry, and a receiver that is the giver.
func (e *MoveDuty) Apply(d *Draft) gov.Problems {
	_, p := Find[*gov.Duty](d, "duty", e.Duty)
	p = all(p, findBearer(d, "from", e.From), findBearer(d, "to", e.To))
	if len(p) > 0 {
		return p
	}
	if e.From == e.To {
		return gov.Problems{gov.Errorf(gov.CodeInvalid, "移出方与接收方相同", "giver and receiver are the same").At("to")}
	}
	edge := d.Edge(gov.EdgeAssignment, e.From, e.Duty)
	if edge == nil {
		return gov.Problems{noEdge(d, gov.EdgeAssignment, e.From, e.Duty).At("from")}
	}
	carry(d, edge, e.From, e.To)
	return nil
}

// Sentence says who hands what to whom.
func (e *MoveDuty) Sentence(name Namer) gov.Text {
	return gov.Textf("将%s由%s划转%s", "move the duty %s from %s to %s", name(e.Duty), name(e.From), name(e.To))
}

// Describe documents the edit.
func (*MoveDuty) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "划转职责", EN: "Move a duty"},
		Text: gov.Text{
			ZH: "将一项职责连同角色、行为由一方划转另一方；接收方已承担的，合并记录，牵头优先。",
			EN: "Hands a duty with its role and actions from one bearer to another; united with what the receiver carries, LEAD first.",
		},
	}
}
