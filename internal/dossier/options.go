package dossier

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
)

// options is part three: the plan's own proposals, those that were not taken up and why, and the rules they are held to.
func (c *composer) options() []Block {
	out := []Block{c.heading(2, "拟选方案", "The option put forward")}
	if len(c.taken) == 0 {
		out = append(out, c.body("本方案由人员直接拟订，未引用系统生成的优化建议；调整内容见第四部分。", "The plan was drawn up by hand and takes up none of the proposals made from the data; part four says what it changes."))
	}
	for _, p := range c.taken {
		out = append(out, c.option(p)...)
	}
	out = append(out, c.heading(2, "方案比较", "The options side by side"))
	out = append(out, c.comparison()...)
	out = append(out, c.heading(2, "约束条件核查", "Rules checked"))
	out = append(out, c.checks()...)
	if ranges := c.sensitivity(); ranges != nil {
		out = append(out, c.heading(2, "敏感性分析", "Sensitivity"), ranges,
			c.note("在所列范围内单独改变一项测算权重，与其他两两合并及现有最优方案所含的合并相比，拟选方案仍列首位且净收益为正；其他权重下最优方案可能另有的更大组合未计入。",
				"Within the range a weight may change alone: among all mergers of two organs and those of the present optimum the option stays first, with a net gain. Larger groups that the optimum would have at other weights are not looked at."))
	}
	return out
}

// option tells one proposal of the plan.
func (c *composer) option(p proposal.Proposal) []Block {
	out := []Block{
		c.heading(3, "%[1]s", "%[2]s", p.Title.ZH, p.Title.EN),
		Paragraph{Body, plain(c.text(p.Rationale))},
		c.body("协调成本由%[1]s降至%[2]s，降低%[3]s；调整代价%[4]s，净收益%[5]s。消除问题%[6]d个，减轻问题%[7]d个，新增问题%[8]d个，加重问题%[9]d个。",
			"The structure cost falls from %[1]s to %[2]s, by %[3]s; the change is priced %[4]s, which leaves %[5]s. %[6]d findings are resolved, %[7]d cost less, %[8]d come, %[9]d cost more.",
			p.Before.Cost, p.After.Cost, p.Gain, p.Price, p.Net(), len(p.Resolves), len(p.Lowers), len(p.Introduces), len(p.Raises)),
	}
	if p.Request != (gov.Text{}) {
		out = append(out, c.body("需请有关部门：%[1]s", "To be asked of others: %[2]s", p.Request.ZH, p.Request.EN))
	}
	for _, n := range p.Notes {
		out = append(out, c.body("说明：%[1]s", "Note: %[2]s", n.ZH, n.EN))
	}
	return out
}

// choice is one line of the comparison.
type choice struct {
	kind        proposal.Kind
	title       string
	gain, price gov.Micro
	taken       bool
	apart       bool // about other things than the plan: no rival of it
	reason      Line
}

func (o choice) net() gov.Micro { return o.gain - o.price }

func (c *composer) comparison() []Block {
	choices := c.choices()
	if len(choices) == 0 {
		return []Block{c.body("没有登记可供比较的方案。", "No option is on record to compare with.")}
	}
	t := Table{
		Caption: c.say("方案比选表", "Options compared"),
		Head:    c.columns("方案", "Option", "类别", "Kind", "降低成本", "Gain", "调整代价", "Price", "净收益", "Net", "结论", "Verdict", "理由", "Reason"),
		Widths:  []int{22, 12, 9, 9, 9, 9, 30}, Numbers: []bool{false, false, true, true, true, false, false},
	}
	second := runnerUp(choices)
	for i, one := range choices {
		verdict := c.say("未选", "not taken")
		switch {
		case one.taken:
			verdict = c.say("拟选", "put forward")
		case one.apart:
			verdict = c.say("另案", "another matter")
		case i == second:
			verdict = c.say("次优", "runner-up")
		}
		cells := row(one.title, c.text(find(kinds, one.kind)), one.gain.String(), one.price.String(), minus(one.net()), verdict)
		t.Rows = append(t.Rows, append(cells, one.reason))
	}
	return []Block{t}
}

// choices are the plan's proposals, then what was looked at beside them: alternatives of the plan's proposals with their
// reasons, and proposals that were not taken up.
func (c *composer) choices() []choice {
	var out []choice
	said := map[string]bool{}
	for _, p := range c.taken {
		out = append(out, choice{p.Kind, c.text(p.Title), p.Gain, p.Price, true, false, plain("—")})
		said[p.Key] = true
	}
	for _, p := range c.taken {
		for _, a := range p.Alternatives {
			id := cmp.Or(a.Key, string(a.Kind)+"\n"+a.Title.ZH)
			if said[id] {
				continue
			}
			said[id] = true
			out = append(out, choice{a.Kind, c.text(a.Title), a.Gain, a.Price, false, false, c.reason(c.text(a.Reason), a.Title)})
		}
	}
	for _, p := range c.rejected {
		if said[p.Key] {
			continue
		}
		one := choice{p.Kind, c.text(p.Title), p.Gain, p.Price, false, true, nil}
		switch {
		case len(p.Edits) == 0 && p.Request != (gov.Text{}):
			one.reason = plain(c.say("须商请有关部门，与本方案不相抵触，可另行办理", "has to be asked of others; does not stand against the plan and can be done beside it"))
		case c.apart(p):
			one.reason = plain(c.say("涉及对象与本方案不同，可另案研究", "about other things than the plan; can be taken up by itself"))
		default:
			one.apart, one.reason = false, c.reason(c.rejection(p), p.Title)
		}
		out = append(out, one)
	}
	return out
}

