package dossier

import (
	"tiaokuai/internal/snapshot"
)

// followUp is part six: how far the plan was carried out, read from the data; before that, what will be looked at.
func (c *composer) followUp() []Block {
	if len(c.Items) > 0 {
		return []Block{
			c.body("以下状态由登记数据自动核对得出，不是自行填报。", "Each status is read from the data on record and not reported by anybody."), c.tracked(),
		}
	}
	out := []Block{c.body("方案按批复登记后，按下列事项以登记数据核对落实情况，不另行填报。", "Once the plan is on record as approved, the following is checked against the data and reported by nobody.")}
	return append(out, c.toTrack())
}

func (c *composer) tracked() Block {
	t := Table{
		Caption: c.say("跟踪事项表", "Follow-up"), Head: c.columns("事项", "What", "状态", "Status", "后续变更", "Changed since"), Widths: []int{56, 18, 26}, Numbers: make([]bool, 3),
	}
	for _, i := range c.Items {
		since := "—"
		if len(i.Since) > 0 {
			l := i.Since[0]
			since = c.say("%[1]s %[2]s（第%[3]d版）", "%[1]s %[2]s (revision %[3]d)", string(l.Date), l.Actor, l.Revision)
		}
		t.Rows = append(t.Rows, row(c.text(i.Text), c.text(find(itemStatuses, i.Status)), since))
	}
	return t
}

// toTrack is what will be tracked: each step, the requests of its proposals, and the measures that it promises.
func (c *composer) toTrack() Block {
	t := Table{
		Caption: c.say("跟踪事项表", "Follow-up"), Head: c.columns("事项", "What", "时间", "When", "核对内容", "What is checked"), Widths: []int{46, 20, 34}, Numbers: make([]bool, 3),
	}
	for i, s := range c.steps() {
		title := s.Title
		if title == "" {
			title = c.say("第%d步", "Step %d", i+1)
		}
		when := c.say("按批复", "as approved")
		if s.Effective != "" {
			when = c.day(s.Effective)
		}
		t.Rows = append(t.Rows, row(title, when, c.say("登记数据与方案一致（%d项变更）", "the data are as planned (%d edits)", len(s.Edits))))
	}
	for _, p := range c.taken {
		if p.Request.ZH != "" {
			t.Rows = append(t.Rows, row(c.text(p.Request), c.say("按批复", "as approved"), c.say("有关部门是否提出方案", "whether it was supplied")))
		}
	}
	for _, m := range c.promised() {
		t.Rows = append(t.Rows, row(m.Name, c.say("按批复", "as approved"), c.say("机制是否建立", "whether it is in place")))
	}
	t.Rows = append(t.Rows, row(c.say("拟消除问题的复查", "The findings that should go"), c.say("登记后", "once on record"), c.say("问题是否消除、是否再现", "whether they are gone, or back")))
	return t
}

// promised are the measures that the plan adds.
func (c *composer) promised() []snapshot.Measure {
	var out []snapshot.Measure
	for _, m := range c.After.Measures() {
		if _, there := c.Before.Node(m.Key); !there {
			out = append(out, m)
		}
	}
	return out
}
