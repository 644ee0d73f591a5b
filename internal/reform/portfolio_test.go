package reform_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tiaokuai/bench/dataset"
	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
	"tiaokuai/seed"
)

// leadership is what SPLIT_LEADERSHIP and LEADER_SPAN cost in a township.
func leadership(t snapshot.Township) gov.Micro {
	var sum gov.Micro
	for _, o := range overlap.OfTownship(t) {
		if o.Kind == gov.OverlapSplitLeadership || o.Kind == gov.OverlapLeaderSpan {
			sum += o.Cost
		}
	}
	return sum
}

// assigned is the township once each group is merged and has its leader.
func assigned(t testing.TB, township snapshot.Township, groups [][]string, charges []reform.PortfolioCharge) snapshot.Township {
	t.Helper()
	var edits []change.Edit
	for _, g := range groups {
		edits = append(edits, &change.MergeOrgans{Organs: g, Into: g[0]})
	}
	county, _, err := change.Apply(township.County(), edits, township.County().Meta())
	if err != nil {
		t.Fatal(err)
	}
	edits = nil
	for _, c := range charges {
		o, _ := snapshot.Lookup[snapshot.Organ](county, c.Organs[0])
		for _, e := range o.Charges() {
			if e.Role == gov.ChargeLead {
				edits = append(edits, &change.UnassignLeader{Leader: e.From, Organ: e.To})
			}
		}
		edits = append(edits, &change.AssignLeader{Leader: c.Leader, Organ: c.Organs[0]})
	}
	county, _, err = change.Apply(county, edits, county.Meta())
	if err != nil {
		t.Fatal(err)
	}
	out, _ := snapshot.Lookup[snapshot.Township](county, township.Key)
	return out
}

// TestPortfolioIsBruteForce holds the portfolio against every other one, priced by package overlap itself.
func TestPortfolioIsBruteForce(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		county := countytest.Random(countytest.Rapid(r))
		for _, township := range county.Townships() {
			rules := reform.PortfolioRules{LeaveStations: rapid.Bool().Draw(r, "stations"), MostOrgans: rapid.IntRange(0, 3).Draw(r, "most")}
			var groups [][]string
			if os := township.Organs(); len(os) > 2 && rapid.Bool().Draw(r, "merge") {
				groups = [][]string{{os[0].Key, os[1].Key}}
			}
			p, err := reform.AssignLeaders(t.Context(), township, groups, rules)
			if err != nil {
				continue
			}
			best, found := everyPortfolio(t, township, groups, p, rules)
			if !found {
				continue
			}
			if p.Gap != 0 || p.Cost != best.cost || p.Changed != best.changed {
				r.Fatalf("%s: cost %s, gap %s, %d changed; brute force %s, %d", township.Name, p.Cost, p.Gap, p.Changed, best.cost, best.changed)
			}
			if got := leadership(assigned(t, township, groups, p.Charges)); got != p.Cost {
				r.Fatalf("%s: %s said, %s found", township.Name, p.Cost, got)
			}
		}
	})
}

type tried struct {
	cost    gov.Micro
	changed int
}

// everyPortfolio tries every leader for every group in question.
func everyPortfolio(t testing.TB, township snapshot.Township, groups [][]string, p reform.Portfolio, rules reform.PortfolioRules) (tried, bool) {
	t.Helper()
	var free []snapshot.Leader
	kept := map[string]int{}
	open := map[string]bool{}
	for _, c := range p.Charges {
		for _, o := range c.Organs {
			open[o] = true
		}
	}
	for _, l := range township.Leaders() {
		presides := false
		for _, e := range l.Charges() {
			presides = presides || e.Role == gov.ChargeOverall
			if e.Role == gov.ChargeLead && !open[e.To] && !second(l, e.To, groups) {
				kept[l.Key]++
			}
		}
		if !presides {
			free = append(free, l)
		}
	}
	n := len(p.Charges)
	combinations := 1
	for range n {
		combinations *= len(free)
	}
	if n == 0 || combinations > 300 || combinations == 0 {
		return tried{}, false
	}
	best, found := tried{}, false
	for code := range combinations {
		charges, changed, load := make([]reform.PortfolioCharge, n), 0, map[string]int{}
		for i, rest := 0, code; i < n; i, rest = i+1, rest/len(free) {
			charges[i] = reform.PortfolioCharge{Organs: p.Charges[i].Organs, Leader: free[rest%len(free)].Key}
			load[charges[i].Leader]++
			now := map[string]bool{}
			for _, o := range charges[i].Organs {
				organ, _ := snapshot.Lookup[snapshot.Organ](township.County(), o)
				for _, e := range organ.Charges() {
					if e.Role == gov.ChargeLead {
						now[e.From] = true
					}
				}
			}
			if len(now) != 1 || !now[charges[i].Leader] {
				changed++
			}
		}
		if tooMany(load, kept, rules, township, free, n) {
			continue
		}
		one := tried{leadership(assigned(t, township, groups, charges)), changed}
		if !found || one.cost < best.cost || one.cost == best.cost && one.changed < best.changed {
			best, found = one, true
		}
	}
	return best, found
}

