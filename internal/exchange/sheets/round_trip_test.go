package sheets_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var modes = []sheets.Mode{sheets.ModeUpdate, sheets.ModeReplace}

// TestRoundTripOfSeed: what was exported of the seed at any revision is read back without a change, in both modes, and
// builds the county anew.
func TestRoundTripOfSeed(t *testing.T) {
	for _, c := range seedRevisions(t) {
		book := bookOf(sheets.Export(c, nil))
		for _, mode := range modes {
			r := plan(t, c, book, sheets.Options{Mode: mode})
			if len(r.Problems) > 0 || len(r.Notes) > 0 || len(r.Edits) > 0 {
				t.Errorf("revision %d, %s: %d edits\n%v", c.Revision(), mode, len(r.Edits), tell(r))
			}
		}
		r := plan(t, nil, book, sheets.Options{})
		if len(r.Problems) > 0 {
			t.Fatalf("revision %d anew: %v", c.Revision(), tell(r))
		}
		if diff := diffGraphs(told(c.Graph()), r.Target.Graph()); diff != "" {
			t.Errorf("revision %d anew (-want +got):\n%s", c.Revision(), diff)
		}
	}
}

// TestRoundTrip is the same of random counties with every kind of node and edge.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := countytest.Random(countytest.Rapid(t))
		book := bookOf(sheets.Export(c, nil))
		for _, mode := range modes {
			r, err := sheets.Plan(t.Context(), c, book, sheets.Options{Mode: mode})
			if err != nil || len(r.Problems) > 0 || len(r.Notes) > 0 || len(r.Edits) > 0 {
				t.Fatalf("%s: %v, %d edits\n%v", mode, err, len(r.Edits), tell(r))
			}
		}
		r, err := sheets.Plan(t.Context(), nil, book, sheets.Options{})
		if err != nil || len(r.Problems) > 0 {
			t.Fatalf("anew: %v\n%v", err, tell(r))
		}
		if diff := diffGraphs(told(c.Graph()), r.Target.Graph()); diff != "" {
			t.Fatalf("anew (-want +got):\n%s", diff)
		}
	})
}

// TestReachesWhatWasChanged: the export of a changed county, read as a replacement, leads from the county as it was to
// the changed one, as far as tables tell it; the edits apply and lead there too.
func TestReachesWhatWasChanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dice := countytest.Rapid(t)
		c := countytest.Random(dice)
		changed, _, err := change.Apply(c, countytest.RandomEdits(dice, c, 6), snapshot.Meta{Revision: 2})
		if err != nil {
			t.Fatal(err)
		}
		want := told(changed.Graph())
		changed, err = snapshot.Build(want, snapshot.Meta{Revision: 2})
		if err != nil {
			t.Fatal(err)
		}
		book := bookOf(sheets.Export(changed, nil))
		c, err = snapshot.Build(told(c.Graph()), snapshot.Meta{Revision: 1})
		if err != nil {
			t.Fatal(err)
		}
		r, err := sheets.Plan(t.Context(), c, book, sheets.Options{Mode: sheets.ModeReplace, MaxRemoved: 100})
		if err != nil || len(r.Problems) > 0 {
			t.Fatalf("%v\n%v", err, tell(r))
		}
		if diff := diffGraphs(want, r.Target.Graph()); diff != "" {
			t.Fatalf("-want +got:\n%s", diff)
		}
		after, _, err := change.Apply(c, r.Edits, snapshot.Meta{Revision: 2})
		if err != nil {
			t.Fatal(err)
		}
		if diff := diffGraphs(want, after.Graph()); diff != "" {
			t.Fatalf("by the edits (-want +got):\n%s", diff)
		}
	})
}

// told is a graph without what tables don't tell: formers, their successions, and attributes that lead to them.
func told(g gov.Graph) gov.Graph {
	former := map[string]bool{}
	var out gov.Graph
	for _, n := range g.Nodes {
		if n.NodeKind() == gov.NodeFormer {
			former[n.NodeKey()] = true
		}
	}
	living := func(keys []string) []string {
		var out []string
		for _, k := range keys {
			if !former[k] {
				out = append(out, k)
			}
		}
		return out
	}
	for _, n := range g.Nodes {
		switch n := n.(type) {
		case *gov.Former:
			continue
		case *gov.Measure:
			c := *n
			c.OfficeAt, c.About = living(n.OfficeAt), living(n.About)
			out.Nodes = append(out.Nodes, gov.Normalize(&c))
			continue
		case *gov.Indicator:
			c := *n
			if former[c.Subject] {
				c.Subject = ""
			}
			out.Nodes = append(out.Nodes, &c)
			continue
		case *gov.Duty:
			c := *n
			if former[c.Authority.Department] {
				c.Authority = gov.Authority{}
			}
			out.Nodes = append(out.Nodes, &c)
			continue
		}
		out.Nodes = append(out.Nodes, n)
	}
	for _, e := range g.Edges {
		if e.EdgeKind() != gov.EdgeSuccession {
			out.Edges = append(out.Edges, e)
		}
	}
	out.Sort()
	return out
}

func diffGraphs(want, got gov.Graph) string {
	want.Sort()
	got.Sort()
	return cmp.Diff(want, got)
}

// TestRoundTripOfNasty: names, keys and texts may hold what parts a cell, empties it, or is written in another form.
func TestRoundTripOfNasty(t *testing.T) {
	spoil := strings.NewReplacer(`"name":"`, `"name":"１、“`, `局`, `局；\"=甲`, `办`, `（办｜`, `农机`, `－`, `负责日常监管`, ` 清空 `, `简称`, `-`, `信访`, `\"－\"`,
		`文件`, `《文件：甲、乙》`, `一办多能`, `一\u0001\n办；\"多\"、能`, `登办`, `登｜办\"`, `股级`, `=1+1`)
	rapid.Check(t, func(t *rapid.T) {
		text, err := json.Marshal(countytest.RandomGraph(countytest.Rapid(t)))
		if err != nil {
			t.Fatal(err)
		}
		var g gov.Graph
		if err := json.Unmarshal([]byte(spoil.Replace(string(text))), &g); err != nil {
			t.Fatal(err)
		}
		c, err := snapshot.Build(g, snapshot.Meta{Revision: 1})
		if err != nil {
			t.Fatal(err)
		}
		book := bookOf(sheets.Export(c, nil))
		for _, mode := range modes {
			r, err := sheets.Plan(t.Context(), c, book, sheets.Options{Mode: mode})
			if err != nil || len(r.Problems) > 0 || len(r.Edits) > 0 {
				t.Fatalf("%s: %v, %d edits\n%v", mode, err, len(r.Edits), tell(r))
			}
		}
	})
}
