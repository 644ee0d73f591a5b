package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// SummarizeScope summarises some townships: their organs, leaders and overlaps, the departments that their organs answer
// to and the duties that they carry. What is found once for the county is not in it.
func SummarizeScope(c *snapshot.County, townships []snapshot.Township) Summary {
	r := Of(c)
	var found []Overlap
	departments, duties := map[int]bool{}, map[int]bool{}
	s := Summary{Version: SummaryVersion}
	for _, t := range townships {
		found = append(found, r.ByTownship(t.Key)...)
		s.countTownship(t)
		for o := range t.EachOrgan() {
			for _, d := range o.Departments() {
				departments[d.Index()] = true
			}
			for _, a := range o.Assignments() {
				duties[a.Duty().Index()] = true
			}
		}
	}
	s.Departments, s.Duties = len(departments), len(duties)
	s.addOverlaps(found)
	return s
}

func (s *Summary) addOverlaps(found []Overlap) {
	s.Overlaps, s.Cost, s.Kinds, s.Severities = len(found), Cost(found), CountKinds(found), CountSeverities(found)
	for _, k := range s.Kinds {
		s.Irreducible += k.Irreducible
	}
}

func (s *Summary) countTownship(t snapshot.Township) {
	s.Townships++
	s.Leaders += len(t.Leaders())
	for o := range t.EachOrgan() {
		switch o.Kind {
		case gov.OrganDispatched:
			s.Stations++
		case gov.OrganStatutory:
			s.Statutory++
		default:
			s.Organs++
		}
	}
}
