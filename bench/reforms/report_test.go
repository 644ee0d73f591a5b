package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/namebook"
)

// TestReport is the report on the committed cases: a change of a weight, a word or the optimiser shows here. In -short
// only the small cases are solved, and nothing is compared.
func TestReport(t *testing.T) {
	c, err := readCases(committed.ReadFile, "testdata/reforms.json")
	if err != nil {
		t.Fatal(err)
	}
	trials, none := trialsOf(c)
	if testing.Short() {
		trials = smallest(trials)
	}
	r, err := reportOf(t.Context(), trials, none, fitted())
	if err != nil {
		t.Fatal(err)
	}
	if testing.Short() {
		return
	}
	checkBeatsChance(t, r)
	var b bytes.Buffer
	r.print(&b)
	countytest.Golden(t, "testdata/report.txt", b.Bytes())
}

// smallest are the trials of few organs.
func smallest(trials []trial) []trial {
	var out []trial
	for _, t := range trials {
		if len(t.Organs) <= 13 {
			out = append(out, t)
		}
	}
	return out
}

// checkBeatsChance is the least that the figures must say: better than names alone and than chance, by both measures.
func checkBeatsChance(t *testing.T, r report) {
	t.Helper()
	of := map[string]total{}
	for _, total := range r.Totals {
		if total.Over == "stated" {
			of[total.Method] = total
		}
	}
	for _, m := range []string{methodNames, methodRandom, methodLouvain} {
		if best := of[methodOptimum]; best.F1 <= of[m].F1 || best.Rand <= of[m].Rand {
			t.Errorf("%s: %+v; optimum: %+v", m, of[m], best)
		}
	}
}

// TestLeaveOneOut fits two settings on the small cases: in sample no worse than either, and the weights of a case not
// fitted on it.
func TestLeaveOneOut(t *testing.T) {
	c, err := readCases(committed.ReadFile, "testdata/reforms.json")
	if err != nil {
		t.Fatal(err)
	}
	trials, none := trialsOf(c)
	trials = smallest(trials)
	settings := grid([]float64{0.25, 2}, []float64{1}, []float64{0}, []float64{1})
	f, err := leaveOneOut(t.Context(), trials, none, namebook.Default(), settings)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Cases) != len(trials) || f.Inside.worth() < f.Outside.worth() {
		t.Errorf("in sample %+v, left out %+v", f.Inside, f.Outside)
	}
	for _, v := range f.Alone {
		if v.Score.worth() > f.Inside.worth() {
			t.Errorf("%s is better than the best", v.Setting)
		}
	}
	for i, own := range f.Cases {
		scores, err := scoresOf(t.Context(), trials, namebook.Default(), []setting{own.Setting})
		if err != nil {
			t.Fatal(err)
		}
		if scores[0][i] != own.Outside {
			t.Errorf("%s: %+v, want %+v", own.Case, own.Outside, scores[0][i])
		}
	}
}

// TestRun runs the command on a file that is not the committed one, as JSON.
func TestRun(t *testing.T) {
	var out, diagnostics bytes.Buffer
	err := run(t.Context(), []string{"-cases", "testdata/small.json", "-json"}, &out, &diagnostics)
	if err != nil {
		t.Fatal(err, diagnostics.String())
	}
	var r report
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Answers) != 1 || len(r.Answers[0].Results) != len(methods) || len(r.None) != 1 {
		t.Errorf("got %+v", r)
	}
	if err := run(t.Context(), []string{"-cases", "testdata/none.json"}, &out, &diagnostics); err == nil || !strings.Contains(err.Error(), "none.json") {
		t.Errorf("a missing file: %v", err)
	}
}

// TestProblemSharesTheLesser: two organs share as much of a department as the less concerned of them has.
func TestProblemSharesTheLesser(t *testing.T) {
	u := trial{ID: "X", Organs: []named{{Name: "农业技术推广站"}, {Name: "畜牧兽医站"}, {Name: "信访办"}}, Group: []int{0, 0, 1}}
	p := problem(u, namebook.Default(), defaults())
	if err := p.Check(); err != nil {
		t.Fatal(err)
	}
	var whole gov.Micro
	for _, point := range p.Places[0].Points {
		if point.Department == p.Places[0].Points[0].Department {
			whole += point.Weight
		}
	}
	if whole != gov.One {
		t.Errorf("the points of a department weigh %s", whole)
	}
	if likeness(p, 0, 1) <= likeness(p, 0, 2) || likeness(p, 0, 1) >= 1 {
		t.Errorf("likeness %v and %v", likeness(p, 0, 1), likeness(p, 0, 2))
	}
}
