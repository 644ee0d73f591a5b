package sheets

import "tiaokuai/internal/gov"

func townshipSheet() Sheet {
	return nodes(Sheet{
		Name: "乡镇", English: "townships", Aliases: []string{"街道", "乡镇街道", "乡镇（街道）"}, Note: "一行一个乡镇或街道。",
		identity: []string{"name"}, unique: true,
		Columns: withOrigin(func(t *gov.Township) *gov.Provenance { return &t.Provenance },
			keyOf(),
			text("乡镇名称", "name", func(t *gov.Township) *string { return &t.Name }).also("名称", "乡镇", "乡镇（街道）", "街道名称").required().wide(16),
			texts("曾用名", "formerNames", func(t *gov.Township) *[]string { return &t.FormerNames }).also("原名称", "原名"),
			number("排序", "order", func(t *gov.Township) *int { return &t.Order }).also("顺序"),
			code("类别", "townshipKind", townshipKindWords, func(t *gov.Township) *gov.TownshipKind { return &t.Kind }, "").also("乡镇类别", "类型"),
			code("规模", "size", sizeWords, func(t *gov.Township) *gov.Size { return &t.Size }, "").also("规模类别", "乡镇规模"),
			text("规模依据", "sizeReason", func(t *gov.Township) *string { return &t.SizeReason }).also("规模理由").noted("经济总量、服务人口、经济发达镇等。"),
			number("中层职数总量", "middlePosts", func(t *gov.Township) *int { return &t.MiddlePosts }).also("中层职数"),
			flag("分管已填全", "portfoliosComplete", func(t *gov.Township) *bool { return &t.PortfoliosComplete }).noted("本乡镇的分管关系已全部填入，没有填的即为无人分管。"),
			flag("承担已填全", "assignmentsComplete", func(t *gov.Township) *bool { return &t.AssignmentsComplete }).noted("本乡镇的职责承担已全部填入，没有填的即为职责真空。"),
		),
		Examples: []map[string]string{
			{"编号": "示例", "乡镇名称": "大冶镇", "类别": "镇", "规模": "较大", "规模依据": "经济发达镇", "中层职数总量": "24", "分管已填全": "是"},
			{"编号": "示例", "乡镇名称": "嵩阳街道", "类别": "街道", "规模": "中等"},
		},
	}, func(c *source) []*gov.Township {
		var out []*gov.Township
		for _, t := range c.Townships() {
			out = append(out, t.Township)
		}
		return out
	})
}
