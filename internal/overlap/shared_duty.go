package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var sharedDuty = Detector{
	Kind: gov.OverlapSharedDuty, Class: ClassDuplication, Weight: gov.One,
	Name:       gov.Textf("职责交叉", "Shared duty"),
	Definition: gov.Textf("一项职责（一岗双责事项除外）由同一乡镇两个以上机构主责。一个主责、其余配合是正常分工。", "Two or more organs of a township LEAD one duty that is not universal. One LEAD with SUPPORTs is ordinary division of work."),
	Formula:    gov.Textf("主责机构数−1。", "Leading organs − 1."),
	Necessary:  gov.Textf("没有必要部分：可以明确一个主责机构。", "No part of it is necessary: one lead can be named."),
	Source:     report("一（一）", "乡镇机构设置不优、职能分散交叉"),
	township:   findSharedDuty,
	explain:    explainSharedDuty,
}

func findSharedDuty(t snapshot.Township, fs *findings) {
	for d := range t.County().EachDuty() {
		if d.Universal {
			continue
		}
		f := fs.about(d.Key)
		for a := range t.EachCarrying(d) {
			if a.Role == gov.AssignmentLead {
				f.participant(a.From)
				f.edge(a.Assignment)
			}
		}
		if k := len(f.participants); k >= 2 {
			fs.keep(f, units(k-1))
		}
	}
}

func explainSharedDuty(c *snapshot.County, o Overlap) gov.Text {
	k := len(o.Participants)
	return say("%[1]s有%[3]d个机构（%[4]s）主责“%[2]s”：%[3]d−1＝%[5]d。", "In %[1]s, %[3]d organs (%[4]s) lead the duty “%[2]s”: %[3]d − 1 = %[5]d.",
		nameOf(c, o.Township), nameOf(c, o.Subject), k, namesOf(c, o.Participants), k-1)
}
