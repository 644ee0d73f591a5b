package atlas_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
)

// TestRevertIsTheInverse takes random commits back, and the taking back too.
func TestRevertIsTheInverse(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	counties := 0
	rapid.Check(t, func(rt *rapid.T) {
		dice := countytest.Rapid(rt)
		counties++
		code := fmt.Sprint(100_000 + counties)
		edits := change.Between(nil, countytest.Random(dice))
		for _, e := range edits {
			if first, ok := e.(*change.CreateCounty); ok {
				first.Node.Key = code
			}
		}
		commit(t, a, code, 0, edits...)
		before := head(t, a, code)
		ch := atlas.Change{ID: code + "-2", County: code, Base: 1, Edits: countytest.RandomEdits(dice, before, 1+dice.IntN(8)), Actor: "test"}
		ch.Edits = append(ch.Edits, approval)
		foreseen, told, err := a.Preview(t.Context(), ch)
		if err != nil {
			rt.Fatal(err)
		}
		done, err := a.Commit(t.Context(), ch)
		if err != nil {
			rt.Fatal(err)
		}
		after := head(t, a, code)
		if !gov.SameGraph(foreseen.Graph(), after.Graph()) || !gov.Equal(told.Delta, done.Delta) || told.Revision != done.Revision {
			rt.Error("the preview shows something else than the commit does")
		}
		for i, want := range []gov.Graph{before.Graph(), after.Graph()} {
			taken := fmt.Sprint(code, "-", i+2)
			if _, err := a.Revert(t.Context(), taken, atlas.Change{ID: fmt.Sprint(code, "-", i+3), County: code, Actor: "test"}); err != nil {
				rt.Fatal(err)
			}
			if !gov.SameGraph(head(t, a, code).Graph(), want) {
				rt.Errorf("%s is not taken back", taken)
			}
		}
	})
}

func TestPreviewRecordsNothing(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	county := create(t, a)
	ch := atlas.Change{ID: "x", County: county.Key, Base: 1, Edits: []change.Edit{rename(county, "经济办")}}
	next, _, err := a.Preview(t.Context(), ch)
	if err != nil || next.Revision() != 2 || head(t, a, county.Key).Revision() != 1 {
		t.Errorf("%v", err)
	}
	for name, bad := range map[string]func(*atlas.Change){
		"baseRevision": func(c *atlas.Change) { c.Base = 0; c.Edits = change.Between(nil, county) },
		"effective":    func(c *atlas.Change) { c.Effective = "1999-01-01" },
		"commitId":     func(c *atlas.Change) { c.ID = "" },
	} {
		other := ch
		bad(&other)
		var e *gov.Error
		if _, _, err := a.Preview(t.Context(), other); !errors.As(err, &e) || len(e.Path) == 0 || e.Path[0] != name {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestRevertWhileOthersCommit takes a commit back in a process that is behind, while another goes on committing.
func TestRevertWhileOthersCommit(t *testing.T) {
	s := open(t)
	mine, theirs := start(t, atlas.Config{Store: s}), start(t, atlas.Config{Store: s})
	county := create(t, mine)
	if err := theirs.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	other := county.Townships()[1].Organs()[0].Key
	commit(t, mine, county.Key, 1, rename(county, "经济办"))
	if err := theirs.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	for i := range 3 { // mine knows nothing of these
		commit(t, theirs, county.Key, int64(i+2), &change.RenameOrgan{Key: other, Name: fmt.Sprint("办公室", i)})
	}
	back := atlas.Change{ID: "back", County: county.Key, Actor: "test"}
	done, err := mine.Revert(t.Context(), county.Key+"-2", back)
	if err != nil || done.Revision != 6 {
		t.Fatalf("revision %d, %v", done.Revision, err)
	}
	again, err := theirs.Revert(t.Context(), county.Key+"-2", back) // as if the answer had been lost
	if err != nil || again.Seq != done.Seq {
		t.Errorf("sent again: %v", err)
	}
}

// TestRevertOnce has many send the same taking back at once.
func TestRevertOnce(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	county := create(t, a)
	commit(t, a, county.Key, 1, rename(county, "经济办"))
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if c, err := a.Revert(t.Context(), county.Key+"-2", atlas.Change{ID: "back", County: county.Key}); err != nil || c.Revision != 3 {
				t.Errorf("revision %d, %v", c.Revision, err)
			}
		})
	}
	all.Wait()
	if r := head(t, a, county.Key).Revision(); r != 3 {
		t.Errorf("%d revisions", r)
	}
}

// TestRefusalNamesTheLatest has more commits in the way than a refusal names.
func TestRefusalNamesTheLatest(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	county := create(t, a)
	for i := range 60 {
		commit(t, a, county.Key, int64(i+1), rename(county, fmt.Sprint("办公室", i)))
	}
	_, err := a.Revert(t.Context(), county.Key+"-2", atlas.Change{ID: "back", County: county.Key})
	var p gov.Problems
	if !errors.As(err, &p) || p[0].Code != gov.CodeConflict {
		t.Fatal(err)
	}
	if text := p[0].Message.EN; !strings.Contains(text, "59 in all (61 by test; ") || !strings.HasSuffix(text, "52 by test)") {
		t.Error(text)
	}
	for id, want := range map[string]gov.Code{county.Key + "-1": gov.CodeConflict, "nothing": gov.CodeNotFound} {
		if _, err := a.Revert(t.Context(), id, atlas.Change{ID: "back", County: county.Key}); gov.CodeOf(err) != want {
			t.Errorf("%s: %v", id, err)
		}
	}
}

// TestRefusalNamesWhoCites: what a commit added and a later one cites in an attribute can't go, and the later one is named.
func TestRefusalNamesWhoCites(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	county := create(t, a)
	commit(t, a, county.Key, 1, &change.CreateSource{Node: gov.Source{Key: "source/方案", Document: "三定方案"}})
	commit(t, a, county.Key, 2, &change.CreateDepartment{Node: gov.Department{
		Key: "department/水利局", Name: "水利局", Kind: gov.DepartmentGovernment, Provenance: gov.Provenance{Sources: []string{"source/方案"}},
	}})
	_, err := a.Revert(t.Context(), county.Key+"-2", atlas.Change{ID: "back", County: county.Key})
	var p gov.Problems
	if !errors.As(err, &p) || p[0].Code != gov.CodeConflict || !strings.Contains(p[0].Message.ZH, "第 3 次") {
		t.Errorf("%v", err)
	}
}

// TestCommitIsFound looks for commits over several steps of the search.
func TestCommitIsFound(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	county := create(t, a)
	const last = 1_003
	for r := int64(2); r <= last; r++ {
		commit(t, a, county.Key, r-1)
	}
	v, err := a.View()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []int64{1, 2, 3, 4, 502, 503, 504, 1_002, last} {
		if c, err := v.Commit(t.Context(), county.Key, fmt.Sprint(county.Key, "-", r)); err != nil || c.Revision != r || c.Edits == nil {
			t.Errorf("%d: %d, %v", r, c.Revision, err)
		}
	}
}
