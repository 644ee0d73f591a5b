package proposal

import (
	"slices"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// check holds a proposal to the presets, and a merger to the planner's numbers.
func (s *site) check(p Proposal, d draft, after picture) []Check {
	var out []Check
	for _, r := range s.rules {
		c := Check{Rule: r.ID, Text: say("%[1]s（%[2]s）", "%[1]s (%[2]s)", r.Text, r.terms()), Source: r.Source.text(), Verdict: Satisfied}
		if s.hold(r, p, d, after, &c) {
			out = append(out, c)
		}
	}
	if p.Kind == KindMergeOrgans {
		out = append(out, s.checkNumbers(after)...)
	}
	return out
}

// hold fills in how a preset comes out, and says whether it concerns the proposal at all.
func (s *site) hold(r Preset, p Proposal, d draft, after picture, c *Check) bool {
	rule, concerned := r.Rule, false
	violate := func(zh, en string, args ...any) {
		c.Verdict = Violated
		c.Detail = together(c.Detail, say(zh, en, args...))
	}
	if slices.Contains(rule.Ask, p.Kind) && s.isAbout(rule.About, p) {
		c.Verdict, concerned = Attention, true
		c.Detail = say("须按此办理并留存依据", "to be followed, and put on record")
	}
	if rule.Principle && p.Kind == KindMergeOrgans {
		concerned = true
		c.Detail = say("合并的依据", "what the merger rests on")
	}
	if rule.MeasureOffice && p.Kind == KindCoordinate {
		concerned = true
		c.Detail = say("办公室设在现有机构", "its office sits in an organ that is there")
	}
	if !changesOrgans(p.Kind) {
		return concerned
	}
	for _, t := range after.townships {
		for _, names := range rule.MustExist {
			concerned = true
			if !slices.ContainsFunc(t.Organs(), func(o snapshot.Organ) bool { return called(o.Organ, names) }) {
				violate("%[1]s没有%[2]s机构或牌子。", "%[1]s has no organ or plate called %[2]s.", t.Name, names[0])
			}
		}
		for o := range t.EachOrgan() {
			for _, word := range rule.Forbidden {
				concerned = true
				if strings.Contains(o.Name, word) {
					violate("%[1]s设有%[2]s。", "%[1]s has %[2]s.", t.Name, o.Name)
				}
			}
		}
		organs, offices := countOrgans(t)
		for _, limit := range []struct{ most, has int }{{rule.MaxOrgans, organs}, {rule.MaxOffices[t.Size], offices}, {rule.MaxOfficesByKind[t.Kind], offices}} {
			if limit.most == 0 {
				continue
			}
			concerned = true
			if limit.has > limit.most {
				violate("%[1]s有%[2]d个，限额%[3]d个。", "%[1]s has %[2]d, the quota being %[3]d.", t.Name, limit.has, limit.most)
			}
		}
		if n := len(t.Leaders()); len(rule.Leaders) == 2 && n > 0 {
			concerned = true
			if n < rule.Leaders[0] || n > rule.Leaders[1] {
				c.Verdict = Attention
				c.Detail = together(c.Detail, say("%[1]s登记班子成员%[2]d名，是否均为党委委员须核实。", "%[1]s has %[2]d leaders on record; whether all are members has to be seen.", t.Name, n))
			}
		}
	}
	for _, g := range d.groups {
		for _, o := range g.organs {
			if slices.Contains(rule.Alone, o.Name) || slices.Contains(rule.Frozen, o.Kind) {
				violate("%[1]s不并入其他机构。", "%[1]s is not merged.", o.Name)
			}
		}
		if rule.KindsApart {
			if sameKind(g.organs) == "" {
				violate("%[1]s行政事业不同类。", "%[1]s are of two kinds.", list(namesOfOrgans(g.organs)))
			}
		}
	}
	return concerned || len(d.groups) > 0 && (len(rule.Alone) > 0 || len(rule.Frozen) > 0 || rule.KindsApart)
}

func changesOrgans(k Kind) bool {
	return k == KindMergeOrgans || k == KindAddPlate || k == KindCoLocate
}

// isAbout says whether a subject's name has one of some words; no words mean any.
func (s *site) isAbout(words []string, p Proposal) bool {
	return len(words) == 0 || slices.ContainsFunc(p.Subjects, func(key string) bool {
		name := nameOf(s.county, key)
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(name, w) })
	})
}

func countOrgans(t snapshot.Township) (organs, offices int) {
	for o := range t.EachOrgan() {
		switch o.Kind {
		case gov.OrganOffice:
			organs, offices = organs+1, offices+1
		case gov.OrganInstitution:
			organs++
		}
	}
	return organs, offices
}

// checkNumbers holds a merger to the planner's own number of organs, which a single merger may not reach yet.
func (s *site) checkNumbers(after picture) []Check {
	c := s.options.Constraints
	var out []Check
	for _, t := range after.townships {
		organs, _ := countOrgans(t)
		if c.MaxOrgans > 0 && organs > c.MaxOrgans && s.scope.Class == "" {
			out = append(out, Check{
				Rule: "MAX_ORGANS", Verdict: Attention, Text: say("机构不超过%[1]d个", "At most %[1]d organs", c.MaxOrgans),
				Detail: say("%[1]s仍有%[2]d个，须与其他合并一并实施。", "%[1]s still has %[2]d: it takes other mergers too.", t.Name, organs),
			})
		}
	}
	return out
}
