package sheets

import (
	"slices"
	"strings"

	"tiaokuai/internal/gov"
)

func organSheet() Sheet {
	type organ = *gov.Organ
	return nodes(Sheet{
		Name: "机构", English: "organs", Aliases: []string{"机构设置", "乡镇机构", "单位"}, Note: "一行一个乡镇机构：党政机构、事业单位、派驻站所，以及纪委、人大、武装部、群团。",
		identity: []string{"name"}, parent: "township", unique: true,
		Columns: withOrigin(func(o organ) *gov.Provenance { return &o.Provenance },
			keyOf(),
			reference("乡镇", "township", gov.NodeTownship, func(o organ) *string { return &o.Township }).
				also("乡镇名称", "所属乡镇", "乡镇（街道）", "乡镇街道", "街道", "镇街").required().wide(12),
			text("机构名称", "name", func(o organ) *string { return &o.Name }).also("名称", "单位名称", "机构", "机构全称").required().wide(22),
			code("机构类别", "organKind", organKindWords, func(o organ) *gov.OrganKind { return &o.Kind }, "").also("类别", "机构性质", "机构类型").noted("新增机构必填，不按名称推断。"),
			code("序列", "branch", branchWords, func(o organ) *gov.Branch { return &o.Branch }, "").also("党政序列"),
			texts("简称", "shortNames", func(o organ) *[]string { return &o.ShortNames }),
			texts("曾用名", "formerNames", func(o organ) *[]string { return &o.FormerNames }).also("原名称", "原名"),
			platesColumn(),
			number("排序", "order", func(o organ) *int { return &o.Order }).also("顺序"),
			code("管理体制", "management", managementWords, func(o organ) *gov.Management { return &o.Management }, "").also("管理方式"),
			powersColumn(),
			flag("列席班子会议", "attendsMeetings", func(o organ) *bool { return &o.AttendsMeetings }).also("列席"),
			code("执法主体", "enforcementSubject", levelWords, func(o organ) *gov.Level { return &o.EnforcementSubject }, ""),
			posts("行政编制", gov.PostAdministrative), posts("事业编制", gov.PostInstitution),
			posts("政法专项编制", gov.PostPolitical), posts("工勤编制", gov.PostWorker).also("工勤人员编制"),
			number("实有人数", "staff", func(o organ) *int { return &o.Staff }).also("实有", "在编人数"),
			number("领导职数", "leadingPosts", func(o organ) *int { return &o.LeadingPosts }),
			number("管理岗", "managementPosts", func(o organ) *int { return &o.ManagementPosts }).also("管理岗位"),
			number("专业技术岗", "technicalPosts", func(o organ) *int { return &o.TechnicalPosts }).also("专业技术岗位", "专技岗"),
			text("机构规格", "rank", func(o organ) *string { return &o.Rank }).also("规格", "级别"),
			text("可定规格", "rankEligibility", func(o organ) *string { return &o.RankEligibility }).noted("按条件可定的规格，如副科级。"),
			text("定规格条件", "rankCondition", func(o organ) *string { return &o.RankCondition }),
			flag("必设", "mandatory", func(o organ) *bool { return &o.Mandatory }).also("必设机构"),
			flag("综合性", "integrating", func(o organ) *bool { return &o.Integrating }).also("综合性机构").noted("审批服务、综合执法、党政综合等，本来就面向多个部门。"),
			text("限额类别", "quotaCategory", func(o organ) *string { return &o.QuotaCategory }).also("机构限额类别"),
		),
		Examples: []map[string]string{
			{"编号": "示例", "乡镇": "大冶镇", "机构名称": "党政综合办公室", "机构类别": "党政机构", "序列": "党委", "管理体制": "乡镇本级", "牌子": "人大办公室", "行政编制": "8", "实有人数": "7", "领导职数": "2", "综合性": "是"},
			{"编号": "示例", "乡镇": "大冶镇", "机构名称": "市场监管所", "机构类别": "派驻站所", "管理体制": "县直部门直属", "执法主体": "县级"},
		},
	}, func(c *source) []*gov.Organ {
		var out []*gov.Organ
		for _, o := range c.Organs() {
			out = append(out, o.Organ)
		}
		return out
	})
}

