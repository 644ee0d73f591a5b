package proposal

import (
	"context"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
)

var reassignLeaders = Rung{
	Kind: KindReassignLeaders, Price: gov.One / 10,
	Name: gov.Textf("调整班子分工", "Reassign leaders"),
	Definition: gov.Textf("有多头分管、重复分管、无人分管或分管面过宽时，由精确测算给出使多头分管和分管面过宽的成本之和最小、变动最少的分工；主持全面的不动，没有登记分工的机构不写。",
		"Where leadership is split, double, missing or too wide: the portfolios with the least cost of split leadership and span, and of these with the fewest changes, found exactly. Who presides stays; organs nobody is on record for are not stated."),
	Unit:        gov.Textf("变动的分管关系", "changed charges"),
	PriceReason: gov.Textf("党委会议即可调整，不动机构编制。", "A meeting of the township's party committee can do it; no organ and no post moves."),
	township:    draftPortfolio,
}

func draftPortfolio(ctx context.Context, s *site, t snapshot.Township) ([]draft, error) {
	findings := s.found(t.Key, gov.OverlapSplitLeadership, gov.OverlapLeaderSpan, gov.OverlapDoubleLeadership, gov.OverlapUnledOrgan)
	if len(findings) == 0 {
		return nil, nil
	}
	p, err := reform.AssignLeaders(ctx, t, nil, reform.PortfolioRules{})
	if err != nil {
		if ctx.Err() == nil { // nobody may be in charge: then there is nothing to propose
			err = nil
		}
		return nil, err
	}
	d := draft{alike: "portfolio"}
	d.aim(findings...)
	d.subjects = append(d.subjects, t.Key)
	d.assign(s, t, p, nil)
	if len(d.edits) == 0 {
		return nil, nil
	}
	d.title = say("调整班子分工，变动%[1]d项", "Reassign leaders: %[1]d changes", p.Changed)
	if s.scope.Class != "" {
		d.title = say("按工作类别调整各乡镇班子分工", "Reassign the leaders of each township by lines of work")
	}
	d.rationale = say("按照“统筹分工”的思路，使对口同一部门或主责同一领域的机构尽量由一名班子成员分管：多头分管和分管面过宽的协调成本由%[1]s降为%[2]s。拟提请乡镇党委研究。",
		"Organs that answer to one department or lead duties of one domain go to one leader where that can be: split leadership and span cost %[2]s in place of %[1]s. Proposed for the township party committee's study.",
		s.costOf(t, gov.OverlapSplitLeadership, gov.OverlapLeaderSpan), p.Cost)
	return []draft{d}, nil
}

func (s *site) costOf(t snapshot.Township, kinds ...gov.OverlapKind) gov.Micro {
	var sum gov.Micro
	for _, o := range s.before().of(t.Key) {
		if slices.Contains(kinds, o.Kind) {
			sum += o.Cost
		}
	}
	return sum
}

// assign are the edits of a portfolio; merged gives the merged organ that stands for an organ.
func (d *draft) assign(s *site, t snapshot.Township, p reform.Portfolio, merged map[string]group) {
	for _, c := range p.Charges {
		if !c.Changed {
			continue
		}
		if g, ok := merged[c.Organs[0]]; ok {
			d.lead(g, c.Leader)
			continue
		}
		o, _ := snapshot.Lookup[snapshot.Organ](s.county, c.Organs[0])
		for _, l := range leadingOf(o) {
			if l != c.Leader {
				d.edits = append(d.edits, &change.UnassignLeader{Leader: l, Organ: o.Key})
			}
		}
		if !slices.Contains(leadingOf(o), c.Leader) {
			d.edits = append(d.edits, &change.AssignLeader{Leader: c.Leader, Organ: o.Key})
		}
		d.units++
		d.subjects = append(d.subjects, o.Key)
	}
	if p.Gap > 0 {
		d.note("%[1]s：机构较多，测算未穷尽，至多还可降低%[2]s。", "%[1]s: too many organs to look at everything; another portfolio might cost at most %[2]s less.", t.Name, p.Gap)
	}
}
