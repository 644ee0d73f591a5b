package sheets

import "tiaokuai/internal/gov"

func dutySheet() Sheet {
	type duty = *gov.Duty
	return nodes(Sheet{
		Name: "职责", English: "duties", Aliases: []string{"职责事项", "事项", "履职事项", "职责清单"}, Note: "一行一项职责或履职事项。",
		identity: []string{"name", "edition"},
		same: func(row, there gov.Node) bool {
			a, b := row.(duty).Edition, there.(duty).Edition
			return a == "" || b == "" || a == b
		},
		Columns: withOrigin(func(d duty) *gov.Provenance { return &d.Provenance },
			keyOf(),
			text("职责名称", "name", func(d duty) *string { return &d.Name }).also("名称", "职责", "事项名称", "事项", "履职事项", "职责事项").required().wide(36),
			texts("简称", "shortNames", func(d duty) *[]string { return &d.ShortNames }),
			number("排序", "order", func(d duty) *int { return &d.Order }).also("顺序"),
			text("方面", "aspect", func(d duty) *string { return &d.Aspect }).also("职责方面", "类别"),
			text("领域", "domain", func(d duty) *string { return &d.Domain }).also("职责领域", "执法领域"),
			text("版本", "edition", func(d duty) *string { return &d.Edition }).also("清单版本"),
			listingsColumn(),
			code("性质", "nature", dutyNatureWords, func(d duty) *gov.DutyNature { return &d.Nature }, "").also("职责性质", "事项性质"),
			text("法定依据", "legalBasis", func(d duty) *string { return &d.LegalBasis }).also("法律依据").wide(24),
			code("权限层级", "authority.level", levelWords, func(d duty) *gov.Level { return &d.Authority.Level }, "").also("法定权限"),
			reference("权限部门", "authority.department", gov.NodeDepartment, func(d duty) *string { return &d.Authority.Department }).noted("法定权限所属或作出委托的县直部门。"),
			code("下放方式", "authority.via", viaWords, func(d duty) *gov.Via { return &d.Authority.Via }, "").noted("权限在乡镇的，写明赋权或委托。"),
			references("下放乡镇", "authority.townships", func(d duty) *[]string { return &d.Authority.Townships }, gov.NodeTownship).noted("只下放到部分乡镇的，写明乡镇；空为各乡镇。"),
			text("下放文号", "authority.document", func(d duty) *string { return &d.Authority.Document }),
			flag("一岗双责", "universal", func(d duty) *bool { return &d.Universal }),
			flag("程序简易", "simple", func(d duty) *bool { return &d.Simple }),
			flag("现场易灭失", "perishable", func(d duty) *bool { return &d.Perishable }),
			flag("涉及部门单一", "singleDepartment", func(d duty) *bool { return &d.SingleDept }),
			code("办理层级", "handledAt", handledWords, func(d duty) *gov.HandledAt { return &d.HandledAt }, "").also("下沉办理"),
			admission("准入文号", "admission.document", func(a *gov.Admission) *string { return &a.Document }),
			admissionDate("准入日期", "admission.date", func(a *gov.Admission) *gov.Date { return &a.Date }),
			admissionDate("准入有效期至", "admission.expires", func(a *gov.Admission) *gov.Date { return &a.Expires }),
		),
		Examples: []map[string]string{
			{"编号": "示例", "职责名称": "秸秆禁烧日常巡查", "方面": "综合执法", "领域": "生态环境", "清单": "基本履职", "性质": "管理", "现场易灭失": "是"},
			{"编号": "示例", "职责名称": "违法占地查处", "领域": "自然资源", "清单": "配合履职｜内容=发现并报告、协助制止", "性质": "执法", "权限层级": "县级", "权限部门": "自然资源局"},
			{"编号": "示例", "职责名称": "农药经营监管", "清单": "配合履职｜牵头=县级｜乡镇=大冶镇、告成镇｜起=2024-01-01｜文号=某办〔2024〕1号", "性质": "执法"},
		},
	}, func(c *source) []*gov.Duty {
		var out []*gov.Duty
		for _, d := range c.Duties() {
			out = append(out, d.Duty)
		}
		return out
	})
}

// admission is a column of one text of the admission, which is made where a cell is filled.
func admission(header, name string, at func(*gov.Admission) *string) Column {
	return ofAdmission(text(header, name, func(d *gov.Duty) *string { return at(d.Admission) }))
}

func admissionDate(header, name string, at func(*gov.Admission) *gov.Date) Column {
	return ofAdmission(date(header, name, func(d *gov.Duty) *gov.Date { return at(d.Admission) }))
}

// ofAdmission lets a column of the admission be read and written where a duty has none.
func ofAdmission(c Column) Column {
	get, set := c.get, c.set
	c.get = func(w *writer, v any) string {
		if v.(*gov.Duty).Admission == nil {
			return ""
		}
		return get(w, v)
	}
	c.set = func(cell *cell, v any) {
		own := gov.Admission{} // never one that another value of the duty shares
		if a := v.(*gov.Duty).Admission; a != nil {
			own = *a
		}
		v.(*gov.Duty).Admission = &own
		set(cell, v)
	}
	return c
}
