package change

import (
	"cmp"

	"tiaokuai/internal/gov"
)

// AssignLeader puts a leader in charge of an organ of the same township (分管); where there is a charge already, its role
// is replaced.
type AssignLeader struct {
	Leader string         `json:"leader"`
	Organ  string         `json:"organ"`
	Role   gov.ChargeRole `json:"role,omitempty"` // empty = LEAD
	gov.Provenance
}

// Apply refuses missing ends and an organ of another township.
func (e *AssignLeader) Apply(d *Draft) gov.Problems {
	l, p := Find[*gov.Leader](d, "leader", e.Leader)
	o, q := Find[*gov.Organ](d, "organ", e.Organ)
	if p == nil && q == nil && l.Township != o.Township {
		p = gov.Problems{otherTownship(d, o, l.Township).At("organ")}
	}
	return putEdge(d, &gov.Charge{From: e.Leader, To: e.Organ, Role: cmp.Or(e.Role, gov.ChargeLead), Provenance: e.Provenance}, p, q)
}

func otherTownship(d *Draft, o *gov.Organ, township string) *gov.Error {
	return gov.Errorf(gov.CodeInvalid, "“%s”属于%s，不属于%s", "%s is of %s, not of %s", o.Name, d.Name(o.Township), d.Name(township))
}

// Sentence says who is in charge of what, and how.
func (e *AssignLeader) Sentence(name Namer) gov.Text {
	verb := chargeVerbs[cmp.Or(e.Role, gov.ChargeLead)]
	return gov.Textf("%[1]s%[3]s%[2]s", "%[1]s %[4]s %[2]s", name(e.Leader), name(e.Organ), verb.ZH, verb.EN)
}

var chargeVerbs = map[gov.ChargeRole]gov.Text{
	gov.ChargeLead:    {ZH: "分管", EN: "is put in charge of"},
	gov.ChargeAssist:  {ZH: "协助分管", EN: "assists in charge of"},
	gov.ChargeOverall: {ZH: "主持", EN: "has overall charge of"},
	gov.ChargeLiaison: {ZH: "联系", EN: "is liaison to"},
}

// Describe documents the edit.
func (*AssignLeader) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "明确分管", EN: "Assign a leader"},
		Text: gov.Text{
			ZH: "明确班子成员分管、协助分管、主持或联系本乡镇的机构；已有分管关系的，以新角色替换。",
			EN: "Puts a leader in charge of an organ of the same township as LEAD, ASSIST, OVERALL or LIAISON; replaces the role there is.",
		},
	}
}
