package scenario_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

const twoTowns = `county 900001 甲县
department 农业农村局 sections=种植科,畜牧科
department 应急局
duty 防汛 list=BASIC
township 东镇,西镇
  organ 农业办 OFFICE staff=4 leading=1 -> 农业农村局 leads 防汛
  organ 乡建办 OFFICE staff=3 leading=1 -> 农业农村局
  organ 应急办 OFFICE staff=2 leading=1 -> 应急局
  leader 甲 副镇长 leads 农业办,乡建办
`

const (
	farm  = "organ/东镇/农业办"
	build = "organ/东镇/乡建办"
	alarm = "organ/东镇/应急办"
	agri  = "department/农业农村局"
	flood = "duty/防汛"
)

// moved is the county after edits that somebody else committed.
func moved(t testing.TB, c *snapshot.County, edits ...change.Edit) *snapshot.County {
	t.Helper()
	next, _, err := change.Apply(c, edits, snapshot.Meta{Revision: c.Revision() + 1, Effective: c.Effective()})
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func rebase(t testing.TB, s scenario.Scenario, from, to *snapshot.County, choices ...scenario.Choice) scenario.Rebased {
	t.Helper()
	out, err := scenario.Rebase(s, from, to, choices, by("乙"))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func set(key, patch string) *change.UpdateOrgan {
	return &change.UpdateOrgan{Key: key, Set: json.RawMessage(patch)}
}

// places are the conflicts as entity.attribute, or "refused".
func places(all []scenario.Conflict) []string {
	var out []string
	for _, c := range all {
		if len(c.Refusal) > 0 {
			out = append(out, "refused")
		} else {
			out = append(out, c.Entity+"."+c.Attribute)
		}
	}
	return out
}

func TestConflicts(t *testing.T) {
	base := countytest.Parse(t, twoTowns)
	merge := &change.MergeOrgans{Organs: []string{farm, build}, New: &gov.Organ{Name: "农建办"}}
	into := &change.MergeOrgans{Organs: []string{farm, build}, Into: farm}
	face := func(sections ...string) *change.AddCounterpart {
		return &change.AddCounterpart{Organ: farm, Department: agri, Sections: sections}
	}
	for _, c := range []struct {
		name         string
		mine, theirs change.Edit
		conflicts    []string
		dropped      int
	}{
		{"different attributes", set(farm, `{"staff":9}`), set(farm, `{"leadingPosts":2}`), nil, 0},
		{"one attribute, two values", set(farm, `{"staff":9}`), set(farm, `{"staff":5}`), []string{farm + ".staff"}, 0},
		{"one attribute, one value", set(farm, `{"staff":9}`), set(farm, `{"staff":9,"rank":"正股级"}`), nil, 1},
		{"two attributes, one of them", set(farm, `{"staff":9,"rank":"正股级"}`), set(farm, `{"staff":5}`), []string{farm + ".staff"}, 0},
		{"a new organ out of two that changed", merge, set(build, `{"staff":8}`), nil, 0},
		{"an organ into another, both changed", into, set(farm, `{"staff":8}`), nil, 0},
		{"an organ into one that was narrowed", into, &change.RefineCounterpart{Organ: farm, Department: agri, Sections: []string{"section/种植科"}}, nil, 0},
		{"a merger of what is renamed", merge, &change.RenameOrgan{Key: farm, Name: "三农办"}, nil, 0},
		{"a merger of what is gone", merge, &change.AbolishOrgan{Organ: build}, []string{"refused"}, 0},
		{"the same merger", merge, &change.MergeOrgans{Organs: []string{farm, build}, New: &gov.Organ{Name: "农建办"}}, nil, 1},
		{"two renamings", &change.RenameOrgan{Key: farm, Name: "农办"}, &change.RenameOrgan{Key: farm, Name: "三农办"}, []string{farm + ".name"}, 0},
		{"plates side by side", &change.AddPlate{Organ: farm, Name: "甲牌"}, &change.AddPlate{Organ: farm, Name: "乙牌"}, nil, 0},
		{"an edge narrowed twice", face("section/种植科"), face("section/畜牧科"), []string{"COUNTERPART|" + farm + "|" + agri + ".sections"}, 0},
		{"an edge gone on both sides", &change.RemoveCounterpart{Organ: farm, Department: agri}, &change.RemoveCounterpart{Organ: farm, Department: agri}, nil, 1},
		{"an edge dropped that was narrowed", &change.RemoveCounterpart{Organ: farm, Department: agri}, face("section/畜牧科"), []string{"COUNTERPART|" + farm + "|" + agri + "."}, 0},
		{"an edge narrowed that was dropped", face("section/畜牧科"), &change.RemoveCounterpart{Organ: farm, Department: agri}, []string{"COUNTERPART|" + farm + "|" + agri + "."}, 0},
		{"an organ abolished that got a duty", &change.AbolishOrgan{Organ: alarm}, &change.AssignDuty{Bearer: alarm, Duty: flood, Role: gov.AssignmentSupport}, []string{"ASSIGNMENT|" + alarm + "|" + flood + "."}, 0},
		{"a duty moved that changed", &change.MoveDuty{Duty: flood, From: farm, To: alarm}, &change.AssignDuty{Bearer: farm, Duty: flood, Content: "巡堤"}, nil, 0},
		{"an organ removed that changed", &change.RemoveOrgan{Key: alarm}, set(alarm, `{"staff":8}`), []string{alarm + "."}, 0},
		{
			"two organs of one name", &change.CreateOrgan{Node: gov.Organ{Township: "township/东镇", Name: "新办", Kind: gov.OrganOffice}},
			&change.CreateOrgan{Node: gov.Organ{Township: "township/东镇", Name: "新办", Kind: gov.OrganInstitution}},
			[]string{"refused"},
			0,
		},
		{
			"two duties of one name", &change.CreateDuty{Node: gov.Duty{Name: "巡查", Nature: gov.NatureService}},
			&change.CreateDuty{Node: gov.Duty{Name: "巡查", Nature: gov.NatureApproval}},
			[]string{"refused"},
			0,
		},
		{"nothing of its own", &change.SetSettings{}, &change.SetSettings{Settings: gov.Settings{DepartmentLimit: 7}}, nil, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := plan(t, base, c.mine)
			out := rebase(t, s, base, moved(t, base, c.theirs))
			if d := cmp.Diff(c.conflicts, places(out.Conflicts)); d != "" || len(out.Dropped) != c.dropped {
				t.Fatalf("conflicts %s, dropped %+v", d, out.Dropped)
			}
			if len(c.conflicts) > 0 && !cmp.Equal(out.Scenario, s) {
				t.Error("the scenario changed although conflicts are open")
			}
			if len(c.conflicts) == 0 && (out.Scenario.Base != base.Revision()+1 || len(out.Scenario.Edits()) != 1-c.dropped) {
				t.Errorf("base %d, %d edits", out.Scenario.Base, len(out.Scenario.Edits()))
			}
		})
	}
}

func TestChoices(t *testing.T) {
	base := countytest.Parse(t, twoTowns)
	head := moved(t, base, set(farm, `{"staff":5}`), &change.AbolishOrgan{Organ: alarm})
	s := plan(t, base, set(farm, `{"staff":9}`), set(farm, `{"staff":7}`), set(alarm, `{"staff":1}`), &change.RenameOrgan{Key: build, Name: "建设办"})
	open := rebase(t, s, base, head)
	if d := cmp.Diff([]string{farm + ".staff", "refused"}, places(open.Conflicts)); d != "" {
		t.Fatal(d)
	}
	one := open.Conflicts[0]
	if string(one.Base) != "4" || string(one.Theirs) != "5" || string(one.Mine) != "9" || one.Sentence.ZH == "" {
		t.Errorf("%s / %s / %s", one.Base, one.Theirs, one.Mine)
	}
	forced := rebase(t, s, base, head, scenario.Choice{Step: 0, Keep: scenario.Mine}, scenario.Choice{Step: 2, Keep: scenario.Mine})
	if d := cmp.Diff([]string{"refused"}, places(forced.Conflicts)); d != "" {
		t.Errorf("what does not apply can't be forced: %s", d)
	}
	mine := rebase(t, s, base, head, scenario.Choice{Step: 0, Keep: scenario.Mine}, scenario.Choice{Step: 2, Keep: scenario.Theirs})
	if organ := result(t, mine.Scenario, head); len(mine.Conflicts) > 0 || staffOf(t, organ, farm) != 7 || len(mine.Scenario.Steps) != 3 {
		t.Errorf("%v, %d steps", places(mine.Conflicts), len(mine.Scenario.Steps))
	}
	theirs := rebase(t, s, base, head, scenario.Choice{Step: 0, Keep: scenario.Theirs}, scenario.Choice{Step: 1, Keep: scenario.Theirs}, scenario.Choice{Step: 2, Keep: scenario.Theirs})
	if c := result(t, theirs.Scenario, head); staffOf(t, c, farm) != 5 || len(theirs.Dropped) != 3 {
		t.Errorf("theirs: %d dropped", len(theirs.Dropped))
	}
	for _, bad := range []scenario.Choice{{Step: 9, Keep: scenario.Mine}, {Edit: 1, Keep: scenario.Mine}, {Keep: "BOTH"}} {
		if _, err := scenario.Rebase(s, base, head, []scenario.Choice{bad}, by("乙")); gov.CodeOf(err) != gov.CodeInvalid {
			t.Errorf("%+v: %v", bad, err)
		}
	}
}

func staffOf(t testing.TB, c *snapshot.County, key string) int {
	t.Helper()
	n, ok := c.Node(key)
	if !ok {
		t.Fatalf("no %s", key)
	}
	return n.(*gov.Organ).Staff
}

// TestRebaseOntoTheSameIsIdentity holds for every kind of edit.
func TestRebaseOntoTheSameIsIdentity(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dice := countytest.Rapid(rt)
		base := countytest.Random(dice)
		s := plan(t, base, countytest.RandomEdits(dice, base, 6)...)
		out := rebase(t, s, base, base.With(snapshot.Meta{Revision: 7}))
		s.Base, out.Scenario.Trail = 7, s.Trail
		if d := cmp.Diff(s, out.Scenario); d != "" || len(out.Conflicts)+len(out.Dropped) > 0 {
			rt.Error(d)
		}
	})
}

