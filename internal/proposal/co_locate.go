package proposal

import (
	"context"
	"slices"
	"strings"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
)

var coLocate = Rung{
	Kind: KindCoLocate, Price: gov.One / 5,
	Name: gov.Textf("合署办公", "Share an office"),
	Definition: gov.Textf("职能相近的两个机构，以及列出的合并所涉机构，可先合署办公。机构限额、对口和分管关系不变，因此不降低协调成本，作为合并的替代。",
		"Two organs of like functions, and those of a merger that is listed, may share an office first. Quota, counterparts and charges stay, so it lowers no cost; it stands beside the merger as its alternative."),
	Unit:        gov.Textf("合署的机构", "organs that join"),
	PriceReason: gov.Textf("搬迁和统一管理，按两成对口关系计。", "Moving in together: a fifth of an interface."),
	whole:       draftShared,
}

// draftShared drafts for the same organs as the mergers, and for like organs that may not merge. Those of mergers that
// come to nothing are left out again (propose).
func draftShared(ctx context.Context, s *site) ([]draft, error) {
	mergers, err := s.mergers(ctx)
	if err != nil {
		return nil, err
	}
	var out []draft
	for _, m := range mergers {
		d := draft{alike: "share" + strings.TrimPrefix(m.alike, "merge"), targets: m.targets}
		for _, g := range m.groups {
			d.share(g.organs)
			d.checks = joinedChecks(d.checks, s.checkApart(g.organs))
		}
		out = appendShared(out, d, m.groups[0].organs)
	}
	var pairs []draft
	for _, t := range s.townships {
		for _, f := range s.found(t.Key, gov.OverlapSimilarOrgans) {
			var organs []snapshot.Organ
			for _, key := range f.Participants {
				o, _ := snapshot.Lookup[snapshot.Organ](s.county, key)
				organs = append(organs, o)
			}
			d := draft{alike: "share|" + list(namesOfOrgans(organs)).ZH}
			if slices.ContainsFunc(organs, func(o snapshot.Organ) bool { return o.Kind == gov.OrganStatutory }) ||
				slices.ContainsFunc(out, func(e draft) bool { return e.alike == d.alike }) {
				continue
			}
			d.aim(f)
			d.listed = true
			d.share(organs)
			d.checks = s.checkApart(organs)
			pairs = appendShared(pairs, d, organs)
		}
	}
	return append(out, united(pairs)...), nil
}

func appendShared(out []draft, d draft, organs []snapshot.Organ) []draft {
	if len(d.edits) == 0 {
		return out
	}
	names := list(namesOfOrgans(organs))
	d.title = say("%[1]s合署办公", "%[1]s share an office", names)
	d.rationale = say("拟提请编委研究由%[1]s合署办公，机构和限额不变；对口和分管关系不减少。", "Proposed for the commission's study: %[1]s share an office; organs and quota stay, and so do counterparts and charges.", names)
	return append(out, d)
}

// share has organs share the first one's office.
func (d *draft) share(organs []snapshot.Organ) {
	d.subjects = joined(d.subjects, keysOf(organs))
	for _, o := range organs[1:] {
		if slices.ContainsFunc(o.SharesOfficeWith(), func(w snapshot.Organ) bool { return w.Key == organs[0].Key }) {
			continue
		}
		d.edits = append(d.edits, &change.ShareOffice{Organ: organs[0].Key, With: o.Key})
		d.units++
	}
}

// checkApart holds organs that would share an office to what the planner keeps apart.
func (s *site) checkApart(organs []snapshot.Organ) []Check {
	p := s.problem()
	rules, err := p.Rules()
	if err != nil {
		return nil // said where mergers are drafted
	}
	var out []Check
	for _, r := range rules {
		if r.Kind != reform.RuleCannotLink {
			continue
		}
		var names []string
		for _, o := range organs {
			if slices.ContainsFunc(p.Organs, func(q reform.Organ) bool {
				return slices.Contains(r.Organs, q.Key) && slices.Contains(membersOf(q), o.Key)
			}) {
				names = append(names, o.Name)
			}
		}
		c := Check{Rule: string(r.Kind), Text: r.Text(p), Verdict: Satisfied}
		if len(names) > 1 {
			c.Verdict = Violated
			c.Detail = say("%[1]s列为不得合并，合署办公须另行研究。", "%[1]s are to be kept apart; sharing an office has to be decided by itself.", list(names))
		}
		out = append(out, c)
	}
	return out
}

func joinedChecks(a, b []Check) []Check {
	for _, c := range b {
		if !slices.Contains(a, c) {
			a = append(slices.Clip(a), c)
		}
	}
	return a
}
