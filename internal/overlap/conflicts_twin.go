package overlap

import (
	"slices"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// twinConflicts are items that only one of two twins has: the list of supporting duties that a township keeps, and the
// catalogue that a department keeps of what townships do for it. Where both are on record for a township, each is to have
// what the other says that this department leads. (What both have in different words is a conflict of listings.)
func twinConflicts(c *snapshot.County) []Conflict {
	catalogues, lists := supportingLists(c)
	if len(catalogues) == 0 || len(lists) == 0 {
		return nil
	}
	kept := map[string][]*supportingList{}
	for _, t := range c.Townships() {
		for _, l := range lists {
			if l.covers(t.Key) {
				kept[t.Key] = append(kept[t.Key], l)
			}
		}
	}
	var out []Conflict
	for _, k := range catalogues {
		for d := range c.EachDuty() {
			out = append(out, k.against(kept, d)...)
		}
	}
	return out
}

// supportingList is a document with the supporting duties that it lists in force.
type supportingList struct {
	document   string
	keeper     string // key of the department whose catalogue it is; empty for a township's list
	items      map[string][]gov.Listing
	everywhere bool
	townships  map[string]bool
}

// covers says whether it is a list for a township.
func (s *supportingList) covers(township string) bool { return s.everywhere || s.townships[township] }

func (s *supportingList) add(duty string, l gov.Listing) {
	s.items[duty] = append(s.items[duty], l)
	s.everywhere = s.everywhere || len(l.Townships) == 0
	for _, t := range l.Townships {
		s.townships[t] = true
	}
}

// supportingLists are the departments' catalogues and the townships' lists, in the order of the duties. A document that
// does not call itself a list, such as a notice on one item, is none: it does not say what else there is.
func supportingLists(c *snapshot.County) (catalogues, lists []*supportingList) {
	known := map[string]*supportingList{}
	for d := range c.EachDuty() {
		for _, l := range d.Listings {
			if l.List != gov.ListSupporting || !inForce(l, today(c)) || !strings.Contains(l.Document, "清单") && !strings.Contains(l.Document, "目录") {
				continue
			}
			s := known[l.Document]
			if s == nil {
				s = &supportingList{document: l.Document, keeper: keeperOf(c, l.Document), items: map[string][]gov.Listing{}, townships: map[string]bool{}}
				known[l.Document] = s
				if s.keeper == "" {
					lists = append(lists, s)
				} else {
					catalogues = append(catalogues, s)
				}
			}
			s.add(d.Key, l)
		}
	}
	return catalogues, lists
}

// keeperOf is the one department that a title names; a name within a longer one does not count. Empty for none.
func keeperOf(c *snapshot.County, title string) string {
	key, longest := "", ""
	for d := range c.EachDepartment() {
		for _, name := range slices.Concat([]string{d.Name, strings.TrimPrefix(d.Name, c.Name)}, d.ShortNames, d.FormerNames) {
			switch {
			case !strings.Contains(title, name) || key == d.Key && len(name) <= len(longest) || strings.Contains(longest, name):
			case key == "" || key == d.Key || strings.Contains(name, longest):
				key, longest = d.Key, name
			default:
				return "" // two departments
			}
		}
	}
	return key
}

// onlyOne is where one side has an item and the other has not.
type onlyOne struct{ townships, documents []string }

func (o *onlyOne) add(township string, lists []*supportingList) {
	o.townships = append(o.townships, township)
	for _, l := range lists {
		if !slices.Contains(o.documents, l.document) {
			o.documents = append(o.documents, l.document)
		}
	}
}

// against holds a catalogue and the lists that townships keep against each other about one duty.
func (s *supportingList) against(kept map[string][]*supportingList, d snapshot.Duty) []Conflict {
	var lacked, added onlyOne // by the townships' lists
	leads := s.leads(d)
	for _, t := range d.County().Townships() {
		theirs := kept[t.Key]
		if len(theirs) == 0 || !s.covers(t.Key) {
			continue
		}
		having := slices.DeleteFunc(slices.Clone(theirs), func(l *supportingList) bool { return !reaches(l.items[d.Key], t.Key) })
		switch ours := reaches(s.items[d.Key], t.Key); {
		case ours && len(having) == 0 && !s.disputed(d, t.Key):
			lacked.add(t.Key, theirs)
		case !ours && len(having) > 0 && leads:
			added.add(t.Key, having)
		}
	}
	var out []Conflict
	if len(lacked.townships) > 0 {
		out = append(out, Conflict{append([]string{d.Key}, lacked.townships...), say("《%[1]s》列有“%[2]s”，%[3]s没有",
			"“%[2]s” is in “%[1]s” and not in %[3]s", s.document, d.Name, titled(lacked.documents))})
	}
	if len(added.townships) > 0 {
		out = append(out, Conflict{append([]string{d.Key}, added.townships...), say("%[3]s列“%[2]s”由%[4]s主责，《%[1]s》没有",
			"“%[2]s” is in %[3]s, led by %[4]s, and not in “%[1]s”", s.document, d.Name, titled(added.documents), nameOf(d.County(), s.keeper))})
	}
	return out
}

// leads says whether the keeper of a catalogue leads a duty.
func (s *supportingList) leads(d snapshot.Duty) bool {
	for a := range d.EachDepartmentAssignment() {
		if a.From == s.keeper && a.Role == gov.AssignmentLead {
			return true
		}
	}
	return false
}

// disputed says whether another document says something else of an item of the list in a township: a conflict already.
func (s *supportingList) disputed(d snapshot.Duty, township string) bool {
	for _, ours := range s.items[d.Key] {
		if slices.ContainsFunc(d.Listings, func(l gov.Listing) bool {
			return inForce(l, today(d.County())) && reaches([]gov.Listing{l}, township) && contradict(ours, l)
		}) {
			return true
		}
	}
	return false
}

// reaches says whether one of some listings is for a township.
func reaches(listings []gov.Listing, township string) bool {
	return slices.ContainsFunc(listings, func(l gov.Listing) bool { return len(l.Townships) == 0 || slices.Contains(l.Townships, township) })
}

// titled names documents, the first few of many.
func titled(documents []string) gov.Text {
	const few = 3
	var zh, en []string
	for _, d := range documents[:min(few, len(documents))] {
		zh, en = append(zh, "《"+d+"》"), append(en, "“"+d+"”")
	}
	out := gov.Text{ZH: listed(zh).ZH, EN: listed(en).EN}
	if more := len(documents) - few; more > 0 {
		out = say("%[1]s等%[2]d份", "%[1]s and %[3]d more", out, len(documents), more)
	}
	return out
}
