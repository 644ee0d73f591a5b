package sheets

import "tiaokuai/internal/gov"

func sectionSheet() Sheet {
	return nodes(Sheet{
		Name: "业务科室", English: "sections", Aliases: []string{"科室", "内设科室"}, Note: "一行一个县直部门的业务科室。",
		identity: []string{"name"}, parent: "department", unique: true,
		Columns: withOrigin(func(s *gov.Section) *gov.Provenance { return &s.Provenance },
			keyOf(),
			reference("县直部门", "department", gov.NodeDepartment, func(s *gov.Section) *string { return &s.Department }).
				also("部门", "部门名称", "市直部门", "区直部门", "所属部门").required(),
			text("科室名称", "name", func(s *gov.Section) *string { return &s.Name }).also("名称", "科室", "业务科室", "内设科室").required().wide(20),
			texts("曾用名", "formerNames", func(s *gov.Section) *[]string { return &s.FormerNames }).also("原名称", "原名"),
			number("排序", "order", func(s *gov.Section) *int { return &s.Order }).also("顺序"),
		),
		Examples: []map[string]string{
			{"编号": "示例", "县直部门": "农业农村局", "科室名称": "种植业管理科"},
			{"编号": "示例", "县直部门": "农业农村局", "科室名称": "畜牧兽医科"},
		},
	}, func(c *source) []*gov.Section {
		var out []*gov.Section
		for _, d := range c.Departments() {
			for _, s := range d.Sections() {
				out = append(out, s.Section)
			}
		}
		return out
	})
}
