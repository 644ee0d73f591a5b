package dossier

import (
	"encoding/json"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
)

// plan is part four: what is changed, why, and what the plan leaves incomplete.
func (c *composer) plan() []Block {
	out := []Block{c.heading(2, "调整内容", "What is changed")}
	if c.Scenario.Note != "" {
		out = append(out, Paragraph{Body, plain(c.Scenario.Note)})
	}
	out = append(out, c.changes()...)
	out = append(out, c.heading(2, "调整理由", "Why"))
	out = append(out, c.reasons()...)
	out = append(out, c.heading(2, "职责和编制职数去向", "Where duties and posts go"))
	out = append(out, c.destinations()...)
	out = append(out, c.heading(2, "完整性核查", "What is left incomplete"))
	out = append(out, c.incomplete()...)
	if len(c.Scenario.Gates) > 0 {
		out = append(out, c.heading(2, "审核情况", "Reviews"), c.reviews())
	}
	return out
}

// reviews are the gates of a plan that was handed in.
func (c *composer) reviews() Block {
	t := Table{
		Caption: c.say("审核情况表", "Reviews"), Head: c.columns("环节", "Review", "乡镇", "Township", "结论", "Verdict", "意见", "Note", "时间", "When"),
		Widths: []int{18, 18, 12, 34, 18}, Numbers: make([]bool, 5),
	}
	for _, g := range c.Scenario.Gates {
		verdict, when := c.say("待审核", "open"), "—"
		if g.Passed != nil {
			verdict, when = c.say("不同意", "rejected"), c.day(gov.DateOf(g.Time))
			if *g.Passed {
				verdict = c.say("同意", "passed")
			}
		}
		township := "—"
		if g.Township != "" {
			township = c.name(g.Township)
		}
		t.Rows = append(t.Rows, row(c.text(find(gates, g.Kind)), township, verdict, orDash(g.Note), when))
	}
	return t
}

// measure is one sentence of the plan with the townships it is said of.
type measure struct {
	text      string
	townships []string
	day       gov.Date
	count     int
}

// changes are the sentences of the plan's edits, those that townships have alike once.
func (c *composer) changes() []Block {
	var list []measure
	for _, s := range c.steps() {
		for _, e := range s.Edits {
			text := c.text(e.Sentence(c.name))
			i := slices.IndexFunc(list, func(m measure) bool { return m.text == text && m.day == s.Effective })
			if i < 0 {
				list = append(list, measure{text: text, day: s.Effective})
				i = len(list) - 1
			}
			list[i].count++
			for _, t := range c.concerned(e) {
				if !slices.Contains(list[i].townships, t) {
					list[i].townships = append(list[i].townships, t)
				}
			}
		}
	}
	if len(list) == 0 {
		return []Block{c.body("方案未作任何调整。", "The plan changes nothing.")}
	}
	var out []Block
	for i, m := range list {
		text := c.say("%[1]d. %[2]s", "%[1]d. %[2]s", i+1, m.text)
		if len(m.townships) > 0 {
			text += c.say("（%s）", " (%s)", c.names(m.townships))
		}
		if m.day != "" {
			text += c.say("，拟于%s起施行", ", planned from %s", c.day(m.day))
		}
		out = append(out, Paragraph{Body, plain(text + c.say("。", "."))})
	}
	return out
}

// concerned are the townships that an edit names something of.
func (c *composer) concerned(e change.Edit) []string {
	raw, err := change.Encode([]change.Edit{e})
	if err != nil {
		return nil
	}
	var tree any
	if json.Unmarshal(raw, &tree) != nil {
		return nil
	}
	var out []string
	eachText(tree, func(text string) {
		t := townshipOf(c.Before, text)
		if t == "" {
			t = townshipOf(c.After, text)
		}
		if t != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	})
	slices.Sort(out)
	return out
}

// eachText walks the texts of a JSON value.
func eachText(v any, visit func(string)) {
	switch v := v.(type) {
	case string:
		visit(v)
	case []any:
		for _, one := range v {
			eachText(one, visit)
		}
	case map[string]any:
		for _, one := range v {
			eachText(one, visit)
		}
	}
}

// reasons are the reasons of the plan, each once; a change of organs without one is marked.
func (c *composer) reasons() []Block {
	var out []Block
	said := map[string]bool{}
	for _, l := range c.organs {
		if !isRestructured(l) {
			continue
		}
		why := c.why(l)
		if why == "" {
			out = append(out, Paragraph{Body, Line{
				{Text: c.say("%s%s：", "%s, %s: ", c.name(l.Township), c.names(l.Before))},
				c.lack("调整理由", "the reason"),
			}})
			continue
		}
		text := c.say("%[1]s：%[2]s", "%[1]s: %[2]s", c.names(l.Before), why)
		if !said[text] {
			said[text] = true
			out = append(out, Paragraph{Body, plain(text)})
		}
	}
	for _, s := range c.steps() {
		if s.Reason != "" && !said[s.Reason] && !c.tells(s) {
			said[s.Reason] = true
			out = append(out, Paragraph{Body, plain(c.say("%[1]s：%[2]s", "%[1]s: %[2]s", s.Title, s.Reason))})
		}
	}
	if len(out) == 0 {
		return []Block{c.body("方案未改变机构设置。", "The plan restructures no organ.")}
	}
	return out
}

// tells says that a step restructures organs, whose reasons stand with them.
func (c *composer) tells(s scenario.Step) bool {
	return slices.ContainsFunc(s.Edits, func(e change.Edit) bool { return len(dissolved(e)) > 0 })
}

func (c *composer) destinations() []Block {
	out := []Block{c.body("职责变动%[1]d项，见附件2；编制、领导职数和人员去向见附件3。", "%[1]d duties change hands (annex 2); where posts, leading posts and staff go is in annex 3.", len(c.moves))}
	for _, l := range c.lacks {
		if l.Kind == LackDuties || l.Kind == LackPosts {
			out = append(out, Paragraph{Body, Line{c.lack("%[1]s", "%[2]s", l.Text.ZH, l.Text.EN)}})
		}
	}
	return out
}

// incomplete are the issues of the plan, errors first.
func (c *composer) incomplete() []Block {
	if len(c.issues) == 0 {
		return []Block{c.body("经核对，职责、对口部门、编制职数和人员均有承接。", "Duties, departments, posts and staff are all taken over.")}
	}
	t := Table{
		Caption: c.say("完整性核查表", "What is left incomplete"), Head: c.columns("乡镇", "Township", "性质", "Weight", "事项", "What"), Widths: []int{20, 15, 65},
		Numbers: make([]bool, 3),
	}
	for _, i := range c.issues {
		weight := c.say("须补齐", "to be completed")
		if i.Severity == scenario.SeverityWarning {
			weight = c.say("提请注意", "to be minded")
		}
		township := "—"
		if i.Township != "" {
			township = c.name(i.Township)
		}
		t.Rows = append(t.Rows, row(township, weight, c.text(i.Text)))
	}
	return []Block{t}
}
