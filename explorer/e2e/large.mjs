// A county as large as they come, for tests of what must stay fluid: 30 townships × 14 organs × 200 duties by default. The same
// on every machine, and nothing in it is true of any place. product({ counties: [large()] }) loads it.

/** The code of the large county. */
export const largeCode = '900300'

const organs = [
  ['党政综合办公室', 'OFFICE', [0, 1, 2]], ['党建工作办公室', 'OFFICE', [1, 2, 3]], ['经济发展办公室', 'OFFICE', [5, 6, 7, 16]], ['乡村建设办公室', 'OFFICE', [8, 9, 10, 22]],
  ['公共服务办公室', 'OFFICE', [12, 13, 14, 15]], ['平安建设办公室', 'OFFICE', [4, 17, 18]], ['生态环境保护办公室', 'OFFICE', [11, 9, 22]], ['综合行政执法大队', 'INSTITUTION', [9, 10, 11, 17]],
  ['便民服务中心', 'INSTITUTION', [12, 13, 19]], ['农业农村服务中心', 'INSTITUTION', [8, 22, 6]], ['文化旅游服务中心', 'INSTITUTION', [15, 3, 7]], ['退役军人服务站', 'INSTITUTION', [20, 13]],
  ['市场监管所', 'DISPATCHED', [16, 19]], ['自然资源规划所', 'DISPATCHED', [9, 10]],
]
const departments = [
  '县委办公室', '县委组织部', '县委社会工作部', '县委宣传部', '县委政法委员会', '县发展和改革委员会', '县财政局', '县统计局', '县农业农村局', '县自然资源局', '县住房和城乡建设局', '县生态环境局',
  '县民政局', '县人力资源和社会保障局', '县卫生健康委员会', '县文化广电和旅游局', '县市场监督管理局', '县应急管理局', '县司法局', '县行政审批局', '县退役军人事务局', '县交通运输局', '县水利局', '县教育体育局',
]
const objects = [
  '农村宅基地', '高标准农田', '农产品质量安全', '动物疫病防控', '农村集体资产', '农机安全', '违法占地', '地质灾害点', '矿产资源', '林地绿地', '自建房安全', '物业服务', '农村污水设施', '村镇道路', '燃气使用', '河道水环境',
  '秸秆焚烧', '散乱污企业', '扬尘污染', '安全生产', '防汛抗旱', '森林防火', '烟花爆竹', '消防通道', '小食品作坊', '农村集体聚餐', '特种设备', '药品零售', '低保特困', '养老服务', '城乡居民医保', '退役军人优抚', '文物保护',
  '全民健身', '义务教育控辍保学', '就业创业', '残疾人帮扶', '矛盾纠纷调解', '社区矫正', '志愿服务',
]
const verbs = ['日常巡查和隐患报告', '申请受理和审核上报', '监督检查和违法处置', '政策宣传和业务指导', '台账建立和统计报送']
const posts = [['党委书记'], ['党委副书记', '镇长'], ['党委副书记', '政法委员'], ['组织委员'], ['宣传委员'], ['武装部部长'], ['副镇长'], ['综合执法大队大队长']]
const syllables = ['清安永大太兴石白青龙金长东南西北高新福和', '河丰宁冶平隆桥沙山泉岭乐湖庄店口坪坝寨塘']

