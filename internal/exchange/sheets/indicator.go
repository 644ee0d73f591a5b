package sheets

import "tiaokuai/internal/gov"

func indicatorSheet() Sheet {
	type indicator = *gov.Indicator
	subject := references("对象", "subject", func(i indicator) *[]string { return nil })
	subject.Note, subject.unite = "指标所说的乡镇、机构、部门或职责；空为全县。", false
	subject.get = func(w *writer, v any) string { return cellOf(w.name("", v.(indicator).Subject)) }
	subject.set = func(c *cell, v any) {
		if c.text == "" {
			v.(indicator).Subject = ""
		} else if key, ok := c.find("", textOf(c.text)); ok {
			v.(indicator).Subject = key
		}
	}
	subject.keys = func(v any) []string { return []string{v.(indicator).Subject} }
	return nodes(Sheet{
		Name: "指标", English: "indicators", Aliases: []string{"指标数据", "数据指标"}, Note: "一行一个数据：数值或上下限、原文说法、时期和依据。",
		identity: []string{"name"},
		Columns: withOrigin(func(i indicator) *gov.Provenance { return &i.Provenance },
			keyOf(),
			text("指标名称", "name", func(i indicator) *string { return &i.Name }).also("名称", "指标").required().wide(30),
			subject,
			code("用途", "metric", metricWords, func(i indicator) *gov.IndicatorMetric { return &i.Metric }, "").noted("系统据以计算的指标；其余只作展示。"),
			text("领域", "domain", func(i indicator) *string { return &i.Domain }),
			number("数值", "low", func(i indicator) *int64 { return &i.Low }).also("下限", "最小值"),
			number("上限", "high", func(i indicator) *int64 { return &i.High }).also("最大值").noted("只有一个数值时与数值相同；空为没有上限。"),
			text("单位", "unit", func(i indicator) *string { return &i.Unit }).also("计量单位").wide(8),
			text("说法", "wording", func(i indicator) *string { return &i.Wording }).also("原文说法"),
			text("时期", "period", func(i indicator) *string { return &i.Period }).also("时间", "年份"),
			number("排序", "order", func(i indicator) *int { return &i.Order }).also("顺序"),
		),
		Examples: []map[string]string{{"编号": "示例", "指标名称": "乡镇基本履职事项数", "用途": "职责总数", "数值": "163", "上限": "163", "单位": "项", "时期": "2024年"}},
	}, func(c *source) []indicator {
		var out []indicator
		for _, i := range c.Indicators() {
			out = append(out, i.Indicator)
		}
		return out
	})
}
