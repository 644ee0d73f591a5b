package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// tally counts one part of the county by gauge.
type tally map[Gauge]*Coverage

func (y tally) count(g Gauge, have bool) {
	c := y[g]
	if c == nil {
		c = &Coverage{Gauge: g}
		y[g] = c
	}
	c.Of++
	if have {
		c.Have++
	}
}

func coverageOf(c *snapshot.County) []Coverage {
	whole := tally{}
	var parts []Coverage
	sourced := sourcedByTownship(c)
	for _, t := range c.Townships() {
		y := tallyTownship(t)
		if s := sourced[t.Key]; s != nil {
			y[GaugeSources] = s
		}
		parts = append(parts, y.rows(t.Key)...)
		whole.add(y)
	}
	tallyCounty(c, whole)
	if s := sourced[""]; s != nil {
		whole.add(tally{GaugeSources: s})
	}
	return append(whole.rows(""), parts...)
}

// add sums another part up.
func (y tally) add(part tally) {
	for g, p := range part {
		if y[g] == nil {
			y[g] = &Coverage{Gauge: g}
		}
		y[g].Have += p.Have
		y[g].Of += p.Of
	}
}

// rows are the coverages in the order of the gauges.
func (y tally) rows(township string) []Coverage {
	var out []Coverage
	for _, r := range gauges {
		if c := y[r.Gauge]; c != nil {
			row := *c
			row.Township = township
			out = append(out, row)
		}
	}
	return out
}

// tallyTownship counts a township's organs and duties. Statutory organs are shown, not expected to be described.
func tallyTownship(t snapshot.Township) tally {
	y := tally{GaugeCounterparts: {Gauge: GaugeCounterparts}, GaugeLeaders: {Gauge: GaugeLeaders}, GaugeDutyLeads: {Gauge: GaugeDutyLeads}}
	for o := range t.EachOrgan() {
		if o.Kind == gov.OrganStatutory {
			continue
		}
		y.count(GaugeCounterparts, len(departmentsOf(o)) > 0)
		y.count(GaugeLeaders, led(o))
		y.count(GaugePosts, len(o.Posts) > 0)
		if o.Kind.Station() {
			y.count(GaugePowers, o.Holder(gov.PowerAffiliation) != "" && o.Holder(gov.PowerPersonnel) != "")
		}
	}
	for d := range t.County().EachDuty() {
		if standingOf(t, d).carried() {
			y.count(GaugeDutyLeads, hasLead(t, d))
		}
	}
	return y
}

// tallyCounty counts departments, and the duties on record against declared totals.
func tallyCounty(c *snapshot.County, y tally) {
	for d := range c.EachDepartment() {
		y.count(GaugeSections, d.SectionCount() > 0)
	}
	var duties, items, ledBelow int
	for d := range c.EachDuty() {
		switch l, ok := listingOf(c, d); {
		case !ok:
		case l.List == gov.ListBasic:
			duties++
		case l.List == gov.ListTerritorial:
			items++
			if l.LeadLevel() == gov.LevelTownship {
				ledBelow++
			}
		}
	}
	recorded := map[gov.IndicatorMetric]Coverage{
		gov.MetricDutyTotal:    {Gauge: GaugeDutyTotal, Have: duties},
		gov.MetricItemTotal:    {Gauge: GaugeItemTotal, Have: items},
		gov.MetricItemTownship: {Gauge: GaugeItemsTownship, Have: ledBelow},
	}
	for _, i := range c.Indicators() {
		if of, ok := recorded[i.Metric]; ok && int(i.Low) > 0 {
			of.Of = max(int(i.Low), declared(y, of.Gauge))
			y[of.Gauge] = &of
		}
	}
}

func declared(y tally, g Gauge) int {
	if y[g] == nil {
		return 0
	}
	return y[g].Of
}

// listingOf is the first listing of a duty in force, for whatever townships.
func listingOf(c *snapshot.County, d snapshot.Duty) (gov.Listing, bool) {
	for _, l := range d.Listings {
		if inForce(l, today(c)) {
			return l, true
		}
	}
	return gov.Listing{}, false
}

// sourcedByTownship counts the nodes and edges that name a source, by township ("" for the county's own). Sources
// themselves and what was dissolved are left out.
func sourcedByTownship(c *snapshot.County) map[string]*Coverage {
	out := map[string]*Coverage{}
	count := func(township string, p gov.Provenance) {
		if out[township] == nil {
			out[township] = &Coverage{Gauge: GaugeSources}
		}
		out[township].Of++
		if len(p.Sources) > 0 {
			out[township].Have++
		}
	}
	g := c.Graph()
	townshipOf := map[string]string{}
	for _, n := range g.Nodes {
		township := gov.TownshipOf(n)
		switch n := n.(type) {
		case *gov.Source, *gov.Former:
			continue
		case *gov.Township:
			township = n.Key
		}
		townshipOf[n.NodeKey()] = township
		count(township, n.Origin())
	}
	for _, e := range g.Edges {
		if e.EdgeKind() != gov.EdgeSuccession {
			from, to := e.Ends()
			count(max(townshipOf[from], townshipOf[to]), e.Origin())
		}
	}
	return out
}
