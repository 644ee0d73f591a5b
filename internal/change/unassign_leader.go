package change

import "tiaokuai/internal/gov"

// UnassignLeader ends a leader's charge of an organ.
type UnassignLeader struct {
	Leader string `json:"leader"`
	Organ  string `json:"organ"`
}

// Apply refuses a charge that is not there.
func (e *UnassignLeader) Apply(d *Draft) gov.Problems {
	return dropEdge(d, gov.EdgeCharge, e.Leader, e.Organ, "organ")
}

// Sentence says which charge ends.
func (e *UnassignLeader) Sentence(name Namer) gov.Text {
	return gov.Textf("%s不再分管%s", "%s is no longer in charge of %s", name(e.Leader), name(e.Organ))
}

// Describe documents the edit.
func (*UnassignLeader) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "取消分管", EN: "Unassign a leader"},
		Text:  gov.Text{ZH: "取消班子成员对机构的分管（含协助、主持、联系）。", EN: "Ends a leader's charge of an organ, whatever its role."},
	}
}
