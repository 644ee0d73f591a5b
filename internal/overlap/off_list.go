package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var offList = Detector{
	Kind: gov.OverlapOffList, Class: ClassMismatch, Weight: gov.One / 2,
	Name: gov.Textf("清单外履职", "Off list"),
	Definition: gov.Textf("机构承担的职责当日不在任何清单上，也没有在有效期内的准入。全县没有登记任何清单时视为未采集，不计。",
		"An organ carries a duty that stands on no list in force and has no admission in force. Where the county has no list on record at all it is not assessable and nothing is found."),
	Formula:   gov.Textf("每个机构每项职责计1。", "1 for each organ and duty."),
	Necessary: gov.Textf("没有必要部分：可以准入或退回。", "No part of it is necessary: the duty can be admitted or returned."),
	Source:    report("一（二）", "照清单履职、依清单办事"),
	township:  findOffList,
	explain:   explainOffList,
}

func findOffList(t snapshot.Township, fs *findings) {
	if !hasLists(t.County()) {
		return
	}
	for a := range t.EachAssignment() {
		d := a.Duty()
		if fs.standing(t, d).list != "" || admitted(d.Duty, today(t.County())) {
			continue
		}
		f := fs.aboutCarrier(a)
		f.attribute(d, "listings", "")
		f.attribute(d, "admission", "")
		fs.keep(f, gov.One)
	}
}

func explainOffList(c *snapshot.County, o Overlap) gov.Text {
	return say("%[1]s的%[2]s承担“%[3]s”，该事项不在现行清单上，也没有有效的准入：计1。",
		"%[2]s of %[1]s carries the duty “%[3]s”, which stands on no list in force and has no admission in force: 1.",
		nameOf(c, o.Township), carrier(c, o), nameOf(c, o.Subject))
}
