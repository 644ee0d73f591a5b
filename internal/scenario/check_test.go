package scenario_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/scenario"
)

func TestCheck(t *testing.T) {
	base := moved(t, countytest.Parse(t, twoTowns), &change.UpdateTownship{Key: "township/东镇", Set: []byte(`{"middlePosts":3}`)},
		set(build, `{"rankEligibility":"副科级"}`), &change.AddCounterpart{Organ: build, Department: agri, Sections: []string{"section/种植科"}})
	const leader = "leader/东镇/甲"
	for _, c := range []struct {
		name  string
		edits []change.Edit
		want  []string
	}{
		{"nothing", nil, nil},
		{"a merger that keeps all", []change.Edit{
			&change.MergeOrgans{Organs: []string{farm, build}, New: &gov.Organ{Name: "农建办", RankEligibility: "副科级"}},
		}, nil},
		{"posts given to another", []change.Edit{
			&change.MergeOrgans{
				Organs: []string{farm, build}, Into: build,
				Allocations: []change.Allocation{{Organ: alarm, Quota: change.Quota{Staff: 2, LeadingPosts: 1}}},
			},
		}, nil},
		{"a merger that forgets an eligibility", []change.Edit{&change.MergeOrgans{Organs: []string{farm, build}, Into: farm}}, []string{"WARNING RANK_ELIGIBILITY_LOST"}},
		{"an organ abolished with all it has", []change.Edit{&change.AbolishOrgan{Organ: farm}}, []string{
			"ERROR LEAD_LOST", "ERROR POSTS_ORPHANED", "WARNING NO_SUCCESSOR",
		}},
		{"an organ removed", []change.Edit{&change.RemoveOrgan{Key: alarm}}, []string{"ERROR RECEIVER_LOST", "ERROR POSTS_ORPHANED", "WARNING REMOVED"}},
		{"a duty given up", []change.Edit{&change.UnassignDuty{Bearer: farm, Duty: flood}}, []string{"ERROR LEAD_LOST"}},
		{"a duty returned", []change.Edit{&change.MoveDuty{Duty: flood, From: farm, To: "department/应急局"}}, nil},
		{"a duty taken from the township by the lists", []change.Edit{
			&change.UnassignDuty{Bearer: farm, Duty: flood},
			&change.UpdateDuty{Key: flood, Set: []byte(`{"listings":[{"list":"BASIC","townships":["township/西镇"]},{"list":"WITHDRAWN","townships":["township/东镇"]}]}`)},
		}, nil},
		{"a second lead", []change.Edit{&change.AssignDuty{Bearer: alarm, Duty: flood}}, []string{"ERROR LEAD_DOUBLED"}},
		{"a department faced by nobody", []change.Edit{&change.RemoveCounterpart{Organ: alarm, Department: "department/应急局"}}, []string{"ERROR RECEIVER_LOST"}},
		{"a department that is gone", []change.Edit{&change.AbolishDepartment{Department: "department/应急局"}}, nil},
		{"a department merged and its counterpart with it", []change.Edit{
			&change.MergeDepartments{Departments: []string{"department/应急局", agri}, Into: agri},
		}, nil},
		{"a section faced by nobody", []change.Edit{
			&change.RemoveCounterpart{Organ: build, Department: agri},
			&change.AddCounterpart{Organ: farm, Department: agri, Sections: []string{"section/畜牧科"}},
		}, []string{"WARNING SECTION_UNFACED"}},
		{"posts cut and added", []change.Edit{set(farm, `{"staff":1}`), set(alarm, `{"leadingPosts":2}`)}, []string{"ERROR MIDDLE_POSTS", "WARNING POSTS_CUT", "WARNING POSTS_ADDED"}},
		{"staff moved", []change.Edit{set(farm, `{"staff":3}`), set(alarm, `{"staff":3}`)}, nil},
		{"a leader without organs", []change.Edit{&change.UnassignLeader{Leader: leader, Organ: farm}, &change.UnassignLeader{Leader: leader, Organ: build}}, []string{
			"WARNING LEADER_IDLE", "WARNING ORGAN_UNLED", "WARNING ORGAN_UNLED",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, i := range scenario.Check(base, result(t, plan(t, base, c.edits...), base), proposal.Scope{}) {
				got = append(got, string(i.Severity)+" "+string(i.Kind))
				if i.Text.ZH == "" || i.Text.EN == "" || len(i.Keys) == 0 {
					t.Errorf("%+v", i)
				}
			}
			slices.Sort(got)
			want := slices.Sorted(slices.Values(c.want))
			if d := cmp.Diff(want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestReturnedToWhoLedIt: a township's organ may give a duty up that a department leads beside it.
func TestReturnedToWhoLedIt(t *testing.T) {
	base := moved(t, countytest.Parse(t, twoTowns), &change.AssignDuty{Bearer: "department/应急局", Duty: flood})
	for _, i := range scenario.Check(base, result(t, plan(t, base, &change.UnassignDuty{Bearer: farm, Duty: flood}), base), proposal.Scope{}) {
		t.Errorf("%+v", i)
	}
}

// TestWhatIsUnchangedLacksNothing holds on random counties.
func TestWhatIsUnchangedLacksNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		c := countytest.Random(countytest.Rapid(rt))
		for _, i := range scenario.Check(c, c, proposal.Scope{}) {
			if i.Severity == scenario.SeverityError {
				rt.Errorf("%+v", i)
			}
		}
		for _, line := range scenario.OrganMap(c, c) {
			if !slices.Equal(line.Reasons, []scenario.MapReason{scenario.MapKept}) {
				rt.Errorf("%+v", line)
			}
		}
		if len(scenario.DutyMoves(c, c)) > 0 || len(scenario.Ledger(c, c).Flows) > 0 {
			rt.Error("something moved")
		}
	})
}

// TestTheLedgerBalances holds, for edits of every kind, that what each organ has after is what it had and got less what
// it gave, and that the sums are those of the organs.
func TestTheLedgerBalances(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dice := countytest.Rapid(rt)
		before := countytest.Random(dice)
		after := moved(t, before, countytest.RandomEdits(dice, before, 6)...)
		b := scenario.Ledger(before, after)
		var then, now scenario.Strength
		for _, town := range b.Townships {
			for _, o := range town.Organs {
				got, given := scenario.Strength{}, scenario.Strength{}
				for _, f := range o.Flows {
					if f.To == o.Organ {
						got = got.Plus(f.Strength)
					} else {
						given = given.Plus(f.Strength)
					}
				}
				if d := cmp.Diff(o.Before.Plus(got), o.After.Plus(given)); d != "" {
					rt.Errorf("%s: %s", o.Organ, d)
				}
				then, now = then.Plus(o.Before), now.Plus(o.After)
			}
		}
		if d := cmp.Diff([]scenario.Strength{b.Before, b.After}, []scenario.Strength{then, now}); d != "" {
			rt.Error(d)
		}
		if d := cmp.Diff(sumOf(before.Graph()), b.Before); d != "" {
			rt.Error(d)
		}
		if d := cmp.Diff(sumOf(after.Graph()), b.After); d != "" {
			rt.Error(d)
		}
	})
}

