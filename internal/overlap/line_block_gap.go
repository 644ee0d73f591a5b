package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var lineBlockGap = Detector{
	Kind: gov.OverlapLineBlockGap, Class: ClassMismatch, Weight: gov.One,
	Name: gov.Textf("条块两张皮", "Line–block gap"),
	Definition: gov.Textf("县直部门直属或垂直管理的派驻站所，指挥调度权和考核权均不由乡镇决定。未登记的权限不计。",
		"A station under a county department (COUNTY_DIRECT) or vertical management over which the township decides neither command (指挥调度) nor appraisal (考核). What is not on record raises nothing."),
	Formula:   gov.Textf("每个站所计1。", "1 for each station."),
	Necessary: gov.Textf("没有必要部分：可以赋予乡镇指挥调度权或考核权。", "No part of it is necessary: command or appraisal can be given to the township."),
	Source:    report("一（四）", "市直部门在乡镇的派驻机构单线作战，力量分散，条块“两张皮”现象较为突出"),
	township:  findLineBlockGap,
	explain:   explainLineBlockGap,
}

func findLineBlockGap(t snapshot.Township, fs *findings) {
	for o := range t.EachOrgan() {
		line := o.Management == gov.ManagementCountyDirect || o.Management == gov.ManagementVertical
		if !line || !o.Kind.Station() || o.Holder(gov.PowerCommand) != gov.LevelCounty || o.Holder(gov.PowerAppraisal) != gov.LevelCounty {
			continue
		}
		f := fs.about(o.Key)
		f.participant(o.Key)
		f.attribute(o, "management", string(o.Management))
		if len(o.Powers) > 0 {
			f.attribute(o, "powers", "")
		}
		fs.keep(f, gov.One)
	}
}

func explainLineBlockGap(c *snapshot.County, o Overlap) gov.Text {
	station, _ := snapshot.Lookup[snapshot.Organ](c, o.Subject)
	management := gov.Textf("由县直部门直属", "is directly under a county department")
	if station.Management == gov.ManagementVertical {
		management = gov.Textf("实行垂直管理", "is under vertical management")
	}
	return say("%[1]s的%[2]s%[3]s，%[1]s对其既无指挥调度权也无考核权：计1。",
		"%[2]s of %[1]s %[3]s, and %[1]s has neither command nor appraisal over it: 1.", nameOf(c, o.Township), station.Name, management)
}
