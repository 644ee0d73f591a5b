package overlap_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
)

// BenchmarkCounty finds all overlaps of a county of 15 townships × 12 organs × 163 duties with nothing kept yet.
func BenchmarkCounty(b *testing.B) {
	g := wholeCounty()
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		c := build(g, "2024-06-01")
		b.StartTimer()
		r := overlap.Of(c)
		b.ReportMetric(float64(len(r.All)), "overlaps")
	}
}

// BenchmarkKind is what each kind takes of it.
func BenchmarkKind(b *testing.B) {
	c := build(wholeCounty(), "2024-06-01")
	for _, d := range overlap.Detectors() {
		b.Run(string(d.Kind), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d.InCounty(c)
				for _, t := range c.Townships() {
					d.InTownship(t)
				}
			}
		})
	}
}

// BenchmarkEdit finds the overlaps of a county after one edge of one township changed.
func BenchmarkEdit(b *testing.B) {
	c := build(wholeCounty(), "2024-06-01")
	overlap.Of(c)
	var edge gov.Edge
	for _, e := range c.Graph().Edges {
		if e.EdgeKind() == gov.EdgeCounterpart {
			edge = e
			break
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		next, err := c.Apply(gov.Delta{Edges: []gov.EdgeChange{{Before: edge}}}, c.Meta())
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		overlap.Of(next)
	}
}

// wholeCounty is 15 townships of 12 organs and 9 leaders each, 30 departments of 3 sections, and 163 duties that every
// township carries, each led by one organ and supported by another, some led by two.
func wholeCounty() gov.Graph {
	rng := rand.New(rand.NewPCG(1, 2))
	var g gov.Graph
	node := func(n gov.Node) { g.Nodes = append(g.Nodes, gov.Normalize(n)) }
	edge := func(e gov.Edge) { g.Edges = append(g.Edges, gov.Normalize(e)) }
	node(&gov.County{Key: "1", Name: "甲县"})
	for d := range 30 {
		node(&gov.Department{Key: fmt.Sprintf("department/%02d", d), Name: fmt.Sprintf("局%d", d)})
		for s := range 3 {
			node(&gov.Section{Key: fmt.Sprintf("section/%02d/%d", d, s), Department: fmt.Sprintf("department/%02d", d), Name: fmt.Sprintf("科%d", s)})
		}
	}
	for y := range 163 {
		key := fmt.Sprintf("duty/%03d", y)
		node(&gov.Duty{
			Key: key, Name: fmt.Sprintf("职责%d", y), Domain: fmt.Sprintf("领域%d", y%6), Authority: gov.Authority{Level: gov.LevelCounty},
			Listings: []gov.Listing{{List: listOf(y), From: "2024-01-01"}},
		})
		edge(&gov.Assignment{From: fmt.Sprintf("department/%02d", y%30), To: key, Role: gov.AssignmentLead, Actions: []gov.Action{gov.ActionPunish}})
	}
	for t := range 15 {
		wholeTownship(rng, fmt.Sprintf("township/%02d", t), node, edge)
	}
	return g
}

// listOf puts one duty of twenty on the withdrawn list and two on the territorial one.
func listOf(duty int) gov.DutyList {
	switch duty % 20 {
	case 0:
		return gov.ListWithdrawn
	case 1, 2:
		return gov.ListTerritorial
	}
	return gov.ListBasic
}

func wholeTownship(rng *rand.Rand, township string, node func(gov.Node), edge func(gov.Edge)) {
	node(&gov.Township{Key: township, Name: township, PortfoliosComplete: true, AssignmentsComplete: true})
	organ := func(i int) string { return fmt.Sprintf("organ/%s/%02d", township, i%12) }
	for l := range 9 {
		node(&gov.Leader{Key: fmt.Sprintf("leader/%s/%d", township, l), Township: township, Posts: []string{"副镇长"}})
	}
	for i := range 12 {
		node(&gov.Organ{Key: organ(i), Township: township, Name: fmt.Sprintf("办%d", i), Kind: gov.OrganOffice})
		edge(&gov.Charge{From: fmt.Sprintf("leader/%s/%d", township, i%9), To: organ(i), Role: gov.ChargeLead})
		for _, d := range rng.Perm(30)[:4] {
			e := &gov.Counterpart{From: organ(i), To: fmt.Sprintf("department/%02d", d), Nature: gov.NatureBusiness}
			if d%3 == 0 {
				e.Sections = []string{fmt.Sprintf("section/%02d/%d", d, rng.IntN(3))}
			}
			edge(e)
		}
	}
	for y := range 163 {
		key := fmt.Sprintf("duty/%03d", y)
		action := gov.ActionPatrol
		if y%8 == 0 {
			action = gov.ActionInspect
		}
		edge(&gov.Assignment{From: organ(y), To: key, Role: gov.AssignmentLead, Actions: []gov.Action{action}})
		role := gov.AssignmentSupport
		if y%10 == 0 {
			role = gov.AssignmentLead
		}
		edge(&gov.Assignment{From: organ(y + 5), To: key, Role: role})
	}
}
