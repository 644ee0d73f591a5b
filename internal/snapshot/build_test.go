package snapshot_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// A snapshot holds exactly the graph it was built from, whatever the order of its values.
func TestBuild(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dice := countytest.Rapid(t)
		g := countytest.RandomGraph(dice)
		shuffled := g.Clone()
		for i := range shuffled.Nodes {
			j := dice.IntN(i + 1)
			shuffled.Nodes[i], shuffled.Nodes[j] = shuffled.Nodes[j], shuffled.Nodes[i]
		}
		for i := range shuffled.Edges {
			j := dice.IntN(i + 1)
			shuffled.Edges[i], shuffled.Edges[j] = shuffled.Edges[j], shuffled.Edges[i]
		}
		a, err := snapshot.Build(g, snapshot.Meta{})
		if err != nil {
			t.Fatal(err)
		}
		b, err := snapshot.Build(shuffled, snapshot.Meta{})
		if err != nil {
			t.Fatal(err)
		}
		if !gov.Equal(a.Graph(), g) || countytest.Walk(a) != countytest.Walk(b) {
			t.Error("the order of values shows")
		}
		for _, n := range g.Nodes {
			if got, ok := a.Node(n.NodeKey()); !ok || !gov.Equal(got, n) {
				t.Errorf("node %s is not found", n.NodeKey())
			}
		}
		for _, e := range g.Edges {
			from, to := e.Ends()
			if got, ok := a.Edge(e.EdgeKind(), from, to); !ok || !gov.Equal(got, e) {
				t.Errorf("edge %s is not found", gov.EdgeKey(e))
			}
		}
		nodes, edges := 0, 0
		for range a.Nodes() {
			nodes++
		}
		for range a.Edges() {
			edges++
		}
		if nodes != len(g.Nodes) || edges != len(g.Edges) {
			t.Errorf("%d nodes and %d edges, want %d and %d", nodes, edges, len(g.Nodes), len(g.Edges))
		}
	})
}

// What hangs in the air is refused, and named.
func TestBuildRefuses(t *testing.T) {
	county := &gov.County{Key: "1", Name: "某县"}
	township := &gov.Township{Key: "t", Name: "甲镇"}
	organ := &gov.Organ{Key: "o", Township: "t", Name: "办", Kind: gov.OrganOffice}
	other := &gov.Township{Key: "t2", Name: "乙镇"}
	far := &gov.Organ{Key: "o2", Township: "t2", Name: "办", Kind: gov.OrganOffice}
	department := &gov.Department{Key: "d", Name: "局"}
	elsewhere := &gov.Department{Key: "d2", Name: "委"}
	section := &gov.Section{Key: "s", Department: "d2", Name: "科"}
	former := &gov.Former{Key: "f", Of: gov.NodeOrgan, Township: "t", Name: "旧", Reason: gov.SuccessionMerged}
	leader := &gov.Leader{Key: "l", Township: "t", Posts: []string{"镇长"}}
	nodes := []gov.Node{county, township, organ, other, far, department, elsewhere, section, former, leader}
	for name, c := range map[string]struct {
		nodes []gov.Node
		edges []gov.Edge
		want  string
	}{
		"no county":                {[]gov.Node{township}, nil, "the county itself is missing"},
		"no township":              {[]gov.Node{county, organ}, nil, "o belongs to t"},
		"no department":            {[]gov.Node{county, section}, nil, "s belongs to d2"},
		"key twice":                {[]gov.Node{county, township, township}, nil, "used twice"},
		"counterpart to nothing":   {nodes, []gov.Edge{&gov.Counterpart{From: "o", To: "x"}}, "(o → x)"},
		"counterpart to an organ":  {nodes, []gov.Edge{&gov.Counterpart{From: "o", To: "o"}}, "(o → o)"},
		"section of another":       {nodes, []gov.Edge{&gov.Counterpart{From: "o", To: "d", Sections: []string{"s"}}}, "section s is not of d"},
		"charge over townships":    {nodes, []gov.Edge{&gov.Charge{From: "l", To: "o2"}}, "(l → o2)"},
		"shared over townships":    {nodes, []gov.Edge{&gov.SharedOffice{From: "o", To: "o2"}}, "(o → o2)"},
		"assignment to nothing":    {nodes, []gov.Edge{&gov.Assignment{From: "d", To: "x"}}, "(d → x)"},
		"dispatch from nothing":    {nodes, []gov.Edge{&gov.Dispatch{From: "x", To: "o"}}, "(x → o)"},
		"succession of the living": {nodes, []gov.Edge{&gov.Succession{From: "o", To: "o2"}}, "(o → o2)"},
		"succession to nothing":    {nodes, []gov.Edge{&gov.Succession{From: "f", To: "x"}}, "(f → x)"},
		"succession across kinds":  {nodes, []gov.Edge{&gov.Succession{From: "f", To: "d"}}, "(f → d)"},
	} {
		_, err := snapshot.Build(gov.Graph{Nodes: c.nodes, Edges: c.edges}, snapshot.Meta{})
		if err == nil || !strings.Contains(err.Error(), c.want) || gov.CodeOf(err) != gov.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A delta made on another state of the county is refused.
func TestApplyRefusesConflicts(t *testing.T) {
	c := countytest.Parse(t, "county 1 某县\ndepartment 局\ntownship 甲镇\norgan 办 -> 局")
	organ := c.Organs()[0].Organ
	changed := *organ
	changed.Staff = 3
	edge := c.Organs()[0].Counterparts()[0].Counterpart
	narrowed := *edge
	narrowed.Scope = "农机"
	for name, d := range map[string]gov.Delta{
		"node":          {Nodes: []gov.NodeChange{{Before: &changed, After: organ}}},
		"node is there": {Nodes: []gov.NodeChange{{After: organ}}},
		"edge":          {Edges: []gov.EdgeChange{{Before: &narrowed}}},
		"edge is there": {Edges: []gov.EdgeChange{{After: &narrowed}}},
	} {
		if _, err := c.Apply(d, snapshot.Meta{}); gov.CodeOf(err) != gov.CodeConflict {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := c.Apply(gov.Delta{Nodes: []gov.NodeChange{{Before: organ}}}, snapshot.Meta{}); gov.CodeOf(err) != gov.CodeInvalid {
		t.Errorf("an organ was dropped under its edge: %v", err)
	}
}
