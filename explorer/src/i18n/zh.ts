import { zh as departments } from '../views/departments/texts'
import { zh as duties } from '../views/duties/texts'
import { zh as history } from '../views/history/texts'
import { zh as import_ } from '../views/import/texts'
import { zh as leaders } from '../views/leaders/texts'
import { zh as matrix } from '../views/matrix/texts'
import { zh as network } from '../views/network/texts'
import { zh as organs } from '../views/organs/texts'
import { zh as overlaps } from '../views/overlaps/texts'
import { zh as overview } from '../views/overview/texts'
import { zh as proposals } from '../views/proposals/texts'
import { zh as questions } from '../views/questions/texts'
import { zh as sandbox } from '../views/sandbox/texts'
import { zh as things } from '../views/things/texts'

// Every text of the explorer, in Chinese; en.ts has the same keys, and the compiler asks for each. The words are those of
// the data's own vocabulary. A view's texts stand in its folder, and here under its name.
export const zh = {
  product: '条块',
  tagline: '县乡机构 · 对口 · 分管 · 职责',
  language: 'English',
  skip: '跳到正文',
  copy: '复制链接',
  copied: '已复制',
  download: '下载数据',
  theme: { dark: '深色', light: '浅色' },
  news: { newest: '数据已更新到第 {{n}} 版', see: '查看变更' },
  nav: { label: '视图', more: '更多' },
  search: { label: '检索', placeholder: '机构、部门、职责、班子成员，可用简称或拼音首字母', none: '没有找到', how: '匹配“{{name}}”' },
  where: { county: '县（市、区）', allCounties: '全部县（市、区）', township: '乡镇', allTownships: '全县', version: '版本', now: '当前', basis: '依据范围' },
  version: {
    now: '当前版本', revision: '第 {{n}} 版', day: '{{day}} 时', scenario: '模拟方案', past: '正在查看{{what}}，不是当前数据', back: '回到当前',
    pickDay: '按日期查看', go: '查看', of: '模拟方案“{{title}}”的结果', ofScenario: '模拟方案的结果', ofRevision: '第 {{n}} 版', ofDay: '{{day}} 的数据',
  },
  basis: { all: '全部依据', DOCUMENT: '文件写明', INFERRED: '推断', ILLUSTRATIVE: '示例', documentOnly: '只看文件写明', none: '未注明' },
  state: {
    loading: '正在读取…', empty: '没有内容', offline: '连接不上服务器', offlineHint: '请确认服务仍在运行，然后重试。', retry: '重试',
    broken: '页面出错', brokenHint: '请刷新页面；如果再次出现，请把下面的文字告诉维护人员。', notFound: '没有这个页面', notFoundHint: '地址可能写错，或链接来自更新的版本。',
    noCounty: '先选择一个县（市、区）', noTownship: '先选择一个乡镇', stale: '正在更新…',
    noSuchCounty: '没有代码为 {{code}} 的县（市、区）', noSuchCountyHint: '地址可能写错。请另选一个：',
    bare: '这个县（市、区）还没有数据', bareHint: '导入填好的 Excel 后，各页才有内容。', toImport: '去导入',
    unloaded: '这一页没有载入', unloadedHint: '程序可能已经更新。重新载入后会回到这里。', reload: '重新载入',
  },
  panel: { query: '查看查询', table: '表格', picture: '图', csv: '导出 CSV', svg: '导出 SVG', png: '导出 PNG', xlsx: '导出 Excel', menu: '导出', close: '关闭' },
  table: { sort: '按“{{column}}”排序', more: '再列 {{n}} 项', rest: '另有 {{n}} 项未列出', total: '共 {{n}} 项', select: '选择' },
  unit: { organs: '{{n}} 个机构', overlaps: '{{n}} 项重叠', townships: '{{n}} 个乡镇' },
  severity: { HIGH: '重度', MEDIUM: '中度', LOW: '轻度', NONE: '无重叠' },
  kind: {
    COUNTY: '县', TOWNSHIP: '乡镇', ORGAN: '机构', DEPARTMENT: '县直部门', SECTION: '业务科室', LEADER: '班子成员', DUTY: '职责', MEASURE: '制度机制',
    INDICATOR: '指标', SOURCE: '依据', FORMER: '已撤并',
  },
  organKind: { OFFICE: '党政机构', INSTITUTION: '事业单位', DISPATCHED: '派驻站所', STATUTORY: '纪委、人大、武装部、群团' },
  metric: {
    townships: '乡镇', organs: '机构', stations: '站所等', leaders: '班子成员', departments: '县直部门', duties: '职责', overlaps: '重叠',
    cost: '协调成本', reducible: '可优化', county: '县（市、区）', updated: '更新', revision: '版本', costPerTownship: '每乡镇成本',
  },
  case: {
    OPEN: '待研判', CONFIRMED: '确认需解决', JUSTIFIED: '有正当理由', DISMISSED: '不构成问题', RESOLVED: '已消除',
    LEGALLY_REQUIRED: '法律法规要求', SET_FROM_ABOVE: '上级明确设置', TRANSITION: '过渡期', SEPARATION: '审批监管执法分离', COORDINATED: '已有协调机制', OTHER: '其他',
  },

  overview,
  overlaps,
  organs,
  departments,
  network,
  leaders,
  matrix,
  duties,
  history,
  import: import_,
  proposals,
  questions,
  sandbox,
  things,
}

export type Texts = typeof zh
