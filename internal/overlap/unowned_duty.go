package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var unownedDuty = Detector{
	Kind: gov.OverlapUnownedDuty, Class: ClassGap, Weight: gov.One,
	Name: gov.Textf("职责真空", "Unowned duty"),
	Definition: gov.Textf("乡镇已声明职责承担采集完整，而其应承担的职责（基本履职事项，或由乡镇主责的属地管理事项）没有主责机构。",
		"The township's assignments are declared complete and a duty that it carries (BASIC, or TERRITORIAL led by the township) has no LEAD organ."),
	Formula:   gov.Textf("每项职责计1。", "1 for each duty."),
	Necessary: gov.Textf("没有必要部分：可以明确一个主责机构。", "No part of it is necessary: one lead can be named."),
	Source:    report("一（二）", "逐条明确了县、乡两级“谁主责、谁配合”的主次关系和职责分工"),
	township:  findUnownedDuty,
	explain:   explainUnownedDuty,
}

func findUnownedDuty(t snapshot.Township, fs *findings) {
	if !t.AssignmentsComplete {
		return
	}
	for d := range t.County().EachDuty() {
		stands := fs.standing(t, d)
		if !stands.carried() || hasLead(t, d) {
			continue
		}
		f := fs.about(d.Key)
		for a := range t.EachCarrying(d) {
			f.participant(a.From)
			f.edge(a.Assignment)
		}
		f.attribute(t, "assignmentsComplete", "")
		f.attribute(d, "listings", stands.String())
		fs.keep(f, gov.One)
	}
}

func hasLead(t snapshot.Township, d snapshot.Duty) bool {
	for a := range t.EachCarrying(d) {
		if a.Role == gov.AssignmentLead {
			return true
		}
	}
	return false
}

func explainUnownedDuty(c *snapshot.County, o Overlap) gov.Text {
	supported := gov.Text{}
	if len(o.Participants) > 0 {
		supported = say("（%[1]s配合）", " (%[1]s supporting)", namesOf(c, o.Participants))
	}
	return say("%[1]s已声明职责承担采集完整，“%[2]s”没有主责机构%[3]s：计1。",
		"The assignments of %[1]s are declared complete and no organ leads the duty “%[2]s”%[3]s: 1.",
		nameOf(c, o.Township), nameOf(c, o.Subject), supported)
}