// TestRebaseOverWhatCommutes plans in one township while others change another: rebasing the plan leads where their
// changes over the plan's result lead.
func TestRebaseOverWhatCommutes(t *testing.T) {
	base := countytest.Parse(t, twoTowns)
	east, west := townEdits("东镇"), townEdits("西镇")
	rapid.Check(t, func(rt *rapid.T) {
		mine := rapid.Permutation(east).Draw(rt, "mine")[:rapid.IntRange(1, len(east)).Draw(rt, "n")]
		theirs := rapid.Permutation(west).Draw(rt, "theirs")[:rapid.IntRange(1, len(west)).Draw(rt, "m")]
		mine, theirs = applicable(base, mine), applicable(base, theirs)
		s := plan(t, base, mine...)
		out := rebase(t, s, base, moved(t, base, theirs...))
		if len(out.Conflicts) > 0 {
			rt.Fatalf("conflicts %v", places(out.Conflicts))
		}
		one := moved(t, moved(t, base, theirs...), out.Scenario.Edits()...)
		other := moved(t, moved(t, base, mine...), theirs...)
		if !sameButRevisions(one.Graph(), other.Graph()) {
			rt.Error("the order matters")
		}
	})
}

func townEdits(town string) []change.Edit {
	o := func(name string) string { return "organ/" + town + "/" + name }
	return []change.Edit{
		&change.MergeOrgans{Organs: []string{o("农业办"), o("乡建办")}, New: &gov.Organ{Name: "农建办"}},
		&change.RenameOrgan{Key: o("应急办"), Name: "应急管理办"},
		&change.AddCounterpart{Organ: o("应急办"), Department: agri},
		&change.RemoveCounterpart{Organ: o("农业办"), Department: agri},
		&change.MoveDuty{Duty: flood, From: o("农业办"), To: o("应急办")},
		&change.UpdateTownship{Key: "township/" + town, Set: json.RawMessage(`{"middlePosts":9}`)},
		&change.CreateLeader{Node: gov.Leader{Township: "township/" + town, Name: "乙", Posts: []string{"委员"}}},
		&change.AbolishOrgan{Organ: o("应急办")},
		&change.DeclareAssignments{Township: "township/" + town, Complete: true},
	}
}

