package proposal

import (
	"context"
	"encoding/json"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

var admitDuty = Rung{
	Kind: KindAdmitDuty, Price: gov.One / 4,
	Name: gov.Textf("职责准入并赋权", "Admit duties"),
	Definition: gov.Textf("权责不对等、多层执法的事项，由县直部门委托（部门未登记的由省级赋权）乡镇行使；清单外履职的事项按职责准入程序办理。执法事项须符合程序简易、现场易灭失、涉及部门单一。放权不配套的领域提请按三项标准梳理可下放事项。",
		"Duties with an authority gap or cross-level enforcement: the department delegates them (the province grants them where no department is on record). Duties off list: through admission. Enforcement has to be simple, perishable and of one department. A domain devolved in part: the department is asked what passes the three tests."),
	Unit:        gov.Textf("下放的职责", "admitted duties"),
	PriceReason: gov.Textf("准入一项职责要经联席会议研究、合法性审查和审批，约为四分之一个对口关系。", "Admission takes a joint meeting, a legality review and an approval: a quarter of an interface."),
	township:    draftAdmissions, county: draftDevolutions,
}

func draftAdmissions(_ context.Context, s *site, t snapshot.Township) ([]draft, error) {
	var out []draft
	for _, m := range s.mismatches(t) {
		d := draft{alike: "admit|" + m.duty.Key, late: !s.admitFirst(m), units: 1}
		if m.has(gov.OverlapOffList) {
			d.edits = append(d.edits, admission(s.county, m.duty))
			d.note("准入文号、期限须在审批后补充；准入对全县承担该事项的乡镇有效。", "The admission's document and term follow its approval; it holds for every township that carries the duty.")
		}
		if m.has(gov.OverlapAuthorityGap) || m.has(gov.OverlapCrossLevelEnforcement) {
			m.bringDown(&d)
		}
		if len(d.edits) == 0 {
			continue
		}
		m.tell(s, &d)
		if m.enforces() {
			d.checks = append(d.checks, threeTests(m))
		}
		d.title = say("将“%[1]s”依程序准入并赋权乡镇", "Admit “%[1]s” and bring its authority down", m.duty.Name)
		d.rationale = together(s.explained(m.findings...), say("拟提请研究：经部门申请、联席会议研究、乡镇意见、合法性审查和县委县政府审批后，由乡镇承担并行使相应权限，人员、经费随事转移。",
			"Proposed for study: after application, joint meeting, the township's opinion, legality review and approval the township carries it with its authority; people and funds come along."))
		out = append(out, d)
	}
	return out, nil
}

// admission is the edit that records an admission yet to be approved.
func admission(c *snapshot.County, d snapshot.Duty) change.Edit {
	set, _ := json.Marshal(map[string]any{"admission": gov.Admission{Document: "拟提请准入（待批）", Date: c.Effective()}}) // plain values always marshal
	return &change.UpdateDuty{Key: d.Key, Set: set}
}

// bringDown brings the authority to the township the way it came to others, else by delegation. Where the township has it
// in its own name, and every other too, the department stops enforcing.
func (m mismatch) bringDown(d *draft) {
	a, key := m.duty.Authority, m.township.Key
	switch via := a.DownTo(key); {
	case via == gov.ViaGranted:
		if len(a.Townships) > 0 {
			return
		}
		for e := range m.duty.EachDepartmentAssignment() {
			if taking, plain := parted(e.Actions); e.Role == gov.AssignmentLead && len(taking) > 0 {
				d.edits = append(d.edits, &change.AssignDuty{Bearer: e.From, Duty: e.To, Role: gov.AssignmentSupport, Actions: plain, Content: e.Content})
			}
		}
	case via != "":
	case a.Level == gov.LevelTownship && a.Via == gov.ViaGranted || m.department() == "":
		d.edits = append(d.edits, &change.DevolveAuthority{Duty: m.duty.Key, Townships: []string{key}})
	case a.Level == gov.LevelTownship && a.Department != "":
		d.edits = append(d.edits, &change.DelegateAuthority{Duty: m.duty.Key, Department: a.Department, Townships: []string{key}})
	default:
		d.edits = append(d.edits, &change.DelegateAuthority{Duty: m.duty.Key, Department: m.department(), Townships: []string{key}})
	}
}

// threeTests is the check of the three tests.
func threeTests(m mismatch) Check {
	c := Check{
		Rule: "THREE_TESTS", Verdict: Satisfied,
		Text:   say("下放的执法事项应当程序简易、现场易灭失、涉及部门单一", "Enforcement that comes down is simple, perishable on site and of one department"),
		Source: say("《关于深化基层治理体制机制创新的调研与思考》三（一）二", "Source report (《关于深化基层治理体制机制创新的调研与思考》), 三（一）2"),
	}
	var open []gov.Text
	for _, test := range []struct {
		met  bool
		name gov.Text
	}{
		{m.duty.Simple, gov.Textf("程序简易", "simple")}, {m.duty.Perishable, gov.Textf("现场易灭失", "perishable")}, {m.duty.SingleDept, gov.Textf("涉及部门单一", "of one department")},
	} {
		if !test.met {
			open = append(open, test.name)
		}
	}
	if len(open) > 0 {
		c.Verdict = Attention
		c.Detail = say("“%[1]s”未登记为：%[2]s", "“%[1]s” is not on record as %[2]s", m.duty.Name, listing(open))
	}
	return c
}

// draftDevolutions asks what else of a domain can come down, or go back, where it was devolved in part.
func draftDevolutions(s *site) []draft {
	var out []draft
	for _, f := range s.found("", gov.OverlapPartialDevolution) {
		out = append(out, s.requestDevolution(f))
	}
	return out
}

func (s *site) requestDevolution(f overlap.Overlap) draft {
	d := draft{alike: "devolution|" + f.Subject, subjects: slices.Clone(f.Participants)}
	d.aim(f)
	d.title = say("请有关部门梳理%[1]s领域可下放的执法事项", "Ask what enforcement of the domain %[1]s can come down", f.Topic)
	d.rationale = together(s.explained(f), say("拟提请研究：在法律允许范围内，将程序简易、现场易灭失、涉及部门单一的执法事项依法赋权或委托乡镇，其余明确由县级行使，避免两级监督同一对象。",
		"Proposed for study: what is simple, perishable and of one department is granted or delegated as the law allows, the rest stays with the county, so that two levels do not supervise the same objects."))
	d.request = say("请有关部门按“程序简易、现场易灭失、涉及部门单一”逐项提出%[1]s领域的下放清单和保留清单。", "The departments concerned are asked for a list of what comes down and what stays in the domain %[1]s, by the three tests.", f.Topic)
	return d
}
