package dossier

import (
	"slices"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
)

// The most that is told of one kind; what is left is counted, so that the sums still add up.
const (
	mostGroups   = 40 // groups of like findings of a kind
	mostEvidence = 8  // statements of a finding
	mostQuotes   = 4  // quotations of a finding
)

// group is findings that townships have alike.
type group struct {
	overlap.Overlap          // the first of them
	townships       []string // keys
	cost            gov.Micro
}

// findings are those of the townships in scope and the county's own.
func (c *composer) findings() []overlap.Overlap {
	out := slices.Clone(overlap.OfCounty(c.Before))
	for _, t := range c.townships {
		out = append(out, overlap.OfTownship(t)...)
	}
	return out
}

// grouped puts findings of one kind that differ by their township alone together, dearest first.
func (c *composer) grouped(all []overlap.Overlap, kind gov.OverlapKind) []group {
	var out []group
	at := map[string]int{}
	for _, o := range all {
		if o.Kind != kind {
			continue
		}
		id := strings.Join([]string{o.Topic, c.subject(o), c.names(o.Participants), o.Cost.String()}, "\n")
		i, there := at[id]
		if !there {
			i = len(out)
			at[id] = i
			out = append(out, group{Overlap: o})
		}
		out[i].cost += o.Cost
		if o.Township != "" {
			out[i].townships = append(out[i].townships, o.Township)
		}
	}
	slices.SortStableFunc(out, func(a, b group) int { return int(b.cost - a.cost) })
	return out
}

// subject is the name of what a finding is about; a township itself is the same in every group.
func (c *composer) subject(o overlap.Overlap) string {
	if o.Subject == o.Township {
		return ""
	}
	return c.name(o.Subject)
}

// problems is part two: what was found, kind by kind, with the evidence and the sources' own words.
func (c *composer) problems() []Block {
	all := c.findings()
	if len(all) == 0 {
		return []Block{c.body("按现有数据未发现协调成本问题。", "Nothing was found in the data on record.")}
	}
	own := overlap.OfCounty(c.Before)
	out := []Block{
		c.body("按现有数据，涉及乡镇和县级共有问题%[1]d个，协调成本%[2]s，其中县级自身%[3]d个、%[4]s。协调成本以“1个多余的对口接口”为1个单位，反映协调工作量，不表示违反规定。",
			"%[1]d findings cost %[2]s to coordinate; %[3]d of them, costing %[4]s, are the county's own. One unit is one excess counterpart interface; a cost is work of coordination and no offence.",
			len(all), overlap.Cost(all), len(own), overlap.Cost(own)),
	}
	for _, d := range overlap.Detectors() {
		groups := c.grouped(all, d.Kind)
		if len(groups) == 0 {
			continue
		}
		var of []overlap.Overlap
		for _, o := range all {
			if o.Kind == d.Kind {
				of = append(of, o)
			}
		}
		out = append(out, c.heading(2, "%[1]s（%[3]d个，协调成本%[4]s）", "%[2]s (%[3]d, cost %[4]s)", d.Name.ZH, d.Name.EN, len(of), overlap.Cost(of)))
		out = append(out, Paragraph{Body, plain(c.text(d.Definition))})
		for _, g := range groups[:min(len(groups), mostGroups)] {
			out = append(out, c.finding(g)...)
		}
		out = append(out, c.rest(groups)...)
	}
	return out
}

// rest counts what is not told.
func (c *composer) rest(groups []group) []Block {
	if len(groups) <= mostGroups {
		return nil
	}
	var cost gov.Micro
	for _, g := range groups[mostGroups:] {
		cost += g.cost
	}
	return []Block{c.body("其余%[1]d组同类问题协调成本合计%[2]s，从略。", "%[1]d more groups, costing %[2]s together, are left out.", len(groups)-mostGroups, cost)}
}

func (c *composer) finding(g group) []Block {
	out := []Block{
		c.heading(3, "%s", "%s", c.headline(g)),
		Paragraph{Body, plain(c.text(overlap.Explain(c.Before, g.Overlap)))},
	}
	if len(g.townships) > 1 {
		out = append(out, c.body("情形相同的乡镇%[1]d个：%[2]s；合计%[3]s。", "Alike in %[1]d townships: %[2]s; together %[3]s.", len(g.townships), c.names(g.townships), g.cost))
	}
	return append(out, c.evidence(g.Overlap)...)
}

// headline names what a finding is about.
func (c *composer) headline(g group) string {
	parts := []string{}
	for _, p := range []string{g.Topic, c.subject(g.Overlap)} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	others := slices.DeleteFunc(slices.Clone(g.Participants), func(key string) bool { return key == g.Subject })
	if len(others) > 0 {
		parts = append(parts, c.names(others))
	}
	return strings.Join(parts, c.say("：", ": "))
}

// evidence is the statements that a finding rests on, and the words of their sources, each told in full once.
func (c *composer) evidence(o overlap.Overlap) []Block {
	var said, again []string
	var quotes []Block
	count, here := map[gov.Basis]int{}, map[string]bool{}
	for _, e := range o.Evidence {
		if text := c.text(e.Sentence(c.Before)); text != "" && !slices.Contains(said, text) {
			said = append(said, text)
		}
		count[e.Origin(c.Before).Basis]++
		for _, s := range e.Sources(c.Before) {
			place := s.Document + s.Article
			switch {
			case s.Quote == "" || here[s.Key]:
				continue
			case !c.quoted[s.Key] && len(quotes) < mostQuotes:
				c.quoted[s.Key] = true
				quotes = append(quotes, Paragraph{Quote, plain(c.say("“%[1]s”（%[2]s）", "“%[1]s” (%[2]s)", s.Quote, place))})
			case !slices.Contains(again, place):
				again = append(again, place)
			}
			here[s.Key] = true
		}
	}
	var out []Block
	if len(said) > 0 {
		text := strings.Join(said[:min(len(said), mostEvidence)], c.say("；", "; "))
		if len(said) > mostEvidence {
			text += c.say("等", " …")
		}
		out = append(out, c.body("依据：%[1]s（共%[2]d条：%[3]s）。", "Evidence: %[1]s (%[2]d statements: %[3]s).", text, len(o.Evidence), c.countsByBasis(count)))
	}
	out = append(out, quotes...)
	if len(again) > 0 {
		out = append(out, c.note("另见：%s。", "See also: %s.", c.list(again)))
	}
	return out
}
