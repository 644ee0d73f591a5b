package dossier

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

// organTable is 新旧机构对照表: what became of each organ that is not kept as it was, and why.
func (c *composer) organTable() []Block {
	t := Table{
		Head:   c.columns("乡镇", "Township", "调整前机构", "Before", "调整后机构", "After", "调整方式", "How", "理由", "Reason"),
		Widths: []int{14, 24, 22, 12, 28}, Numbers: make([]bool, 5),
	}
	for _, l := range c.organs {
		cells := row(c.name(l.Township), orDash(c.names(l.Before)), orDash(c.afterNames(l.After)), c.reasonNames(l.Reasons))
		t.Rows = append(t.Rows, append(cells, c.cause(l)))
	}
	if len(t.Rows) == 0 {
		return []Block{c.body("方案未改变机构设置。", "The plan restructures no organ.")}
	}
	t.Rows = c.alikeRows(t.Rows)
	out := []Block{t}
	if kept := c.kept(); kept > 0 {
		out = append(out, c.note("其余%d个机构保留不变。", "%d other organs are kept as they are.", kept))
	}
	return out
}

// alikeRows are rows whose first cell is a township, those that townships have alike once.
func (c *composer) alikeRows(rows [][]Line) [][]Line {
	var out [][]Line
	townships := map[string][]string{}
	key := func(cells []Line) string { return fmt.Sprintf("%q", cells[1:]) }
	for _, cells := range rows {
		if _, there := townships[key(cells)]; !there {
			out = append(out, cells)
		}
		townships[key(cells)] = append(townships[key(cells)], cells[0].String())
	}
	for i, cells := range out {
		names := c.list(townships[key(cells)])
		if n := len(townships[key(cells)]); n > 3 && n == len(c.townships) {
			names = c.say("涉及的%d个乡镇", "all %d townships", n)
		}
		out[i] = append([]Line{plain(names)}, cells[1:]...)
	}
	return out
}

// afterNames are organs' names with their plates.
func (c *composer) afterNames(keys []string) string {
	var out []string
	for _, key := range keys {
		name := c.name(key)
		if o, ok := snapshot.Lookup[snapshot.Organ](c.After, key); ok {
			name = c.titled(o)
		}
		out = append(out, name)
	}
	return c.list(out)
}

// titled is an organ's name with its plates.
func (c *composer) titled(o snapshot.Organ) string {
	if len(o.Plates) == 0 {
		return o.Name
	}
	var plates []string
	for _, p := range o.Plates {
		plates = append(plates, p.Name)
	}
	return c.say("%s（加挂%s牌子）", "%s (also called %s)", o.Name, c.list(plates))
}

func (c *composer) reasonNames(reasons []scenario.MapReason) string {
	var out []string
	for _, r := range reasons {
		out = append(out, c.text(mapReason(r)))
	}
	return c.list(out)
}

// cause is why an organ changes: mandatory where it is restructured.
func (c *composer) cause(l scenario.OrganLine) Line {
	if why := c.why(l); why != "" {
		return plain(why)
	}
	if isRestructured(l) {
		return Line{c.lack("调整理由", "the reason")}
	}
	return plain("—")
}

// kept is how many organs of the townships in scope stay as they were.
func (c *composer) kept() (n int) {
	for _, t := range c.townships {
		for _, o := range t.Organs() {
			if !slices.ContainsFunc(c.organs, func(l scenario.OrganLine) bool { return slices.Contains(l.Before, o.Key) }) {
				n++
			}
		}
	}
	return n
}

// dutyTable is 职责划转前后对照表.
func (c *composer) dutyTable() []Block {
	t := Table{
		Head:   c.columns("乡镇", "Township", "职责事项", "Duty", "调整前", "Before", "调整后", "After", "方式", "How"),
		Widths: []int{14, 26, 24, 24, 12}, Numbers: make([]bool, 5),
	}
	for _, m := range c.moves {
		township := c.say("县直部门", "departments")
		if m.Township != "" {
			township = c.name(m.Township)
		}
		after := plain(c.bearers(m.After))
		if m.Reason == scenario.MoveEnded {
			after = Line{c.lack("职责去向", "where it goes")}
		}
		t.Rows = append(t.Rows, []Line{plain(township), plain(c.name(m.Duty)), plain(c.bearers(m.Before)), after, plain(c.text(moveReason(m.Reason)))})
	}
	out := []Block{}
	if t.Rows = c.alikeRows(t.Rows); len(t.Rows) > 0 {
		out = append(out, t)
	} else {
		out = append(out, c.body("没有职责划转。", "No duty changes hands."))
	}
	for _, l := range c.lacks {
		if l.Kind == LackDuties {
			out = append(out, Paragraph{Note, Line{c.lack("%[1]s", "%[2]s", l.Text.ZH, l.Text.EN)}})
		}
	}
	return out
}

