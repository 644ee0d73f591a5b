package sheets

import (
	"strconv"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
)

// countySheet has one row: the county itself. Only with it can a file make a county that is not there yet.
func countySheet() Sheet {
	return nodes(Sheet{
		Name: "县", English: "county", Aliases: []string{"县（市、区）", "市", "区", "基本信息"}, Note: "县（市、区）本身，只有一行。编号是行政区划代码。",
		identity: []string{"name"},
		Columns: withOrigin(func(c *gov.County) *gov.Provenance { return &c.Provenance },
			keyOf().noted("行政区划代码，如410185。"),
			text("名称", "name", func(c *gov.County) *string { return &c.Name }).also("县名", "县（市、区）", "县市区").required().wide(16),
			code("类别", "countyKind", countyKindWords, func(c *gov.County) *gov.CountyKind { return &c.Kind }, ""),
			regionsColumn(),
			flag("沙盘", "sandbox", func(c *gov.County) *bool { return &c.Sandbox }).noted("用于演练的县填“是”：机构变更不要求批复文件。"),
			number("对口部门上限", "settings.departmentLimit", func(c *gov.County) *int { return &c.Settings.DepartmentLimit }).noted("一对多：一个机构对口部门数的上限，空为5。"),
			number("分管机构上限", "settings.leaderOrganLimit", func(c *gov.County) *int { return &c.Settings.LeaderOrganLimit }).noted("分管面过宽：一人分管机构数的上限，空为4。"),
			number("数据覆盖率下限", "settings.coverageFloor", func(c *gov.County) *int { return &c.Settings.CoverageFloor }).noted("百分数，低于它的评分显示为未采集，空为60。"),
			weightsColumn(),
			gatesColumn(),
			number("参数版本", "settings.version", func(c *gov.County) *int { return &c.Settings.Version }),
			aliasesColumn(),
			codeListColumn("方面清单", "aspects", func(c *gov.County) *[]gov.CodeList { return &c.Aspects }),
			codeListColumn("领域清单", "domains", func(c *gov.County) *[]gov.CodeList { return &c.Domains }),
		),
		Examples: []map[string]string{{"编号": "示例", "名称": "某某县", "类别": "县", "上级区划": "41｜河南省｜省；4101｜郑州市｜市", "别名": "党建办=党建工作办公室", "方面清单": "版本=2024｜基层党建、经济发展、平安建设"}},
	}, func(c *source) []*gov.County { return []*gov.County{c.County.County} })
}

func regionsColumn() Column {
	return Column{
		Header: "上级区划", Name: "regions", Width: 30, Note: "自省而下，写作“代码｜名称｜级别”，多级用；隔开。",
		get: func(_ *writer, v any) string {
			var out []string
			for _, r := range v.(*gov.County).Regions {
				out = append(out, quoted(r.Key)+"｜"+quoted(r.Name)+"｜"+regionWords.zh(string(r.Level)))
			}
			return strings.Join(out, "；")
		},
		set: func(c *cell, v any) {
			var out []gov.Region
			for _, text := range split(c.text, recordSigns) {
				f := split(text, fieldSigns)
				if len(f) != 3 {
					c.fail(nil, "上级区划 %[1]q 应写作“代码｜名称｜级别”", "region %[1]q must be written code|name|level", text)
					continue
				}
				level, _ := c.code(regionWords, f[2])
				out = append(out, gov.Region{Key: bare(f[0]), Name: bare(f[1]), Level: gov.RegionLevel(level)})
			}
			v.(*gov.County).Regions = out
		},
	}
}

func aliasesColumn() Column {
	return Column{
		Header: "别名", Name: "aliases", Width: 30, Note: "同一名称的另一种写法，写作“别名=正名”，多条用；隔开或换行。",
		get: func(_ *writer, v any) string {
			var out []string
			for _, a := range v.(*gov.County).Aliases {
				out = append(out, quoted(a.Alias)+"="+quoted(a.Name))
			}
			return strings.Join(out, "；")
		},
		set: func(c *cell, v any) {
			var out []gov.Alias
			for _, text := range split(c.text, recordSigns) {
				pair := splitN(text, labelSigns, 2)
				if len(pair) != 2 {
					c.fail(nil, "别名 %[1]q 应写作“别名=正名”", "alias %[1]q must be written alias=name", text)
					continue
				}
				out = append(out, gov.Alias{Alias: bare(pair[0]), Name: bare(pair[1])})
			}
			v.(*gov.County).Aliases = out
		},
	}
}