// applicable are those of some edits that apply one after the other.
func applicable(c *snapshot.County, edits []change.Edit) []change.Edit {
	draft := change.NewDraft(c, c.Revision()+1)
	return slices.DeleteFunc(slices.Clone(edits), func(e change.Edit) bool { return len(e.Apply(draft)) > 0 })
}

// sameButRevisions compares graphs without the revision that dissolved something.
func sameButRevisions(a, b gov.Graph) bool {
	flat := func(g gov.Graph) gov.Graph {
		g = g.Clone()
		for i, n := range g.Nodes {
			if f, ok := n.(*gov.Former); ok {
				c := *f
				c.Revision = 0
				g.Nodes[i] = &c
			}
		}
		for i, e := range g.Edges {
			if s, ok := e.(*gov.Succession); ok {
				c := *s
				c.Revision = 0
				g.Edges[i] = &c
			}
		}
		return g
	}
	return gov.SameGraph(flat(a), flat(b))
}

// attributes are all that a county says: kind, key and attribute of every node and edge, with the value.
func attributes(c *snapshot.County) map[string]string {
	out := map[string]string{}
	say := func(key string, v any) {
		raw, _ := json.Marshal(v)
		var fields map[string]json.RawMessage
		_ = json.Unmarshal(raw, &fields)
		out[key] = "there"
		for name, value := range fields {
			if name != "revision" {
				out[key+"."+name] = string(value)
			}
		}
	}
	for n := range c.Nodes() {
		say(n.NodeKey()+" "+string(n.NodeKind()), n)
	}
	for e := range c.Edges() {
		say(gov.EdgeKey(e), e)
	}
	return out
}

