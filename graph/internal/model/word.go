package model

import "tiaokuai/internal/gov"

// Word is what a code is called; an unknown one is its own word.
func Word(code string) gov.Text {
	if t, ok := codeWords[code]; ok {
		return t
	}
	return gov.Text{ZH: code, EN: code}
}

// codeWords names the codes that facets and sentences show. Codes of several enums that mean the same share a line.
var codeWords = map[string]gov.Text{
	"OFFICE":      {ZH: "党政机构", EN: "party and government office"},
	"INSTITUTION": {ZH: "事业单位", EN: "public institution"},
	"DISPATCHED":  {ZH: "派驻站所", EN: "dispatched station"},
	"STATUTORY":   {ZH: "纪委、人大、武装部、群团", EN: "statutory body"},

	"OWN":           {ZH: "乡镇本级", EN: "the township's own"},
	"COUNTY_DIRECT": {ZH: "县直部门直属", EN: "directly under a county department"},
	"VERTICAL":      {ZH: "垂直管理", EN: "vertical management"},
	"TERRITORIAL":   {ZH: "属地管理", EN: "territorial management"},
	"DUAL":          {ZH: "双重管理", EN: "dual management"},

	"BASIC":      {ZH: "基本履职", EN: "basic duties"},
	"SUPPORTING": {ZH: "配合履职", EN: "supporting duties"},
	"WITHDRAWN":  {ZH: "上级收回", EN: "withdrawn by the county"},

	"TOWNSHIP_OPINION": {ZH: "乡镇意见", EN: "opinion of the township"},
	"LEGALITY_REVIEW":  {ZH: "合法性审查", EN: "legality review"},
	"APPROVAL":         {ZH: "审批", EN: "approval"},

	"FRAGMENTATION": {ZH: "分散", EN: "fragmentation"},
	"OVERLAP":       {ZH: "相近", EN: "overlap"},
	"DUPLICATION":   {ZH: "重复", EN: "duplication"},
	"GAP":           {ZH: "空缺", EN: "gap"},
	"SPAN":          {ZH: "幅度过宽", EN: "span"},
	"MISMATCH":      {ZH: "不匹配", EN: "mismatch"},

	"LOW":    {ZH: "低", EN: "low"},
	"MEDIUM": {ZH: "中", EN: "medium"},
	"HIGH":   {ZH: "高", EN: "high"},

	"LEAD":    {ZH: "主责", EN: "lead"},
	"SUPPORT": {ZH: "配合", EN: "support"},
	"ASSIST":  {ZH: "协助", EN: "assist"},
	"OVERALL": {ZH: "主持全面", EN: "overall"},
	"LIAISON": {ZH: "联系", EN: "liaison"},

	"BUSINESS":            {ZH: "业务对口", EN: "business counterpart"},
	"WINDOW":              {ZH: "窗口进驻", EN: "service window"},
	"ENFORCEMENT_LIAISON": {ZH: "执法协作", EN: "enforcement liaison"},
	"COORDINATION":        {ZH: "综合协调", EN: "coordination"},

	"ESTABLISHES":   {ZH: "设置", EN: "establishes"},
	"COUNTERPART":   {ZH: "对口", EN: "answers to"},
	"CHARGE":        {ZH: "分管", EN: "is in charge of"},
	"ASSIGNMENT":    {ZH: "承担", EN: "carries"},
	"DISPATCH":      {ZH: "派驻", EN: "dispatched"},
	"SHARED_OFFICE": {ZH: "合署", EN: "shares its office with"},
	"SECTION":       {ZH: "内设", EN: "has the section"},
	"SERVES":        {ZH: "任职于", EN: "serves in"},
	"SUCCESSION":    {ZH: "改为", EN: "became"},

	"COUNTY":     {ZH: "县（市、区）", EN: "county"},
	"MEASURE":    {ZH: "制度机制", EN: "measure"},
	"INDICATOR":  {ZH: "指标", EN: "indicator"},
	"SOURCE":     {ZH: "依据", EN: "source"},
	"TOWNSHIP":   {ZH: "乡镇（街道）", EN: "township"},
	"ORGAN":      {ZH: "机构", EN: "organ"},
	"DEPARTMENT": {ZH: "县直部门", EN: "department"},
	"LEADER":     {ZH: "班子成员", EN: "leader"},
	"DUTY":       {ZH: "职责", EN: "duty"},
	"FORMER":     {ZH: "原机构", EN: "former"},
}
