package desk_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/desk"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
)

// TestAppliedAndReverted leads a plan through every gate to the county and takes it back.
func TestAppliedAndReverted(t *testing.T) {
	o := start(t, gov.GateTownshipOpinion, gov.GateApproval)
	ctx, before := t.Context(), graphOf(t, o.head())
	r := o.create(merge)
	r = o.must(o.Do(ctx, next(r), step(&change.RenameOrgan{Key: alarm, Name: "应急管理办"})))
	planned := graphOf(t, o.result(r.ID))
	if graphOf(t, o.head()) != before {
		t.Fatal("a plan changed the county")
	}
	r = o.must(o.Submit(ctx, next(r)))
	if _, err := o.Do(ctx, next(r), step(&change.RenameOrgan{Key: farm, Name: "农办"})); gov.CodeOf(err) != gov.CodeInvalid {
		t.Errorf("an edit after it was handed in: %v", err)
	}
	if _, _, err := o.Apply(ctx, next(r), desk.Application{Approval: approval}); gov.CodeOf(err) != gov.CodeInvalid {
		t.Errorf("applied before it was approved: %v", err)
	}
	for _, v := range []scenario.Verdict{{Kind: gov.GateTownshipOpinion, Township: "township/东镇", Passed: true}, {Kind: gov.GateApproval, Passed: true, Note: "同意"}} {
		r = o.must(o.Review(ctx, next(r), v))
	}
	if _, _, err := o.Apply(ctx, next(r), desk.Application{}); gov.CodeOf(err) != gov.CodeInvalid || o.head().Revision() != 1 {
		t.Errorf("applied without the document of approval: %v", err)
	}
	w := next(r)
	applied, commit, err := o.Apply(ctx, w, desk.Application{Approval: approval})
	if err != nil || applied.State != scenario.Applied || commit.Revision != 2 || applied.Commit != commit.ID {
		t.Fatalf("%s, revision %d, %v", applied.State, commit.Revision, err)
	}
	again, same, err := o.Apply(ctx, w, desk.Application{Approval: approval})
	if err != nil || same.Seq != commit.Seq || again.Version != applied.Version {
		t.Errorf("sent again: %v", err)
	}
	head := o.head()
	if len(head.Sources()) != 1 || graphOf(t, o.result(r.ID)) != planned {
		t.Errorf("the approval is not recorded, or the plan now shows something else")
	}
	if _, err := o.atlas.Revert(ctx, commit.ID, atlas.Change{ID: "back", County: code, Actor: "甲"}); err != nil {
		t.Fatal(err)
	}
	if graphOf(t, o.head()) != before {
		t.Error("taken back, the county is not what it was")
	}
	items, err := o.Track(ctx, o.view(), code, r.ID)
	if err != nil || items[0].Status != scenario.ItemUndone || len(items[0].Since) != 1 {
		t.Errorf("%+v, %v", items, err)
	}
}

// TestApplyWhoseAnswerWasLost has the commit recorded and the scenario not, as after a crash between the two.
func TestApplyWhoseAnswerWasLost(t *testing.T) {
	o := start(t)
	r := o.must(o.Submit(t.Context(), next(o.create(merge))))
	w := next(r)
	done, err := o.atlas.Commit(t.Context(), atlas.Change{
		ID: "scenario-" + r.ID + "-2", County: code, Base: 1, Edits: append([]change.Edit{approval}, merge), Actor: "甲",
	})
	if err != nil {
		t.Fatal(err)
	}
	applied, commit, err := o.Apply(t.Context(), w, desk.Application{Approval: approval})
	if err != nil || commit.Seq != done.Seq || applied.State != scenario.Applied {
		t.Errorf("%s, %v", applied.State, err)
	}
}

