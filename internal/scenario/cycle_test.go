package scenario_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

func gated(t *testing.T, gates ...gov.GateKind) *snapshot.County {
	t.Helper()
	return moved(t, countytest.Parse(t, twoTowns), &change.SetSettings{Settings: gov.Settings{Gates: gates}})
}

func submit(t *testing.T, base *snapshot.County, edits ...change.Edit) scenario.Scenario {
	t.Helper()
	s := plan(t, base, edits...)
	s, err := s.Submit(base, result(t, s, base), by("甲"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func actionsOf(s scenario.Scenario) []scenario.Action {
	var out []scenario.Action
	for _, e := range s.Trail {
		out = append(out, e.Action)
	}
	return out
}

func TestWithoutGatesAPlanIsApprovedAtOnce(t *testing.T) {
	s := submit(t, gated(t), &change.RenameOrgan{Key: farm, Name: "三农办"})
	if s.State != scenario.Approved || !slices.Equal(actionsOf(s), []scenario.Action{scenario.ActionCreated, scenario.ActionSubmitted, scenario.ActionApproved}) {
		t.Errorf("%s %v", s.State, actionsOf(s))
	}
}

func TestGates(t *testing.T) {
	base := gated(t, gov.GateApproval, gov.GateTownshipOpinion, gov.GateLegalityReview)
	s := submit(t, base, &change.RenameOrgan{Key: farm, Name: "三农办"}, &change.RenameOrgan{Key: "organ/西镇/应急办", Name: "应急管理办"})
	var kinds []string
	for _, g := range s.Gates {
		kinds = append(kinds, string(g.Kind)+" "+g.Township)
	}
	if d := cmp.Diff([]string{"TOWNSHIP_OPINION township/东镇", "TOWNSHIP_OPINION township/西镇", "LEGALITY_REVIEW ", "APPROVAL "}, kinds); d != "" {
		t.Fatal(d)
	}
	pass := func(kind gov.GateKind, township string) {
		t.Helper()
		var err error
		if s, err = s.Review(scenario.Verdict{Kind: kind, Township: township, Passed: true}, by("丙")); err != nil {
			t.Fatal(err)
		}
	}
	refused := func(v scenario.Verdict) {
		t.Helper()
		if _, err := s.Review(v, by("丙")); gov.CodeOf(err) != gov.CodeInvalid {
			t.Errorf("%+v: %v", v, err)
		}
	}
	refused(scenario.Verdict{Kind: gov.GateLegalityReview, Passed: true}) // not its turn
	refused(scenario.Verdict{Kind: gov.GateTownshipOpinion, Township: "township/南镇", Passed: true})
	pass(gov.GateTownshipOpinion, "township/西镇")
	refused(scenario.Verdict{Kind: gov.GateTownshipOpinion, Township: "township/西镇", Passed: true}) // twice
	refused(scenario.Verdict{Kind: gov.GateTownshipOpinion, Township: "township/东镇"})               // without a reason
	pass(gov.GateTownshipOpinion, "township/东镇")
	pass(gov.GateLegalityReview, "")
	rejected, err := s.Review(scenario.Verdict{Kind: gov.GateApproval, Note: "职数未核"}, by("丁"))
	if err != nil || rejected.State != scenario.Rejected || rejected.Trail[len(rejected.Trail)-1].Note != "职数未核" {
		t.Errorf("%s, %v", rejected.State, err)
	}
	if s.State != scenario.Submitted {
		t.Errorf("before the last gate it is %s", s.State)
	}
	pass(gov.GateApproval, "")
	if s.State != scenario.Approved {
		t.Errorf("after the last gate it is %s", s.State)
	}
}

func TestAPlanThatIsIncompleteIsNotHandedIn(t *testing.T) {
	base := gated(t)
	s := plan(t, base, &change.AbolishOrgan{Organ: farm})
	_, err := s.Submit(base, result(t, s, base), by("甲"))
	var p gov.Problems
	if !errors.As(err, &p) || p[0].Code != gov.CodeInvalid || p[0].Path[0] != "issues" {
		t.Error(err)
	}
	if _, err := plan(t, base).Submit(base, base, by("甲")); gov.CodeOf(err) != gov.CodeInvalid {
		t.Errorf("a plan without edits: %v", err)
	}
}

// TestLocks tries every action in every state.
func TestLocks(t *testing.T) {
	base := gated(t, gov.GateApproval)
	draft := plan(t, base, &change.RenameOrgan{Key: farm, Name: "三农办"}, note("会"))
	draft, err := draft.Undo(by("甲"))
	if err != nil {
		t.Fatal(err)
	}
	pass := scenario.Verdict{Kind: gov.GateApproval, Passed: true}
	state := func(s scenario.Scenario, err error) scenario.Scenario {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	submitted := state(draft.Submit(base, result(t, draft, base), by("甲")))
	approved := state(submitted.Review(pass, by("乙")))
	all := []scenario.Scenario{
		draft, submitted, approved, state(approved.Apply("", "c", 3, by("乙"))), state(submitted.Review(scenario.Verdict{Kind: gov.GateApproval, Note: "不宜"}, by("乙"))),
		state(submitted.Withdraw(by("甲"))),
	}
	tries := []struct {
		action scenario.Action
		do     func(scenario.Scenario) (scenario.Scenario, error)
	}{
		{scenario.ActionEdited, func(s scenario.Scenario) (scenario.Scenario, error) {
			return s.Do(scenario.Step{Edits: change.Edits{note("组")}})
		}},
		{scenario.ActionUndone, func(s scenario.Scenario) (scenario.Scenario, error) { return s.Undo(by("甲")) }},
		{scenario.ActionRedone, func(s scenario.Scenario) (scenario.Scenario, error) { return s.Redo(by("甲")) }},
		{scenario.ActionAmended, func(s scenario.Scenario) (scenario.Scenario, error) { return s.Amend(scenario.Amendment{}, by("甲")) }},
		{scenario.ActionRebased, func(s scenario.Scenario) (scenario.Scenario, error) {
			r, err := scenario.Rebase(s, base, base, nil, by("甲"))
			return r.Scenario, err
		}},
		{scenario.ActionSubmitted, func(s scenario.Scenario) (scenario.Scenario, error) {
			return s.Submit(base, result(t, s, base), by("甲"))
		}},
		{scenario.ActionPassed, func(s scenario.Scenario) (scenario.Scenario, error) { return s.Review(pass, by("乙")) }},
		{scenario.ActionWithdrawn, func(s scenario.Scenario) (scenario.Scenario, error) { return s.Withdraw(by("甲")) }},
		{scenario.ActionReopened, func(s scenario.Scenario) (scenario.Scenario, error) { return s.Reopen(by("甲")) }},
		{scenario.ActionApplied, func(s scenario.Scenario) (scenario.Scenario, error) { return s.Apply("", "c", 3, by("甲")) }},
		{scenario.ActionDeleted, func(s scenario.Scenario) (scenario.Scenario, error) { return s, s.Delete() }},
	}
	for i, s := range all {
		if s.State != scenario.States()[i] {
			t.Fatalf("%s, want %s", s.State, scenario.States()[i])
		}
		for _, one := range tries {
			next, err := one.do(s)
			if allowed := s.State.Allows(one.action); (err == nil) != allowed || slices.Contains(s.Actions(), one.action) != allowed {
				t.Errorf("%s in %s: %v, offered %v", one.action, s.State, err, s.Actions())
			}
			if err == nil && one.action != scenario.ActionDeleted && len(next.Trail) <= len(s.Trail) {
				t.Errorf("%s in %s leaves no trail", one.action, s.State)
			}
		}
	}
}

func TestPhases(t *testing.T) {
	base := gated(t)
	s := plan(t, base, &change.RenameOrgan{Key: farm, Name: "三农办"}, &change.RenameOrgan{Key: build, Name: "建设办"})
	s.Steps[1].Effective = "2025-01-01"
	s, err := s.Submit(base, result(t, s, base), by("甲"))
	if err != nil {
		t.Fatal(err)
	}
	due, rest := s.Due("2024-12-31")
	if len(due.Edits()) != 1 || rest != 1 {
		t.Fatalf("%d due, %d later", len(due.Edits()), rest)
	}
	s, err = s.Apply("2024-12-31", "c1", 3, by("甲"))
	if err != nil || s.State != scenario.Approved || s.Base != 3 || len(s.Edits()) != 1 || len(s.Whole()) != 2 || s.From() != base.Revision() || s.Steps[0].Commit != "c1" {
		t.Fatalf("%+v, %v", s, err)
	}
	if s.Delete() == nil {
		t.Error("a plan carried out in part was deleted")
	}
	s, err = s.Apply("2025-01-01", "c2", 4, by("甲"))
	if err != nil || s.State != scenario.Applied || s.Base != 3 || len(s.Edits()) != 1 || len(s.Whole()) != 2 || s.From() != base.Revision() {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestTrack(t *testing.T) {
	base := gated(t)
	merge := &change.MergeOrgans{Organs: []string{farm, build}, New: &gov.Organ{Name: "农建办"}}
	s := submit(t, base, merge, &change.RenameOrgan{Key: alarm, Name: "应急管理办"}, note("联席会议"), &change.AddPlate{Organ: "organ/西镇/应急办", Name: "安监站"})
	applied, delta, err := change.Apply(base, s.Edits(), snapshot.Meta{Revision: 3})
	if err != nil {
		t.Fatal(err)
	}
	planned := result(t, s, base)
	s, err = s.Apply("", "c1", 3, by("甲"))
	if err != nil {
		t.Fatal(err)
	}
	const merged = "organ/东镇/农建办"
	status := func(edits ...change.Edit) (out []scenario.ItemStatus, items []scenario.Item) {
		t.Helper()
		c := scenario.Carried{Scenario: s, Phases: []scenario.Phase{{Commit: gov.Commit{ID: "c1", Revision: 3, Delta: delta}, Base: base}}, Planned: planned, Now: applied}
		if len(edits) > 0 {
			next, d, err := change.Apply(applied, edits, snapshot.Meta{Revision: 4})
			if err != nil {
				t.Fatal(err)
			}
			c.Now, c.Later = next, []gov.Commit{{ID: "c2", Revision: 4, Actor: "戊", Delta: d}}
		}
		items, err := scenario.Track(c)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range items {
			out = append(out, i.Status)
		}
		return out, items
	}
	const done, gone = scenario.ItemDone, scenario.ItemGone
	got, _ := status()
	if d := cmp.Diff([]scenario.ItemStatus{done, done, done, done, gone, scenario.ItemPending}, got); d != "" {
		t.Error(d)
	}
	got, items := status(&change.RenameOrgan{Key: alarm, Name: "应急一办"}, &change.RemovePlate{Organ: "organ/西镇/应急办", Name: "安监站"},
		&change.UpdateMeasure{Key: "measure/联席会议", Set: []byte(`{"status":"EXISTING"}`)})
	if d := cmp.Diff([]scenario.ItemStatus{done, scenario.ItemChanged, scenario.ItemChanged, scenario.ItemUndone, gone, done}, got); d != "" {
		t.Error(d)
	}
	if since := items[1].Since; len(since) != 1 || since[0].Actor != "戊" || since[0].Revision != 4 || !slices.Equal(items[1].Keys, []string{alarm}) {
		t.Errorf("%+v", items[1])
	}
	got, _ = status(&change.Restore{Delta: delta.Inverse(), Of: 3})
	if d := cmp.Diff([]scenario.ItemStatus{scenario.ItemUndone, scenario.ItemUndone, scenario.ItemUndone, scenario.ItemUndone, scenario.ItemBack, scenario.ItemAbandoned}, got); d != "" {
		t.Error(d)
	}
	got, _ = status(&change.SplitOrgan{Organ: merged, Into: []change.OrganPart{{New: gov.Organ{Name: "农业办"}}, {New: gov.Organ{Name: "乡建办"}}}})
	if got[0] != scenario.ItemChanged {
		t.Errorf("a merged organ that was split: %v", got)
	}
}

// TestSchedule: steps that need one another are planned for days in an order in which they can be carried out.
func TestSchedule(t *testing.T) {
	base := gated(t)
	s := plan(t, base, &change.MergeOrgans{Organs: []string{farm, build}, New: &gov.Organ{Name: "农建办"}}, &change.RenameOrgan{Key: "organ/东镇/农建办", Name: "三农办"}, note("联席会议"))
	days := func(days ...gov.Date) scenario.Scenario {
		next := s
		var err error
		for i, day := range days {
			if next, err = next.Schedule(i, day, by("乙")); err != nil {
				t.Fatal(err)
			}
		}
		return next
	}
	for _, can := range [][]gov.Date{{"", "", ""}, {"", "2025-01-01", ""}, {"2025-01-01", "2025-01-01", ""}, {"2024-12-31", "2025-01-01", "2024-01-01"}} {
		if err := days(can...).Phased(base); err != nil {
			t.Errorf("%v: %v", can, err)
		}
	}
	for _, not := range [][]gov.Date{{"2025-01-01", "", ""}, {"2025-01-01", "2024-12-31", "2025-02-01"}} {
		if err := days(not...).Phased(base); gov.CodeOf(err) != gov.CodeInvalid || !strings.Contains(err.Error(), "农建办") {
			t.Errorf("%v: %v", not, err)
		}
	}
	for step, day := range map[int]gov.Date{-1: "2025-01-01", 3: "2025-01-01", 0: "明年"} {
		if _, err := s.Schedule(step, day, by("乙")); gov.CodeOf(err) != gov.CodeInvalid {
			t.Errorf("step %d on %q: %v", step, day, err)
		}
	}
	undone, err := s.Undo(by("乙"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := undone.Schedule(2, "2025-01-01", by("乙")); err == nil {
		t.Error("a step undone was planned for a day")
	}
	if s.Steps[0].Effective != "" {
		t.Error("the scenario itself was changed")
	}
}

// TestTrackOfPhases: a measure is about organs of both phases. Taking the second back leaves the first as it was carried
// out; taking back both leaves nothing changed.
func TestTrackOfPhases(t *testing.T) {
	const other = "organ/西镇/农业办"
	base := moved(t, gated(t), &change.CreateMeasure{Node: gov.Measure{Key: "measure/会商", Name: "会商", Kind: gov.MeasureCoordination, Status: gov.MeasureExisting, About: []string{farm, other}}})
	s := submit(t, base, &change.MergeOrgans{Organs: []string{farm, build}, New: &gov.Organ{Name: "农建办"}}, &change.MergeOrgans{Organs: []string{other, "organ/西镇/乡建办"}, New: &gov.Organ{Name: "农建办"}})
	planned := result(t, s, base)
	var phases []scenario.Phase
	states := []*snapshot.County{base}
	for i, commit := range []string{"c1", "c2"} {
		from := states[i]
		next, delta, err := change.Apply(from, s.Steps[i].Edits, snapshot.Meta{Revision: from.Revision() + 1})
		if err != nil {
			t.Fatal(err)
		}
		phases, states = append(phases, scenario.Phase{Commit: gov.Commit{ID: commit, Revision: next.Revision(), Delta: delta}, Base: from}), append(states, next)
		s.Steps[i].Commit = commit
	}
	for now, want := range map[*snapshot.County][]scenario.ItemStatus{
		states[2]: {scenario.ItemDone, scenario.ItemDone}, states[1]: {scenario.ItemDone, scenario.ItemUndone}, states[0]: {scenario.ItemUndone, scenario.ItemUndone},
	} {
		items, err := scenario.Track(scenario.Carried{Scenario: s, Phases: phases, Planned: planned, Now: now})
		if err != nil {
			t.Fatal(err)
		}
		if got := []scenario.ItemStatus{items[0].Status, items[1].Status}; !slices.Equal(got, want) {
			t.Errorf("at revision %d: %v, want %v", now.Revision(), got, want)
		}
	}
}
