package exchange_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/exchange"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
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

// TestHistoryIsTheSnapshots: on the day of each revision, what was there by the history is what is in the snapshot of
// that revision; what is gone in the end and had both its ends is past.
func TestHistoryIsTheSnapshots(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dice := countytest.Rapid(t)
		c := countytest.Random(dice)
		var h exchange.History
		h.Add(gov.Commit{Revision: 1, Effective: dayOf(1), Delta: snapshot.Diff(nil, c)})
		stages := []*snapshot.County{c}
		for i := int64(2); i <= 4; i++ {
			next, delta, err := change.Apply(c, countytest.RandomEdits(dice, c, 4), snapshot.Meta{Revision: i, Effective: dayOf(i)})
			if err != nil {
				t.Fatal(err)
			}
			h.Add(gov.Commit{Revision: i, Effective: dayOf(i), Delta: delta})
			c, stages = next, append(stages, next)
		}
		keys, edges := map[string]bool{}, map[string]bool{}
		for _, s := range stages {
			for n := range s.Nodes() {
				keys[n.NodeKey()] = true
			}
			for e := range s.Edges() {
				edges[gov.EdgeKey(e)] = true
			}
		}
		for i, s := range stages {
			day := dayOf(int64(i) + 1)
			here := map[string]bool{}
			for e := range s.Edges() {
				here[gov.EdgeKey(e)] = true
			}
			for key := range keys {
				n, ok := s.Node(key)
				if there := ok && n.NodeKind() != gov.NodeFormer; there != within(h.Node(key), day) {
					t.Fatalf("%s on %s: %v by its spans %v", key, day, there, h.Node(key))
				}
			}
			for key := range edges {
				if here[key] != within(h.Edge(key), day) {
					t.Fatalf("%s on %s: %v by its spans %v", key, day, here[key], h.Edge(key))
				}
			}
		}
		for _, n := range h.Past(c).Nodes {
			if _, ok := c.Node(n.NodeKey()); ok {
				t.Fatalf("%s is past and there", n.NodeKey())
			}
		}
	})
}

// dayOf leaves a gap between the days of two revisions.
func dayOf(revision int64) gov.Date { return gov.Date(fmt.Sprintf("2024-01-%02d", 3*revision)) }

func within(spans []exchange.Span, day gov.Date) bool {
	return slices.ContainsFunc(spans, func(s exchange.Span) bool { return s.From <= day && (s.Until == "" || day <= s.Until) })
}
