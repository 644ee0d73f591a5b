package dataset

import "tiaokuai/internal/gov"

// organKind is one of the twelve organs that every township has.
type organKind struct {
	name        string
	kind        gov.OrganKind
	branch      gov.Branch
	management  gov.Management
	integrating bool
	departments []int // places in departmentKinds that it answers to more often than to others
}

var organKinds = [...]organKind{
	{"党政综合办公室", gov.OrganOffice, gov.BranchParty, gov.ManagementOwn, true, []int{0, 1, 2}},
	{"党建工作办公室", gov.OrganOffice, gov.BranchParty, gov.ManagementOwn, false, []int{1, 2, 3}},
	{"经济发展办公室", gov.OrganOffice, gov.BranchGovernment, gov.ManagementOwn, false, []int{5, 6, 7, 16}},
	{"乡村建设办公室", gov.OrganOffice, gov.BranchGovernment, gov.ManagementOwn, false, []int{8, 9, 10, 11}},
	{"公共服务办公室", gov.OrganOffice, gov.BranchGovernment, gov.ManagementOwn, false, []int{12, 13, 14, 15}},
	{"平安建设办公室", gov.OrganOffice, gov.BranchParty, gov.ManagementOwn, false, []int{4, 17, 18}},
	{"综合行政执法大队", gov.OrganInstitution, gov.BranchGovernment, gov.ManagementOwn, true, []int{9, 10, 11, 17}},
	{"便民服务中心", gov.OrganInstitution, gov.BranchGovernment, gov.ManagementOwn, true, []int{12, 13, 19}},
	{"农业农村服务中心", gov.OrganInstitution, gov.BranchGovernment, gov.ManagementOwn, false, []int{8, 11, 6}},
	{"文化旅游服务中心", gov.OrganInstitution, gov.BranchGovernment, gov.ManagementOwn, false, []int{15, 3, 7}},
	{"市场监管所", gov.OrganDispatched, gov.BranchGovernment, gov.ManagementCountyDirect, false, []int{16, 19}},
	{"自然资源规划所", gov.OrganDispatched, gov.BranchGovernment, gov.ManagementDual, false, []int{9, 10}},
}

// departmentKinds are the twenty departments of every county, with their sections; some have none on record.
var departmentKinds = [...]struct {
	name     string
	kind     gov.DepartmentKind
	sections []string
}{
	{"县委办公室", gov.DepartmentParty, nil},
	{"县委组织部", gov.DepartmentParty, []string{"组织科", "干部科", "人才科"}},
	{"县委社会工作部", gov.DepartmentParty, []string{"基层治理科", "志愿服务科"}},
	{"县委宣传部", gov.DepartmentParty, []string{"理论科", "文明创建科", "新闻科"}},
	{"县委政法委员会", gov.DepartmentParty, []string{"综治科", "执法监督科"}},
	{"县发展和改革委员会", gov.DepartmentGovernment, []string{"规划科", "投资科", "价格科", "粮食科"}},
	{"县财政局", gov.DepartmentGovernment, []string{"预算科", "农财科", "国资科"}},
	{"县统计局", gov.DepartmentGovernment, nil},
	{"县农业农村局", gov.DepartmentGovernment, []string{"种植业科", "畜牧科", "农村经营科", "乡村建设科", "执法大队"}},
	{"县自然资源局", gov.DepartmentGovernment, []string{"规划科", "用地科", "执法监察科"}},
	{"县住房和城乡建设局", gov.DepartmentGovernment, []string{"村镇建设科", "物业科", "质量安全科"}},
	{"县生态环境局", gov.DepartmentVertical, []string{"水科", "大气科", "执法大队"}},
	{"县民政局", gov.DepartmentGovernment, []string{"救助科", "养老科", "区划科"}},
	{"县人力资源和社会保障局", gov.DepartmentGovernment, []string{"就业科", "社保科", "仲裁科"}},
	{"县卫生健康委员会", gov.DepartmentGovernment, []string{"公卫科", "医政科"}},
	{"县文化广电和旅游局", gov.DepartmentGovernment, []string{"公共文化科", "旅游科"}},
	{"县市场监督管理局", gov.DepartmentGovernment, []string{"食品科", "药品科", "信用科", "特种设备科"}},
	{"县应急管理局", gov.DepartmentGovernment, []string{"安全生产科", "防灾减灾科"}},
	{"县司法局", gov.DepartmentGovernment, []string{"调解科", "法治科"}},
	{"县行政审批局", gov.DepartmentGovernment, nil},
}

// work is a field of work: its duties are each object with each verb.
var work = [...]struct {
	domain, aspect string
	departments    []int // places in departmentKinds
	organs         []int // places in organKinds that carry its duties more often than others
	objects        []string
}{
	{"农业农村", "乡村建设", []int{8}, []int{3, 8, 6}, []string{"农村宅基地", "高标准农田", "农产品质量安全", "动物疫病防控", "农村集体资产", "农机安全"}},
	{"自然资源", "综合执法", []int{9}, []int{11, 3, 6}, []string{"违法占地", "地质灾害点", "矿产资源", "林地绿地", "国土空间规划"}},
	{"城乡建设", "乡村建设", []int{10}, []int{3, 6}, []string{"自建房安全", "物业服务", "农村污水设施", "村镇道路", "燃气使用"}},
	{"生态环境", "综合执法", []int{11}, []int{6, 3, 5}, []string{"河道水环境", "秸秆焚烧", "散乱污企业", "扬尘污染"}},
	{"应急安全", "平安建设", []int{17, 4}, []int{5, 6, 2}, []string{"安全生产", "防汛抗旱", "森林防火", "烟花爆竹", "消防通道"}},
	{"市场监管", "综合执法", []int{16}, []int{10, 6, 7}, []string{"小食品作坊", "农村集体聚餐", "特种设备", "药品零售"}},
	{"", "公共服务", []int{12, 13, 14, 15}, []int{4, 7, 9}, []string{"低保特困", "养老服务", "城乡居民医保", "退役军人"}},
}

var verbs = [...]struct {
	name    string
	nature  gov.DutyNature
	actions []gov.Action
}{
	{"日常巡查和隐患报告", gov.NatureManagement, []gov.Action{gov.ActionPatrol, gov.ActionStop}},
	{"申请受理和审核上报", gov.NatureApproval, []gov.Action{gov.ActionAccept, gov.ActionApprove}},
	{"监督检查和违法处罚", gov.NatureEnforcement, []gov.Action{gov.ActionInspect, gov.ActionPunish}},
	{"政策宣传和业务指导", gov.NatureService, nil},
	{"台账建立和统计报送", gov.NatureManagement, nil},
}

var leaderPosts = [...][]string{
	{"党委书记"},
	{"党委副书记", "镇长"},
	{"党委副书记", "政法委员"},
	{"党委委员", "组织委员"},
	{"党委委员", "宣传委员"},
	{"党委委员", "武装部部长"},
	{"副镇长"},
	{"副镇长", "综合执法大队大队长"},
}

// placeNames are pairs of syllables: 20 × 20 different names, more than enough for the townships of one county.
var placeNames = [2][]string{
	{"清", "安", "永", "大", "太", "兴", "石", "白", "青", "龙", "金", "长", "东", "南", "西", "北", "高", "新", "福", "和"},
	{"河", "丰", "宁", "冶", "平", "隆", "桥", "沙", "山", "泉", "岭", "乐", "湖", "庄", "店", "口", "坪", "坝", "寨", "塘"},
}