// second says whether a leader has an organ before this one that becomes one with it.
func second(l snapshot.Leader, organ string, groups [][]string) bool {
	for _, g := range groups {
		if !slices.Contains(g, organ) {
			continue
		}
		for _, e := range l.Charges() {
			if e.To == organ {
				return false
			}
			if e.Role == gov.ChargeLead && slices.Contains(g, e.To) {
				return true
			}
		}
	}
	return false
}

// tooMany says whether a leader has more organs than one may.
func tooMany(load, kept map[string]int, rules reform.PortfolioRules, township snapshot.Township, free []snapshot.Leader, n int) bool {
	most := rules.MostOrgans
	if most == 0 {
		left := n
		for _, l := range free {
			left += kept[l.Key]
		}
		most = max(township.County().Settings.LeaderOrgans(), (left+len(free)-1)/len(free))
		for _, l := range free {
			most = max(most, kept[l.Key]+1)
		}
	}
	for _, l := range free {
		if load[l.Key] > max(0, most-kept[l.Key]) {
			return true
		}
	}
	return false
}

// TestPortfolioOfSeed scores the report's own division of work in both readings: nobody leads an organ beside another,
// helpers are not counted, and organs it does not mention stay not stated.
func TestPortfolioOfSeed(t *testing.T) {
	revisions, err := seed.Load()
	if err != nil {
		t.Fatal(err)
	}
	head, _, err := seed.Replay(revisions)
	if err != nil {
		t.Fatal(err)
	}
	for _, reading := range []seed.Reading{seed.ReadingOne, seed.ReadingTwo} {
		edits, err := seed.Portfolio(head, reading)
		if err != nil {
			t.Fatal(err)
		}
		county, _, err := change.Apply(head, edits, head.Meta())
		if err != nil {
			t.Fatal(err)
		}
		for _, township := range county.Townships() {
			for _, o := range overlap.OfTownship(township) {
				if o.Kind == gov.OverlapDoubleLeadership || o.Kind == gov.OverlapUnledOrgan {
					t.Errorf("%s, %s: %s of %s", reading, township.Name, o.Kind, o.Subject)
				}
			}
			p, err := reform.AssignLeaders(t.Context(), township, nil, reform.PortfolioRules{})
			if err != nil || p.Gap != 0 {
				t.Fatalf("%s: %v, gap %s", township.Name, err, p.Gap)
			}
			if now := leadership(township); p.Cost > now {
				t.Errorf("%s, %s: %s now, %s at best", reading, township.Name, now, p.Cost)
			}
			stated := map[string]bool{}
			for _, c := range p.Charges {
				stated[c.Organs[0]] = true
			}
			for o := range township.EachOrgan() {
				led := false
				for _, e := range o.Charges() {
					led = led || e.Role == gov.ChargeLead
				}
				if stated[o.Key] && !led {
					t.Errorf("%s: %s is not mentioned and has a leader", township.Name, o.Name)
				}
			}
		}
	}
}

func BenchmarkPortfolio(b *testing.B) {
	c, err := dataset.Snapshot(1, 0)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("dataset", func(b *testing.B) {
		for b.Loop() {
			for _, t := range c.Townships() {
				p, err := reform.AssignLeaders(b.Context(), t, nil, reform.PortfolioRules{})
				if err != nil {
					b.Fatal(err)
				}
				if p.Gap != 0 {
					b.Errorf("%s: gap %s", t.Name, p.Gap)
				}
			}
		}
	})
	large := countytest.Large(countytest.Size{Townships: 1, Organs: 16, Leaders: 9, Duties: 40, Departments: 20, Sections: 2})
	county, err := snapshot.Build(large, snapshot.Meta{Revision: 1})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("16 organs, 9 leaders", func(b *testing.B) {
		for b.Loop() {
			p, err := reform.AssignLeaders(b.Context(), county.Townships()[0], nil, reform.PortfolioRules{})
			if err != nil {
				b.Fatal(p.Gap, err)
			}
			b.ReportMetric(p.Gap.Float(), "gap")
		}
	})
}

