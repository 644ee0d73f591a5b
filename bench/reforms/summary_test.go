package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"tiaokuai/internal/namebook"
)

// of is a small case of a trust given as JSON, with others of its own names.
func of(id, trust string) string {
	return `{"id": "` + id + `", "place": "` + id + `"` + trust + `, "before": {"organs": ["农技站", "林业站", "财政所", "文化站` + id + `"]},
	 "after": {"organs": ["农业服务中心", "财政所", "文化站` + id + `"]}, "merges": [{"from": ["农技站", "林业站"], "into": "农业服务中心"}]}`
}

func reportOn(t *testing.T, file string) (report, string) {
	t.Helper()
	var c cases
	if err := json.Unmarshal([]byte(file), &c); err != nil {
		t.Fatal(err)
	}
	trials, none := trialsOf(c)
	r, err := reportOf(t.Context(), trials, none, fitted())
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	r.print(&b)
	return r, b.String()
}

// TestCounted: only C and D given in so many words do not count.
func TestCounted(t *testing.T) {
	for trust, want := range map[string]bool{"A": true, "B": true, "": true, "high": true, "C": false, "D": false, " c ": false, "Ｄ": false} {
		if counts(trust) != want {
			t.Errorf("%q counts: %v", trust, !want)
		}
	}
	r, text := reportOn(t, `{"reforms": [`+of("X1", "")+`,`+of("X2", `, "trust": "C"`)+`]}`)
	if r.Totals[0].Over != "stated" || r.Totals[0].Trials != 1 || len(r.Notes) > 0 {
		t.Errorf("got %+v %v", r.Totals[0], r.Notes)
	}
	if !strings.Contains(text, "| X1 | – |") || !strings.Contains(text, "| X2 | C |") {
		t.Error(text)
	}
}

// TestNothingCounts: the report says why, and has the means over all cases instead.
func TestNothingCounts(t *testing.T) {
	r, text := reportOn(t, `{"reforms": [`+of("X1", `, "trust": "D"`)+`,`+of("X2", `, "trust": "C"`)+`,`+of("X3", `, "trust": "D"`)+`]}`)
	if len(r.Totals) != len(methods) || r.Totals[0].Trials != 3 || r.Totals[0].Over != "all, none counts" || r.Totals[0].F1 == 0 {
		t.Errorf("got %+v", r.Totals)
	}
	if want := "no case counts: 1 of trust C, 2 of trust D; the means are over all of them"; !strings.Contains(text, want) {
		t.Errorf("no %q in\n%s", want, text)
	}
}

// TestOnlySoftCounts: where all answers that count were inferred, there is no total of stated ones.
func TestOnlySoftCounts(t *testing.T) {
	r, text := reportOn(t, `{"reforms": [{"id": "X", "before": {"organs": ["农技站", "林业站", "财政所"]}, "after": {"organs": ["财政所"]},
	 "inferred_merges": [{"from": ["农技站", "林业站"], "into": "农业服务中心"}]}]}`)
	if r.Totals[0].Over != "with soft ×½" || r.Totals[0].Trials != 1 {
		t.Errorf("got %+v", r.Totals)
	}
	if !strings.Contains(text, "no stated answer counts, only inferred ones") {
		t.Error(text)
	}
}

// TestNoCase: a file of which nothing can be asked says so.
func TestNoCase(t *testing.T) {
	for file, want := range map[string]string{
		`{"reforms": []}`:                          "no cases: the file has none",
		`{"reforms": [{"id": "X", "merges": []}]}`: "no case is usable: see below",
	} {
		r, text := reportOn(t, file)
		if len(r.Totals) > 0 || !strings.Contains(text, want) {
			t.Errorf("%s: no %q in\n%s", file, want, text)
		}
	}
}

// TestLeaveOneOutCounts: with nothing that counts all cases are fitted on, and it is said.
func TestLeaveOneOutCounts(t *testing.T) {
	var c cases
	if err := json.Unmarshal([]byte(`{"reforms": [`+of("X1", `, "trust": "D"`)+`,{"id": "X2"}]}`), &c); err != nil {
		t.Fatal(err)
	}
	trials, none := trialsOf(c)
	f, err := leaveOneOut(t.Context(), trials, none, namebook.Default(), grid([]float64{2}, []float64{1}, []float64{0}, []float64{1}))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	f.print(&b)
	for _, want := range []string{"no case counts: 1 of trust D", "X2     no two organs"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}
