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
	out = append(out, c.changed(before, after, c.Before, "消除的问题", "Findings that go")...)
	return append(out, c.changed(after, before, c.After, "新增的问题", "Findings that come")...)
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
		return "−" + (-m).String()
	}
	return "0"
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

// changed lists the findings that one side has and the other has not, dearest first.
func (c *composer) changed(these, those []overlap.Overlap, county *snapshot.County, zh, en string) []Block {
	there := map[string]bool{}
	for _, o := range those {
		there[o.Fingerprint] = true
	}
	var only []overlap.Overlap
	for _, o := range these {
		if !there[o.Fingerprint] {
			only = append(only, o)
		}
	}
	slices.SortStableFunc(only, func(a, b overlap.Overlap) int { return int(b.Cost - a.Cost) })
	out := []Block{c.body(zh+"%[1]d个，协调成本合计%[2]s。", en+": %[1]d, costing %[2]s.", len(only), overlap.Cost(only))}
	for _, o := range only[:min(len(only), mostGroups)] {
		d, _ := overlap.Lookup(o.Kind)
		explained := overlap.Explain(county, o)
		out = append(out, c.body("%[1]s：%[3]s", "%[2]s: %[4]s", d.Name.ZH, d.Name.EN, explained.ZH, explained.EN))
	}
	if n := len(only) - mostGroups; n > 0 {
		out = append(out, c.body("其余%d个从略。", "%d more are left out.", n))
	}
	return out
}
