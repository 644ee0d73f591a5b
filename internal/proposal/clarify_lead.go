package proposal

import (
	"context"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

var clarifyLead = Rung{
	Kind: KindClarifyLead, Price: gov.One / 10,
	Name: gov.Textf("明确牵头机构", "Clarify the lead"),
	Definition: gov.Textf("职责交叉：由最相近的机构牵头，其余改为配合；职责真空：由最相近的机构牵头。相近依次看：对口该职责的县直部门、已承担同领域（方面）职责的多少、已在配合、机构顺序。县级事项由权限所在部门牵头。",
		"A shared duty: the organ that fits best leads and the others support; an unowned one: the organ that fits best leads. What fits, in this order: answering to the duty's department, duties of its domain or aspect led already, supporting it already, the organs' order. At the county the department that holds the authority leads."),
	Unit:        gov.Textf("改变的职责分工", "changed roles"),
	PriceReason: gov.Textf("修订职责清单即可，不动机构编制。", "A line in the duty list; no organ and no post moves."),
	township:    clarifyInTownship, county: clarifyInCounty,
}

func clarifyInTownship(_ context.Context, s *site, t snapshot.Township) ([]draft, error) {
	var out []draft
	for _, f := range s.found(t.Key, gov.OverlapSharedDuty, gov.OverlapUnownedDuty) {
		duty, _ := snapshot.Lookup[snapshot.Duty](s.county, f.Subject)
		lead, ok := bestFit(t, duty, f)
		if !ok {
			continue
		}
		d := draft{alike: "lead|" + f.Subject + "|" + lead.Name, subjects: []string{f.Subject, lead.Key}}
		d.aim(f)
		for a := range t.EachCarrying(duty) {
			if a.Role == gov.AssignmentLead && a.From != lead.Key {
				d.support(a)
			}
		}
		if !leads(lead, duty) {
			edit := &change.AssignDuty{Bearer: lead.Key, Duty: duty.Key}
			if a, carries := carried(lead, duty); carries {
				edit.Actions, edit.Content = a.Actions, a.Content
			}
			d.edits, d.units = append(d.edits, edit), d.units+1
		}
		d.title = say("明确“%[1]s”由%[2]s牵头", "%[2]s leads “%[1]s”", duty.Name, lead.Name)
		d.rationale = together(s.explained(f), say("拟提请编委研究明确由%[1]s牵头，其他机构配合。", "Proposed for the commission's study: %[1]s leads, the others support.", lead.Name))
		out = append(out, d)
	}
	return out, nil
}

// support makes a leading bearer a supporting one.
func (d *draft) support(a snapshot.Assignment) {
	d.edits = append(d.edits, &change.AssignDuty{Bearer: a.From, Duty: a.To, Role: gov.AssignmentSupport, Actions: a.Actions, Content: a.Content})
	d.subjects, d.units = append(d.subjects, a.From), d.units+1
}

func leads(o snapshot.Organ, d snapshot.Duty) bool {
	a, ok := carried(o, d)
	return ok && a.Role == gov.AssignmentLead
}

func carried(o snapshot.Organ, d snapshot.Duty) (snapshot.Assignment, bool) {
	for a := range o.EachAssignment() {
		if a.To == d.Key {
			return a, true
		}
	}
	return snapshot.Assignment{}, false
}

// bestFit is the organ that fits a duty best: among those that lead it where several do, else among all that are not
// statutory.
func bestFit(t snapshot.Township, d snapshot.Duty, f overlap.Overlap) (snapshot.Organ, bool) {
	var best snapshot.Organ
	found, most := false, -1
	lines := linesOfDuty(d)
	for o := range t.EachOrgan() {
		if f.Kind == gov.OverlapSharedDuty && !leads(o, d) || o.Kind == gov.OrganStatutory {
			continue
		}
		if score := fit(o, d, lines); score > most {
			best, most, found = o, score, true
		}
	}
	return best, found && (most > 0 || f.Kind == gov.OverlapSharedDuty)
}

// fit counts what speaks for an organ, the stronger reasons in higher digits.
func fit(o snapshot.Organ, d snapshot.Duty, lines []string) int {
	score := 0
	for e := range o.EachCounterpart() {
		if e.Nature == gov.NatureBusiness && slices.Contains(lines, e.To) {
			score = 1_000_000
		}
	}
	alike := 0
	for a := range o.EachAssignment() {
		other := a.Duty()
		switch {
		case other.Key == d.Key && a.Role == gov.AssignmentSupport:
			score++
		case other.Key == d.Key || a.Role != gov.AssignmentLead:
		case d.Domain != "" && other.Domain == d.Domain, d.Domain == "" && d.Aspect != "" && other.Aspect == d.Aspect:
			alike++
		}
	}
	return score + 10*min(alike, 99_000)
}

// linesOfDuty are the departments that a duty belongs to: that hold its authority or lead it.
func linesOfDuty(d snapshot.Duty) []string {
	var out []string
	if d.Authority.Department != "" {
		out = append(out, d.Authority.Department)
	}
	for a := range d.EachDepartmentAssignment() {
		if a.Role == gov.AssignmentLead {
			out = joined(out, []string{a.From})
		}
	}
	return out
}

func clarifyInCounty(s *site) []draft {
	var out []draft
	for _, f := range s.found("", gov.OverlapDepartmentDutyConflict) {
		duty, _ := snapshot.Lookup[snapshot.Duty](s.county, f.Subject)
		if len(f.Participants) == 0 {
			continue
		}
		lead := f.Participants[0]
		if slices.Contains(f.Participants, duty.Authority.Department) {
			lead = duty.Authority.Department
		}
		d := draft{alike: "county lead|" + f.Subject, subjects: []string{f.Subject, lead}}
		d.aim(f)
		for a := range duty.EachDepartmentAssignment() {
			switch {
			case a.From == lead && a.Role != gov.AssignmentLead:
				d.edits = append(d.edits, &change.AssignDuty{Bearer: lead, Duty: duty.Key, Actions: a.Actions, Content: a.Content})
				d.units++
			case a.From != lead && a.Role == gov.AssignmentLead:
				d.support(a)
			}
		}
		name := nameOf(s.county, lead)
		d.title = say("明确“%[1]s”由%[2]s牵头", "%[2]s leads “%[1]s”", duty.Name, name)
		d.rationale = together(s.explained(f), say("拟提请编委研究明确由%[1]s牵头，其他部门配合。", "Proposed for the commission's study: %[1]s leads, the others support.", name))
		out = append(out, d)
	}
	return out
}
