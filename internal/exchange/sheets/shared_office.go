package sheets

import "tiaokuai/internal/gov"

func sharedOfficeSheet() Sheet {
	type edge = *gov.SharedOffice
	organ := func(v any) string { return v.(edge).From }
	return edges(Sheet{
		Name: "合署", English: "sharedOffices", Aliases: []string{"合署办公"}, Note: "一行两个合署办公的机构，仍分别计算机构限额。",
		Columns: withOrigin(func(e edge) *gov.Provenance { return &e.Provenance },
			keyOf(),
			townshipOf(organ),
			virtual("机构", "organ", func(w *writer, v any) string { return w.name(w.parentOf(organ(v)), organ(v), gov.NodeOrgan) }).
				also("机构一", "机构名称").required().wide(22),
			virtual("合署机构", "with", func(w *writer, v any) string { return w.name(w.parentOf(organ(v)), v.(edge).To, gov.NodeOrgan) }).
				also("机构二", "与其合署的机构").required().wide(22),
		),
		Examples: []map[string]string{{"编号": "示例", "乡镇": "大冶镇", "机构": "党建工作办公室", "合署机构": "党政综合办公室"}},
		ends: func(e *ends) {
			township := e.township()
			e.from = e.find("organ", township, e.given.from, gov.NodeOrgan)
			e.to = e.find("with", e.within(e.from, township), e.given.to, gov.NodeOrgan)
			if e.to < e.from {
				e.from, e.to = e.to, e.from
			}
		},
	}, func(c *source) []edge {
		var out []edge
		for _, o := range c.Organs() {
			for _, with := range o.SharesOfficeWith() {
				if e, ok := c.Edge(gov.EdgeSharedOffice, o.Key, with.Key); ok {
					out = append(out, e.(edge))
				}
			}
		}
		return out
	})
}
