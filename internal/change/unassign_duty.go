package change

import "tiaokuai/internal/gov"

// UnassignDuty ends that an organ or a department carries a duty.
type UnassignDuty struct {
	Bearer string `json:"bearer"`
	Duty   string `json:"duty"`
}

// Apply refuses an assignment that is not there.
func (e *UnassignDuty) Apply(d *Draft) gov.Problems {
	return dropEdge(d, gov.EdgeAssignment, e.Bearer, e.Duty, "duty")
}

// Sentence says who no longer carries what.
func (e *UnassignDuty) Sentence(name Namer) gov.Text {
	return gov.Textf("%s不再承担%s", "%s no longer carries the duty %s", name(e.Bearer), name(e.Duty))
}

// Describe documents the edit.
func (*UnassignDuty) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "取消职责", EN: "Unassign a duty"},
		Text:  gov.Text{ZH: "机构或县直部门不再承担某项职责。", EN: "Ends that an organ or a department carries a duty."},
	}
}
