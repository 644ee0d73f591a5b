package proposal

import (
	"context"
	"encoding/json"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var dualManagement = Rung{
	Kind: KindDualManagement, Price: gov.One / 2,
	Name: gov.Textf("双重管理（县属乡管乡用）", "Dual management"),
	Definition: gov.Textf("权责割裂或条块两张皮的派驻站所实行双重管理：机构隶属、编制人事留县直部门，任免、考核、组织关系、绩效、指挥调度归乡镇。垂直管理的站所隶属不变，明确由乡镇考核和指挥调度。",
		"Stations with an authority split or a line–block gap come under dual management: affiliation and personnel stay with the county department; appointment, appraisal, party organization, performance and command go to the township. A station under vertical management stays so, and the township appraises and commands it."),
	Unit:        gov.Textf("站所", "stations"),
	PriceReason: gov.Textf("调整一个站所的管理体制不动机构和编制，约为减少一个对口关系之半。", "Changing who manages a station moves neither organs nor posts: half an interface."),
	township:    draftDualManagement,
}

// draftDualManagement is one draft for all stations of a township: a way of managing them is set for all alike.
func draftDualManagement(_ context.Context, s *site, t snapshot.Township) ([]draft, error) {
	findings := s.found(t.Key, gov.OverlapAuthoritySplit, gov.OverlapLineBlockGap)
	if len(findings) == 0 {
		return nil, nil
	}
	d := draft{alike: "stations"}
	d.aim(findings...)
	for _, f := range findings {
		if slices.Contains(d.subjects, f.Subject) {
			continue
		}
		o, _ := snapshot.Lookup[snapshot.Organ](s.county, f.Subject)
		d.subjects, d.units = append(d.subjects, o.Key), d.units+1
		d.dual(o)
	}
	names := list(namesOf(s.county, d.subjects))
	d.title = say("对%[1]s实行双重管理（县属乡管乡用）", "Dual management of %[1]s", names)
	d.rationale = together(s.explained(findings...), say("拟提请编委研究对%[1]s实行双重管理：机构隶属、编制人事关系留县直部门，任免、考核、组织关系、绩效、指挥调度由乡镇负责。",
		"Proposed for the commission's study: %[1]s under dual management, affiliation and personnel with the county department, the rest with the township.", names))
	return []draft{d}, nil
}

// dual are the edits for one station.
func (d *draft) dual(o snapshot.Organ) {
	if o.Management == gov.ManagementVertical && o.Holder(gov.PowerAffiliation) == gov.LevelCounty && o.Holder(gov.PowerPersonnel) == gov.LevelCounty && o.EnforcementSubject != gov.LevelTownship {
		d.edits = append(d.edits, &change.SetPowers{Organ: o.Key, Powers: withTownship(o.Holdings(), gov.PowerAppraisal, gov.PowerCommand)})
		d.note("%[1]s实行垂直管理，隶属关系不变，仅明确由乡镇考核和指挥调度，须经其上级主管部门同意。",
			"%[1]s is under vertical management and stays so; its line has to agree that the township appraises and commands it.", o.Name)
		return
	}
	d.edits = append(d.edits, &change.SetManagement{Organ: o.Key, Management: gov.ManagementDual})
	if o.EnforcementSubject == gov.LevelTownship {
		set, _ := json.Marshal(map[string]any{"enforcementSubject": gov.LevelCounty}) // plain values always marshal
		d.edits = append(d.edits, &change.UpdateOrgan{Key: o.Key, Set: set})
		d.note("%[1]s的执法主体须随机构隶属明确在县级部门。", "The subject of enforcement of %[1]s has to follow its affiliation to the county department.", o.Name)
	}
}

// withTownship are holdings with some powers decided by the township.
func withTownship(hs []gov.Holding, powers ...gov.Power) []gov.Holding {
	var out []gov.Holding
	for _, h := range hs {
		if !slices.Contains(powers, h.Power) {
			out = append(out, h)
		}
	}
	for _, p := range powers {
		out = append(out, gov.Holding{Power: p, Holder: gov.LevelTownship, Mode: gov.ModeDecide})
	}
	return out
}