func sumOf(g gov.Graph) scenario.Strength {
	var sum scenario.Strength
	for _, n := range g.Nodes {
		if o, ok := n.(*gov.Organ); ok {
			sum = sum.Plus(scenario.Strength{Posts: o.Posts, Staff: o.Staff, LeadingPosts: o.LeadingPosts, ManagementPosts: o.ManagementPosts, TechnicalPosts: o.TechnicalPosts})
		}
	}
	return sum
}

// TestEveryOrganHasOneLine holds for edits of every kind.
func TestEveryOrganHasOneLine(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dice := countytest.Rapid(rt)
		before := countytest.Random(dice)
		after := moved(t, before, countytest.RandomEdits(dice, before, 6)...)
		var had, has []string
		for _, line := range scenario.OrganMap(before, after) {
			had, has = append(had, line.Before...), append(has, line.After...)
			if len(line.Reasons) == 0 || line.Township == "" {
				rt.Errorf("%+v", line)
			}
		}
		keys := func(organs int, key func(int) string) []string {
			var out []string
			for i := range organs {
				out = append(out, key(i))
			}
			slices.Sort(out)
			return out
		}
		slices.Sort(had)
		slices.Sort(has)
		was, is := before.Organs(), after.Organs()
		if d := cmp.Diff([][]string{keys(len(was), func(i int) string { return was[i].Key }), keys(len(is), func(i int) string { return is[i].Key })}, [][]string{had, has}); d != "" {
			rt.Error(d)
		}
	})
}
