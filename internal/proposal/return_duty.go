package proposal

import (
	"context"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var returnDuty = Rung{
	Kind: KindReturnDuty, Price: gov.One / 4,
	Name: gov.Textf("收回职责", "Return duties"),
	Definition: gov.Textf("权责不对等、多层执法、主配倒置、收回未收回、清单外履职的事项，由县直部门主责并承担检查、处罚、强制、审批；乡镇机构改为配合或只承担受理、巡查、制止，清单外和已收回的不再承担。",
		"Duties with an authority gap, cross-level enforcement, an inverted role, off list or recalled: the county department leads and inspects, punishes, coerces or approves; the organ supports or keeps what takes no authority, and no longer carries what is off list or recalled."),
	Unit:        gov.Textf("收回的职责", "returned duties"),
	PriceReason: gov.Textf("县直部门接回一项职责要调整人员和流程，约为四分之一个对口关系。", "The department takes a duty back with people and procedure: a quarter of an interface."),
	township:    draftReturns,
}

func draftReturns(_ context.Context, s *site, t snapshot.Township) ([]draft, error) {
	var out []draft
	for _, m := range s.mismatches(t) {
		d := draft{alike: "return|" + m.duty.Key, late: s.admitFirst(m)}
		m.tell(s, &d)
		var taken []gov.Action
		for _, a := range m.bearers() {
			taken = append(taken, m.giveUp(&d, a)...)
			d.units++
		}
		if len(d.edits) == 0 {
			continue
		}
		if m.duty.Authority.DownTo(t.Key) == gov.ViaGranted {
			d.edits = append(d.edits, &change.WithdrawAuthority{Duty: m.duty.Key, Townships: []string{t.Key}})
		}
		name := m.takeOver(s, &d, taken)
		d.title = say("将“%[1]s”收回%[2]s", "Return “%[1]s” to %[3]s", m.duty.Name, name.ZH, name.EN)
		d.rationale = together(s.explained(m.findings...), say("拟提请编委研究由%[1]s主责，乡镇不再承担须由县级行使的权限。", "Proposed for the commission's study: %[1]s leads, and the township no longer does what takes the county's authority.", name))
		out = append(out, d)
	}
	return out, nil
}

// giveUp is what an organ no longer does; it gives the actions that take authority.
func (m mismatch) giveUp(d *draft, a snapshot.Assignment) []gov.Action {
	kinds := m.kindsOf(a.From)
	taking, plain := parted(a.Actions)
	if slices.Contains(kinds, gov.OverlapOffList) || slices.Contains(kinds, gov.OverlapRecalledStillDone) {
		d.edits = append(d.edits, &change.UnassignDuty{Bearer: a.From, Duty: a.To})
		return taking
	}
	role := a.Role
	l, ok := m.duty.ListingFor(m.township.Key, m.township.County().Effective())
	if ok && l.LeadLevel() == gov.LevelCounty {
		role = gov.AssignmentSupport
	}
	d.edits = append(d.edits, &change.AssignDuty{Bearer: a.From, Duty: a.To, Role: role, Actions: plain, Content: a.Content})
	return taking
}

// takeOver has the department lead what the organs give up; it gives its name.
func (m mismatch) takeOver(s *site, d *draft, taken []gov.Action) gov.Text {
	department := m.department()
	if department == "" {
		d.note("县级承接部门未登记，须明确后方可收回。", "Which department takes it over is not on record; that has to be said first.")
		return say("县级", "the county")
	}
	for a := range m.duty.EachDepartmentAssignment() {
		if a.From != department {
			continue
		}
		missing := slices.ContainsFunc(taken, func(t gov.Action) bool { return !slices.Contains(a.Actions, t) })
		if a.Role != gov.AssignmentLead || missing {
			d.edits = append(d.edits, &change.AssignDuty{Bearer: department, Duty: m.duty.Key, Actions: union(a.Actions, taken), Content: a.Content})
		}
		return list([]string{nameOf(s.county, department)})
	}
	d.edits = append(d.edits, &change.AssignDuty{Bearer: department, Duty: m.duty.Key, Actions: union(nil, taken)})
	return list([]string{nameOf(s.county, department)})
}

func union(a, b []gov.Action) []gov.Action {
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}
