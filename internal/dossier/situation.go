package dossier

import (
	"fmt"
	"slices"
	"strconv"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// situation is part one: the organs as they are, what the data rest on, and how much of it there is.
func (c *composer) situation() []Block {
	out := []Block{c.heading(2, "机构设置现状", "The organs as they are")}
	out = append(out, c.standing()...)
	out = append(out, c.heading(2, "数据依据", "What the data rest on"))
	out = append(out, c.origins()...)
	out = append(out, c.heading(2, "数据覆盖率", "How much is on record"))
	return append(out, c.coverage()...)
}

func (c *composer) standing() []Block {
	s := overlap.SummarizeScope(c.Before, c.townships)
	about := c.townshipNames()
	if n := len(c.townships); n > 1 {
		about = c.say("%[1]s等%[2]d个乡镇（街道）", "%[1]s (%[2]d)", about, n)
	}
	out := []Block{c.body(
		"%[1]s现辖乡镇（街道）%[2]d个，本方案涉及%[3]s，现设党政机构和事业单位%[4]d个、派驻机构%[5]d个，登记班子成员%[6]d名，对口县直部门%[7]d个，承担职责%[8]d项。",
		"%[1]s has %[2]d townships; this plan is about %[3]s, with %[4]d offices and institutions and %[5]d stations, %[6]d leaders on record, "+
			"%[7]d departments that they answer to and %[8]d duties.",
		c.Before.Name, len(c.Before.Townships()), orDash(about), s.Organs, s.Stations, s.Leaders, s.Departments, s.Duties)}
	t := Table{
		Caption: c.say("乡镇机构设置现状表", "The townships' organs"),
		Head: c.columns("乡镇", "Township", "规模", "Size", "党政机构", "Offices", "事业单位", "Institutions", "派驻机构", "Stations", "编制", "Posts", "实有", "Staff",
			"协调成本", "Cost"),
		Widths: []int{22, 10, 12, 12, 12, 10, 10, 12}, Numbers: []bool{false, false, true, true, true, true, true, true},
	}
	for _, one := range c.townships {
		n := countOrgans(one)
		t.Rows = append(t.Rows, row(one.Name, c.text(sizeName(one.Size)), strconv.Itoa(n.kinds[gov.OrganOffice]), strconv.Itoa(n.kinds[gov.OrganInstitution]),
			strconv.Itoa(n.kinds[gov.OrganDispatched]), strconv.Itoa(n.posts), strconv.Itoa(n.staff), overlap.Cost(overlap.OfTownship(one)).String()))
	}
	return append(out, t)
}

// columns are table heads from Chinese and English in turn.
func (c *composer) columns(pairs ...string) []string {
	var out []string
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, c.text(gov.Text{ZH: pairs[i], EN: pairs[i+1]}))
	}
	return out
}

// strength counts a township's organs, posts and staff.
type strength struct {
	kinds        map[gov.OrganKind]int
	posts, staff int
}

func countOrgans(t snapshot.Township) strength {
	n := strength{kinds: map[gov.OrganKind]int{}}
	for _, o := range t.Organs() {
		n.kinds[o.Kind]++
		n.staff += o.Staff
		for _, p := range o.Organ.Posts {
			n.posts += p.Count
		}
	}
	return n
}

// origins says on which revision the dossier stands and where the statements of the townships come from.
func (c *composer) origins() []Block {
	count := map[gov.Basis]int{}
	cited := map[string]bool{}
	note := func(p gov.Provenance) {
		count[p.Basis]++
		for _, s := range c.Before.SourcesOf(p) {
			cited[s.Document] = true
		}
	}
	for _, t := range c.townships {
		for _, o := range t.Organs() {
			note(o.Origin())
			for _, e := range c.Before.EdgesOf(o.Key) {
				note(e.Origin())
			}
		}
	}
	out := []Block{c.body("本报告以%[1]s数据第%[2]d版（生效日期%[3]s）为基准。涉及乡镇的机构及其对口、分管、承担等关系共%[4]d条：%[5]s。",
		"This report stands on revision %[2]d of %[1]s (effective %[3]s). The townships' organs and relations are %[4]d statements: %[5]s.",
		c.Before.Name, c.Before.Revision(), c.day(c.Before.Effective()), sum(count), c.countsByBasis(count))}
	if n := count[gov.BasisIllustrative]; n > 0 {
		out = append(out, c.body("其中示意数据%d条，仅用于演示测算方法，报送前须以实际数据替换。",
			"%d of them are illustrative and only show the method; they have to be replaced by real data before anything is handed in.", n))
	}
	if len(cited) > 0 {
		out = append(out, c.body("引用的文件资料：%s。", "Documents cited: %s.", c.list(sortedKeys(cited))))
	}
	return out
}

func (c *composer) countsByBasis(count map[gov.Basis]int) string {
	var parts []string
	for _, b := range bases {
		if n := count[b.code]; n > 0 {
			parts = append(parts, c.say("%[1]s%[3]d条", "%[3]d %[2]s", b.name.ZH, b.name.EN, n))
		}
	}
	return c.list(parts)
}

func sum(count map[gov.Basis]int) (n int) {
	for _, one := range count {
		n += one
	}
	return n
}

func sortedKeys(set map[string]bool) []string {
	var out []string
	for key := range set {
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}

// coverage is the county's coverage, what can't be assessed for want of data, and statements that contradict each other.
func (c *composer) coverage() []Block {
	q := overlap.QualityOf(c.Before)
	t := Table{
		Caption: c.say("数据覆盖率表", "Coverage"), Head: c.columns("项目", "What", "已登记", "On record", "应登记", "Of", "覆盖率", "Coverage"),
		Widths: []int{55, 15, 15, 15}, Numbers: []bool{false, true, true, true},
	}
	for _, g := range overlap.Gauges() {
		for _, one := range q.Coverage {
			if one.Gauge == g.Gauge && one.Township == "" && one.Of > 0 {
				t.Rows = append(t.Rows, row(c.text(g.Name), strconv.Itoa(one.Have), strconv.Itoa(one.Of), fmt.Sprintf("%d%%", one.Percent())))
			}
		}
	}
	out := []Block{t}
	for _, said := range c.unassessed(q) {
		out = append(out, Paragraph{Body, plain(said)})
	}
	for _, conflict := range q.Conflicts {
		out = append(out, c.body("数据不一致：%[1]s", "Statements that contradict each other: %[2]s", conflict.Text.ZH, conflict.Text.EN))
	}
	return out
}

// unassessed says what can't be judged in the townships, one sentence for those of one reason.
func (c *composer) unassessed(q *overlap.Quality) []string {
	var order []string
	where := map[string][]string{}
	for _, n := range q.NotAssessable {
		if n.Township != "" && !slices.ContainsFunc(c.townships, func(t snapshot.Township) bool { return t.Key == n.Township }) {
			continue
		}
		text := c.say("未采集：%[1]s；%[3]s", "Not assessable: %[2]s; %[4]s", n.Reason.ZH, n.Reason.EN, n.Collect.ZH, n.Collect.EN)
		if _, said := where[text]; !said {
			order = append(order, text)
		}
		if n.Township != "" {
			where[text] = append(where[text], n.Township)
		} else {
			where[text] = append(where[text], c.Before.Key)
		}
	}
	for i, text := range order {
		order[i] = c.say("%s（%s）", "%s (%s)", text, c.names(where[text]))
	}
	return order
}
