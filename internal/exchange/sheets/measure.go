package sheets

import "tiaokuai/internal/gov"

func measureSheet() Sheet {
	type measure = *gov.Measure
	return nodes(Sheet{
		Name: "制度机制", English: "measures", Aliases: []string{"制度", "机制"}, Note: "一行一项制度或机制：清单、准入、议事协调、人员编制、培训等。不是机构，不计入重叠。",
		identity: []string{"name"},
		Columns: withOrigin(func(m measure) *gov.Provenance { return &m.Provenance },
			keyOf(),
			text("名称", "name", func(m measure) *string { return &m.Name }).also("制度机制", "制度名称").required().wide(30),
			code("机制类别", "measureKind", measureKindWords, func(m measure) *gov.MeasureKind { return &m.Kind }, "").also("类别", "制度类别").noted("新增时必填。"),
			code("状态", "status", measureStatusWords, func(m measure) *gov.MeasureStatus { return &m.Status }, gov.MeasureExisting).noted("空为现行。"),
			text("内容", "text", func(m measure) *string { return &m.Text }).also("主要内容").wide(40),
			references("办公室设在", "officeAt", func(m measure) *[]string { return &m.OfficeAt }, gov.NodeOrgan).noted("机构名前加乡镇名，如大冶镇平安建设办公室；多个用、或；隔开。"),
			references("涉及对象", "about", func(m measure) *[]string { return &m.About }).noted("涉及的机构、部门、职责等，多个用、或；隔开。"),
			number("排序", "order", func(m measure) *int { return &m.Order }).also("顺序"),
		),
		Examples: []map[string]string{{"编号": "示例", "名称": "综合执法联席会议", "机制类别": "议事协调", "状态": "现行", "办公室设在": "大冶镇综合行政执法大队"}},
	}, func(c *source) []measure {
		var out []measure
		for _, m := range c.Measures() {
			out = append(out, m.Measure)
		}
		return out
	}, func(m measure) { m.Status = gov.MeasureExisting })
}