// TestACommittedPlanIsNotTakenBack has the commit recorded and the scenario not; then somebody withdraws it.
func TestACommittedPlanIsNotTakenBack(t *testing.T) {
	o := start(t)
	ctx := t.Context()
	r := o.must(o.Submit(ctx, next(o.create(merge))))
	if _, err := o.atlas.Commit(ctx, atlas.Change{
		ID: "scenario-" + r.ID + "-2", County: code, Base: 1, Edits: append([]change.Edit{approval}, merge), Actor: "甲",
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Withdraw(ctx, next(r)); gov.CodeOf(err) != gov.CodeConflict {
		t.Errorf("withdrawn: %v", err)
	}
	if _, err := o.Rebase(ctx, next(r), nil); gov.CodeOf(err) != gov.CodeConflict {
		t.Errorf("rebased: %v", err)
	}
	if r, _, err := o.Apply(ctx, next(r), desk.Application{Approval: approval}); err != nil || r.State != scenario.Applied {
		t.Errorf("%s, %v", r.State, err)
	}
}

// TestApplyWhileOthersWithdraw has both at once, many times: the scenario says what the county's log says.
func TestApplyWhileOthersWithdraw(t *testing.T) {
	o := start(t)
	ctx := t.Context()
	for i := range 20 {
		r := o.must(o.Submit(ctx, next(o.create(&change.RenameOrgan{Key: alarm, Name: fmt.Sprint("应急办", i)}))))
		before := o.head().Revision()
		var both sync.WaitGroup
		both.Go(func() {
			if _, _, err := o.Apply(ctx, next(r), desk.Application{}); err != nil && gov.CodeOf(err) != gov.CodeConflict && gov.CodeOf(err) != gov.CodeInvalid {
				t.Error(err)
			}
		})
		both.Go(func() {
			w := next(r)
			w.Actor = "乙"
			if _, err := o.Withdraw(ctx, w); err != nil && gov.CodeOf(err) != gov.CodeConflict {
				t.Error(err)
			}
		})
		both.Wait()
		now, err := o.Scenario(ctx, o.view(), code, r.ID)
		if err != nil {
			t.Fatal(err)
		}
		if applied := o.head().Revision() > before; applied != (now.State == scenario.Applied) {
			t.Fatalf("round %d: in the log %v, the scenario is %s", i, applied, now.State)
		}
	}
}

func TestApplyNeedsTheHead(t *testing.T) {
	o := start(t)
	r := o.must(o.Submit(t.Context(), next(o.create(merge))))
	o.commit(1, &change.RenameOrgan{Key: alarm, Name: "应急管理办"})
	if _, _, err := o.Apply(t.Context(), next(r), desk.Application{Approval: approval}); gov.CodeOf(err) != gov.CodeStale {
		t.Fatalf("on an old base: %v", err)
	}
	out, err := o.Rebase(t.Context(), next(r), nil)
	if err != nil || len(out.Conflicts) > 0 || out.State != scenario.Approved {
		t.Fatalf("%+v, %v", out.Conflicts, err)
	}
	if _, commit, err := o.Apply(t.Context(), next(out.Record), desk.Application{Approval: approval}); err != nil || commit.Revision != 3 {
		t.Errorf("revision %d, %v", commit.Revision, err)
	}
}

func TestRebaseAsks(t *testing.T) {
	o := start(t)
	r := o.create(&change.RenameOrgan{Key: farm, Name: "农办"})
	o.commit(1, &change.RenameOrgan{Key: farm, Name: "三农办"})
	asked, err := o.Rebase(t.Context(), next(r), nil)
	if err != nil || len(asked.Conflicts) != 1 || asked.Version != r.Version {
		t.Fatalf("%+v, %v", asked.Conflicts, err)
	}
	w, choice := next(r), []scenario.Choice{{Keep: scenario.Mine}}
	out, err := o.Rebase(t.Context(), w, choice)
	if err != nil || out.Version != r.Version+1 || out.Record.Base != 2 {
		t.Fatalf("base %d, %v", out.Record.Base, err)
	}
	again, err := o.Rebase(t.Context(), w, choice)
	if err != nil || again.Version != out.Version {
		t.Errorf("sent again: %v", err)
	}
	if n, _ := o.result(r.ID).Node(farm); n.NodeName() != "农办" {
		t.Errorf("the result says %s", n.NodeName())
	}
}

func TestPhasesAreCommitsOfTheirOwn(t *testing.T) {
	o := start(t)
	ctx := t.Context()
	r := o.create(merge, &change.RenameOrgan{Key: alarm, Name: "应急管理办"})
	r = o.must(o.Undo(ctx, next(r)))
	later := step(&change.RenameOrgan{Key: alarm, Name: "应急管理办"})
	later.Effective = "2199-01-01"
	r = o.must(o.Submit(ctx, next(o.must(o.Do(ctx, next(r), later)))))
	r, commit, err := o.Apply(ctx, next(r), desk.Application{Approval: approval, Until: "2198-12-31"})
	if err != nil || commit.Revision != 2 || r.State != scenario.Approved || len(r.Edits()) != 1 {
		t.Fatalf("%s, %v", r.State, err)
	}
	if n, _ := o.head().Node(alarm); n.NodeName() != "应急办" {
		t.Errorf("what is planned for later was applied: %s", n.NodeName())
	}
	if n, _ := o.result(r.ID).Node(alarm); n.NodeName() != "应急管理办" {
		t.Errorf("the rest leads to %s", n.NodeName())
	}
	items, err := o.Track(ctx, o.view(), code, r.ID)
	if err != nil || items[0].Status != scenario.ItemDone || items[1].Status != scenario.ItemPlanned {
		t.Errorf("%+v, %v", items, err)
	}
	r, commit, err = o.Apply(ctx, next(r), desk.Application{})
	if err != nil || commit.Revision != 3 || r.State != scenario.Applied {
		t.Errorf("%s, %v", r.State, err)
	}
	if items, err = o.Track(ctx, o.view(), code, r.ID); err != nil || items[0].Status != scenario.ItemDone || items[1].Status != scenario.ItemDone {
		t.Errorf("%+v, %v", items, err)
	}
}

// TestDocumentsOutliveTheProcess closes the store and opens it anew.
func TestDocumentsOutliveTheProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	s := opened(t, path)
	o := on(t, s)
	o.commit(0, change.Between(nil, countytest.Parse(t, text))...)
	r := o.must(o.Do(t.Context(), next(o.create(merge)), step(&change.RenameOrgan{Key: alarm, Name: "应急管理办"})))
	planned := graphOf(t, o.result(r.ID))
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	again := on(t, opened(t, path))
	back, err := again.Scenario(t.Context(), again.view(), code, r.ID)
	if err != nil || back.Version != r.Version || graphOf(t, again.result(r.ID)) != planned {
		t.Errorf("version %d, %v", back.Version, err)
	}
	if _, err := again.Undo(t.Context(), next(back)); err != nil {
		t.Error(err)
	}
}

func TestWorkOfAnotherProcessIsSeen(t *testing.T) {
	mine := start(t)
	theirs := on(t, mine.store)
	ctx := t.Context()
	r := mine.create(merge)
	w := next(r)
	w.Actor = "乙"
	edited, err := theirs.Do(ctx, w, step(&change.RenameOrgan{Key: alarm, Name: "应急管理办"})) // knows nothing of it yet
	if err != nil {
		t.Fatal(err)
	}
	if err := mine.atlas.Sync(ctx); err != nil {
		t.Fatal(err)
	}
	if n, _ := mine.result(r.ID).Node(alarm); n.NodeName() != "应急管理办" {
		t.Errorf("the result says %s", n.NodeName())
	}
	if _, err := mine.Undo(ctx, next(r)); gov.CodeOf(err) != gov.CodeConflict {
		t.Errorf("a write on what they changed: %v", err)
	}
	back := next(edited)
	if _, err := mine.Undo(ctx, back); err != nil {
		t.Error(err)
	}
	if _, err := theirs.Redo(ctx, desk.Write{County: code, ID: r.ID, Version: edited.Version + 1, Actor: "乙"}); err != nil {
		t.Errorf("a write on what this process has not seen: %v", err)
	}
}

func TestScenariosOfACounty(t *testing.T) {
	o := start(t)
	ctx := t.Context()
	first, second := o.create(merge), o.create()
	third := o.must(o.Copy(ctx, desk.Write{County: code, Actor: "乙"}, first.ID, "又一"))
	all, err := o.Scenarios(ctx, o.view(), code)
	if err != nil || len(all) != 3 || third.Origin.CopyOf != first.ID || len(third.Edits()) != 1 {
		t.Fatalf("%d, %v", len(all), err)
	}
	c, err := o.Compare(ctx, o.view(), code, first.ID, second.ID, third.ID)
	if err != nil || len(c.Columns) != 3 || c.Columns[0].Delta.Cost >= 0 || c.Columns[1].Delta.Cost != 0 || !slices.Equal(c.Edits[0].In, []string{first.ID, third.ID}) {
		t.Errorf("%+v, %v", c.Edits, err)
	}
	if _, err := o.Compare(ctx, o.view(), code, first.ID, "nothing"); gov.CodeOf(err) != gov.CodeNotFound {
		t.Error(err)
	}
	for range 2 { // the second time it is gone already
		if err := o.Delete(ctx, next(second)); err != nil {
			t.Error(err)
		}
	}
	if err := o.Delete(ctx, desk.Write{County: code, ID: first.ID, Version: 7, Actor: "甲"}); gov.CodeOf(err) != gov.CodeConflict {
		t.Errorf("deleting what is at another version: %v", err)
	}
	if _, err := o.Scenario(ctx, o.view(), code, second.ID); gov.CodeOf(err) != gov.CodeNotFound {
		t.Error(err)
	}
	if _, err := o.Scenarios(ctx, o.view(), "nowhere"); gov.CodeOf(err) != gov.CodeNotFound {
		t.Error(err)
	}
}

func TestEditsThatDoNotApply(t *testing.T) {
	o := start(t)
	r := o.create(merge)
	_, err := o.Do(t.Context(), next(r), step(&change.RenameOrgan{Key: alarm, Name: "一"}), step(&change.RenameOrgan{Key: alarm, Name: "二"}, &change.RenameOrgan{Key: farm, Name: "三"}))
	p, ok := err.(gov.Problems)
	if !ok || !slices.Equal(p[0].Path, []any{"steps", 1, "edits", 1, "renameOrgan", "key"}) {
		t.Errorf("%v", err)
	}
	if back, err := o.Scenario(t.Context(), o.view(), code, r.ID); err != nil || back.Version != r.Version {
		t.Errorf("version %d, %v", back.Version, err)
	}
}

// TestWritesSentAgain sends each write twice: the second gives what the first gave.
func TestWritesSentAgain(t *testing.T) {
	o := start(t, gov.GateApproval)
	ctx := t.Context()
	title := "另一方案"
	r := o.must(o.Create(ctx, desk.Write{County: code, ID: "mine", Actor: "甲"}, scenario.Outline{Title: "方案", Steps: []scenario.Step{step(merge)}}))
	if again := o.must(o.Create(ctx, desk.Write{County: code, ID: "mine", Actor: "甲"}, scenario.Outline{Title: "方案", Steps: []scenario.Step{step(merge)}})); again.Version != 1 {
		t.Errorf("created twice: version %d", again.Version)
	}
	if _, err := o.Create(ctx, desk.Write{County: code, ID: "mine", Actor: "甲"}, scenario.Outline{Title: "别的"}); gov.CodeOf(err) != gov.CodeConflict {
		t.Errorf("another under the same id: %v", err)
	}
	for i, do := range []func(desk.Write) (desk.Record, error){
		func(w desk.Write) (desk.Record, error) {
			return o.Do(ctx, w, step(&change.RenameOrgan{Key: alarm, Name: "一"}))
		},
		func(w desk.Write) (desk.Record, error) { return o.Undo(ctx, w) },
		func(w desk.Write) (desk.Record, error) { return o.Redo(ctx, w) },
		func(w desk.Write) (desk.Record, error) { return o.Amend(ctx, w, scenario.Amendment{Title: &title}) },
		func(w desk.Write) (desk.Record, error) { return o.Submit(ctx, w) },
		func(w desk.Write) (desk.Record, error) { return o.Withdraw(ctx, w) },
		func(w desk.Write) (desk.Record, error) { return o.Reopen(ctx, w) },
		func(w desk.Write) (desk.Record, error) { return o.Submit(ctx, w) },
		func(w desk.Write) (desk.Record, error) {
			return o.Review(ctx, w, scenario.Verdict{Kind: gov.GateApproval, Passed: true})
		},
	} {
		w := next(r)
		r = o.must(do(w))
		again, err := do(w)
		if err != nil || again.Version != r.Version || r.Version != w.Version+1 {
			t.Errorf("write %d: version %d and %d, %v", i, r.Version, again.Version, err)
		}
		w.Actor = "乙"
		if _, err := do(w); gov.CodeOf(err) != gov.CodeConflict {
			t.Errorf("write %d by another on the old version: %v", i, err)
		}
	}
}

func TestEveryVersionIsRead(t *testing.T) {
	o := start(t)
	ctx := t.Context()
	r := o.create(merge)
	for _, version := range []atlas.Version{{}, {Revision: 1}, {Scenario: r.ID}, {Scenario: r.ID, Bases: []gov.Basis{gov.BasisDocument}}} {
		c, err := o.At(ctx, o.view(), code, version)
		if err != nil || c.Meta().World != version.World() {
			t.Errorf("%+v: %v", version, err)
		}
		again, err := o.At(ctx, o.view(), code, version)
		if err != nil || again != c && version.Scenario != "" {
			t.Errorf("%+v is computed each time: %v", version, err)
		}
	}
	if _, err := o.At(ctx, o.view(), code, atlas.Version{Scenario: "nothing"}); gov.CodeOf(err) != gov.CodeNotFound {
		t.Error(err)
	}
}
