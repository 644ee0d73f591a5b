package sheets

import "tiaokuai/internal/gov"

func leaderSheet() Sheet {
	return nodes(Sheet{
		Name: "班子成员", English: "leaders", Aliases: []string{"领导班子", "班子", "领导", "乡镇领导"}, Note: "一行一名乡镇领导班子成员。姓名可以不填。",
		identity: []string{"name", "posts"}, parent: "township",
		Columns: withOrigin(func(l *gov.Leader) *gov.Provenance { return &l.Provenance },
			keyOf(),
			reference("乡镇", "township", gov.NodeTownship, func(l *gov.Leader) *string { return &l.Township }).
				also("乡镇名称", "所属乡镇", "乡镇（街道）", "乡镇街道", "街道", "镇街").required().wide(12),
			text("姓名", "name", func(l *gov.Leader) *string { return &l.Name }).also("名字"),
			texts("职务", "posts", func(l *gov.Leader) *[]string { return &l.Posts }).also("任职", "领导职务").required().wide(24),
			text("职级", "rank", func(l *gov.Leader) *string { return &l.Rank }).also("级别"),
			number("排序", "order", func(l *gov.Leader) *int { return &l.Order }).also("顺序"),
		),
		Examples: []map[string]string{
			{"编号": "示例", "乡镇": "大冶镇", "姓名": "张三", "职务": "党委副书记、政法委员", "职级": "副科级"},
			{"编号": "示例", "乡镇": "大冶镇", "职务": "副镇长"},
		},
	}, func(c *source) []*gov.Leader {
		var out []*gov.Leader
		for _, l := range c.Leaders() {
			out = append(out, l.Leader)
		}
		return out
	})
}
