import { en as enAttributes, zh as zhAttributes } from './attributes'

export const zh = {
  title: '历史', commits: '变更记录', slider: '版本', diff: '两个版本之间', from: '从', to: '到', pick: '两个滑块都停在真正的变更上，用方向键也可以移动。', counts: '变化', added: '新增', removed: '撤销', changed: '修改', kept: '不变',
  what: '类别', entities: '逐项变化', relations: '关系变化', before: '之前', after: '之后', resolved: '消除的重叠（{{n}}）', introduced: '新出现的重叠（{{n}}）', same: '两个版本相同', view: '查看当时的数据', sentences: '改了什么',
  cost: '协调成本 {{before}} → {{after}}', by: '{{actor}} · {{day}} 生效', none: '还没有变更记录', change: '变化', name: '名称', attributes: '改动',
  kind: { ADDED: '新增', REMOVED: '撤销', CHANGED: '修改', KEPT: '不变' },
  relation: { ESTABLISHES: '设置', COUNTERPART: '对口', CHARGE: '分管', ASSIGNMENT: '承担', DISPATCH: '派驻', SHARED_OFFICE: '合署', SECTION: '内设', SERVES: '任职', SUCCESSION: '改为' },
  of: zhAttributes,
}

export const en: typeof zh = {
  title: 'History', commits: 'Commits', slider: 'Revision', diff: 'Between two versions', from: 'From', to: 'To', pick: 'The slider stops at each change.', counts: 'Changes', added: 'Added', removed: 'Removed', changed: 'Changed', kept: 'Kept',
  what: 'Kind', entities: 'Thing by thing', relations: 'Relations', before: 'Before', after: 'After', resolved: 'Overlaps gone ({{n}})', introduced: 'New overlaps ({{n}})', same: 'The two versions are the same', view: 'Show the data as it was', sentences: 'What was done',
  cost: 'Coordination cost {{before}} → {{after}}', by: '{{actor}} · effective {{day}}', none: 'No commits yet', change: 'Change', name: 'Name', attributes: 'Attributes',
  kind: { ADDED: 'added', REMOVED: 'removed', CHANGED: 'changed', KEPT: 'kept' },
  relation: { ESTABLISHES: 'established', COUNTERPART: 'counterpart', CHARGE: 'charge', ASSIGNMENT: 'assignment', DISPATCH: 'stationed', SHARED_OFFICE: 'shared office', SECTION: 'section', SERVES: 'serves', SUCCESSION: 'became' },
  of: enAttributes,
}
