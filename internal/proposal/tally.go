package proposal

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// tally is one township's part of a summary.
type tally struct {
	part        overlap.Summary
	departments []bool // that its organs answer to
	duties      []bool // that they carry
}

func tallyOf(t snapshot.Township, found []overlap.Overlap) *tally {
	c := t.County()
	y := &tally{departments: make([]bool, len(c.Departments())), duties: make([]bool, c.DutyCount())}
	s := &y.part
	s.Townships, s.Leaders = 1, len(t.Leaders())
	for o := range t.EachOrgan() {
		switch o.Kind {
		case gov.OrganDispatched:
			s.Stations++
		case gov.OrganStatutory:
			s.Statutory++
		default:
			s.Organs++
		}
		for e := range o.EachCounterpart() {
			y.departments[e.Department().Index()] = true
		}
		for a := range o.EachAssignment() {
			y.duties[a.Duty().Index()] = true
		}
	}
	addFound(s, found)
	return y
}

func addFound(s *overlap.Summary, found []overlap.Overlap) {
	s.Overlaps, s.Cost = len(found), overlap.Cost(found)
	s.Kinds, s.Severities = overlap.CountKinds(found), overlap.CountSeverities(found)
	for _, k := range s.Kinds {
		s.Irreducible += k.Irreducible
	}
}

// summary sums up the townships, as [overlap.SummarizeScope] does, and some findings of the county's own.
func (p picture) summary(own []overlap.Overlap) overlap.Summary {
	var s overlap.Summary
	addFound(&s, own)
	s.Version = overlap.SummaryVersion
	departments, duties := make([]bool, len(p.county.Departments())), make([]bool, p.county.DutyCount())
	for _, y := range p.tallies {
		s.Townships, s.Leaders = s.Townships+1, s.Leaders+y.part.Leaders
		s.Organs, s.Stations, s.Statutory = s.Organs+y.part.Organs, s.Stations+y.part.Stations, s.Statutory+y.part.Statutory
		s.Overlaps, s.Cost, s.Irreducible = s.Overlaps+y.part.Overlaps, s.Cost+y.part.Cost, s.Irreducible+y.part.Irreducible
		for i, k := range y.part.Kinds {
			s.Kinds[i].Count, s.Kinds[i].Cost = s.Kinds[i].Count+k.Count, s.Kinds[i].Cost+k.Cost
			s.Kinds[i].Irreducible += k.Irreducible
		}
		for i, v := range y.part.Severities {
			s.Severities[i].Count, s.Severities[i].Cost = s.Severities[i].Count+v.Count, s.Severities[i].Cost+v.Cost
		}
		s.Departments += add(departments, y.departments)
		s.Duties += add(duties, y.duties)
	}
	return s
}

// add marks what another marks, and counts what was not marked.
func add(marked, more []bool) int {
	n := 0
	for i, m := range more {
		if m && !marked[i] {
			marked[i] = true
			n++
		}
	}
	return n
}
