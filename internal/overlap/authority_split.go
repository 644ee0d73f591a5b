package overlap

import (
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var authoritySplit = Detector{
	Kind: gov.OverlapAuthoritySplit, Class: ClassMismatch, Weight: gov.One,
	Name: gov.Textf("权责割裂", "Authority split"),
	Definition: gov.Textf("派驻站所的机构隶属与编制人事由不同层级决定，或机构隶属与执法主体不在同一层级。未登记的权限不计。",
		"Affiliation (机构隶属) and personnel (编制人事) of a station are decided at different levels, or its affiliation and its subject of enforcement (执法主体) are. What is not on record raises nothing."),
	Formula:   gov.Textf("每个站所计1，两项均不一致也计1。", "1 for each station, also where both differ."),
	Necessary: gov.Textf("没有必要部分：可以实行双重管理（县属乡管乡用）。", "No part of it is necessary: dual management (县属乡管乡用) unites them."),
	Source:    report("二（二）", "法律层面可能出现权责割裂现象"),
	township:  findAuthoritySplit,
	explain:   explainAuthoritySplit,
}

func findAuthoritySplit(t snapshot.Township, fs *findings) {
	for o := range t.EachOrgan() {
		affiliation, byPersonnel, bySubject := split(o)
		if !byPersonnel && !bySubject {
			continue
		}
		f := fs.about(o.Key)
		f.participant(o.Key)
		f.attribute(o, powersAttribute(o), string(affiliation)+","+string(o.Holder(gov.PowerPersonnel)))
		if bySubject {
			f.attribute(o, "enforcementSubject", string(o.EnforcementSubject))
		}
		fs.keep(f, gov.One)
	}
}

// split says at which level a station's affiliation is decided, and from what else that differs.
func split(o snapshot.Organ) (affiliation gov.Level, byPersonnel, bySubject bool) {
	affiliation = o.Holder(gov.PowerAffiliation)
	if !o.Kind.Station() || affiliation == "" {
		return "", false, false
	}
	personnel := o.Holder(gov.PowerPersonnel)
	return affiliation, personnel != "" && personnel != affiliation, o.EnforcementSubject != "" && o.EnforcementSubject != affiliation
}

// powersAttribute is the attribute that tells an organ's powers.
func powersAttribute(o snapshot.Organ) string {
	if len(o.Powers) > 0 {
		return "powers"
	}
	return "management"
}

func explainAuthoritySplit(c *snapshot.County, o Overlap) gov.Text {
	station, _ := snapshot.Lookup[snapshot.Organ](c, o.Subject)
	affiliation, byPersonnel, bySubject := split(station)
	var zh, en []string
	if byPersonnel {
		level := levelName(station.Holder(gov.PowerPersonnel))
		zh, en = append(zh, "编制人事在"+level.ZH), append(en, "its personnel is with the "+level.EN)
	}
	if bySubject {
		level := levelName(station.EnforcementSubject)
		zh, en = append(zh, "执法主体在"+level.ZH), append(en, "its subject of enforcement is the "+level.EN)
	}
	differs := gov.Text{ZH: listed(zh).ZH, EN: strings.Join(en, " and ")}
	return say("%[1]s的%[2]s机构隶属在%[3]s，而%[4]s：计1。", "%[2]s of %[1]s is affiliated to the %[3]s, while %[4]s: 1.",
		nameOf(c, o.Township), station.Name, levelName(affiliation), differs)
}

func levelName(l gov.Level) gov.Text {
	if l == gov.LevelCounty {
		return gov.Textf("县级", "county")
	}
	return gov.Textf("乡镇", "township")
}
