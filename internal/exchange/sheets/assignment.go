package sheets

import "tiaokuai/internal/gov"

func assignmentSheet() Sheet {
	type edge = *gov.Assignment
	bearer := func(v any) string { return v.(edge).From }
	return edges(Sheet{
		Name: "承担", English: "assignments", Aliases: []string{"职责承担", "承担关系", "职责分工"}, Note: "一行一个机构或县直部门承担的一项职责；县直部门的，乡镇留空。",
		Columns: withOrigin(func(e edge) *gov.Provenance { return &e.Provenance },
			keyOf(),
			townshipOf(bearer),
			virtual("承担单位", "bearer", func(w *writer, v any) string {
				return w.name(w.parentOf(bearer(v)), bearer(v), bearerKinds(w.parentOf(bearer(v)))...)
			}).also("承担主体", "责任单位", "机构", "机构名称", "单位", "单位名称", "承担机构").required().wide(22),
			virtual("职责", "duty", func(w *writer, v any) string { return w.name("", v.(edge).To, gov.NodeDuty) }).
				also("职责名称", "事项", "事项名称", "履职事项", "职责事项").required().wide(36),
			code("承担方式", "role", roleWords, func(e edge) *gov.AssignmentRole { return &e.Role }, gov.AssignmentLead).also("角色", "方式", "主责/配合", "主次").noted("空为主责。"),
			codes("行为", "actions", actionWords, func(e edge) *[]gov.Action { return &e.Actions }).also("环节", "执法行为").wide(16),
			text("承担内容", "content", func(e edge) *string { return &e.Content }).also("职责内容", "具体职责", "内容").wide(30),
		),
		Examples: []map[string]string{
			{"编号": "示例", "乡镇": "大冶镇", "承担单位": "综合行政执法大队", "职责": "秸秆禁烧日常巡查", "承担方式": "主责", "行为": "巡查发现、制止"},
			{"编号": "示例", "承担单位": "自然资源局", "职责": "违法占地查处", "承担方式": "主责", "行为": "检查、处罚", "承担内容": "立案查处"},
		},
		ends: func(e *ends) {
			township := e.township()
			e.from = e.find("bearer", township, e.given.from, bearerKinds(township)...)
			e.to = e.find("duty", "", e.given.to, gov.NodeDuty)
		},
	}, func(c *source) []edge {
		var out []edge
		for _, d := range c.Departments() {
			for _, e := range d.Assignments() {
				out = append(out, e.Assignment)
			}
		}
		for _, o := range c.Organs() {
			for _, e := range o.Assignments() {
				out = append(out, e.Assignment)
			}
		}
		return out
	}, func(e edge) { e.Role = gov.AssignmentLead })
}

// bearerKinds is what may carry a duty: within a township an organ alone.
func bearerKinds(township string) []gov.NodeKind {
	if township != "" {
		return []gov.NodeKind{gov.NodeOrgan}
	}
	return []gov.NodeKind{gov.NodeDepartment, gov.NodeOrgan}
}
