package change_test

import (
	"testing"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

const citing = `county 900001 甲县
source 三定方案
department 农业农村局
township 东镇
  organ 经济发展办公室 OFFICE -> 农业农村局
`

// A commit is not taken back where something made since holds in an attribute what would go, nor restored where what an
// attribute holds is gone.
func TestRestoreHeedsAttributes(t *testing.T) {
	c := countytest.Parse(t, citing)
	do := func(on *snapshot.County, edits ...change.Edit) (*snapshot.County, gov.Delta) {
		t.Helper()
		next, delta, err := change.Apply(on, edits, snapshot.Meta{Revision: on.Revision() + 1})
		if err != nil {
			t.Fatal(err)
		}
		return next, delta
	}
	refused := func(on *snapshot.County, delta gov.Delta, why string) {
		t.Helper()
		if _, _, err := change.Apply(on, []change.Edit{&change.Restore{Delta: delta.Inverse()}}, snapshot.Meta{Revision: 9}); gov.CodeOf(err) != gov.CodeConflict {
			t.Errorf("%s: %v", why, err)
		}
	}
	withSource, made := do(c, &change.CreateSource{Node: gov.Source{Key: "source/新", Document: "新方案"}})
	cited, _ := do(withSource, &change.CreateMeasure{Node: gov.Measure{
		Name: "联席会议", Kind: gov.MeasureCoordination, Status: gov.MeasureExisting, Provenance: gov.Provenance{Basis: gov.BasisDocument, Sources: []string{"source/新"}},
	}})
	refused(cited, made, "a source that a measure cites was taken away")
	cited, _ = do(withSource, &change.AddCounterpart{
		Organ: "organ/东镇/经济发展办公室", Department: "department/农业农村局", Provenance: gov.Provenance{Basis: gov.BasisDocument, Sources: []string{"source/新"}},
	})
	refused(cited, made, "a source that a counterpart cites was taken away")

	gone, unmade := do(cited, &change.RemoveCounterpart{Organ: "organ/东镇/经济发展办公室", Department: "department/农业农村局"})
	without, _ := do(gone, &change.RemoveSource{Key: "source/新"})
	refused(without, unmade, "a counterpart came back that cites a source that is gone")
}
