package overlap

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var departmentDutyConflict = Detector{
	Kind: gov.OverlapDepartmentDutyConflict, Class: ClassDuplication, Weight: gov.One,
	Name: gov.Textf("部门职责交叉", "Department duty conflict"),
	Definition: gov.Textf("清单规定由县级牵头的配合履职或属地管理事项，县直部门主责的不是恰好一个；全县计一次。没有任何部门承担记录的事项视为未采集，不计。",
		"A SUPPORTING or TERRITORIAL duty whose list gives the lead to the county has not exactly one leading department; once per county. A duty that no department is recorded to carry is not assessable and not counted."),
	Formula:   gov.Textf("主责部门数−1；没有主责部门计1。", "Leading departments − 1; 1 for none."),
	Necessary: gov.Textf("没有必要部分：可以明确一个牵头部门。", "No part of it is necessary: one lead can be named."),
	Source:    report("一（二）", "逐条明确了县、乡两级“谁主责、谁配合”的主次关系和职责分工"),
	county:    findDepartmentDutyConflict,
	explain:   explainDepartmentDutyConflict,
}

func findDepartmentDutyConflict(c *snapshot.County, fs *findings) {
	for d := range c.EachDuty() {
		l, ok := countyLeads(c, d)
		if !ok {
			continue
		}
		leading, carrying := departmentsCarrying(d)
		if len(carrying) == 0 || len(leading) == 1 {
			continue
		}
		f, excess := fs.about(d.Key), units(len(leading)-1)
		if len(leading) == 0 {
			excess, f.class, leading = gov.One, ClassGap, carrying
		}
		for _, a := range leading {
			f.participant(a.From)
			f.edge(a.Assignment)
		}
		f.attribute(d, "listings", standing{l.List, l.LeadLevel()}.String())
		fs.keep(f, excess)
	}
}

// countyLeads is the listing in force, SUPPORTING or TERRITORIAL, that gives the lead of a duty to the county.
func countyLeads(c *snapshot.County, d snapshot.Duty) (gov.Listing, bool) {
	i := slices.IndexFunc(d.Listings, func(l gov.Listing) bool {
		return (l.List == gov.ListSupporting || l.List == gov.ListTerritorial) && l.LeadLevel() == gov.LevelCounty && inForce(l, today(c))
	})
	if i < 0 {
		return gov.Listing{}, false
	}
	return d.Listings[i], true
}

func departmentsCarrying(d snapshot.Duty) (leading, carrying []snapshot.Assignment) {
	for a := range d.EachDepartmentAssignment() {
		carrying = append(carrying, a)
		if a.Role == gov.AssignmentLead {
			leading = append(leading, a)
		}
	}
	return leading, carrying
}

func explainDepartmentDutyConflict(c *snapshot.County, o Overlap) gov.Text {
	d := dutyOf(c, o)
	leading, _ := departmentsCarrying(d)
	l, _ := countyLeads(c, d)
	if k := len(leading); k > 0 {
		return say("“%[1]s”在%[2]s上由县级牵头，有%[3]d个县直部门（%[4]s）主责：%[3]d−1＝%[5]d。",
			"“%[1]s” is led by the county on the %[2]s, and %[3]d departments (%[4]s) lead it: %[3]d − 1 = %[5]d.",
			d.Name, listName(l.List), k, namesOf(c, o.Participants), k-1)
	}
	return say("“%[1]s”在%[2]s上由县级牵头，有%[3]s配合，没有县直部门主责：计1。",
		"“%[1]s” is led by the county on the %[2]s, %[3]s supporting, and no department leads it: 1.",
		d.Name, listName(l.List), namesOf(c, o.Participants))
}
