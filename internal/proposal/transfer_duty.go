package proposal

import (
	"context"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

var transferDuty = Rung{
	Kind: KindTransferDuty, Price: gov.One / 4,
	Name: gov.Textf("划转职责", "Transfer duties"),
	Definition: gov.Textf("多对一：承担某部门职责不超过3项、且少于主要机构的机构，把这些职责划转主要机构，不再对口该部门。多头分管一个领域：把该领域职责集中到主责最多的机构。综合性机构、站所和纪委、人大、武装部、群团不参与。",
		"Many-to-one: an organ that carries at most three duties of the department, and fewer than the main organ, hands them to that and no longer faces the department. A domain led by several leaders: its duties come together at the organ that leads most of them. Integrating organs, stations and statutory organs take no part."),
	Unit:        gov.Textf("划转的职责", "moved duties"),
	PriceReason: gov.Textf("划转一项职责要交接人员和台账，约为四分之一个对口关系。", "A duty moves with files and people: a quarter of an interface."),
	township:    draftTransfers,
}

// mostMoved is how many duties one organ hands over; an organ with more of them has that department for its business.
const mostMoved = 3

func draftTransfers(_ context.Context, s *site, t snapshot.Township) ([]draft, error) {
	var out []draft
	for _, f := range s.found(t.Key, gov.OverlapManyToOne, gov.OverlapSplitLeadership) {
		switch {
		case f.Kind == gov.OverlapManyToOne:
			out = append(out, s.transfersFrom(t, f)...)
		case f.Topic != "":
			if d, ok := s.gather(t, f); ok {
				out = append(out, d)
			}
		}
	}
	return out, nil
}

func movable(o snapshot.Organ) bool {
	return !o.Integrating && (o.Kind == gov.OrganOffice || o.Kind == gov.OrganInstitution)
}

// transfersFrom are drafts of one organ each that leaves a department to the main one.
func (s *site) transfersFrom(t snapshot.Township, f overlap.Overlap) []draft {
	type stake struct {
		organ  snapshot.Organ
		duties []snapshot.Assignment
	}
	var stakes []stake
	main := -1
	for _, key := range f.Participants {
		o, _ := snapshot.Lookup[snapshot.Organ](s.county, key)
		if !movable(o) {
			continue
		}
		one := stake{organ: o}
		for a := range o.EachAssignment() {
			if d := a.Duty(); !d.Universal && slices.Contains(linesOfDuty(d), f.Subject) {
				one.duties = append(one.duties, a)
			}
		}
		stakes = append(stakes, one)
		if main < 0 || len(one.duties) > len(stakes[main].duties) {
			main = len(stakes) - 1
		}
	}
	var out []draft
	for i, from := range stakes {
		n := len(from.duties)
		if i == main || n == 0 || n > mostMoved || n >= len(stakes[main].duties) {
			continue
		}
		to, department := stakes[main].organ, nameOf(s.county, f.Subject)
		d := draft{alike: "transfer|" + f.Subject + "|" + from.organ.Name + "|" + to.Name, subjects: []string{from.organ.Key, to.Key, f.Subject}, units: n}
		d.aim(f)
		var names []string
		for _, a := range from.duties {
			d.edits = append(d.edits, &change.MoveDuty{Duty: a.To, From: a.From, To: to.Key})
			d.subjects, names = append(d.subjects, a.To), append(names, a.Duty().Name)
		}
		d.edits = append(d.edits, &change.RemoveCounterpart{Organ: from.organ.Key, Department: f.Subject})
		d.title = say("将%[1]s对口%[2]s的职责划转%[3]s", "Transfer %[1]s's duties of %[2]s to %[3]s", from.organ.Name, department, to.Name)
		d.rationale = together(s.explained(f), say("%[1]s承担其中%[2]d项（%[3]s），拟提请编委研究划转%[4]s，不再对口%[5]s。",
			"%[1]s carries %[2]d of its duties (%[3]s): proposed for the commission's study to transfer them to %[4]s, so that it no longer answers to %[5]s.",
			from.organ.Name, n, list(names), to.Name, department))
		d.note("%[1]s：职责划转涉及的编制和人员须一并明确。", "%[1]s: posts and people that go with the duties have to be settled too.", t.Name)
		out = append(out, d)
	}
	return out
}

// gather brings the duties of a domain together at the organ that leads most of them.
func (s *site) gather(t snapshot.Township, f overlap.Overlap) (draft, bool) {
	var main snapshot.Organ
	held := map[string][]snapshot.Assignment{}
	var order []snapshot.Organ
	for o := range t.EachOrgan() {
		for a := range o.EachAssignment() {
			if d := a.Duty(); a.Role == gov.AssignmentLead && !d.Universal && d.Domain == f.Topic {
				held[o.Key] = append(held[o.Key], a)
			}
		}
		if len(held[o.Key]) == 0 {
			continue
		}
		order = append(order, o)
		if movable(o) && (main.Organ == nil || len(held[o.Key]) > len(held[main.Key])) {
			main = o
		}
	}
	d := draft{alike: "gather|" + f.Topic}
	if main.Organ == nil {
		return d, false
	}
	d.subjects = []string{main.Key}
	d.aim(f)
	for _, o := range order {
		if o.Key == main.Key || !movable(o) || len(held[o.Key]) > mostMoved {
			continue
		}
		for _, a := range held[o.Key] {
			d.edits = append(d.edits, &change.MoveDuty{Duty: a.To, From: a.From, To: main.Key})
			d.subjects, d.units = joined(d.subjects, []string{a.From, a.To}), d.units+1
		}
	}
	d.title = say("将%[1]s领域职责集中到%[2]s", "Bring the duties of the domain %[1]s together at %[2]s", f.Topic, main.Name)
	d.rationale = together(s.explained(f), say("拟提请编委研究将%[1]d项职责划转%[2]s。", "Proposed for the commission's study: %[1]d duties go to %[2]s.", d.units, main.Name))
	return d, d.units > 0
}
