package countytest

import (
	"fmt"

	"tiaokuai/internal/gov"
)

// township makes a township with its organs, leaders and edges.
func (g *generator) township() {
	t := &gov.Township{
		Name: fmt.Sprintf("镇%d", len(g.townships)), Order: g.count(2), Kind: pick(g, "", gov.TownshipTown, gov.TownshipSubdistrict),
		Size: pick(g, "", gov.SizeLarge, gov.SizeMedium, gov.SizeSmall), SizeReason: g.word("经济总量"), MiddlePosts: g.count(12),
		PortfoliosComplete: g.one(2), AssignmentsComplete: g.one(2), Provenance: g.origin(),
	}
	t.Key = g.mint(gov.NodeTownship, "", t.Name)
	g.townships = append(g.townships, t.Key)
	g.node(t)
	var organs, leaders []string
	for i := range g.count(5) {
		o := randomOrgan(g, t.Key, numbered("办", i), g.sources)
		o.Key = g.mint(gov.NodeOrgan, t.Key, o.Name)
		organs = append(organs, o.Key)
		g.node(o)
	}
	for i := range g.count(3) {
		l := randomLeader(g, t.Key, numbered("副镇长", i), g.sources)
		l.Key = g.mint(gov.NodeLeader, t.Key, l.NodeName())
		leaders = append(leaders, l.Key)
		g.node(l)
	}
	g.former(gov.NodeOrgan, t.Key, "原站")
	g.former(gov.NodeOrgan, t.Key, "原所")
	g.organs = append(g.organs, organs...)
	g.ties(organs, leaders)
}

// randomOrgan is an organ without a key.
func randomOrgan(d Dice, township, name string, sources []string) *gov.Organ {
	o := &gov.Organ{
		Township: township, Name: name, Order: d.IntN(3), Kind: pick(d, gov.OrganOffice, gov.OrganInstitution, gov.OrganDispatched, gov.OrganStatutory),
		Branch: pick(d, "", gov.BranchParty, gov.BranchGovernment), Management: pick(d, "", gov.ManagementOwn, gov.ManagementCountyDirect, gov.ManagementVertical, gov.ManagementTerritorial, gov.ManagementDual),
		AttendsMeetings: chance(d, 3), EnforcementSubject: pick(d, "", gov.LevelCounty, gov.LevelTownship), Staff: d.IntN(9), LeadingPosts: d.IntN(3),
		ManagementPosts: d.IntN(3), TechnicalPosts: d.IntN(3), Rank: pick(d, "", "股级"), RankEligibility: pick(d, "", "副科级"), Mandatory: chance(d, 4),
		Integrating: chance(d, 4), QuotaCategory: pick(d, "", "综合"), ShortNames: some(d, 1, []string{"简称" + name}), FormerNames: some(d, 1, []string{"旧" + name}),
		Plates:     some(d, 2, []gov.Plate{{Name: "牌子" + name}, {Name: "双牌" + name, Kind: gov.PlateTwin}}),
		Posts:      some(d, 2, []gov.PostCount{{Type: gov.PostAdministrative, Count: 1 + d.IntN(5)}, {Type: gov.PostInstitution, Count: 1 + d.IntN(5)}}),
		Provenance: randomOrigin(d, sources),
	}
	if chance(d, 4) {
		o.Powers = randomPowers(d)
	}
	return gov.Normalize(o)
}

// randomPowers are holdings that no two decide.
func randomPowers(d Dice) []gov.Holding {
	var out []gov.Holding
	for _, p := range some(d, 4, gov.Powers[:]) {
		out = append(out, gov.Holding{Power: p, Holder: pick(d, gov.LevelCounty, gov.LevelTownship), Mode: pick(d, gov.ModeDecide, gov.ModeConsult, gov.ModeAdvise)})
	}
	return out
}

// randomLeader is a leader without a key; some have no name.
func randomLeader(d Dice, township, post string, sources []string) *gov.Leader {
	l := &gov.Leader{
		Township: township, Name: pick(d, "", "甲", "乙"), Order: d.IntN(3), Posts: append([]string{post}, some(d, 1, []string{"政法委员"})...),
		Rank: pick(d, "", "副科"), Lines: some(d, 1, []gov.Line{{Name: "信访", Role: gov.ChargeLead}}), Provenance: randomOrigin(d, sources),
	}
	return gov.Normalize(l)
}

// ties makes a township's edges.
func (g *generator) ties(organs, leaders []string) {
	for _, o := range organs {
		for _, to := range some(g, 3, g.departments) {
			g.edge(&gov.Counterpart{
				From: o, To: to, Sections: some(g, 2, g.sections[to]), Scope: g.word("农机"), Provenance: g.origin(),
				Nature: pick(g, gov.NatureBusiness, gov.NatureBusiness, gov.NatureBusiness, gov.NatureWindow, gov.NatureLiaison, gov.NatureCoordination),
			})
		}
		for _, from := range some(g, 2, leaders) {
			g.edge(&gov.Charge{From: from, To: o, Role: randomRole(g), Provenance: g.origin()})
		}
		g.assignments(o)
		for _, from := range some(g, 1, g.departments) {
			g.edge(&gov.Dispatch{From: from, To: o, Provenance: g.origin()})
		}
	}
	for i := 1; i < len(organs); i++ {
		if g.one(4) {
			g.edge(&gov.SharedOffice{From: min(organs[i-1], organs[i]), To: max(organs[i-1], organs[i]), Provenance: g.origin()})
		}
	}
	if len(g.townships) == 1 { // departments carry duties too, once
		for _, from := range g.departments {
			g.assignments(from)
		}
	}
}

func (g *generator) assignments(bearer string) {
	for _, to := range some(g, 3, g.duties) {
		g.edge(&gov.Assignment{From: bearer, To: to, Role: pick(g, gov.AssignmentLead, gov.AssignmentSupport), Actions: randomActions(g), Content: g.word("负责日常监管"), Provenance: g.origin()})
	}
}

// randomRole is a role of a charge, most often LEAD.
func randomRole(d Dice) gov.ChargeRole {
	return pick(d, gov.ChargeLead, gov.ChargeLead, gov.ChargeLead, gov.ChargeAssist, gov.ChargeOverall, gov.ChargeLiaison)
}

// randomActions are some actions of an assignment.
func randomActions(d Dice) []gov.Action {
	return some(d, 2, []gov.Action{gov.ActionAccept, gov.ActionPatrol, gov.ActionInspect, gov.ActionPunish, gov.ActionCoerce, gov.ActionApprove})
}
