package change

import (
	"cmp"

	"tiaokuai/internal/gov"
)

// AssignDuty has an organ or a department carry a duty (承担); where it does already, role, actions and content are replaced.
type AssignDuty struct {
	Bearer  string             `json:"bearer"` // an organ or a department
	Duty    string             `json:"duty"`
	Role    gov.AssignmentRole `json:"role,omitempty"` // empty = LEAD
	Actions []gov.Action       `json:"actions,omitempty"`
	Content string             `json:"content,omitempty"` // what it does, in words
	gov.Provenance
}

// Apply refuses missing ends.
func (e *AssignDuty) Apply(d *Draft) gov.Problems {
	_, p := Find[*gov.Duty](d, "duty", e.Duty)
	edge := &gov.Assignment{From: e.Bearer, To: e.Duty, Role: cmp.Or(e.Role, gov.AssignmentLead), Actions: e.Actions, Content: e.Content, Provenance: e.Provenance}
	return putEdge(d, edge, findBearer(d, "bearer", e.Bearer), p)
}

// Sentence says who carries what, and how.
func (e *AssignDuty) Sentence(name Namer) gov.Text {
	if cmp.Or(e.Role, gov.AssignmentLead) == gov.AssignmentLead {
		return gov.Textf("由%s牵头承担%s", "%s leads the duty %s", name(e.Bearer), name(e.Duty))
	}
	return gov.Textf("由%s配合承担%s", "%s supports the duty %s", name(e.Bearer), name(e.Duty))
}

// Describe documents the edit.
func (*AssignDuty) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "明确职责", EN: "Assign a duty"},
		Text: gov.Text{
			ZH: "明确机构或县直部门牵头或配合承担一项职责，可注明受理、巡查、检查、处罚等行为和职责内容；已承担的，以新的替换。",
			EN: "Has an organ or a department lead or support a duty, with its actions and its part in words; replaces what there is.",
		},
	}
}
