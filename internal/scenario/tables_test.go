package scenario_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
)

func TestTheTablesOfAMerger(t *testing.T) {
	base := countytest.Parse(t, twoTowns)
	after := moved(t, base,
		&change.MergeOrgans{Organs: []string{farm, build}, New: &gov.Organ{Name: "农建办"}, Allocations: []change.Allocation{{Organ: alarm, Quota: change.Quota{Staff: 1}}}},
		&change.RenameOrgan{Key: alarm, Name: "应急管理办"},
		&change.CreateOrgan{Node: gov.Organ{Township: "township/西镇", Name: "综合办", Kind: gov.OrganOffice}},
		&change.ShareOffice{Organ: "organ/西镇/农业办", With: "organ/西镇/乡建办"},
	)
	const merged = "organ/东镇/农建办"
	lines := []scenario.OrganLine{
		{Township: "township/东镇", Before: []string{build, farm}, After: []string{merged}, Reasons: []scenario.MapReason{scenario.MapMerged, scenario.MapPlate}},
		{Township: "township/东镇", Before: []string{alarm}, After: []string{alarm}, Reasons: []scenario.MapReason{scenario.MapRenamed}},
		{Township: "township/西镇", Before: []string{"organ/西镇/乡建办"}, After: []string{"organ/西镇/乡建办"}, Reasons: []scenario.MapReason{scenario.MapSharedOffice}},
		{Township: "township/西镇", Before: []string{"organ/西镇/农业办"}, After: []string{"organ/西镇/农业办"}, Reasons: []scenario.MapReason{scenario.MapSharedOffice}},
		{Township: "township/西镇", Before: []string{"organ/西镇/应急办"}, After: []string{"organ/西镇/应急办"}, Reasons: []scenario.MapReason{scenario.MapKept}},
		{Township: "township/西镇", After: []string{"organ/西镇/综合办"}, Reasons: []scenario.MapReason{scenario.MapNew}},
	}
	if d := cmp.Diff(lines, scenario.OrganMap(base, after)); d != "" {
		t.Error(d)
	}
	flows := []scenario.Flow{
		{From: build, To: merged, Strength: scenario.Strength{Staff: 3, LeadingPosts: 1}},
		{From: farm, To: alarm, Strength: scenario.Strength{Staff: 1}},
		{From: farm, To: merged, Strength: scenario.Strength{Staff: 3, LeadingPosts: 1}},
	}
	if d := cmp.Diff(flows, scenario.Ledger(base, after).Flows); d != "" {
		t.Error(d)
	}
	moves := []scenario.DutyMove{{
		Township: "township/东镇", Duty: flood, Before: scenario.Bearers{Lead: []string{farm}}, After: scenario.Bearers{Lead: []string{merged}}, Reason: scenario.MoveFollowed,
	}}
	if d := cmp.Diff(moves, scenario.DutyMoves(base, after)); d != "" {
		t.Error(d)
	}
}

func TestReasonsOfMoves(t *testing.T) {
	base := moved(t, countytest.Parse(t, twoTowns), &change.CreateDuty{Node: gov.Duty{Key: "new", Name: "新事项"}},
		&change.CreateDuty{Node: gov.Duty{Key: "county", Name: "县级事项"}}, &change.AssignDuty{Bearer: "department/应急局", Duty: "county"},
		&change.AssignDuty{Bearer: build, Duty: flood, Role: gov.AssignmentSupport})
	for _, c := range []struct {
		edits []change.Edit
		want  []scenario.MoveReason
	}{
		{[]change.Edit{&change.MoveDuty{Duty: flood, From: farm, To: alarm}}, []scenario.MoveReason{scenario.MoveTransferred}},
		{[]change.Edit{&change.AssignDuty{Bearer: alarm, Duty: "new"}}, []scenario.MoveReason{scenario.MoveAssigned}},
		{[]change.Edit{&change.UnassignDuty{Bearer: "organ/西镇/农业办", Duty: flood}}, []scenario.MoveReason{scenario.MoveEnded}},
		{[]change.Edit{&change.MoveDuty{Duty: "county", From: "department/应急局", To: alarm}}, []scenario.MoveReason{scenario.MoveDevolved, scenario.MoveEnded}},
		{[]change.Edit{&change.MoveDuty{Duty: flood, From: farm, To: "department/应急局"}}, []scenario.MoveReason{scenario.MoveReturned, scenario.MoveAssigned}},
		{[]change.Edit{&change.AssignDuty{Bearer: farm, Duty: flood, Role: gov.AssignmentSupport}, &change.AssignDuty{Bearer: build, Duty: flood}}, []scenario.MoveReason{scenario.MoveRoles}},
		{[]change.Edit{&change.RemoveDuty{Key: "county"}}, []scenario.MoveReason{scenario.MoveEnded}},
		{[]change.Edit{&change.MergeDepartments{Departments: []string{agri, "department/应急局"}, Into: agri}}, []scenario.MoveReason{scenario.MoveFollowed}},
	} {
		var got []scenario.MoveReason
		for _, m := range scenario.DutyMoves(base, moved(t, base, c.edits...)) {
			got = append(got, m.Reason)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", change.KindOf(c.edits[0]), d)
		}
	}
}

func TestCompare(t *testing.T) {
	base := countytest.Parse(t, twoTowns)
	merge := &change.MergeOrgans{Organs: []string{farm, build}, New: &gov.Organ{Name: "农建办"}}
	face := &change.AddCounterpart{Organ: alarm, Department: agri}
	one, two := plan(t, base, merge), plan(t, base, face, &change.MergeOrgans{Organs: []string{farm, build}, New: &gov.Organ{Name: "农建办"}})
	three := plan(t, base, face)
	named := func(id string, s scenario.Scenario) scenario.Named {
		return scenario.Named{ID: id, Title: id, County: result(t, s, base), Edits: s.Edits()}
	}
	c := scenario.Compare(base, []scenario.Named{named("one", one), named("two", two), named("three", three)})
	if len(c.Columns) != 3 || c.Baseline.Delta.Cost != 0 || c.Columns[0].Delta.Organs != -1 || c.Columns[2].Delta.Organs != 0 {
		t.Fatalf("%+v", c.Baseline)
	}
	for _, col := range c.Columns {
		var sum gov.Micro
		for _, k := range col.Delta.Kinds {
			sum += k.Cost
		}
		if c.Baseline.Summary.Cost+col.Delta.Cost != col.Summary.Cost || sum != col.Delta.Cost {
			t.Errorf("%s: %d + %d is not %d", col.ID, c.Baseline.Summary.Cost, col.Delta.Cost, col.Summary.Cost)
		}
	}
	if first := c.Columns[0]; len(first.Resolves) == 0 || len(first.Organs) != 1 {
		t.Errorf("a merger resolves %d, changes %d lines", len(first.Resolves), len(first.Organs))
	}
	if last := c.Columns[2]; len(last.Raises) != 1 || last.Raises[0].Kind != gov.OverlapManyToOne {
		t.Errorf("one more organ facing raises %+v", last.Raises)
	}
	var in [][]string
	for _, u := range c.Edits {
		in = append(in, u.In)
	}
	if d := cmp.Diff([][]string{{"one", "two"}, {"two", "three"}}, in); d != "" {
		t.Error(d)
	}
	if c.Edits[0].Sentence.ZH != "将农业办、乡建办合并为农建办" {
		t.Error(c.Edits[0].Sentence.ZH)
	}
}