func (c *composer) bearers(b scenario.Bearers) string {
	var parts []string
	if len(b.Lead) > 0 {
		parts = append(parts, c.say("牵头：%s", "lead: %s", c.names(b.Lead)))
	}
	if len(b.Support) > 0 {
		parts = append(parts, c.say("配合：%s", "support: %s", c.names(b.Support)))
	}
	return orDash(strings.Join(parts, c.say("；", "; ")))
}

// postTable is 编制职数去向表: the organs whose posts or people change, the others as one line, and the sum.
func (c *composer) postTable() []Block {
	t := Table{
		Head: c.columns("乡镇", "Township", "机构", "Organ", "编制（前）", "Posts before", "编制（后）", "Posts after", "领导职数", "Leading", "实有人员", "Staff",
			"去向", "Where they go"),
		Widths: []int{13, 19, 15, 15, 9, 9, 20}, Numbers: []bool{false, false, false, false, true, true, false},
	}
	for _, b := range c.balance.Townships {
		if !slices.ContainsFunc(c.townships, func(one snapshot.Township) bool { return one.Key == b.Township }) {
			continue
		}
		t.Rows = append(t.Rows, c.postRows(b)...)
	}
	out := []Block{t}
	if len(t.Rows) == 0 {
		out = []Block{c.body("编制、领导职数和人员没有变动。", "Posts and staff stay as they are.")}
	}
	for _, l := range c.lacks {
		if l.Kind == LackPosts {
			out = append(out, Paragraph{Note, Line{c.lack("%[1]s", "%[2]s", l.Text.ZH, l.Text.EN)}})
		}
	}
	return out
}

func (c *composer) postRows(b scenario.TownshipBalance) [][]Line {
	var out [][]Line
	kept := 0
	for _, o := range b.Organs {
		if !o.Gone && !o.Fresh && len(o.Flows) == 0 && equalStrength(o.Before, o.After) {
			kept++
			continue
		}
		out = append(out, append(c.strengths(c.name(b.Township), o.Name, o.Before, o.After), c.flows(o)))
	}
	if len(out) == 0 {
		return nil
	}
	if kept > 0 {
		out = append(out, append(row(c.name(b.Township), c.say("其余%d个机构", "%d other organs", kept)), row("—", "—", "—", "—", c.say("不变", "unchanged"))...))
	}
	return append(out, append(c.strengths(c.name(b.Township), c.say("全乡镇合计", "All organs"), b.Before, b.After), plain("—")))
}

func (c *composer) strengths(township, name string, before, after scenario.Strength) []Line {
	return row(township, name, c.posts(before.Posts), c.posts(after.Posts), arrow(before.LeadingPosts, after.LeadingPosts), arrow(before.Staff, after.Staff))
}

func arrow(before, after int) string {
	if before == after {
		return strconv.Itoa(before)
	}
	return fmt.Sprintf("%d→%d", before, after)
}

func equalStrength(a, b scenario.Strength) bool {
	return slices.Equal(a.Posts, b.Posts) && a.Staff == b.Staff && a.LeadingPosts == b.LeadingPosts && a.ManagementPosts == b.ManagementPosts &&
		a.TechnicalPosts == b.TechnicalPosts
}

// posts are numbers of posts by type.
func (c *composer) posts(list []gov.PostCount) string {
	var parts []string
	for _, p := range list {
		parts = append(parts, c.say("%[1]s%[3]d名", "%[3]d %[2]s", find(postTypes, p.Type).ZH, find(postTypes, p.Type).EN, p.Count))
	}
	return orDash(c.list(parts))
}

// flows says where an organ's posts and people went.
func (c *composer) flows(o scenario.OrganBalance) Line {
	var out Line
	for _, f := range o.Flows {
		if f.From != o.Organ {
			continue
		}
		if len(out) > 0 {
			out = append(out, Span{Text: c.say("；", "; ")})
		}
		if f.To == "" {
			out = append(out, c.lack("%s的去向", "where %s go", c.amount(f.Strength)))
			continue
		}
		out = append(out, Span{Text: c.say("%[1]s划入%[2]s", "%[1]s to %[2]s", c.amount(f.Strength), c.name(f.To))})
	}
	if len(out) == 0 {
		return plain("—")
	}
	return out
}

func (c *composer) amount(s scenario.Strength) string {
	parts := []string{}
	if len(s.Posts) > 0 {
		parts = append(parts, c.posts(s.Posts))
	}
	for _, one := range []struct {
		n    int
		what gov.Text
	}{
		{s.LeadingPosts, gov.Text{ZH: "领导职数", EN: "leading posts"}},
		{s.Staff, gov.Text{ZH: "人员", EN: "staff"}},
		{s.ManagementPosts, gov.Text{ZH: "管理岗", EN: "management posts"}},
		{s.TechnicalPosts, gov.Text{ZH: "专业技术岗", EN: "technical posts"}},
	} {
		if one.n != 0 {
			parts = append(parts, c.say("%[1]s%[3]d名", "%[3]d %[2]s", one.what.ZH, one.what.EN, one.n))
		}
	}
	return orDash(c.list(parts))
}
