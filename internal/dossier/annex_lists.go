package dossier

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// dutyLists is 乡镇机构职责清单 of each township in scope, as it would be after the plan.
func (c *composer) dutyLists() []Block {
	if len(c.results) == 0 {
		return []Block{c.body("没有涉及的乡镇。", "No township is concerned.")}
	}
	var out []Block
	for _, t := range c.results {
		table := Table{
			Head: c.columns("机构", "Organ", "牵头职责", "Leads", "配合职责", "Supports", "对口部门", "Answers to", "分管领导", "Leader"), Widths: []int{18, 30, 18, 18, 16},
			Numbers: make([]bool, 5),
		}
		for _, o := range t.Organs() {
			lead, support := c.duties(o)
			table.Rows = append(table.Rows, row(c.titled(o), orDash(lead), orDash(support), orDash(c.departments(o)), orDash(c.leaders(o))))
		}
		out = append(out, c.heading(2, "%s", "%s", t.Name), table)
	}
	return out
}

// duties are the names of what an organ leads and supports.
func (c *composer) duties(o snapshot.Organ) (lead, support string) {
	var leads, supports []string
	for a := range o.EachAssignment() {
		if a.Role == gov.AssignmentLead {
			leads = append(leads, a.Duty().Name)
		} else {
			supports = append(supports, a.Duty().Name)
		}
	}
	return c.semicolons(leads), c.semicolons(supports)
}

// semicolons joins duties, whose names have commas of their own.
func (c *composer) semicolons(names []string) string {
	text := ""
	for i, n := range names {
		if i > 0 {
			text += c.say("；", "; ")
		}
		text += n
	}
	return text
}

func (c *composer) departments(o snapshot.Organ) string {
	var out []string
	for e := range o.EachCounterpart() {
		if e.Nature == gov.NatureBusiness {
			out = append(out, e.Department().Name)
		}
	}
	return c.list(out)
}

func (c *composer) leaders(o snapshot.Organ) string {
	var out []string
	for e := range o.EachCharge() {
		if e.Role == gov.ChargeLead {
			out = append(out, e.Leader().NodeName())
		}
	}
	return c.list(out)
}

// regulations is the draft 三定 of each township in scope: 主要职责、内设机构和所属单位、人员编制.
func (c *composer) regulations() []Block {
	out := []Block{c.body("以下为草案，供起草规定使用，拟提请编委研究。", "These are drafts for those who draw the regulations up, to be put before the commission.")}
	for _, t := range c.results {
		out = append(out, c.heading(2, "%s职能配置、机构设置和人员编制规定（草案）", "Draft regulation of the duties, organs and posts of %s", t.Name))
		out = append(out, c.heading(3, "主要职责", "Duties"))
		out = append(out, c.mainDuties(t)...)
		out = append(out, c.heading(3, "机构设置", "Organs"))
		out = append(out, c.setUp(t)...)
		out = append(out, c.heading(3, "人员编制和领导职数", "Posts"))
		out = append(out, c.establishment(t)...)
	}
	return out
}

// mainDuties are the duties that a township carries by its lists or its organs lead, by aspect.
func (c *composer) mainDuties(t snapshot.Township) []Block {
	led := map[string]bool{}
	for _, o := range t.Organs() {
		for a := range o.EachAssignment() {
			led[a.To] = led[a.To] || a.Role == gov.AssignmentLead
		}
	}
	var order []string
	by := map[string][]string{}
	for d := range c.After.EachDuty() {
		l, listed := d.ListingFor(t.Key, c.After.Effective())
		carried := listed && l.LeadLevel() == gov.LevelTownship && (l.List == gov.ListBasic || l.List == gov.ListTerritorial)
		if !carried && !led[d.Key] {
			continue
		}
		if _, known := by[d.Aspect]; !known {
			order = append(order, d.Aspect)
		}
		by[d.Aspect] = append(by[d.Aspect], d.Name)
	}
	if len(order) == 0 {
		return []Block{Paragraph{Body, Line{c.lack("乡镇职责未登记", "no duties are on record")}}}
	}
	var out []Block
	for _, aspect := range c.inOrder(order) {
		name := aspect
		if name == "" {
			name = c.say("其他", "Other")
		}
		out = append(out, c.body("%[1]s：%[2]s。", "%[1]s: %[2]s.", name, c.semicolons(by[aspect])))
	}
	return out
}