/** A county as `load` reads it. */
export function large({ townships = 30, duties = 200, code = largeCode, name = '千里县' } = {}) {
  const chance = dice(7)
  const origin = () => ({ basis: 'ILLUSTRATIVE', sources: [`source/${1 + Math.floor(chance() * 3)}`] })
  const nodes = {
    COUNTY: [{ key: code, name, countyKind: 'COUNTY', sandbox: true }],
    SOURCE: [1, 2, 3].map((i) => ({ key: `source/${i}`, document: `${name}机构编制和职责清单（第${i}册）`, article: '全文', quote: `示例引文${i}：各乡镇机构按清单承担职责。` })),
    DEPARTMENT: departments.map((n, i) => ({ key: `department/${n}`, name: n, order: i + 1, departmentKind: n.startsWith('县委') ? 'PARTY' : 'GOVERNMENT', ...origin() })),
    DUTY: Array.from({ length: duties }, (_, i) => dutyName(i)).map((n, i) => ({ key: `duty/${n}`, name: n, order: i + 1, listings: [{ list: 'BASIC' }], nature: 'MANAGEMENT', ...origin() })),
    TOWNSHIP: [], ORGAN: [], LEADER: [],
  }
  const edges = { COUNTERPART: [], ASSIGNMENT: [], CHARGE: [] }
  for (let t = 0; t < townships; t++) township(nodes, edges, t, chance, origin)
  return { format: 'tiaokuai-county', version: 1, county: code, effective: '2024-01-01', graph: { nodes, edges } }
}

function township({ DEPARTMENT, DUTY, TOWNSHIP, ORGAN, LEADER }, { COUNTERPART, ASSIGNMENT, CHARGE }, t, chance, origin) {
  const town = syllables[0][t % 20] + syllables[1][(t * 3 + Math.floor(t / 20)) % 20] + '镇'
  TOWNSHIP.push({ key: `township/${town}`, name: town, order: t + 1, townshipKind: 'TOWN', size: t < 6 ? 'LARGE' : 'MEDIUM', portfoliosComplete: true, assignmentsComplete: true, ...origin() })
  const leaders = posts.map((p, i) => ({ key: `leader/${town}/${p.at(-1)}`, township: `township/${town}`, order: i + 1, posts: p, ...origin() }))
  LEADER.push(...leaders)
  const mine = organs.map(([name, organKind], i) => ({ key: `organ/${town}/${name}`, township: `township/${town}`, name, organKind, order: i + 1, staff: 4 + Math.floor(chance() * 12), ...origin() }))
  ORGAN.push(...mine)
  mine.forEach((organ, i) => {
    const faced = new Set(organs[i][2])
    while (chance() < 0.3) faced.add(Math.floor(chance() * DEPARTMENT.length))
    for (const d of faced) COUNTERPART.push({ from: organ.key, to: DEPARTMENT[d].key, nature: i === 8 && chance() < 0.5 ? 'WINDOW' : 'BUSINESS', ...origin() })
    CHARGE.push({ from: leaders[0].key, to: organ.key, role: 'OVERALL', ...origin() }, { from: leaders[2 + (i % 6)].key, to: organ.key, role: 'LEAD', ...origin() })
    if (chance() < 0.1) CHARGE.push({ from: leaders[2 + ((i + 1) % 6)].key, to: organ.key, role: 'LEAD', ...origin() })
  })
  DUTY.forEach((duty, i) => {
    const home = Math.floor(i / 5) % mine.length
    const lead = chance() < 0.8 ? home : Math.floor(chance() * mine.length)
    ASSIGNMENT.push({ from: mine[lead].key, to: duty.key, role: 'LEAD', ...origin() })
    const other = Math.floor(chance() * mine.length)
    if (other !== lead && chance() < 0.35) ASSIGNMENT.push({ from: mine[other].key, to: duty.key, role: chance() < 0.25 ? 'LEAD' : 'SUPPORT', ...origin() })
  })
}

/** Every duty has a name of its own, however many there are. */
const dutyName = (i) => {
  const round = Math.floor(i / (objects.length * verbs.length))
  return objects[Math.floor(i / verbs.length) % objects.length] + verbs[i % verbs.length] + (round ? `（${round + 1}）` : '')
}

/** Chances from a seed (mulberry32). */
function dice(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let n = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    n = (n + Math.imul(n ^ (n >>> 7), 61 | n)) ^ n
    return ((n ^ (n >>> 14)) >>> 0) / 2 ** 32
  }
}
