package sheets

import "tiaokuai/internal/gov"

func counterpartSheet() Sheet {
	type edge = *gov.Counterpart
	organ := func(v any) string { return v.(edge).From }
	return edges(Sheet{
		Name: "对口", English: "counterparts", Aliases: []string{"对口关系", "业务对口", "机构对口"}, Note: "一行一个机构与一个县直部门的对口关系；细化到科室的，写明科室。",
		Columns: withOrigin(func(e edge) *gov.Provenance { return &e.Provenance },
			keyOf(),
			townshipOf(organ),
			virtual("机构", "organ", func(w *writer, v any) string { return w.name(w.parentOf(organ(v)), organ(v), gov.NodeOrgan) }).
				also("机构名称", "单位名称", "乡镇机构", "单位").required().wide(22),
			virtual("县直部门", "department", func(w *writer, v any) string { return w.name("", v.(edge).To, gov.NodeDepartment) }).
				also("对口部门", "部门", "部门名称", "市直部门", "区直部门", "上级部门", "对应上级部门").required().wide(22),
			sectionsColumn(),
			code("对口性质", "nature", natureWords, func(e edge) *gov.CounterpartNature { return &e.Nature }, gov.NatureBusiness).also("性质").noted("空为业务对口；只有业务对口计入重叠。"),
			text("对口内容", "scope", func(e edge) *string { return &e.Scope }).also("范围", "对口范围", "内容").wide(24),
		),
		Examples: []map[string]string{
			{"编号": "示例", "乡镇": "大冶镇", "机构": "经济发展办公室", "县直部门": "农业农村局", "科室": "种植业管理科、畜牧兽医科", "对口性质": "业务对口"},
			{"编号": "示例", "乡镇": "大冶镇", "机构": "行政审批服务中心", "县直部门": "市场监督管理局", "对口性质": "窗口进驻"},
		},
		ends: func(e *ends) {
			e.from = e.find("organ", e.township(), e.given.from, gov.NodeOrgan)
			e.to = e.find("department", "", e.given.to, gov.NodeDepartment)
		},
	}, func(c *source) []edge {
		var out []edge
		for _, o := range c.Organs() {
			for _, e := range o.Counterparts() {
				out = append(out, e.Counterpart)
			}
		}
		return out
	}, func(e edge) { e.Nature = gov.NatureBusiness })
}

// sectionsColumn is the sections that a counterpart is narrowed to; they are looked up within its department.
func sectionsColumn() Column {
	at := func(v any) *gov.Counterpart { return v.(*gov.Counterpart) }
	return Column{
		Header: "科室", Name: "sections", Aliases: []string{"业务科室", "对口科室"}, Width: 24, unite: true, ofEnd: true, Note: "空为对口整个部门；多个用、或；隔开。",
		get: func(w *writer, v any) string { return w.names(at(v).To, at(v).Sections, gov.NodeSection) },
		set: func(c *cell, v any) {
			keys := c.findAll(at(v).To, c.text, gov.NodeSection)
			if c.adds {
				keys = union(at(v).Sections, keys)
			}
			at(v).Sections = keys
		},
		keys: func(v any) []string { return at(v).Sections },
	}
}