// inOrder sorts aspects as the county's lists do; those on none come last.
func (c *composer) inOrder(aspects []string) []string {
	var codes []string
	for _, l := range c.After.Aspects {
		codes = append(codes, l.Codes...)
	}
	place := func(a string) int {
		if i := slices.Index(codes, a); i >= 0 {
			return i
		}
		return len(codes)
	}
	slices.SortStableFunc(aspects, func(a, b string) int { return place(a) - place(b) })
	return aspects
}

// setUp lists a township's organs by kind, each with the duties it leads.
func (c *composer) setUp(t snapshot.Township) []Block {
	var out []Block
	for _, kind := range organKinds {
		var organs []snapshot.Organ
		for _, o := range t.Organs() {
			if o.Kind == kind.code {
				organs = append(organs, o)
			}
		}
		if len(organs) == 0 {
			continue
		}
		out = append(out, c.body("%[1]s%[3]d个：", "%[3]d %[2]s:", kind.name.ZH, kind.name.EN, len(organs)))
		for _, o := range organs {
			out = append(out, Paragraph{Body, append(Line{{Text: c.titled(o) + c.say("：", ": ")}}, c.carried(o))})
		}
	}
	return out
}

// carried is what an organ leads and supports.
func (c *composer) carried(o snapshot.Organ) Span {
	lead, support := c.duties(o)
	switch {
	case lead == "" && support == "":
		return c.lack("主要职责", "its duties")
	case support == "":
		return Span{Text: c.say("牵头%s。", "leads %s.", lead)}
	case lead == "":
		return Span{Text: c.say("配合%s。", "supports %s.", support)}
	}
	return Span{Text: c.say("牵头%s；配合%s。", "leads %s; supports %s.", lead, support)}
}

// establishment sums a township's posts and names each organ's.
func (c *composer) establishment(t snapshot.Township) []Block {
	var total []gov.PostCount
	leading := 0
	table := Table{
		Head: c.columns("机构", "Organ", "编制", "Posts", "领导职数", "Leading posts"), Widths: []int{40, 40, 20}, Numbers: []bool{false, false, true}, Sum: true,
	}
	for _, o := range t.Organs() {
		for _, p := range o.Organ.Posts {
			total = addPost(total, p)
		}
		leading += o.LeadingPosts
		if len(o.Organ.Posts) > 0 || o.LeadingPosts > 0 {
			table.Rows = append(table.Rows, row(o.Name, c.posts(o.Organ.Posts), arrow(o.LeadingPosts, o.LeadingPosts)))
		}
	}
	if len(table.Rows) == 0 {
		return []Block{Paragraph{Body, Line{c.lack("编制和领导职数未登记", "no posts are on record")}}}
	}
	table.Rows = append(table.Rows, row(c.say("合计", "Total"), c.posts(total), arrow(leading, leading)))
	out := []Block{c.body("核定%s；领导职数%d名。", "Authorised posts: %s; leading posts: %d.", c.posts(total), leading)}
	if t.MiddlePosts > 0 {
		out = append(out, c.body("中层职数总量%d名。", "Middle posts in all: %d.", t.MiddlePosts))
	}
	return append(out, table)
}

func addPost(total []gov.PostCount, p gov.PostCount) []gov.PostCount {
	for i := range total {
		if total[i].Type == p.Type {
			total[i].Count += p.Count
			return total
		}
	}
	return append(total, p)
}
