package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var roleInversion = Detector{
	Kind: gov.OverlapRoleInversion, Class: ClassMismatch, Weight: gov.One / 2,
	Name: gov.Textf("主配倒置", "Role inversion"),
	Definition: gov.Textf("机构主责的事项，按现行清单应由县级牵头（上级收回事项另计为收回未收回）。",
		"An organ LEADs an item whose list in force gives the lead to the county (an item withdrawn is RECALLED_STILL_DONE instead)."),
	Formula:   gov.Textf("每个机构每个事项计1。", "1 for each organ and item."),
	Necessary: gov.Textf("没有必要部分：可以改为配合。", "No part of it is necessary: the organ can support instead."),
	Source:    report("一（二）", "逐条明确了县、乡两级“谁主责、谁配合”的主次关系和职责分工"),
	township:  findRoleInversion,
	explain:   explainRoleInversion,
}

func findRoleInversion(t snapshot.Township, fs *findings) {
	for a := range t.EachAssignment() {
		d := a.Duty()
		stands := fs.standing(t, d)
		if a.Role != gov.AssignmentLead || stands.lead != gov.LevelCounty || stands.list == gov.ListWithdrawn {
			continue
		}
		f := fs.aboutCarrier(a)
		f.attribute(d, "listings", stands.String())
		fs.keep(f, gov.One)
	}
}

func explainRoleInversion(c *snapshot.County, o Overlap) gov.Text {
	l, _ := dutyOf(c, o).ListingFor(o.Township, today(c))
	return say("%[1]s的%[2]s主责“%[3]s”，而%[4]s规定由县级牵头：计1。",
		"%[2]s of %[1]s leads the item “%[3]s”, whose lead the %[4]s gives to the county: 1.",
		nameOf(c, o.Township), carrier(c, o), nameOf(c, o.Subject), listName(l.List))
}
