package scenario_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

var noon = time.Date(2024, 5, 6, 4, 0, 0, 0, time.UTC)

func by(actor string) scenario.By { return scenario.By{Actor: actor, Time: noon} }

// plan is a draft on a county with one step per edit.
func plan(t testing.TB, c *snapshot.County, edits ...change.Edit) scenario.Scenario {
	t.Helper()
	o := scenario.Outline{Title: "方案", Base: c.Revision()}
	for _, e := range edits {
		o.Steps = append(o.Steps, scenario.Step{Edits: change.Edits{e}})
	}
	s, err := scenario.New(o, by("甲"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func result(t testing.TB, s scenario.Scenario, c *snapshot.County) *snapshot.County {
	t.Helper()
	out, _, err := s.Result(c, "p1")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func note(text string) *change.CreateMeasure {
	return &change.CreateMeasure{Node: gov.Measure{Key: "measure/" + text, Name: text, Kind: gov.MeasureCoordination, Status: gov.MeasureRecommended}}
}

// TestUndoAndRedo walks at random through doing, undoing and redoing, beside a plain list of what is in force.
func TestUndoAndRedo(t *testing.T) {
	base := countytest.Parse(t, "county 900001 甲县\n")
	rapid.Check(t, func(rt *rapid.T) {
		s := plan(t, base)
		var force, undone []string
		for i := range rapid.IntRange(1, 30).Draw(rt, "actions") {
			var err error
			switch rapid.IntRange(0, 3).Draw(rt, "action") {
			case 0:
				if s, err = s.Undo(by("乙")); (err == nil) != (len(force) > 0) {
					rt.Fatalf("undo of %d steps: %v", len(force), err)
				}
				if n := len(force); n > 0 {
					undone, force = append(undone, force[n-1]), force[:n-1]
				}
			case 1:
				if s, err = s.Redo(by("乙")); (err == nil) != (len(undone) > 0) {
					rt.Fatalf("redo of %d steps: %v", len(undone), err)
				}
				if n := len(undone); n > 0 {
					force, undone = append(force, undone[n-1]), undone[:n-1]
				}
			default:
				name := strings.Repeat("甲", i+1)
				if s, err = s.Do(scenario.Step{Edits: change.Edits{note(name)}, Actor: "乙", Time: noon}); err != nil {
					rt.Fatal(err)
				}
				force, undone = append(force, name), nil
			}
		}
		var names []string
		for _, m := range result(t, s, base).Measures() {
			names = append(names, m.Name)
		}
		if d := cmp.Diff(len(force), len(names)); d != "" || len(s.Steps) != len(force)+len(undone) {
			rt.Errorf("in force %v, in the result %v", force, names)
		}
		body, err := s.Encode()
		if err != nil {
			rt.Fatal(err)
		}
		back, err := scenario.Decode(body)
		if d := cmp.Diff(s, back); err != nil || d != "" {
			rt.Errorf("read back: %v %s", err, d)
		}
	})
}

// TestRandomPlansReadBack holds the codec for edits of every kind.
func TestRandomPlansReadBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dice := countytest.Rapid(rt)
		base := countytest.Random(dice)
		s := plan(t, base, countytest.RandomEdits(dice, base, 6)...)
		body, err := s.Encode()
		if err != nil {
			rt.Fatal(err)
		}
		back, err := scenario.Decode(body)
		if err != nil || !gov.SameGraph(result(t, s, base).Graph(), result(t, back, base).Graph()) {
			rt.Errorf("read back it leads elsewhere: %v", err)
		}
	})
}

func TestDamagedBodies(t *testing.T) {
	for _, body := range []string{``, `{}`, `{"title":"一","state":"DRAFT","cursor":1}`, `{"title":"一","state":"DRAFT","cursor":0,"more":1}`, `{"title":"一","state":"DRAFT","cursor":0,"base":1}{}`} {
		if _, err := scenario.Decode([]byte(body)); gov.CodeOf(err) != gov.CodeInternal {
			t.Errorf("%s: %v", body, err)
		}
	}
}

func TestTheResultIsOfItsWorld(t *testing.T) {
	base := countytest.Parse(t, "county 900001 甲县\ntownship 东镇\ntownship 西镇\n")
	s := plan(t, base, &change.DeclarePortfolios{Township: "township/西镇", Complete: true})
	s.Steps[0].Effective = "2031-01-01"
	c := result(t, s, base)
	if c.Meta().World != "sp1" || c.Effective() != "2031-01-01" || c.Townships()[0].ID() == base.Townships()[0].ID() {
		t.Errorf("%+v", c.Meta())
	}
	if base.Townships()[0].Cell() != c.Townships()[0].Cell() {
		t.Error("a township that the plan does not touch is not shared")
	}
}

func TestLimits(t *testing.T) {
	base := countytest.Parse(t, "county 900001 甲县\n")
	s := plan(t, base)
	many := make(change.Edits, scenario.MaxEdits+1)
	for i := range many {
		many[i] = note("会")
	}
	long := strings.Repeat("字", scenario.MaxTitle+1)
	for place, do := range map[string]func() error{
		"edits": func() error { _, err := s.Do(scenario.Step{Edits: many}); return err },
		"title": func() error { _, err := s.Amend(scenario.Amendment{Title: &long}, by("甲")); return err },
		"steps": func() error { _, err := s.Do(scenario.Step{Title: long, Edits: change.Edits{note("会")}}); return err },
		"scope": func() error {
			o := scenario.Outline{Title: "一"}
			o.Scope.Township, o.Scope.Class = "a", gov.SizeLarge
			_, err := scenario.New(o, by("甲"))
			return err
		},
		"cursor": func() error { _, err := s.Undo(by("甲")); return err },
	} {
		var e *gov.Error
		if err := do(); !errors.As(err, &e) || e.Code != gov.CodeInvalid || len(e.Path) == 0 || e.Path[0] != place || e.Message.ZH == "" {
			t.Errorf("%s: %v", place, err)
		}
	}
	if _, err := s.Do(scenario.Step{}); gov.CodeOf(err) != gov.CodeInvalid {
		t.Errorf("a step without edits: %v", err)
	}
}

func TestACopyIsADraftOfWhatIsInForce(t *testing.T) {
	base := countytest.Parse(t, "county 900001 甲县\n")
	s := plan(t, base, note("会"), note("组"))
	s, err := s.Undo(by("甲"))
	if err != nil {
		t.Fatal(err)
	}
	c, err := s.Copy("p1", "", by("乙"))
	if err != nil || len(c.Steps) != 1 || c.Origin.CopyOf != "p1" || c.Title != "方案（副本）" || c.State != scenario.Draft || len(c.Trail) != 1 {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestTheTrailForgetsDraftingFirst(t *testing.T) {
	base := countytest.Parse(t, "county 900001 甲县\n")
	s := plan(t, base, note("会"))
	for range 400 {
		var err error
		if s, err = s.Undo(by("甲")); err == nil {
			s, err = s.Redo(by("甲"))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if n := len(s.Trail); n > 500 || s.Trail[0].Action != scenario.ActionCreated || s.Trail[n-1].Action != scenario.ActionRedone {
		t.Errorf("%d entries, from %s", n, s.Trail[0].Action)
	}
}

func TestAStepThatBeginsAnewSetsTheOthersAsideUntilItIsUndone(t *testing.T) {
	base := countytest.Parse(t, "county 900001 甲县\n")
	s := plan(t, base, note("一"), note("二"))
	anew, err := s.Do(scenario.Step{Edits: change.Edits{note("三")}, Anew: true})
	if err != nil {
		t.Fatal(err)
	}
	names := func(s scenario.Scenario) string {
		var out []string
		for _, m := range result(t, s, base).Measures() {
			out = append(out, m.Name)
		}
		return strings.Join(out, " ")
	}
	copied, err := anew.Copy("p1", "", by("乙"))
	if err != nil {
		t.Fatal(err)
	}
	back, err := anew.Undo(by("乙"))
	if err != nil {
		t.Fatal(err)
	}
	later, err := anew.Do(scenario.Step{Edits: change.Edits{note("四")}})
	if err != nil {
		t.Fatal(err)
	}
	handed, err := later.Submit(base, result(t, later, base), by("丙"))
	if err != nil {
		t.Fatal(err)
	}
	empty, err := later.Do(scenario.Step{Anew: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range []struct {
		what string
		s    scenario.Scenario
		want string
		step int
	}{
		{"anew", anew, "三", 3}, {"copied", copied, "三", 1}, {"undone", back, "一 二", 3}, {"later", later, "三 四", 4}, {"handed in", handed, "三 四", 2}, {"nothing", empty, "", 5},
	} {
		if got := names(one.s); got != one.want || len(one.s.Steps) != one.step {
			t.Errorf("%s: %q in %d steps, want %q in %d", one.what, got, len(one.s.Steps), one.want, one.step)
		}
	}
}

func TestAPlannerWhoTriesManyGroupingsForgetsTheFirst(t *testing.T) {
	base := countytest.Parse(t, "county 900001 甲县\n")
	s := plan(t, base)
	for range scenario.MaxSteps + 20 {
		var err error
		if s, err = s.Do(scenario.Step{Edits: change.Edits{note("一")}, Anew: true}); err != nil {
			t.Fatal(err)
		}
	}
	if len(s.Steps) != scenario.MaxSteps || s.Cursor != len(s.Steps) || len(s.Edits()) != 1 {
		t.Errorf("%d steps, cursor %d, %d edits", len(s.Steps), s.Cursor, len(s.Edits()))
	}
}
