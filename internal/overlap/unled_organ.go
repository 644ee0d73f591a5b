package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var unledOrgan = Detector{
	Kind: gov.OverlapUnledOrgan, Class: ClassGap, Weight: gov.One,
	Name: gov.Textf("无人分管", "Unled organ"),
	Definition: gov.Textf("乡镇已声明班子分工采集完整，而机构没有分管领导（派驻站所有联系领导即可）。",
		"The township's portfolios are declared complete and an organ has no leader in charge (for a station a LIAISON is enough)."),
	Formula:   gov.Textf("每个机构计1。", "1 for each organ."),
	Necessary: gov.Textf("没有必要部分：分工可以调整。", "No part of it is necessary: portfolios can be changed."),
	Source:    report("三（三）", "将机构设置与领导班子职务设置有机结合，统筹分工"),
	township:  findUnledOrgan,
	explain:   explainUnledOrgan,
}

func findUnledOrgan(t snapshot.Township, fs *findings) {
	if !t.PortfoliosComplete {
		return
	}
	for o := range t.EachOrgan() {
		if led(o) {
			continue
		}
		f := fs.about(o.Key)
		f.participant(o.Key)
		f.attribute(t, "portfoliosComplete", "")
		fs.keep(f, gov.One)
	}
}

// led says whether an organ has a leader in charge, or a station at least one who keeps contact.
func led(o snapshot.Organ) bool {
	for e := range o.EachCharge() {
		if e.Role == gov.ChargeLead || e.Role == gov.ChargeLiaison && o.Kind.Station() {
			return true
		}
	}
	return false
}

func explainUnledOrgan(c *snapshot.County, o Overlap) gov.Text {
	return say("%[1]s已声明班子分工采集完整，%[2]s没有分管领导：计1。",
		"The portfolios of %[1]s are declared complete and nobody is in charge of %[2]s: 1.", nameOf(c, o.Township), nameOf(c, o.Subject))
}
