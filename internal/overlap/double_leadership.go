package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var doubleLeadership = Detector{
	Kind: gov.OverlapDoubleLeadership, Class: ClassDuplication, Weight: gov.One,
	Name:       gov.Textf("重复分管", "Double leadership"),
	Definition: gov.Textf("一个机构有两名以上分管领导。协助分管、主持全面、联系不计。", "An organ has two or more leaders in charge (LEAD). ASSIST, OVERALL and LIAISON do not count."),
	Formula:    gov.Textf("分管领导数−1。", "Leaders in charge − 1."),
	Necessary:  gov.Textf("没有必要部分：分工可以调整。", "No part of it is necessary: portfolios can be changed."),
	Source:     report("三（三）", "将机构设置与领导班子职务设置有机结合，统筹分工"),
	township:   findDoubleLeadership,
	explain:    explainDoubleLeadership,
}

func findDoubleLeadership(t snapshot.Township, fs *findings) {
	for o := range t.EachOrgan() {
		led := leaders(o)
		if len(led) < 2 {
			continue
		}
		f := fs.about(o.Key)
		for _, e := range led {
			f.participant(e.From)
			f.edge(e.Charge)
		}
		fs.keep(f, units(len(led)-1))
	}
}

func explainDoubleLeadership(c *snapshot.County, o Overlap) gov.Text {
	k := len(o.Participants)
	return say("%[1]s的%[2]s有%[3]d名分管领导（%[4]s）：%[3]d−1＝%[5]d。", "%[2]s of %[1]s has %[3]d leaders in charge (%[4]s): %[3]d − 1 = %[5]d.",
		nameOf(c, o.Township), nameOf(c, o.Subject), k, namesOf(c, o.Participants), k-1)
}
