package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var oneToMany = Detector{
	Kind: gov.OverlapOneToMany, Class: ClassSpan, Weight: gov.One / 2,
	Name: gov.Textf("一对多", "One to many"),
	Definition: gov.Textf("非综合性机构业务对口的县直部门超过限数（默认5个）。",
		"An organ that is not integrating answers to more departments than the limit (5 by default)."),
	Formula:   gov.Textf("对口部门数−限数。", "Departments it answers to − the limit."),
	Necessary: gov.Textf("没有必要部分。", "No part of it is necessary."),
	Source: gov.Textf("襄城县2021年乡镇职责任务清单“一对多”；限数为本县设置。",
		"“一对多” as in the duty list of 襄城县, 2021; the limit is the county's setting."),
	township: findOneToMany,
	explain:  explainOneToMany,
}

func findOneToMany(t snapshot.Township, fs *findings) {
	limit := t.County().Settings.Departments()
	for o := range t.EachOrgan() {
		if o.Integrating {
			continue
		}
		faced := departmentsOf(o)
		if len(faced) <= limit {
			continue
		}
		f := fs.about(o.Key)
		for _, e := range faced {
			f.participant(e.To)
			f.edge(e.Counterpart)
		}
		f.attribute(o, "integrating", "")
		fs.keep(f, units(len(faced)-limit))
	}
}

func explainOneToMany(c *snapshot.County, o Overlap) gov.Text {
	limit := c.Settings.Departments()
	return say("%[1]s的%[2]s业务对口%[3]d个县直部门（%[4]s），限数为%[5]d：%[3]d−%[5]d＝%[6]d。",
		"%[2]s of %[1]s answers to %[3]d departments (%[4]s), the limit being %[5]d: %[3]d − %[5]d = %[6]d.",
		nameOf(c, o.Township), nameOf(c, o.Subject), len(o.Participants), namesOf(c, o.Participants), limit, len(o.Participants)-limit)
}
