package sheets

import "tiaokuai/internal/gov"

func sourceSheet() Sheet {
	type src = *gov.Source
	return nodes(Sheet{
		Name: "依据", English: "sources", Aliases: []string{"文件依据", "依据文件", "来源"}, Note: "一行一份文件，或文件的一条。其他各表的“依据来源”按编号或文件名引用。",
		identity: []string{"document", "article", "quote"},
		same: func(row, there gov.Node) bool {
			a, b := row.(src), there.(src)
			return (a.Article == "" || a.Article == b.Article) && (a.Quote == "" || a.Quote == b.Quote)
		},
		Columns: withOrigin(func(s src) *gov.Provenance { return &s.Provenance },
			keyOf(),
			text("文件名", "document", func(s src) *string { return &s.Document }).also("文件", "文件名称", "文件标题", "名称").required().wide(40),
			text("条目", "article", func(s src) *string { return &s.Article }).also("条款", "章节"),
			text("原文", "quote", func(s src) *string { return &s.Quote }).also("引文", "原文摘录").wide(60),
			text("网址", "address", func(s src) *string { return &s.Address }).also("地址", "链接", "出处").wide(30),
			text("发文机关", "issuer", func(s src) *string { return &s.Issuer }).also("印发机关", "批准机关", "制定机关").wide(20),
			date("日期", "date", func(s src) *gov.Date { return &s.Date }).also("印发日期", "发布日期"),
			text("可信度", "trust", func(s src) *string { return &s.Trust }),
			text("备注", "note", func(s src) *string { return &s.Note }).also("说明").wide(30),
		),
		Examples: []map[string]string{
			{"编号": "示例", "文件名": "关于深化乡镇管理体制机制改革的实施意见", "条目": "第三条", "原文": "较大规模乡镇设置……", "发文机关": "某县机构编制委员会", "日期": "2022-01-31"},
			{"编号": "示例", "文件名": "某县乡镇基本履职事项清单"},
		},
	}, func(c *source) []src {
		var out []src
		for _, s := range c.Sources() {
			out = append(out, s.Source)
		}
		return out
	})
}
