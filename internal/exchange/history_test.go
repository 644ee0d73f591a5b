package exchange_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/exchange"
	"tiaokuai/internal/gov"
)

// TestHistory: the small county's organs and edges are there from the day they began to the day before they ended.
func TestHistory(t *testing.T) {
	v := small(t)
	const here = "organ/大冶镇/"
	const facing = "COUNTERPART|organ/大冶镇/农业办|department/农业农村局"
	for key, want := range map[string][]exchange.Span{
		here + "农业办": {{From: "2019-01-01"}},
		here + "林业办": {{From: "2019-01-01", Until: "2020-06-30"}},
		here + "临时办": {{From: "2019-01-01", Until: "2020-06-30"}},
		"nothing":    nil,
	} {
		if diff := cmp.Diff(want, v.history.Node(key)); diff != "" {
			t.Errorf("%s: %s", key, diff)
		}
	}
	if diff := cmp.Diff([]exchange.Span{{From: "2019-01-01", Until: "2020-06-30"}, {From: "2022-01-01"}}, v.history.Edge(facing)); diff != "" {
		t.Error(diff)
	}
	past := v.history.Past(v.county)
	if len(past.Nodes) != 1 || past.Nodes[0].NodeKey() != here+"临时办" || len(past.Edges) != 1 || gov.EdgeKey(past.Edges[0]) != "COUNTERPART|organ/大冶镇/林业办|department/农业农村局" {
		t.Errorf("past: %v %v", past.Nodes, past.Edges)
	}
	if v.history.Day(2) != "2020-07-01" || v.history.Day(9) != "" {
		t.Error("the days of revisions")
	}
}

// TestHistoryOfADay: what ends the day it began was there on no day, and what begins again the day after it ended was
// never away.
func TestHistoryOfADay(t *testing.T) {
	organ := &gov.Organ{Key: "o", Township: "t", Name: "办"}
	add, drop := gov.Delta{Nodes: []gov.NodeChange{{After: organ}}}, gov.Delta{Nodes: []gov.NodeChange{{Before: organ}}}
	var h exchange.History
	for i, c := range []struct {
		day gov.Date
		gov.Delta
	}{{"2024-01-01", add}, {"2024-01-01", drop}, {"2024-02-29", add}, {"2024-03-01", drop}, {"2024-03-01", add}} {
		h.Add(gov.Commit{Revision: int64(i) + 1, Effective: c.day, Delta: c.Delta})
	}
	if diff := cmp.Diff([]exchange.Span{{From: "2024-02-29"}}, h.Node("o")); diff != "" {
		t.Error(diff)
	}
}

// TestHistoryOfBases: with bases chosen, what rested on others leaves no trace.
func TestHistoryOfBases(t *testing.T) {
	v := small(t)
	h := v.history.Of([]gov.Basis{gov.BasisDocument})
	filtered := v.county.Filter([]gov.Basis{gov.BasisDocument}, "")
	if past := h.Past(filtered); len(past.Nodes)+len(past.Edges) != 0 {
		t.Errorf("%v", past)
	}
	if h.Node("organ/大冶镇/农业办") == nil || h.Node("organ/大冶镇/林业办") != nil || v.history.Node("organ/大冶镇/林业办") == nil {
		t.Error("the wrong ones are left")
	}
}

// TestSeedHistory: the organs of 2019 that the reform of 2022 dissolved end with it.
func TestSeedHistory(t *testing.T) {
	c, commits := loadSeed(t)
	h := historyOf(commits)
	for _, f := range c.Formers() {
		spans := h.Node(f.Key)
		if len(spans) != 1 || spans[0].From != commits[0].Effective || spans[0].Until != "2022-12-30" {
			t.Errorf("%s: %v", f.Key, spans)
		}
	}
	if len(c.Formers()) == 0 || len(h.Past(c).Edges) == 0 {
		t.Error("the seed has no reform")
	}
}
