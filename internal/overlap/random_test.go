package overlap_test

import (
	"testing"

	"pgregory.net/rapid"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// days are before, on the edges of, within and after the dates that random listings and admissions have.
var days = []gov.Date{"", "2023-12-31", "2024-01-01", "2024-06-01", "2025-12-31", "2026-01-01"}

// randomCounty is a county of countytest whose listings and authorities are of some townships only, on a random day.
func randomCounty(d countytest.Dice) *snapshot.County {
	return build(narrowLists(d, countytest.RandomGraph(d)), days[d.IntN(len(days))])
}

func build(g gov.Graph, day gov.Date) *snapshot.County {
	c, err := snapshot.Build(g, snapshot.Meta{Revision: 1, Effective: day})
	if err != nil {
		panic(err) // a random graph is whole
	}
	return c
}

// narrowLists gives every second list and authority to one township alone.
func narrowLists(d countytest.Dice, g gov.Graph) gov.Graph {
	g = g.Clone()
	var townships []string
	for _, n := range g.Nodes {
		if t, ok := n.(*gov.Township); ok {
			townships = append(townships, t.Key)
		}
	}
	one := func() []string {
		if d.IntN(2) == 0 {
			return nil
		}
		return []string{townships[d.IntN(len(townships))]}
	}
	for i, n := range g.Nodes {
		old, ok := n.(*gov.Duty)
		if !ok {
			continue
		}
		duty := *old
		duty.Listings = append([]gov.Listing(nil), old.Listings...)
		for j := range duty.Listings {
			duty.Listings[j].Townships = one()
		}
		if duty.Authority.Level == gov.LevelTownship {
			duty.Authority.Townships = one()
		}
		g.Nodes[i] = gov.Normalize(&duty)
	}
	return g
}

// check runs a property on random counties.
func check(t *testing.T, property func(t *rapid.T, c *snapshot.County, d countytest.Dice)) {
	t.Helper()
	rapid.Check(t, func(t *rapid.T) {
		d := countytest.Rapid(t)
		property(t, randomCounty(d), d)
	})
}
