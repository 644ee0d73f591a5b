package change_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// apply applies edits that are known to be valid.
func apply(t *rapid.T, c *snapshot.County, edits []change.Edit) (*snapshot.County, gov.Delta) {
	next, delta, err := change.Apply(c, edits, snapshot.Meta{Revision: c.Revision() + 1})
	if err != nil {
		raw, _ := change.Encode(edits)
		t.Fatalf("%v\n%s", err, raw)
	}
	return next, delta
}

func canonical(t *rapid.T, c *snapshot.County) string {
	raw, err := json.Marshal(c.Graph())
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestApplyProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dice := countytest.Rapid(t)
		base := countytest.Random(dice)
		start := canonical(t, base)
		edits := countytest.RandomEdits(dice, base, 1+dice.IntN(6))
		next, delta := apply(t, base, edits)

		replayed, err := base.Graph().Apply(delta)
		if err != nil {
			t.Fatal(err)
		}
		rebuilt, err := snapshot.Build(replayed, next.Meta())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(canonical(t, rebuilt), canonical(t, next)); diff != "" {
			t.Errorf("incremental differs from replayed:\n%s", diff)
		}
		if diff := cmp.Diff(countytest.Walk(rebuilt), countytest.Walk(next)); diff != "" {
			t.Errorf("incremental is linked otherwise than rebuilt:\n%s", diff)
		}
		if again, _ := apply(t, base, edits); canonical(t, again) != canonical(t, next) {
			t.Error("the same edits gave another result")
		}
		back, _ := apply(t, next, []change.Edit{&change.Restore{Delta: delta.Inverse(), Of: next.Revision()}})
		if diff := cmp.Diff(start, canonical(t, back)); diff != "" {
			t.Errorf("edit then restore:\n%s", diff)
		}
		if canonical(t, base) != start {
			t.Error("the base was changed")
		}
	})
}

// A decoded commit does the same as the edits that were encoded: that is how another process follows.
func TestApplyDecoded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dice := countytest.Rapid(t)
		base := countytest.Random(dice)
		edits := countytest.RandomEdits(dice, base, 4)
		raw, err := change.Encode(edits)
		if err != nil {
			t.Fatal(err)
		}
		decoded, err := change.Decode(raw)
		if err != nil {
			t.Fatal(err)
		}
		next, delta := apply(t, base, edits)
		other, same := apply(t, base, decoded)
		if canonical(t, next) != canonical(t, other) || !gov.Equal(delta, same) {
			t.Error("decoded edits gave another result")
		}
	})
}

// An edit of one township leaves the parts of all others as they are, by identity.
func TestApplySharesParts(t *testing.T) {
	c := countytest.Parse(t, `county 1 某县
department 农业农村局
township 甲镇,乙镇,丙镇
  organ 农业办
  leader 丁 镇长`)
	next, _, err := change.Apply(c, []change.Edit{
		&change.AddCounterpart{Organ: "organ/乙镇/农业办", Department: "department/农业农村局"},
		&change.AssignLeader{Leader: "leader/乙镇/丁", Organ: "organ/乙镇/农业办"},
		&change.UpdateOrgan{Key: "organ/乙镇/农业办", Set: json.RawMessage(`{"staff":3}`)},
	}, snapshot.Meta{Revision: 2})
	if err != nil {
		t.Fatal(err)
	}
	before, fresh := map[any]bool{}, 0
	for part := range c.Parts() {
		before[part] = true
	}
	for part := range next.Parts() {
		if !before[part] {
			fresh++
		}
	}
	if fresh != 1 {
		t.Errorf("%d parts are new, want the one township's", fresh)
	}
}

func TestApplyReportsEverything(t *testing.T) {
	c := countytest.Parse(t, "county 1 某县\ntownship 甲镇\norgan 农业办")
	_, _, err := change.Apply(c, []change.Edit{
		&change.CreateOrgan{Node: gov.Organ{Township: "township/乙镇", Provenance: gov.Provenance{Sources: []string{"无"}}}},
		nil,
		&change.RenameOrgan{Key: "organ/甲镇/农业办", Name: ""},
		&change.UpdateOrgan{Key: "organ/甲镇/农业办", Set: json.RawMessage(`{"head":"甲","boss":"乙"}`)},
	}, snapshot.Meta{Revision: 2})
	p, _ := err.(gov.Problems)
	places := map[string]bool{}
	for _, one := range p {
		place, _ := json.Marshal(one.Path)
		places[string(place)] = true
	}
	for _, want := range []string{
		`["edits",0,"createOrgan","name"]`, `["edits",0,"createOrgan","organKind"]`, `["edits",0,"createOrgan","township"]`,
		`["edits",0,"createOrgan","sources",0]`, `["edits",1]`, `["edits",2,"renameOrgan","name"]`,
		`["edits",3,"updateOrgan","set","boss"]`, `["edits",3,"updateOrgan","set","head"]`,
	} {
		if !places[want] {
			t.Errorf("no problem at %s among %v", want, places)
		}
	}
}

func TestApplyMakesACounty(t *testing.T) {
	made, _, err := change.Apply(nil, []change.Edit{
		&change.CreateCounty{Node: gov.County{Key: "410185", Name: "登封市"}},
		&change.CreateTownship{Node: gov.Township{Name: "大冶镇"}},
		&change.CreateOrgan{Node: gov.Organ{Township: "township/大冶镇", Name: "农业办", Kind: gov.OrganOffice}},
	}, snapshot.Meta{Revision: 1})
	if err != nil || len(made.Organs()) != 1 {
		t.Fatalf("%v", err)
	}
	_, _, err = change.Apply(made, []change.Edit{&change.CreateCounty{Node: gov.County{Key: "2", Name: "又一县"}}}, snapshot.Meta{Revision: 2})
	if gov.CodeOf(err) != gov.CodeConflict {
		t.Errorf("a second county: %v", err)
	}
}
