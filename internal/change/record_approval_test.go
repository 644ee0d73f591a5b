package change_test

import (
	"testing"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

func TestAnApprovalIsRecordedOnce(t *testing.T) {
	c := countytest.Parse(t, "county 900001 甲县\n")
	e := &change.RecordApproval{Authority: "县委编委", Document: "甲编〔2024〕1号", Date: "2024-03-01", Title: "关于机构设置的批复"}
	next, _, err := change.Apply(c, []change.Edit{e, e}, snapshot.Meta{Revision: 2})
	if err != nil {
		t.Fatal(err)
	}
	sources := next.Sources()
	if len(sources) != 1 {
		t.Fatalf("%d sources", len(sources))
	}
	if s := sources[0]; s.Document != "关于机构设置的批复（甲编〔2024〕1号）" || s.Issuer != e.Authority || s.Date != e.Date || s.Basis != gov.BasisDocument {
		t.Errorf("%+v", *s.Source)
	}
	if _, delta, err := change.Apply(next, []change.Edit{e}, snapshot.Meta{Revision: 3}); err != nil || !delta.Empty() {
		t.Errorf("a third time: %v", err)
	}
	for field, bad := range map[string]change.RecordApproval{
		"authority": {Document: "一", Date: "2024-03-01"}, "document": {Authority: "一", Date: "2024-03-01"}, "date": {Authority: "一", Document: "一"},
	} {
		p := bad.Apply(change.NewDraft(c, 2))
		if len(p) != 1 || p[0].Path[0] != field {
			t.Errorf("without %s: %v", field, p)
		}
	}
}