// runnerUp is the index of the rival with the highest net gain; -1 for none.
func runnerUp(choices []choice) int {
	best := -1
	for i, o := range choices {
		if !o.taken && !o.apart && (best < 0 || o.net() > choices[best].net()) {
			best = i
		}
	}
	return best
}

// rejection says why a proposal that was not taken up lost, where the figures say so; empty where they don't.
func (c *composer) rejection(p proposal.Proposal) string {
	if i := slices.IndexFunc(p.Checks, func(k proposal.Check) bool { return k.Verdict == proposal.Violated }); i >= 0 {
		return c.say("不符合约束条件：%[1]s", "a rule is not met: %[2]s", p.Checks[i].Text.ZH, p.Checks[i].Text.EN)
	}
	for _, t := range c.taken {
		if meets(p, t) && p.Net() < t.Net() {
			return c.say("净收益%[1]s，低于拟选的“%[2]s”（%[4]s）", "its net gain of %[1]s is below that of “%[3]s” (%[4]s)", p.Net(), t.Title.ZH, t.Title.EN, t.Net())
		}
	}
	if solved := c.solved(p); solved > 0 {
		return c.say("其所针对的问题共%[1]d个，本方案已消除%[2]d个", "of the findings it is for, %[1]d in all, the plan resolves %[2]d", len(p.Resolves), solved)
	}
	return ""
}

// solved is how many of the findings that a proposal is for the plan resolves.
func (c *composer) solved(p proposal.Proposal) int {
	n := 0
	for _, o := range p.Resolves {
		if _, left := c.remaining.Find(o.Fingerprint); !left {
			n++
		}
	}
	return n
}

// apart says that a proposal is about nothing that those of the plan are about, or, of a plan drawn up by hand, for
// nothing that it resolves.
func (c *composer) apart(p proposal.Proposal) bool {
	if len(c.taken) == 0 {
		return c.solved(p) == 0
	}
	return !slices.ContainsFunc(c.taken, func(t proposal.Proposal) bool { return meets(p, t) })
}

// meets says that two proposals are about the same things.
func meets(p, q proposal.Proposal) bool {
	return slices.ContainsFunc(p.Subjects, func(key string) bool { return slices.Contains(q.Subjects, key) })
}

// reason is a reason, or the mark that it is to be supplied.
func (c *composer) reason(text string, of gov.Text) Line {
	if text != "" {
		return plain(text)
	}
	c.lacks = append(c.lacks, Lack{Kind: LackRejection, Text: gov.Textf("未选“%[1]s”的理由", "why “%[2]s” was not taken up", of.ZH, of.EN)})
	return Line{c.lack("未选理由", "why it was not taken up")}
}

// checks are the rules that the plan's proposals were held to, each verdict once.
func (c *composer) checks() []Block {
	t := Table{
		Caption: c.say("约束条件核查表", "Rules checked"), Head: c.columns("要求", "Rule", "依据", "Source", "结论", "Verdict", "说明", "Detail"), Widths: []int{36, 28, 10, 26},
		Numbers: make([]bool, 4),
	}
	said := map[string]bool{}
	held := slices.Clone(c.Checks)
	for _, p := range c.taken {
		held = append(held, p.Checks...)
	}
	for _, k := range held {
		cells := row(c.text(k.Text), orDash(c.text(k.Source)), c.text(find(verdicts, k.Verdict)), orDash(c.text(k.Detail)))
		if id := k.Rule + "\n" + string(k.Verdict) + "\n" + k.Detail.ZH; !said[id] {
			said[id] = true
			t.Rows = append(t.Rows, cells)
		}
	}
	if len(t.Rows) == 0 {
		return []Block{c.body("未登记约束条件核查结果。", "No rule was checked.")}
	}
	return []Block{t}
}

// sensitivity is where each weight may go; nil where nothing is said of it.
func (c *composer) sensitivity() Block {
	t := Table{
		Caption: c.say("权重敏感性表", "Weights"), Head: c.columns("方案", "Option", "权重", "Weight", "取值", "Now", "下限", "From", "上限", "To"), Widths: []int{40, 20, 12, 14, 14},
		Numbers: []bool{false, false, true, true, true},
	}
	for _, p := range c.taken {
		for _, r := range p.Sensitivity {
			high := r.High.String()
			if r.High < r.Low {
				high = c.say("不限", "any")
			}
			t.Rows = append(t.Rows, row(c.text(p.Title), c.text(find(weights, r.Weight)), r.Now.String(), r.Low.String(), high))
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}
