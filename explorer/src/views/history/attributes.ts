export const zh = {
  /** What attributes are called: the words of the API's sentences about edits, internal/change/attributes.go. */
  attribute: {
    about: '所涉事项', address: '网址', admission: '准入审批', aliases: '别名', article: '条目', aspect: '方面', aspects: '方面目录', assignmentsComplete: '承担已填全',
    attendsMeetings: '列席班子会议', attributes: '分项依据', authority: '职权', basis: '依据类别', branch: '党政类别', countyKind: '县级类别', date: '日期', department: '所属部门',
    departmentKind: '部门类别', document: '文件名', domain: '领域', domains: '领域目录', edition: '版本', enforcementSubject: '执法主体', formerNames: '曾用名',
    handledAt: '办理层级', high: '上限', integrating: '综合性', issuer: '发文机关', key: '编号', leadingPosts: '领导职数', legalBasis: '法定依据', lines: '分管的工作',
    listings: '清单', low: '数值', management: '管理体制', managementPosts: '管理岗', mandatory: '必设', measureKind: '机制类别', metric: '指标类别', middlePosts: '中层职数总量',
    name: '名称', nature: '性质', note: '备注', officeAt: '办公室设在', order: '排序', organKind: '机构类别', period: '时期', perishable: '现场易灭失', plates: '牌子',
    portfoliosComplete: '分管已填全', posts: '编制', powers: '权限', quotaCategory: '限额类别', quote: '原文', rank: '机构规格', rankCondition: '定规格条件',
    rankEligibility: '可定规格', regions: '上级区划', sandbox: '沙盘', settings: '参数', shortNames: '简称', simple: '程序简易', singleDepartment: '涉及部门单一', size: '规模',
    sizeReason: '规模依据', sources: '依据来源', staff: '实有人数', status: '状态', subject: '所指', system: '系统', technicalPosts: '专业技术岗', text: '内容', township: '乡镇',
    townshipKind: '乡镇类别', trust: '可信度', unit: '单位', universal: '一岗双责', wording: '说法', role: '角色', scope: '范围', sections: '业务科室', content: '内容',
    actions: '环节', reason: '原因', revision: '版本',
  },
  /** Those that mean something else to a leader. */
  ofLeader: { posts: '职务', rank: '职级', name: '姓名' },
  /** Values that are codes, where no other view has words for them. */
  code: {
    size: { LARGE: '大型', MEDIUM: '中型', SMALL: '小型' }, townshipKind: { TOWN: '镇', TOWNSHIP: '乡', SUBDISTRICT: '街道' }, countyKind: { COUNTY: '县', CITY: '市', DISTRICT: '区' },
    plateKind: { ADDED: '加挂', TWIN: '一个机构两块牌子' }, mode: { DECIDE: '决定', CONSULT: '征求意见', ADVISE: '建议' }, via: { GRANTED: '赋权', DELEGATED: '委托' },
    nature: { SERVICE: '服务', APPROVAL: '审批', ENFORCEMENT: '执法', MANAGEMENT: '管理' }, actions: { ACCEPT: '受理/代办', PATROL: '巡查发现', STOP: '制止', INSPECT: '检查', PUNISH: '处罚', COERCE: '强制', APPROVE: '审批' },
    status: { EXISTING: '已有', RECOMMENDED: '建议' }, handledAt: { VILLAGE: '村（社区）', TOWNSHIP: '乡镇', COUNTY: '县级' },
  },
  yes: '是', no: '否',
}

export const en: typeof zh = {
  attribute: {
    about: 'what it is about', address: 'address', admission: 'admission', aliases: 'aliases', article: 'article', aspect: 'aspect',
    aspects: 'list of aspects', assignmentsComplete: 'assignments complete', attendsMeetings: 'attends meetings',
    attributes: 'basis of single attributes', authority: 'authority', basis: 'basis', branch: 'branch', countyKind: 'kind of county', date: 'date',
    department: 'department', departmentKind: 'kind of department', document: 'document', domain: 'domain', domains: 'list of domains',
    edition: 'edition', enforcementSubject: 'subject of enforcement', formerNames: 'former names', handledAt: 'where it is handled',
    high: 'upper bound', integrating: 'integrating', issuer: 'issuer', key: 'key', leadingPosts: 'leading posts', legalBasis: 'legal basis',
    lines: 'lines of work', listings: 'lists', low: 'value', management: 'management', managementPosts: 'management posts', mandatory: 'mandatory',
    measureKind: 'kind of measure', metric: 'metric', middlePosts: 'middle posts', name: 'name', nature: 'nature', note: 'note', officeAt: 'office at',
    order: 'order', organKind: 'kind of organ', period: 'period', perishable: 'evidence perishes', plates: 'plates',
    portfoliosComplete: 'portfolios complete', posts: 'authorised posts', powers: 'powers', quotaCategory: 'quota category', quote: 'quotation',
    rank: 'rank', rankCondition: 'condition of the rank', rankEligibility: 'eligible rank', regions: 'regions', sandbox: 'sandbox',
    settings: 'settings', shortNames: 'short names', simple: 'simple procedure', singleDepartment: 'one department alone', size: 'size',
    sizeReason: 'reason for the size', sources: 'sources', staff: 'staff', status: 'status', subject: 'subject', system: 'system',
    technicalPosts: 'technical posts', text: 'text', township: 'township', townshipKind: 'kind of township', trust: 'trust', unit: 'unit',
    universal: 'universal', wording: 'wording', role: 'role', scope: 'scope', sections: 'sections', content: 'content', actions: 'actions',
    reason: 'reason', revision: 'revision',
  },
  ofLeader: { posts: 'posts', rank: 'rank', name: 'name' },
  code: {
    size: { LARGE: 'large', MEDIUM: 'medium', SMALL: 'small' }, townshipKind: { TOWN: 'town', TOWNSHIP: 'township', SUBDISTRICT: 'subdistrict' }, countyKind: { COUNTY: 'county', CITY: 'city', DISTRICT: 'district' },
    plateKind: { ADDED: 'added', TWIN: 'one organ, two plates' }, mode: { DECIDE: 'decides', CONSULT: 'is consulted', ADVISE: 'advises' }, via: { GRANTED: 'granted', DELEGATED: 'delegated' },
    nature: { SERVICE: 'service', APPROVAL: 'approval', ENFORCEMENT: 'enforcement', MANAGEMENT: 'management' }, actions: { ACCEPT: 'accept', PATROL: 'patrol', STOP: 'stop', INSPECT: 'inspect', PUNISH: 'punish', COERCE: 'coerce', APPROVE: 'approve' },
    status: { EXISTING: 'existing', RECOMMENDED: 'recommended' }, handledAt: { VILLAGE: 'village', TOWNSHIP: 'township', COUNTY: 'county' },
  },
  yes: 'yes', no: 'no',
}
