package sheets

import "tiaokuai/internal/gov"

func departmentSheet() Sheet {
	return nodes(Sheet{
		Name: "县直部门", English: "departments", Aliases: []string{"市直部门", "区直部门", "部门", "上级部门"}, Note: "一行一个县直部门（市直、区直部门）。",
		identity: []string{"name"}, unique: true,
		Columns: withOrigin(func(d *gov.Department) *gov.Provenance { return &d.Provenance },
			keyOf(),
			text("部门名称", "name", func(d *gov.Department) *string { return &d.Name }).also("名称", "县直部门", "市直部门", "区直部门", "单位名称", "部门").required().wide(22),
			texts("简称", "shortNames", func(d *gov.Department) *[]string { return &d.ShortNames }),
			texts("曾用名", "formerNames", func(d *gov.Department) *[]string { return &d.FormerNames }).also("原名称", "原名"),
			number("排序", "order", func(d *gov.Department) *int { return &d.Order }).also("顺序"),
			code("部门类别", "departmentKind", departmentWords, func(d *gov.Department) *gov.DepartmentKind { return &d.Kind }, "").also("类别", "类型", "性质"),
			text("系统", "system", func(d *gov.Department) *string { return &d.System }).also("所属系统").noted("农口、政法等。"),
		),
		Examples: []map[string]string{
			{"编号": "示例", "部门名称": "农业农村局", "简称": "农业局", "部门类别": "政府", "系统": "农口"},
			{"编号": "示例", "部门名称": "市场监督管理局", "曾用名": "工商行政管理局、质量技术监督局", "部门类别": "政府"},
		},
	}, func(c *source) []*gov.Department {
		var out []*gov.Department
		for _, d := range c.Departments() {
			out = append(out, d.Department)
		}
		return out
	})
}
