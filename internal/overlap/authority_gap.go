package overlap

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var authorityGap = Detector{
	Kind: gov.OverlapAuthorityGap, Class: ClassMismatch, Weight: gov.One,
	Name: gov.Textf("权责不对等", "Authority gap"),
	Definition: gov.Textf("机构主责某项职责的检查、处罚、强制或审批，而该职责的法定权限在县级，对本乡镇既未赋权也未委托。权限未登记的不计。",
		"An organ LEADs to inspect, punish, coerce or approve on a duty whose authority stays at the county, neither granted nor delegated to its township. Nothing is found where the authority is not on record."),
	Formula:   gov.Textf("每个机构每项职责计1。", "1 for each organ and duty."),
	Necessary: gov.Textf("没有必要部分：权限可以下放，职责可以收回。", "No part of it is necessary: the authority can come down or the duty go back."),
	Source:    report("一（二）", "有责无权、权责不对等是乡镇面临的普遍性问题"),
	township:  findAuthorityGap,
	explain:   explainAuthorityGap,
}

var authoritative = append([]gov.Action{gov.ActionApprove}, enforcing...)

func findAuthorityGap(t snapshot.Township, fs *findings) {
	for a := range t.EachAssignment() {
		d := a.Duty()
		if a.Role != gov.AssignmentLead || d.Authority.Level == "" || d.Authority.DownTo(t.Key) != "" || !does(a, authoritative...) {
			continue
		}
		f := fs.aboutCarrier(a)
		f.attribute(d, "authority", string(gov.LevelCounty))
		fs.keep(f, gov.One)
	}
}

func explainAuthorityGap(c *snapshot.County, o Overlap) gov.Text {
	var actions []gov.Action
	if e, ok := c.Edge(gov.EdgeAssignment, o.Participants[0], o.Subject); ok {
		actions = slices.Clone(e.(*gov.Assignment).Actions)
		actions = slices.DeleteFunc(actions, func(a gov.Action) bool { return !slices.Contains(authoritative, a) })
	}
	return say("%[1]s的%[2]s主责“%[3]s”的%[4]s，而权限在县级，对%[1]s既未赋权也未委托：计1。",
		"%[2]s of %[1]s leads the duty “%[3]s” (%[4]s), while the authority stays at the county, neither granted nor delegated to %[1]s: 1.",
		nameOf(c, o.Township), carrier(c, o), nameOf(c, o.Subject), actionNames(actions))
}