// posts is the column of one type of authorised posts.
func posts(header string, of gov.PostType) Column {
	same := func(c gov.PostCount) bool { return c.Type == of }
	return Column{
		Header: header, Name: "posts." + string(of), Number: true, Width: 9,
		get: func(_ *writer, v any) string {
			ps := v.(*gov.Organ).Posts
			if i := slices.IndexFunc(ps, same); i >= 0 {
				return digits(int64(ps[i].Count))
			}
			return ""
		},
		set: func(c *cell, v any) {
			n, ok := c.number()
			if !ok {
				return
			}
			o := v.(*gov.Organ)
			o.Posts = append(slices.DeleteFunc(slices.Clone(o.Posts), same), gov.PostCount{Type: of, Count: int(n)})
		},
	}
}

func platesColumn() Column {
	return Column{
		Header: "牌子", Name: "plates", Aliases: []string{"加挂牌子", "挂牌", "挂牌名称"}, Width: 24, unite: true,
		Note: "加挂的牌子，多个用、或；隔开；一个机构两块牌子的，写作“名称｜两块牌子”。",
		get: func(_ *writer, v any) string {
			var out []string
			for _, p := range v.(*gov.Organ).Plates {
				text := quoted(p.Name)
				if p.Kind != "" {
					text += "｜" + plateKindWords.zh(string(p.Kind))
				}
				out = append(out, text)
			}
			return cellOf(strings.Join(out, "、"))
		},
		set: func(c *cell, v any) {
			var out []gov.Plate
			if c.adds {
				out = slices.Clone(v.(*gov.Organ).Plates)
			}
			for _, text := range split(textOf(c.text), itemSigns) {
				f := split(text, fieldSigns)
				p := gov.Plate{Name: bare(f[0])}
				if len(f) > 1 {
					kind, _ := c.code(plateKindWords, strings.Join(f[1:], " "))
					p.Kind = gov.PlateKind(kind)
				}
				if !slices.Contains(out, p) {
					out = append(out, p)
				}
			}
			v.(*gov.Organ).Plates = out
		},
	}
}

func powersColumn() Column {
	return Column{
		Header: "权限", Name: "powers", Aliases: []string{"权限归属"}, Width: 30,
		Note: "与管理体制的通例不同时填写：“机构隶属=县级；任免=乡镇；人员调整=乡镇（征求意见）”。",
		get: func(_ *writer, v any) string {
			var out []string
			for _, h := range v.(*gov.Organ).Powers {
				text := powerWords.zh(string(h.Power)) + "=" + levelWords.zh(string(h.Holder))
				if h.Mode != gov.ModeDecide {
					text += "（" + powerModeWords.zh(string(h.Mode)) + "）"
				}
				out = append(out, text)
			}
			return strings.Join(out, "；")
		},
		set: func(c *cell, v any) {
			var out []gov.Holding
			for _, text := range split(c.text, itemSigns) {
				power, holder, ok := cutAny(text, "=＝：:")
				if !ok {
					c.fail(nil, "权限 %[1]q 应写作“任免=乡镇”", "power %[1]q must be written power=holder", text)
					continue
				}
				holder, mode, _ := cutAny(strings.TrimRight(holder, "）)"), "（(")
				p, _ := c.code(powerWords, power)
				h, _ := c.code(levelWords, holder)
				m := string(gov.ModeDecide)
				if mode != "" {
					m, _ = c.code(powerModeWords, mode)
				}
				out = append(out, gov.Holding{Power: gov.Power(p), Holder: gov.Level(h), Mode: gov.PowerMode(m)})
			}
			v.(*gov.Organ).Powers = out
		},
	}
}

func cutAny(text, signs string) (before, after string, found bool) {
	i := strings.IndexAny(text, signs)
	if i < 0 {
		return strings.TrimSpace(text), "", false
	}
	rest := strings.TrimLeft(text[i:], signs)
	return strings.TrimSpace(text[:i]), strings.TrimSpace(rest), true
}
