package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var recalledStillDone = Detector{
	Kind: gov.OverlapRecalledStillDone, Class: ClassMismatch, Weight: gov.One / 2,
	Name:       gov.Textf("收回未收回", "Recalled, still done"),
	Definition: gov.Textf("机构仍承担（主责或配合）现行上级收回事项清单上的事项。", "An organ still carries, as LEAD or SUPPORT, an item of the withdrawn list in force."),
	Formula:    gov.Textf("每个机构每个事项计1。", "1 for each organ and item."),
	Necessary:  gov.Textf("没有必要部分：可以不再承担。", "No part of it is necessary: the organ can stop carrying it."),
	Source: gov.Textf("2025年乡镇（街道）履职事项清单：“124项上级部门收回”（全国平均）。",
		"Duty lists of townships, 2025: “124项上级部门收回” (national average)."),
	township: findRecalledStillDone,
	explain:  explainRecalledStillDone,
}

func findRecalledStillDone(t snapshot.Township, fs *findings) {
	for a := range t.EachAssignment() {
		d := a.Duty()
		stands := fs.standing(t, d)
		if stands.list != gov.ListWithdrawn {
			continue
		}
		f := fs.aboutCarrier(a)
		f.attribute(d, "listings", stands.String())
		fs.keep(f, gov.One)
	}
}

func explainRecalledStillDone(c *snapshot.County, o Overlap) gov.Text {
	return say("%[1]s的%[2]s仍承担“%[3]s”，该事项已列入上级收回事项清单：计1。",
		"%[2]s of %[1]s still carries the item “%[3]s”, which the list of withdrawn duties took back: 1.",
		nameOf(c, o.Township), carrier(c, o), nameOf(c, o.Subject))
}
