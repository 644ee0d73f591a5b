package sheets

import "tiaokuai/internal/gov"

func dispatchSheet() Sheet {
	type edge = *gov.Dispatch
	organ := func(v any) string { return v.(edge).To }
	return edges(Sheet{
		Name: "派驻", English: "dispatches", Aliases: []string{"派驻关系"}, Note: "一行一个县直部门派驻乡镇的一个站所。",
		Columns: withOrigin(func(e edge) *gov.Provenance { return &e.Provenance },
			keyOf(),
			virtual("派出部门", "department", func(w *writer, v any) string { return w.name("", v.(edge).From, gov.NodeDepartment) }).
				also("县直部门", "派驻部门", "主管部门", "部门").required().wide(22),
			townshipOf(organ),
			virtual("派驻机构", "organ", func(w *writer, v any) string { return w.name(w.parentOf(organ(v)), organ(v), gov.NodeOrgan) }).
				also("站所", "派驻站所", "机构", "机构名称").required().wide(22),
		),
		Examples: []map[string]string{
			{"编号": "示例", "派出部门": "市场监督管理局", "乡镇": "大冶镇", "派驻机构": "市场监管所"},
			{"编号": "示例", "派出部门": "自然资源局", "乡镇": "大冶镇", "派驻机构": "自然资源规划所"},
		},
		ends: func(e *ends) {
			e.from = e.find("department", "", e.given.from, gov.NodeDepartment)
			e.to = e.find("organ", e.township(), e.given.to, gov.NodeOrgan)
		},
	}, func(c *source) []edge {
		var out []edge
		for _, o := range c.Organs() {
			for _, e := range o.Dispatches() {
				out = append(out, e.Dispatch)
			}
		}
		return out
	})
}
