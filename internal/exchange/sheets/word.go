package sheets

import (
	"slices"
	"strings"

	"tiaokuai/internal/search"
)

// word is what a code is called in a cell; the others are read as well.
type word struct {
	code, zh string
	others   []string
}

// words are the words of one attribute's codes, in the order of a drop-down list. They are those of the GraphQL schema's
// descriptions and of the catalogue.
type words []word

func (ws words) choices() []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = w.zh
	}
	return out
}

// zh is the word of a code; an unknown code is its own word.
func (ws words) zh(code string) string {
	for _, w := range ws {
		if w.code == code {
			return w.zh
		}
	}
	return code
}

// code is what a word stands for: the word itself, another one for it, or the code.
func (ws words) code(text string) (string, bool) {
	folded := search.Fold(text)
	for _, w := range ws {
		same := func(s string) bool { return search.Fold(s) == folded }
		if same(w.zh) || same(w.code) || slices.ContainsFunc(w.others, same) {
			return w.code, true
		}
	}
	return "", false
}

// near is the words that share a letter with a text, the likest first, for a suggestion; all of them where none does.
func (ws words) near(text string) []string {
	var out []string
	for _, zh := range ws.choices() {
		if strings.ContainsAny(zh, text) {
			out = append(out, zh)
		}
	}
	if len(out) == 0 {
		return ws.choices()
	}
	score := func(zh string) int { return alike([]rune(zh), []rune(text)).score }
	slices.SortStableFunc(out, func(a, b string) int { return score(b) - score(a) })
	return out
}

