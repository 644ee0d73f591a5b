package gov_test

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

func TestDelta(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dice := countytest.Rapid(t)
		a, b := countytest.Random(dice), countytest.Random(dice)
		d := snapshot.Diff(a, b)
		raw, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var back gov.Delta
		if err := json.Unmarshal(raw, &back); err != nil || !gov.Equal(d, back) {
			t.Fatalf("delta read back differs: %v", err)
		}
		there, err := a.Graph().Apply(d)
		if err != nil || !gov.SameGraph(there, b.Graph()) {
			t.Fatalf("a delta leads elsewhere: %v", err)
		}
		home, err := there.Apply(d.Inverse())
		if err != nil || !gov.SameGraph(home, a.Graph()) {
			t.Fatalf("an inverse leads elsewhere: %v", err)
		}
		if !gov.Equal(d.Inverse().Inverse(), d) || d.Empty() != (d.Size() == 0) {
			t.Error("twice inverse is not the delta")
		}
		c := d.Counts()
		if c.Added+c.Removed+c.Changed != d.Size() || c.Added-c.Removed != len(b.Graph().Nodes)+len(b.Graph().Edges)-len(a.Graph().Nodes)-len(a.Graph().Edges) {
			t.Errorf("counts %+v of %d", c, d.Size())
		}
		if !d.Empty() {
			if _, err := there.Apply(d); gov.CodeOf(err) != gov.CodeConflict {
				t.Errorf("applied twice: %v", err)
			}
		}
	})
}

func TestGraphJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := countytest.RandomGraph(countytest.Rapid(t))
		raw, err := json.Marshal(g)
		if err != nil {
			t.Fatal(err)
		}
		var back gov.Graph
		if err := json.Unmarshal(raw, &back); err != nil {
			t.Fatal(err)
		}
		back.Sort()
		if !gov.Equal(back, g) || !gov.SameGraph(back, g) {
			t.Error("a graph read back differs")
		}
	})
	var g gov.Graph
	err := json.Unmarshal([]byte(`{"nodes":{"DUTY":[{"key":"a","name":"b"},{"nome":1}]}}`), &g)
	e, ok := err.(*gov.Error)
	if !ok || len(e.Path) != 3 || e.Path[1] != "DUTY" || e.Path[2] != 1 {
		t.Errorf("error %v does not name the place", err)
	}
}

func TestChangeJSONRefuses(t *testing.T) {
	for _, text := range []string{
		`{}`, `{"before":{"kind":"DUTY","value":{"key":"a","name":"x"}},"after":{"kind":"DUTY","value":{"key":"b","name":"x"}}}`,
		`{"after":{"kind":"PERSON","value":{}}}`, `{"after":{"kind":"DUTY","value":{"x":1}}}`, `{"later":{}}`, `[]`,
	} {
		if json.Unmarshal([]byte(text), new(gov.NodeChange)) == nil {
			t.Errorf("%s was read as a node's change", text)
		}
		if json.Unmarshal([]byte(text), new(gov.EdgeChange)) == nil {
			t.Errorf("%s was read as an edge's change", text)
		}
	}
	edges := `{"before":{"kind":"DISPATCH","value":{"from":"a","to":"b"}},"after":{"kind":"DISPATCH","value":{"from":"a","to":"c"}}}`
	if json.Unmarshal([]byte(edges), new(gov.EdgeChange)) == nil {
		t.Error("images of two edges were read")
	}
}