// ledAtRandom is a township whose organs all have leaders; many leaders, departments and domains meet.
func ledAtRandom(r *rapid.T) string {
	draw := func(what string, n int) int { return rapid.IntRange(0, n-1).Draw(r, what) }
	var b strings.Builder
	fmt.Fprintf(&b, "county 1 县\n")
	for d := range 4 {
		fmt.Fprintf(&b, "department 局%d sections=甲%[1]d,乙%[1]d\n", d)
	}
	for d := range 4 {
		fmt.Fprintf(&b, "duty 事%d MANAGEMENT domain=域%d\n", d, d/2)
	}
	fmt.Fprintf(&b, "township 镇\n")
	organs, leaders := 3+draw("organs", 2), 2+draw("leaders", 2)
	for o := range organs {
		fmt.Fprintf(&b, "organ 办%d OFFICE", o)
		var to []string
		for d := range 4 {
			switch draw("faces", 5) {
			case 0:
				to = append(to, fmt.Sprintf("局%d", d))
			case 1:
				to = append(to, fmt.Sprintf("局%d[甲%[1]d]", d))
			}
		}
		if len(to) > 0 {
			fmt.Fprintf(&b, " -> %s", strings.Join(to, ", "))
		}
		if duty := draw("leads", 6); duty < 4 {
			fmt.Fprintf(&b, " leads 事%d", duty)
		}
		b.WriteString("\n")
	}
	for l := range leaders {
		fmt.Fprintf(&b, "leader 领导%d 副镇长", l)
		var led []string
		for o := range organs {
			if o%leaders == l || draw("also", 8) == 0 {
				led = append(led, fmt.Sprintf("办%d", o))
			}
		}
		if len(led) > 0 {
			fmt.Fprintf(&b, " leads %s", strings.Join(led, ", "))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestLedPortfolioIsBruteForce is the same of townships in which every organ has leaders.
func TestLedPortfolioIsBruteForce(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := ledAtRandom(r)
		township := countytest.Parse(t, text).Townships()[0]
		rules := reform.PortfolioRules{MostOrgans: rapid.IntRange(0, 2).Draw(r, "most")}
		p, err := reform.AssignLeaders(t.Context(), township, nil, rules)
		if err != nil {
			return
		}
		best, found := everyPortfolio(t, township, nil, p, rules)
		if !found || p.Gap != 0 || p.Cost != best.cost || p.Changed != best.changed {
			r.Fatalf("cost %s, gap %s, %d changed; brute force %v %s, %d\n%s", p.Cost, p.Gap, p.Changed, found, best.cost, best.changed, text)
		}
	})
}

// TestPortfolioRules are held to.
func TestPortfolioRules(t *testing.T) {
	township := countytest.Parse(t, `county 1 县
department 局
township 镇
organ 甲办 OFFICE order=1 -> 局
organ 乙办 OFFICE order=2 -> 局
organ 丙所 DISPATCHED order=3 -> 局
leader 书记 党委书记 order=1 overall 甲办
leader 甲 副镇长 order=2 leads 甲办
leader 乙 副镇长 order=3 leads 乙办
leader 丙 副镇长 order=4 leads 丙所`).Townships()[0]
	leaderOf := func(rules reform.PortfolioRules) map[string]string {
		p, err := reform.AssignLeaders(t.Context(), township, nil, rules)
		if err != nil {
			t.Fatalf("%+v: %v", rules, err)
		}
		out := map[string]string{}
		for _, c := range p.Charges {
			out[c.Organs[0]] = c.Leader
		}
		return out
	}
	if got := leaderOf(reform.PortfolioRules{Fixed: map[string]string{"organ/镇/甲办": "leader/镇/丙"}}); got["organ/镇/乙办"] != "leader/镇/丙" {
		t.Errorf("fixed: %v", got)
	}
	if got := leaderOf(reform.PortfolioRules{LeaveStations: true}); got["organ/镇/丙所"] != "" || got["organ/镇/甲办"] != "leader/镇/丙" {
		t.Errorf("stations left: %v", got)
	}
	for organ, leader := range leaderOf(reform.PortfolioRules{}) {
		if leader == "leader/镇/书记" {
			t.Errorf("%s goes to who presides", organ)
		}
	}
	if got := leaderOf(reform.PortfolioRules{Barred: []string{"leader/镇/丙"}}); got["organ/镇/丙所"] != "" || got["organ/镇/甲办"] == "leader/镇/丙" {
		t.Errorf("barred: %v", got)
	}
	for _, rules := range []reform.PortfolioRules{
		{Barred: []string{"leader/镇/甲", "leader/镇/乙", "leader/镇/丙"}, Fixed: map[string]string{"organ/镇/甲办": "leader/镇/甲"}},
		{MostOrgans: 1, Fixed: map[string]string{"organ/镇/甲办": "leader/镇/甲", "organ/镇/乙办": "leader/镇/甲"}},
	} {
		if _, err := reform.AssignLeaders(t.Context(), township, nil, rules); err == nil {
			t.Errorf("%+v is possible", rules)
		}
	}
}

// TestPortfolioTooLarge is answered with a proven gap.
func TestPortfolioTooLarge(t *testing.T) {
	county, err := snapshot.Build(countytest.Large(countytest.Size{Townships: 1, Organs: 30, Leaders: 6, Duties: 40, Departments: 20, Sections: 2}), snapshot.Meta{Revision: 1})
	if err != nil {
		t.Fatal(err)
	}
	township := county.Townships()[0]
	p, err := reform.AssignLeaders(t.Context(), township, nil, reform.PortfolioRules{})
	if err != nil {
		t.Fatal(err)
	}
	if p.Gap <= 0 || p.Gap > p.Cost || p.Cost > leadership(township) {
		t.Errorf("cost %s of %s, gap %s", p.Cost, leadership(township), p.Gap)
	}
	if got := leadership(assigned(t, township, nil, p.Charges)); got != p.Cost {
		t.Errorf("%s said, %s found", p.Cost, got)
	}
}