var (
	yesNo = words{{"yes", "是", []string{"√", "✓", "1", "y", "true", "有", "对"}}, {"no", "否", []string{"×", "0", "n", "false", "无", "不是"}}}

	basisWords = words{
		{"DOCUMENT", "文件写明", []string{"文件", "有文件依据"}},
		{"INFERRED", "推断", []string{"推定"}},
		{"ILLUSTRATIVE", "示例", []string{"示意"}},
	}
	gateWords         = words{{"TOWNSHIP_OPINION", "乡镇意见", nil}, {"LEGALITY_REVIEW", "合法性审查", nil}, {"APPROVAL", "审批", []string{"批准"}}}
	countyKindWords   = words{{"COUNTY", "县", nil}, {"CITY", "县级市", []string{"市"}}, {"DISTRICT", "市辖区", []string{"区"}}}
	regionWords       = words{{"PROVINCE", "省", []string{"省级", "自治区", "直辖市"}}, {"PREFECTURE", "市", []string{"地级市", "地区", "自治州", "盟"}}}
	townshipKindWords = words{{"TOWN", "镇", nil}, {"TOWNSHIP", "乡", []string{"民族乡"}}, {"SUBDISTRICT", "街道", []string{"街道办事处"}}}
	sizeWords         = words{{"LARGE", "较大", []string{"大", "大型", "较大规模"}}, {"MEDIUM", "中等", []string{"中", "中型"}}, {"SMALL", "较小", []string{"小", "小型"}}}
	organKindWords    = words{
		{"OFFICE", "党政机构", []string{"党政办公室", "内设机构", "党政"}},
		{"INSTITUTION", "事业单位", []string{"事业机构", "事业", "事业中心", "事业站所"}},
		{"DISPATCHED", "派驻站所", []string{"派驻机构", "站所", "派驻"}},
		{"STATUTORY", "纪委、人大、武装部、群团", []string{"纪委人大武装群团", "纪委人大武装部群团", "群团", "人大", "纪委", "武装部", "法定机构"}},
	}
	branchWords     = words{{"PARTY", "党委", []string{"党的机构", "党"}}, {"GOVERNMENT", "政府", []string{"政府机构", "行政"}}}
	managementWords = words{
		{"OWN", "乡镇本级", []string{"本级"}},
		{"COUNTY_DIRECT", "县直部门直属", []string{"市直部门直属", "区直部门直属", "直属"}},
		{"VERTICAL", "垂直管理", []string{"垂管"}},
		{"TERRITORIAL", "属地管理", []string{"属地"}},
		{"DUAL", "双重管理", []string{"县属乡管乡用", "双管"}},
	}
	levelWords = words{{"COUNTY", "县级", []string{"县", "市", "区", "上级"}}, {"TOWNSHIP", "乡镇", []string{"乡", "镇", "乡级", "街道"}}}
	powerWords = words{
		{"AFFILIATION", "机构隶属", nil},
		{"PERSONNEL", "编制人事", nil},
		{"APPOINTMENT", "任免", nil},
		{"APPRAISAL", "考核", nil},
		{"COMMAND", "指挥调度", nil},
		{"ORGANIZATION", "组织关系", []string{"党组织关系"}},
		{"PERFORMANCE", "绩效", nil},
		{"TRANSFER", "人员调整", nil},
	}
	powerModeWords  = words{{"DECIDE", "决定", nil}, {"CONSULT", "征求意见", []string{"须征求意见"}}, {"ADVISE", "建议", []string{"建议权"}}}
	plateKindWords  = words{{"ADDED", "加挂牌子", []string{"加挂"}}, {"TWIN", "一个机构两块牌子", []string{"两块牌子"}}}
	departmentWords = words{
		{"PARTY", "党委", []string{"党委部门"}},
		{"GOVERNMENT", "政府", []string{"政府部门"}},
		{"MASS_GROUP", "群团", nil},
		{"INSTITUTION", "事业", []string{"事业单位"}},
		{"VERTICAL", "垂管", []string{"垂直管理", "垂管部门"}},
		{"UTILITY", "公用企业", []string{"企业"}},
	}
	natureWords = words{
		{"BUSINESS", "业务对口", []string{"业务"}},
		{"WINDOW", "窗口进驻", []string{"窗口"}},
		{"ENFORCEMENT_LIAISON", "执法协作", nil},
		{"COORDINATION", "综合协调", []string{"协调"}},
	}
	chargeWords = words{
		{"LEAD", "分管", []string{"主管", "分管领导"}},
		{"ASSIST", "协助分管", []string{"协助", "协管"}},
		{"OVERALL", "主持全面", []string{"主持", "全面负责", "主持全面工作"}},
		{"LIAISON", "联系", []string{"联系领导"}},
	}
	roleWords   = words{{"LEAD", "主责", []string{"牵头", "主责/牵头", "主办", "负责"}}, {"SUPPORT", "配合", []string{"协助", "协办", "配合单位"}}}
	actionWords = words{
		{"ACCEPT", "受理/代办", []string{"受理", "代办"}},
		{"PATROL", "巡查发现", []string{"巡查", "发现"}},
		{"STOP", "制止", nil},
		{"INSPECT", "检查", []string{"监督检查"}},
		{"PUNISH", "处罚", []string{"行政处罚"}},
		{"COERCE", "强制", []string{"行政强制"}},
		{"APPROVE", "审批", []string{"许可"}},
	}
	listWords = words{
		{"BASIC", "基本履职", []string{"基本履职事项", "基本履职事项清单"}},
		{"SUPPORTING", "配合履职", []string{"配合履职事项", "配合履职事项清单"}},
		{"WITHDRAWN", "上级收回", []string{"上级收回事项", "上级部门收回", "上级部门收回事项清单"}},
		{"TERRITORIAL", "属地管理", []string{"属地管理事项", "属地管理事项清单"}},
	}
	dutyNatureWords = words{
		{"SERVICE", "服务", []string{"公共服务"}},
		{"APPROVAL", "审批", []string{"行政审批", "许可"}},
		{"ENFORCEMENT", "执法", []string{"行政执法"}},
		{"MANAGEMENT", "管理", []string{"日常管理"}},
	}
	viaWords         = words{{"GRANTED", "赋权", []string{"下放"}}, {"DELEGATED", "委托", []string{"委托执法"}}}
	handledWords     = words{{"VILLAGE", "村（社区）", []string{"村", "社区", "下沉村（社区）", "村社区"}}}
	measureKindWords = words{
		{"LIST", "清单", nil},
		{"ADMISSION", "准入", []string{"准入制度"}},
		{"COORDINATION", "议事协调", []string{"领导小组", "联席会议", "协调机制"}},
		{"ORGANIZATION", "机构权限", []string{"机构设置"}},
		{"PERSONNEL", "人员编制", nil},
		{"TRAINING", "培训", nil},
	}
	measureStatusWords = words{{"EXISTING", "现行", []string{"已建立", "已有"}}, {"RECOMMENDED", "建议", []string{"拟建"}}}
	metricWords        = words{
		{"DUTY_TOTAL", "职责总数", nil},
		{"ITEM_TOTAL", "属地管理事项总数", nil},
		{"ITEM_TOWNSHIP", "乡镇主责事项数", nil},
		{"POWERS_TOTAL", "执法权限总数", nil},
		{"POWERS_DEVOLVED", "下放执法权限数", nil},
	}
	severityWords = words{{"LOW", "低", nil}, {"MEDIUM", "中", nil}, {"HIGH", "高", nil}}
)
