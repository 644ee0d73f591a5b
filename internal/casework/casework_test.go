package casework_test

import (
	"errors"
	"testing"
	"time"

	"tiaokuai/internal/casework"
	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

const text = `county 900001 甲县
department 农业农村局
township 东镇
  organ 经济发展办公室 OFFICE -> 农业农村局
  organ 乡村建设办公室 OFFICE -> 农业农村局
  organ 党政办公室 OFFICE
`

func finding(t *testing.T, c *snapshot.County) overlap.Overlap {
	t.Helper()
	for _, o := range overlap.Of(c).All {
		if o.Kind == gov.OverlapManyToOne {
			return o
		}
	}
	t.Fatal("no MANY_TO_ONE in the county")
	return overlap.Overlap{}
}

func judged(t *testing.T, c *snapshot.County, v casework.Verdict) casework.Record {
	t.Helper()
	o := finding(t, c)
	d, err := casework.Decide(c, o, v)
	if err != nil {
		t.Fatal(err)
	}
	body, err := d.Encode()
	if err != nil {
		t.Fatal(err)
	}
	r, err := casework.Recorded(o.Fingerprint, 1, "张三", time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC), body)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func apply(t *testing.T, c *snapshot.County, edits ...change.Edit) *snapshot.County {
	t.Helper()
	next, _, err := change.Apply(c, edits, snapshot.Meta{Revision: c.Revision() + 1})
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func key(t *testing.T, c *snapshot.County, name string) string {
	t.Helper()
	for _, n := range c.Graph().Nodes {
		if n.NodeName() == name {
			return n.NodeKey()
		}
	}
	t.Fatalf("no %s", name)
	return ""
}

var justified = casework.Verdict{Status: casework.Justified, Reason: casework.Transition, Note: "两年过渡"}

func TestACaseStandsWhileItsEvidenceDoes(t *testing.T) {
	c := countytest.Parse(t, text)
	r := judged(t, c, justified)
	organs := []string{key(t, c, "经济发展办公室"), key(t, c, "乡村建设办公室"), key(t, c, "党政办公室")}
	department := key(t, c, "农业农村局")
	for name, step := range map[string]struct {
		edits  []change.Edit
		now    casework.Status
		reason string
	}{
		"nothing":  {nil, casework.Justified, ""},
		"a rename": {[]change.Edit{&change.RenameOrgan{Key: organs[0], Name: "经发办"}}, casework.Justified, ""},
		"one more": {[]change.Edit{&change.AddCounterpart{Organ: organs[2], Department: department}}, casework.Open, "研判后新增党政办公室"},
		"another": {[]change.Edit{
			&change.AddCounterpart{Organ: organs[2], Department: department}, &change.RemoveCounterpart{Organ: organs[1], Department: department},
		}, casework.Open, "研判后新增党政办公室，减少乡村建设办公室"},
		"gone": {[]change.Edit{&change.RemoveCounterpart{Organ: organs[1], Department: department}}, casework.Resolved, ""},
	} {
		next := c
		if len(step.edits) > 0 {
			next = apply(t, c, step.edits...)
		}
		got := casework.Judge(next, []casework.Record{r}).Of(r.Fingerprint)
		if got.Now != step.now || got.Reopened.ZH != step.reason || got.Actor != "张三" {
			t.Errorf("after %s the case is %s, %q", name, got.Now, got.Reopened.ZH)
		}
	}
}

func TestACaseComesBackWithItsEvidence(t *testing.T) {
	c := countytest.Parse(t, text)
	r := judged(t, c, justified)
	more := &change.AddCounterpart{Organ: key(t, c, "党政办公室"), Department: key(t, c, "农业农村局")}
	wider := apply(t, c, more)
	back := apply(t, wider, &change.RemoveCounterpart{Organ: more.Organ, Department: more.Department})
	if got := casework.Judge(back, []casework.Record{r}).Of(r.Fingerprint); got.Now != casework.Justified {
		t.Errorf("the same evidence again: %s, %s", got.Now, got.Reopened)
	}
}

func TestAMeasureThatIsGoneReopens(t *testing.T) {
	c := countytest.Parse(t, text)
	c = apply(t, c, &change.CreateMeasure{Node: gov.Measure{Name: "联席会议", Kind: gov.MeasureCoordination, Status: gov.MeasureExisting}})
	measure := key(t, c, "联席会议")
	r := judged(t, c, casework.Verdict{Status: casework.Justified, Reason: casework.Coordinated, Measure: measure})
	if got := casework.Judge(c, []casework.Record{r}).Of(r.Fingerprint); got.Now != casework.Justified {
		t.Errorf("with the measure: %s", got.Now)
	}
	without := apply(t, c, &change.RemoveMeasure{Key: measure})
	if got := casework.Judge(without, []casework.Record{r}).Of(r.Fingerprint); got.Now != casework.Open || got.Reopened.ZH == "" {
		t.Errorf("without the measure: %s, %q", got.Now, got.Reopened)
	}
}

func TestNobodyDecided(t *testing.T) {
	c := countytest.Parse(t, text)
	if got := casework.Judge(c, nil).Of(finding(t, c).Fingerprint); got.Now != casework.Open || got.Version != 0 {
		t.Errorf("an untouched finding: %+v", got)
	}
}

func TestVerdictsThatAreRefused(t *testing.T) {
	c := countytest.Parse(t, text)
	for field, v := range map[string]casework.Verdict{
		"status":  {Status: casework.Resolved},
		"reason":  {Status: casework.Confirmed, Reason: casework.Transition},
		"measure": {Status: casework.Justified, Reason: casework.Coordinated},
		"note":    {Status: casework.Dismissed},
	} {
		_, err := casework.Decide(c, finding(t, c), v)
		var p gov.Problems
		if !errors.As(err, &p) || len(p) != 1 || p[0].Path[0] != field {
			t.Errorf("%+v: %v, want one problem with %s", v, err, field)
		}
	}
	for _, v := range []casework.Verdict{{Status: "MAYBE"}, {Status: casework.Justified}, {Status: casework.Justified, Reason: "WHIM"}} {
		if _, err := casework.Decide(c, finding(t, c), v); gov.CodeOf(err) != gov.CodeInvalid {
			t.Errorf("%+v: %v", v, err)
		}
	}
}