func codeListColumn(header, name string, at func(*gov.County) *[]gov.CodeList) Column {
	return Column{
		Header: header, Name: name, Width: 36, Note: "写作“版本=2024｜甲、乙、丙｜依据=文件”，多个版本用；隔开或换行。",
		get: func(w *writer, v any) string {
			var out []string
			for _, l := range *at(v.(*gov.County)) {
				var r record
				r.field("版本", quoted(l.Edition))
				r.field("", listed(l.Codes))
				r.field("依据", w.names("", l.Sources, gov.NodeSource))
				out = append(out, r.String())
			}
			return strings.Join(out, "；")
		},
		set: func(c *cell, v any) {
			var out []gov.CodeList
			for _, text := range split(c.text, recordSigns) {
				first, labelled := fields(text)
				var l gov.CodeList
				for _, f := range first {
					l.Codes = append(l.Codes, items(f)...)
				}
				for _, f := range labelled {
					switch f[0] {
					case "版本":
						l.Edition = bare(f[1])
					case "依据":
						l.Sources = c.findAll("", f[1], gov.NodeSource)
					default:
						c.unknownLabel(f[0], "版本、依据")
					}
				}
				out = append(out, l)
			}
			*at(v.(*gov.County)) = out
		},
		keys: func(v any) []string {
			var out []string
			for _, l := range *at(v.(*gov.County)) {
				out = append(out, l.Sources...)
			}
			return out
		},
	}
}

func weightsColumn() Column {
	return Column{
		Header: "重叠权重", Name: "settings.weights", Width: 20, Note: "与默认不同的权重，写作“多对一=2”，多条用；隔开。",
		get: func(_ *writer, v any) string {
			var out []string
			for _, w := range v.(*gov.County).Settings.Weights {
				out = append(out, quoted(overlapName(w.Kind))+"="+w.Weight.String())
			}
			return strings.Join(out, "；")
		},
		set: func(c *cell, v any) {
			var out []gov.Weight
			for _, text := range split(c.text, recordSigns) {
				pair := splitN(text, labelSigns, 2)
				kind, known := overlapKind(bare(pair[0]))
				amount, err := strconv.ParseFloat(pair[len(pair)-1], 64)
				if len(pair) != 2 || err != nil || !known || !(amount >= 0 && amount <= 1000) {
					c.fail(nil, "权重 %[1]q 应写作“多对一=2”，类别须是重叠的类别，数值在0到1000之间", "weight %[1]q must be written kind=2, a kind of overlap and a number from 0 to 1000", text)
					continue
				}
				out = append(out, gov.Weight{Kind: kind, Weight: gov.Micro(amount*float64(gov.One) + 0.5)})
			}
			v.(*gov.County).Settings.Weights = out
		},
	}
}

func gatesColumn() Column {
	return Column{
		Header: "审核环节", Name: "settings.gates", Width: 24, Note: "模拟方案提交后须经过的环节，按先后写，用、隔开：乡镇意见、合法性审查、审批；空为不设。",
		get: func(_ *writer, v any) string {
			var out []string
			for _, g := range v.(*gov.County).Settings.Gates {
				out = append(out, gateWords.zh(string(g)))
			}
			return listed(out)
		},
		set: func(c *cell, v any) {
			var out []gov.GateKind
			for _, text := range items(c.text) {
				if kind, known := c.code(gateWords, text); known {
					out = append(out, gov.GateKind(kind))
				}
			}
			v.(*gov.County).Settings.Gates = out
		},
	}
}

func overlapName(kind gov.OverlapKind) string {
	if d, ok := overlap.Lookup(kind); ok {
		return d.Name.ZH
	}
	return string(kind)
}

func overlapKind(name string) (gov.OverlapKind, bool) {
	for _, d := range overlap.Detectors() {
		if d.Name.ZH == name || string(d.Kind) == name {
			return d.Kind, true
		}
	}
	return "", false
}
