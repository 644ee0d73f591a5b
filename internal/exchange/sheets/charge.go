package sheets

import (
	"strings"

	"tiaokuai/internal/gov"
)

// chargeSheet tells who is in charge of what. A line of work for which no organ is named is an attribute of the leader;
// here it stands as a charge that leads to lineEnd(name), see lines.go.
func chargeSheet() Sheet {
	type edge = *gov.Charge
	leader := func(v any) string { return v.(edge).From }
	return edges(Sheet{
		Name: "分管", English: "charges", Aliases: []string{"分管关系", "班子分工", "领导分工", "分工"}, Note: "一行一名班子成员分管的一个机构；没有写明机构的，填一项工作。",
		Columns: withOrigin(func(e edge) *gov.Provenance { return &e.Provenance },
			keyOf(),
			townshipOf(leader),
			virtual("班子成员", "leader", func(w *writer, v any) string { return w.name(w.parentOf(leader(v)), leader(v), gov.NodeLeader) }).
				also("领导", "分管领导", "姓名", "班子成员姓名", "职务").noted("姓名，或在本乡镇不重复的职务。").required().wide(20),
			virtual("分管机构", "organ", func(w *writer, v any) string {
				if _, isLine := lineOf(v.(edge).To); isLine {
					return ""
				}
				return w.name(w.parentOf(v.(edge).To), v.(edge).To, gov.NodeOrgan)
			}).also("机构", "机构名称", "单位名称", "分管单位").wide(22),
			virtual("分管工作", "line", func(_ *writer, v any) string {
				line, _ := lineOf(v.(edge).To)
				return cellOf(line)
			}).also("工作", "分管领域", "工作领域").noted("没有写明机构的一类工作；与分管机构二者填一。").wide(22),
			code("分管方式", "role", chargeWords, func(e edge) *gov.ChargeRole { return &e.Role }, gov.ChargeLead).also("角色", "方式", "分工").noted("空为分管。"),
		),
		Examples: []map[string]string{
			{"编号": "示例", "乡镇": "大冶镇", "班子成员": "张三", "分管机构": "平安建设办公室", "分管方式": "分管"},
			{"编号": "示例", "乡镇": "大冶镇", "班子成员": "副镇长", "分管工作": "信访稳定", "分管方式": "协助分管"},
		},
		ends: func(e *ends) {
			township := e.township()
			e.from = e.find("leader", township, e.given.from, gov.NodeLeader)
			organ, line := e.text("organ"), textOf(e.text("line"))
			switch {
			case organ != "" && line != "":
				e.r.fail("line", nil, "分管机构和分管工作只填一个", "either an organ or a line of work, not both")
				e.ok = false
			case line != "" && !clears(line) && e.from == "":
			case line != "" && !clears(line):
				e.to = e.r.p.lineForm(e.from, lineEnd(strings.TrimSpace(line)))
			default:
				e.to = e.find("organ", e.within(e.from, township), e.given.to, gov.NodeOrgan)
			}
		},
	}, func(c *source) []edge {
		var out []edge
		for _, l := range c.Leaders() {
			for _, e := range l.Charges() {
				out = append(out, e.Charge)
			}
			out = append(out, lineCharges(l.Leader)...)
		}
		return out
	}, func(e edge) { e.Role = gov.ChargeLead })
}
