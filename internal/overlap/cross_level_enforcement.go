package overlap

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var crossLevelEnforcement = Detector{
	Kind: gov.OverlapCrossLevelEnforcement, Class: ClassDuplication, Weight: gov.One,
	Name: gov.Textf("多层执法", "Cross-level enforcement"),
	Definition: gov.Textf("同一职责的同一执法行为（检查、处罚、强制）既由县直部门主责、又由乡镇机构主责，且不是委托。",
		"The same action (inspect, punish, coerce) on one duty is LEAD both at a department and at an organ of the township, and not by delegation (委托)."),
	Formula:   gov.Textf("每个乡镇每项职责计1。", "1 for each township and duty."),
	Necessary: gov.Textf("没有必要部分：可以收回、下放或委托。", "No part of it is necessary: the duty can be returned, granted or delegated."),
	Source:    report("二（二）", "势必造成多层执法、交叉执法"),
	township:  findCrossLevelEnforcement,
	explain:   explainCrossLevelEnforcement,
}

var enforcing = []gov.Action{gov.ActionInspect, gov.ActionPunish, gov.ActionCoerce}

func findCrossLevelEnforcement(t snapshot.Township, fs *findings) {
	for d := range t.County().EachDuty() {
		if d.Authority.DownTo(t.Key) == gov.ViaDelegated {
			continue
		}
		above, below := enforcers(t, d)
		shared := sharedActions(above, below)
		if len(shared) == 0 {
			continue
		}
		f := fs.about(d.Key)
		for _, a := range append(above, below...) {
			if does(a, shared...) {
				f.participant(a.From)
				f.edge(a.Assignment)
			}
		}
		fs.keep(f, gov.One)
	}
}

// enforcers are the departments and the township's organs that LEAD an enforcing action on a duty.
func enforcers(t snapshot.Township, d snapshot.Duty) (above, below []snapshot.Assignment) {
	enforces := func(a snapshot.Assignment) bool {
		return a.Role == gov.AssignmentLead && does(a, enforcing...)
	}
	for a := range d.EachDepartmentAssignment() {
		if enforces(a) {
			above = append(above, a)
		}
	}
	if len(above) == 0 {
		return nil, nil
	}
	for a := range t.EachCarrying(d) {
		if enforces(a) {
			below = append(below, a)
		}
	}
	return above, below
}

// sharedActions are the enforcing actions done both above and below, in their order.
func sharedActions(above, below []snapshot.Assignment) []gov.Action {
	done := func(as []snapshot.Assignment, action gov.Action) bool {
		return slices.ContainsFunc(as, func(a snapshot.Assignment) bool { return does(a, action) })
	}
	var out []gov.Action
	for _, action := range enforcing {
		if done(above, action) && done(below, action) {
			out = append(out, action)
		}
	}
	return out
}

// does says whether an assignment holds any of some actions.
func does(a snapshot.Assignment, actions ...gov.Action) bool {
	for _, action := range a.Actions {
		if slices.Contains(actions, action) {
			return true
		}
	}
	return false
}

func explainCrossLevelEnforcement(c *snapshot.County, o Overlap) gov.Text {
	t, _ := snapshot.Lookup[snapshot.Township](c, o.Township)
	d := dutyOf(c, o)
	return say("“%[1]s”的%[2]s同时由县直部门和%[3]s的机构主责（%[4]s），且不是委托：计1。",
		"“%[1]s” (%[2]s) is led both by a department and by an organ of %[3]s (%[4]s), not by delegation: 1.",
		d.Name, actionNames(sharedActions(enforcers(t, d))), t.Name, namesOf(c, o.Participants))
}

func actionNames(actions []gov.Action) gov.Text {
	var zh, en []string
	for _, a := range actions {
		n := actionName(a)
		zh, en = append(zh, n.ZH), append(en, n.EN)
	}
	return gov.Text{ZH: listed(zh).ZH, EN: listed(en).EN}
}

func actionName(a gov.Action) gov.Text {
	switch a {
	case gov.ActionAccept:
		return gov.Textf("受理代办", "accept")
	case gov.ActionPatrol:
		return gov.Textf("巡查发现", "patrol")
	case gov.ActionStop:
		return gov.Textf("制止", "stop")
	case gov.ActionInspect:
		return gov.Textf("检查", "inspect")
	case gov.ActionPunish:
		return gov.Textf("处罚", "punish")
	case gov.ActionCoerce:
		return gov.Textf("强制", "coerce")
	case gov.ActionApprove:
		return gov.Textf("审批", "approve")
	}
	return gov.Text{}
}
