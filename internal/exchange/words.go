package exchange

import "tiaokuai/internal/gov"

// nodeWords are the Chinese names of the kinds of node.
var nodeWords = map[gov.NodeKind]string{
	gov.NodeCounty: "县（市、区）", gov.NodeTownship: "乡镇", gov.NodeOrgan: "机构", gov.NodeDepartment: "县直部门", gov.NodeSection: "业务科室",
	gov.NodeLeader: "班子成员", gov.NodeDuty: "职责", gov.NodeMeasure: "制度机制", gov.NodeIndicator: "指标", gov.NodeSource: "依据", gov.NodeFormer: "已撤并",
}

// edgeWords are the Chinese names of the kinds of edge.
var edgeWords = map[gov.EdgeKind]string{
	gov.EdgeCounterpart: "对口", gov.EdgeCharge: "分管", gov.EdgeAssignment: "承担", gov.EdgeDispatch: "派驻", gov.EdgeSharedOffice: "合署办公",
	gov.EdgeSuccession: "改为",
}

// concepts are the codes that classify organizations, posts of charge and events, with their names.
var concepts = [...]struct {
	scheme, code string
	name         gov.Text
}{
	{"countyKind", string(gov.CountyPlain), gov.Text{ZH: "县", EN: "county"}},
	{"countyKind", string(gov.CountyCity), gov.Text{ZH: "县级市", EN: "county-level city"}},
	{"countyKind", string(gov.CountyDistrict), gov.Text{ZH: "市辖区", EN: "district"}},
	{"townshipKind", string(gov.TownshipTown), gov.Text{ZH: "镇", EN: "town"}},
	{"townshipKind", string(gov.TownshipTownship), gov.Text{ZH: "乡", EN: "township"}},
	{"townshipKind", string(gov.TownshipSubdistrict), gov.Text{ZH: "街道", EN: "subdistrict"}},
	{"departmentKind", string(gov.DepartmentParty), gov.Text{ZH: "党委部门", EN: "party department"}},
	{"departmentKind", string(gov.DepartmentGovernment), gov.Text{ZH: "政府部门", EN: "government department"}},
	{"departmentKind", string(gov.DepartmentMassGroup), gov.Text{ZH: "群团组织", EN: "mass organization"}},
	{"departmentKind", string(gov.DepartmentInstitution), gov.Text{ZH: "事业单位", EN: "public institution"}},
	{"departmentKind", string(gov.DepartmentVertical), gov.Text{ZH: "垂直管理部门", EN: "vertically managed department"}},
	{"departmentKind", string(gov.DepartmentUtility), gov.Text{ZH: "公用企业", EN: "utility"}},
	{"organKind", string(gov.OrganOffice), gov.Text{ZH: "党政机构", EN: "office"}},
	{"organKind", string(gov.OrganInstitution), gov.Text{ZH: "事业单位", EN: "institution"}},
	{"organKind", string(gov.OrganDispatched), gov.Text{ZH: "派驻站所", EN: "dispatched station"}},
	{"organKind", string(gov.OrganStatutory), gov.Text{ZH: "纪委、人大、武装部、群团", EN: "statutory body"}},
	{"chargeRole", string(gov.ChargeLead), gov.Text{ZH: "分管", EN: "in charge"}},
	{"chargeRole", string(gov.ChargeAssist), gov.Text{ZH: "协助分管", EN: "assisting"}},
	{"chargeRole", string(gov.ChargeOverall), gov.Text{ZH: "主持全面", EN: "in overall charge"}},
	{"chargeRole", string(gov.ChargeLiaison), gov.Text{ZH: "联系", EN: "liaison"}},
	{"succession", string(gov.SuccessionMerged), gov.Text{ZH: "合并", EN: "merger"}},
	{"succession", string(gov.SuccessionSplit), gov.Text{ZH: "拆分", EN: "split"}},
	{"succession", string(gov.SuccessionRenamed), gov.Text{ZH: "更名", EN: "renaming"}},
	{"succession", string(gov.SuccessionReplaced), gov.Text{ZH: "替代", EN: "replacement"}},
	{"succession", string(gov.SuccessionAbolished), gov.Text{ZH: "撤销", EN: "abolition"}},
	{"succession", string(gov.SuccessionTransferred), gov.Text{ZH: "划转", EN: "transfer"}},
}
