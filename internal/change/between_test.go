package change_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

func leadsTo(t *rapid.T, a, b *snapshot.County) {
	edits := change.Between(a, b)
	got, _, err := change.Apply(a, edits, snapshot.Meta{Revision: b.Revision()})
	if err != nil {
		raw, _ := change.Encode(edits)
		t.Fatalf("%v\n%s", err, raw)
	}
	if diff := cmp.Diff(canonical(t, b), canonical(t, got)); diff != "" {
		t.Errorf("Between leads elsewhere:\n%s", diff)
	}
}

func TestBetweenAnyTwo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dice := countytest.Rapid(t)
		a, b := countytest.Random(dice), countytest.Random(dice)
		leadsTo(t, a, b)
		leadsTo(t, a, a)
		leadsTo(t, nil, b)
	})
}

func TestBetweenEdited(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dice := countytest.Rapid(t)
		a := countytest.Random(dice)
		b, _ := apply(t, a, countytest.RandomEdits(dice, a, 1+dice.IntN(8)))
		leadsTo(t, a, b)
		leadsTo(t, b, a)
	})
}

// What typed edits can say is said by them.
func TestBetweenIsReadable(t *testing.T) {
	a := countytest.Parse(t, `county 1 某县
department 农业农村局 sections=种植业科
source 旧文件
township 甲镇
  organ 农业办 source=旧文件 -> 农业农村局
  organ 乡建办 key=o
duty 防汛`)
	b := countytest.Parse(t, `county 1 某县
department 农业农村局 sections=种植业科
source 新文件
township 甲镇
  organ 农业办 source=新文件 staff=3 -> 农业农村局[种植业科]
  organ 村镇办 key=o formers=乡建办 leads 抗旱
  organ 乡建办
duty 抗旱`)
	var kinds []string
	for _, e := range change.Between(a, b) {
		kinds = append(kinds, change.KindOf(e))
	}
	want := []string{"removeDuty", "renameOrgan", "createSource", "createDuty", "createOrgan", "assignDuty", "addCounterpart", "updateOrgan", "removeSource"}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Error(diff)
	}
	if edits := change.Between(a, a); len(edits) != 0 {
		t.Errorf("%d edits lead from a county to itself", len(edits))
	}
}

// Formers and their successions have no edit of their own.
func TestBetweenRestoresFormers(t *testing.T) {
	a := countytest.Parse(t, "county 1 某县\ntownship 甲镇\norgan 农业办\norgan 农机站")
	b, _, err := change.Apply(a, []change.Edit{&change.MergeOrgans{Organs: []string{"organ/甲镇/农业办", "organ/甲镇/农机站"}, Into: "organ/甲镇/农业办"}}, snapshot.Meta{Revision: 2})
	if err != nil {
		t.Fatal(err)
	}
	edits := change.Between(a, b)
	last, ok := edits[len(edits)-1].(*change.Restore)
	if !ok || last.Of != 0 || len(last.Delta.Nodes) != 1 || last.Delta.Nodes[0].After.NodeKind() != gov.NodeFormer {
		t.Errorf("edits %v", edits)
	}
}
