package proposal

import (
	"context"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
)

// leadMerged leaves one leader in charge of each merged organ that several were in charge of: the one with whom
// SPLIT_LEADERSHIP and LEADER_SPAN cost least, everything else as it is.
func (s *site) leadMerged(ctx context.Context, d *draft) error {
	for _, t := range s.townships {
		var groups [][]string
		at := map[string]group{}
		fixed := map[string]string{}
		inGroup := map[string]bool{}
		for _, g := range d.groups {
			if g.township.Key != t.Key {
				continue
			}
			who := leadersOf(g)
			for _, key := range keysOf(g.organs) {
				inGroup[key] = true
			}
			groups = append(groups, keysOf(g.organs))
			at[g.organs[0].Key] = g
			if len(who) == 0 {
				d.note("%[1]s：原机构的分管领导未登记，%[2]s由谁分管须另行明确。", "%[1]s: who is in charge is not on record; it has to be said for %[2]s.", t.Name, g.name)
			}
		}
		rules := reform.PortfolioRules{Fixed: fixed}
		for o := range t.EachOrgan() {
			if !inGroup[o.Key] {
				rules.Leave = append(rules.Leave, o.Key)
			}
		}
		for _, g := range groups {
			if len(leadersOf(at[g[0]])) < 2 {
				rules.Leave = append(rules.Leave, g[0])
			}
		}
		if len(groups) == 0 || len(rules.Leave) >= len(t.Organs()) {
			continue
		}
		p, err := reform.AssignLeaders(ctx, t, groups, rules)
		if gov.CodeOf(err) == gov.CodeInvalid && err != nil {
			d.note("%[1]s：没有可以单独分管的班子成员，分管须另行明确。", "%[1]s: no leader can be in charge alone; it has to be said who is.", t.Name)
			continue
		}
		if err != nil {
			return err
		}
		for _, c := range p.Charges {
			if g, ok := at[c.Organs[0]]; ok {
				d.lead(g, c.Leader)
			}
		}
	}
	return nil
}

// leadersOf are the keys of the leaders in charge of a group's organs.
func leadersOf(g group) []string {
	var out []string
	for _, o := range g.organs {
		out = joined(out, leadingOf(o))
	}
	return out
}

func leadingOf(o snapshot.Organ) []string {
	var out []string
	for e := range o.EachCharge() {
		if e.Role == gov.ChargeLead {
			out = append(out, e.From)
		}
	}
	return out
}

// lead puts one leader in charge of a merged organ and takes the others' charges away.
func (d *draft) lead(g group, leader string) {
	led := false
	for _, l := range leadersOf(g) {
		if l == leader {
			led = true
			continue
		}
		d.edits = append(d.edits, &change.UnassignLeader{Leader: l, Organ: g.key})
	}
	if !led {
		d.edits = append(d.edits, &change.AssignLeader{Leader: leader, Organ: g.key})
	}
	c := g.township.County()
	d.note("%[1]s：%[2]s由%[3]s分管。", "%[1]s: %[3]s is in charge of %[2]s.", g.township.Name, g.name, nameOf(c, leader))
}

// leadAnew assigns the portfolios of every township anew; one without a merger keeps those that cost no more.
func (s *site) leadAnew(ctx context.Context, d *draft) error {
	units, subjects := d.units, d.subjects
	defer func() { d.units, d.subjects = units, subjects }() // what is priced are organs
	for _, t := range s.townships {
		var groups [][]string
		at := map[string]group{}
		for _, g := range d.groups {
			if g.township.Key == t.Key {
				groups = append(groups, keysOf(g.organs))
				at[g.organs[0].Key] = g
			}
		}
		p, err := reform.AssignLeaders(ctx, t, groups, reform.PortfolioRules{})
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if len(groups) == 0 && (err != nil || p.Cost >= s.costOf(t, gov.OverlapSplitLeadership, gov.OverlapLeaderSpan)) {
			continue
		}
		if err != nil {
			d.note("%[1]s：没有可以分管的班子成员，分管须另行明确。", "%[1]s: no leader may be in charge; it has to be said who is.", t.Name)
			continue
		}
		d.assign(s, t, p, at)
	}
	return nil
}
