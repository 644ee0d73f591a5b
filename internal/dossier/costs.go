package dossier

import (
	"slices"
	"strconv"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// costs is part five: the structure cost before and after by kind, which adds up to the last digit, and by township.
func (c *composer) costs() []Block {
	before, after := c.findings(), found(c.After, c.results)
	total, left := overlap.Cost(before), overlap.Cost(after)
	out := []Block{
		c.heading(2, "按问题类别", "By kind"),
		c.body("协调成本由%[1]s变为%[2]s，%[3]s；问题由%[4]d个变为%[5]d个。", "The structure cost goes from %[1]s to %[2]s, %[3]s; findings go from %[4]d to %[5]d.",
			total, left, c.change(total, left), len(before), len(after)),
	}
	table, chart := c.costTable(before, after)
	out = append(out, table, chart)
	if len(c.townships) > 1 {
		out = append(out, c.heading(2, "按乡镇", "By township"), c.townshipCosts())
	}
	out = append(out, c.heading(2, "问题变化", "What goes and what comes"))
	out = append(out, c.changed(unlike(before, after, gone), c.Before, c.say("消除的问题", "Findings that go"))...)
	out = append(out, c.changed(unlike(before, after, lower), c.Before, c.say("减轻的问题", "Findings that cost less after"))...)
	out = append(out, c.changed(unlike(before, after, higher), c.Before, c.say("加重的问题", "Findings that cost more after"))...)
	return append(out, c.changed(unlike(after, before, gone), c.After, c.say("新增的问题", "Findings that come"))...)
}

// How a finding stands on the other side.
func gone(_ gov.Micro, _ gov.Micro, there bool) bool { return !there }
func lower(here, other gov.Micro, there bool) bool   { return there && other < here }
func higher(here, other gov.Micro, there bool) bool  { return there && other > here }

// unlike are the findings of one side that stand so on the other.
func unlike(these, those []overlap.Overlap, so func(here, other gov.Micro, there bool) bool) []overlap.Overlap {
	costs := map[string]gov.Micro{}
	for _, o := range those {
		costs[o.Fingerprint] = o.Cost
	}
	return slices.DeleteFunc(slices.Clone(these), func(o overlap.Overlap) bool {
		other, there := costs[o.Fingerprint]
		return !so(o.Cost, other, there)
	})
}

func found(county *snapshot.County, townships []snapshot.Township) []overlap.Overlap {
	out := slices.Clone(overlap.OfCounty(county))
	for _, t := range townships {
		out = append(out, overlap.OfTownship(t)...)
	}
	return out
}

func (c *composer) change(before, after gov.Micro) string {
	switch {
	case after < before:
		return c.say("降低%s", "down by %s", before-after)
	case after > before:
		return c.say("增加%s", "up by %s", after-before)
	}
	return c.say("没有变化", "unchanged")
}

func (c *composer) costTable(before, after []overlap.Overlap) (Table, Chart) {
	t := Table{
		Caption: c.say("协调成本测算表", "The structure cost"),
		Head:    c.columns("问题类别", "Kind", "调整前个数", "Before", "调整前成本", "Cost before", "调整后个数", "After", "调整后成本", "Cost after", "变化", "Change"),
		Widths:  []int{25, 15, 15, 15, 15, 15}, Numbers: []bool{false, true, true, true, true, true}, Sum: true,
	}
	chart := Chart{Caption: c.say("协调成本对比图（单位：个多余对口接口）", "The structure cost before and after, in excess interfaces")}
	was, is := overlap.CountKinds(before), overlap.CountKinds(after)
	var sum [2]overlap.KindCount
	for i, k := range was {
		if k.Count == 0 && is[i].Count == 0 {
			continue
		}
		d, _ := overlap.Lookup(k.Kind)
		t.Rows = append(t.Rows, costRow(c.text(d.Name), k, is[i]))
		sum[0].Count, sum[0].Cost = sum[0].Count+k.Count, sum[0].Cost+k.Cost
		sum[1].Count, sum[1].Cost = sum[1].Count+is[i].Count, sum[1].Cost+is[i].Cost
		if k.Cost > 0 || is[i].Cost > 0 {
			chart.Bars = append(chart.Bars, Bar{c.text(d.Name), k.Cost, is[i].Cost})
		}
	}
	t.Rows = append(t.Rows, costRow(c.say("合计", "Total"), sum[0], sum[1]))
	return t, chart
}

func costRow(name string, before, after overlap.KindCount) []Line {
	return row(name, strconv.Itoa(before.Count), before.Cost.String(), strconv.Itoa(after.Count), after.Cost.String(), signed(after.Cost-before.Cost))
}

// signed is a change with its sign, as − and not as a hyphen.
func signed(m gov.Micro) string {
	switch {
	case m > 0:
		return "+" + m.String()
	case m < 0:
		return minus(m)
	}
	return "0"
}

// minus is an amount whose minus is one.
func minus(m gov.Micro) string {
	if m < 0 {
		return "−" + (-m).String()
	}
	return m.String()
}

func (c *composer) townshipCosts() Block {
	t := Table{
		Caption: c.say("分乡镇协调成本表", "The structure cost by township"), Head: c.columns("乡镇", "Township", "调整前", "Before", "调整后", "After", "变化", "Change"),
		Widths: []int{40, 20, 20, 20}, Numbers: []bool{false, true, true, true},
	}
	for _, one := range c.townships {
		before, after := overlap.Cost(overlap.OfTownship(one)), gov.Micro(0)
		if now, ok := snapshot.Lookup[snapshot.Township](c.After, one.Key); ok {
			after = overlap.Cost(overlap.OfTownship(now))
		}
		t.Rows = append(t.Rows, row(one.Name, before.String(), after.String(), signed(after-before)))
	}
	return t
}

// changed tells of findings, those that townships have alike once, dearest first; nothing where there are none.
func (c *composer) changed(only []overlap.Overlap, county *snapshot.County, title string) []Block {
	if len(only) == 0 {
		return []Block{c.body("%s：无。", "%s: none.", title)}
	}
	out := []Block{c.body("%[3]s%[1]d个，协调成本合计%[2]s。", "%[3]s: %[1]d, costing %[2]s.", len(only), overlap.Cost(only), title)}
	var groups []group
	for _, d := range overlap.Detectors() {
		groups = append(groups, c.grouped(only, d.Kind)...)
	}
	slices.SortStableFunc(groups, func(a, b group) int { return int(b.cost - a.cost) })
	for _, g := range groups[:min(len(groups), mostGroups)] {
		d, _ := overlap.Lookup(g.Kind)
		explained := overlap.Explain(county, g.Overlap)
		text := c.say("%[1]s：%[3]s", "%[2]s: %[4]s", d.Name.ZH, d.Name.EN, explained.ZH, explained.EN)
		if len(g.townships) > 1 {
			text += c.say("情形相同的乡镇%[1]d个，合计%[2]s。", " Alike in %[1]d townships: %[2]s.", len(g.townships), g.cost)
		}
		out = append(out, Paragraph{Body, plain(text)})
	}
	return append(out, c.rest(groups)...)
}