// plain says whether an edit states what it writes and computes nothing from what it finds.
func plain(e change.Edit) bool {
	switch change.KindOf(e) {
	case "mergeOrgans", "splitOrgan", "transferOrgan", "abolishOrgan", "mergeDepartments", "splitDepartment", "abolishDepartment",
		"mergeSections", "abolishSection", "addPlate", "removePlate", "moveDuty", "devolveAuthority", "delegateAuthority", "withdrawAuthority",
		"renameOrgan", "renameTownship", "renameDepartment", "renameSection":
		return false
	}
	return true
}

// TestWithoutConflictBothSidesHold is the promise of three-way merging: what only they changed is as they have it, what
// only the plan changed is as the plan has it, for every attribute of every node and edge.
func TestWithoutConflictBothSidesHold(t *testing.T) {
	clean := 0
	rapid.Check(t, func(rt *rapid.T) {
		dice := countytest.Rapid(rt)
		base := countytest.Random(dice)
		mine := slices.DeleteFunc(countytest.RandomEdits(dice, base, 5), func(e change.Edit) bool { return !plain(e) })
		theirs := slices.DeleteFunc(countytest.RandomEdits(dice, base, 5), func(e change.Edit) bool { return !plain(e) })
		mine, theirs = applicable(base, mine), applicable(base, theirs)
		head, planned := moved(t, base, theirs...), moved(t, base, mine...)
		out := rebase(t, plan(t, base, mine...), base, head)
		if len(out.Conflicts) > 0 {
			return
		}
		clean++
		b, h, p, r := attributes(base), attributes(head), attributes(planned), attributes(result(t, out.Scenario, head))
		for _, all := range []map[string]string{b, h, p, r} {
			for key := range all {
				switch {
				case b[key] == p[key] && r[key] != h[key]:
					rt.Errorf("%s: they say %s, the rebased plan %s", key, h[key], r[key])
				case b[key] == h[key] && r[key] != p[key]:
					rt.Errorf("%s: the plan says %s, rebased %s", key, p[key], r[key])
				}
			}
		}
	})
	if clean < 10 {
		t.Errorf("only %d of the random plans had no conflict", clean)
	}
}

// TestRebasedPlansApply holds, for edits of every kind, that a rebase without conflicts gives a plan that applies, and
// that answering every conflict leads to one.
func TestRebasedPlansApply(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dice := countytest.Rapid(rt)
		base := countytest.Random(dice)
		head := moved(t, base, countytest.RandomEdits(dice, base, 5)...)
		s := plan(t, base, countytest.RandomEdits(dice, base, 5)...)
		var choices []scenario.Choice
		for range 20 {
			out := rebase(t, s, base, head, choices...)
			if len(out.Conflicts) == 0 {
				result(t, out.Scenario, head)
				return
			}
			for _, c := range out.Conflicts {
				keep := scenario.Theirs
				if len(c.Refusal) == 0 && dice.IntN(2) == 0 {
					keep = scenario.Mine
				}
				choices = append(slices.DeleteFunc(choices, func(o scenario.Choice) bool { return o.Step == c.Step && o.Edit == c.Edit }),
					scenario.Choice{Step: c.Step, Edit: c.Edit, Keep: keep})
			}
		}
		rt.Error("conflicts go on for ever")
	})
}

func TestALockedPlanIsCarriedWholeOrNotAtAll(t *testing.T) {
	base := countytest.Parse(t, twoTowns)
	s := plan(t, base, &change.RenameOrgan{Key: farm, Name: "三农办"}, set(alarm, `{"staff":2,"rank":"正股级"}`))
	s, err := s.Submit(base, result(t, s, base), by("甲"))
	if err != nil {
		t.Fatal(err)
	}
	out := rebase(t, s, base, moved(t, base, set(build, `{"staff":8}`)))
	if out.Scenario.State != scenario.Approved || out.Scenario.Base != 2 {
		t.Errorf("%s on %d", out.Scenario.State, out.Scenario.Base)
	}
	_, err = scenario.Rebase(s, base, moved(t, base, &change.RenameOrgan{Key: farm, Name: "三农办"}), nil, by("甲"))
	var e *gov.Error
	if !errors.As(err, &e) || e.Code != gov.CodeInvalid || e.Hint.ZH == "" {
		t.Error(fmt.Sprint("an edit of an approved plan was dropped: ", err))
	}
}
