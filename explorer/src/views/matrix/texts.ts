export const zh = {
  title: '矩阵', cross: '{{rows}} × {{columns}}', presets: '常用矩阵', rows: '行', columns: '列', swap: '行列互换', order: '排列', inRows: '筛选行', inColumns: '筛选列', byName: '按{{kind}}名称', byNameOrTownship: '按{{kind}}或乡镇名称', ofCounty: '全县',
  orderOf: { cluster: '相近的排在一起', name: '按名称', township: '按乡镇' },
  zoom: '格子大小', larger: '放大', smaller: '缩小', fit: '适应',
  size: '{{rows}} 行 × {{columns}} 列，{{n}} 处关系，其中 {{overlapping}} 处涉及重叠', onlyOverlapping: '只看涉及重叠的', empty: '没有任何关系、因此未画出的：{{rows}} 行、{{columns}} 列',
  hint: '方向键移动，Ctrl 加方向键跳到下一处关系，回车查看依据，加减号缩放', at: '{{row}} × {{column}}', cell: '{{place}}：{{what}}', times: '{{what}}（{{n}} 处）', nothing: '没有登记的关系', rest: '{{n}} 项重叠，最高为{{severity}}',
  none: '没有可画的关系', noneHint: '所选范围内，这两类对象之间没有登记的关系；可换一种矩阵，或放宽依据范围、筛选。', noneLeft: '筛选后没有剩下的关系', clear: '清除筛选',
  table: '关系清单', totals: '合计', township: '乡镇', what: '关系', overlaps: '涉及重叠', severity: '最高程度',
  evidence: '这一处关系', statements: '依据', notMet: '两者之间没有登记的关系', notMetHint: '可能已在这个版本中取消，或不在所选依据范围内。', scope: '范围：{{scope}}', opened: '已打开依据：{{what}}',
  mark: {
    nature: { BUSINESS: '业', WINDOW: '窗', ENFORCEMENT_LIAISON: '执', COORDINATION: '综' },
    duty: { LEAD: '牵', SUPPORT: '配' },
    chargeRole: { LEAD: '分', ASSIST: '协', OVERALL: '主', LIAISON: '联' },
  },
}

export const en: typeof zh = {
  title: 'Matrix', cross: '{{rows}} × {{columns}}', presets: 'Usual matrices', rows: 'Rows', columns: 'Columns', swap: 'Swap', order: 'Order', inRows: 'Filter rows', inColumns: 'Filter columns', byName: '{{kind}}', byNameOrTownship: '{{kind}} or township', ofCounty: 'Whole county',
  orderOf: { cluster: 'Like next to like', name: 'By name', township: 'By township' },
  zoom: 'Cell size', larger: 'Larger', smaller: 'Smaller', fit: 'Fit',
  size: '{{rows}} rows × {{columns}} columns, {{n}} relations, {{overlapping}} of them in overlaps', onlyOverlapping: 'Only those in overlaps', empty: 'Not drawn because nothing meets them: {{rows}} rows, {{columns}} columns',
  hint: 'Arrow keys move, with Ctrl to the next relation; Enter shows the evidence, plus and minus zoom', at: '{{row}} × {{column}}', cell: '{{place}}: {{what}}', times: '{{what}} ({{n}})', nothing: 'no relation on record', rest: '{{n}} overlaps, the gravest: {{severity}}',
  none: 'No relations to draw', noneHint: 'In this scope no relation between the two is on record. Try another matrix, or a wider basis or filter.', noneLeft: 'The filters leave no relation', clear: 'Clear filters',
  table: 'Relations', totals: 'Total', township: 'Township', what: 'Relation', overlaps: 'Overlaps', severity: 'Gravest',
  evidence: 'This relation', statements: 'Evidence', notMet: 'No relation between the two is on record', notMetHint: 'It may be gone in this version, or is not of the chosen basis.', scope: 'Scope: {{scope}}', opened: 'Evidence shown: {{what}}',
  mark: {
    nature: { BUSINESS: 'B', WINDOW: 'W', ENFORCEMENT_LIAISON: 'E', COORDINATION: 'C' },
    duty: { LEAD: 'L', SUPPORT: 'S' },
    chargeRole: { LEAD: 'L', ASSIST: 'A', OVERALL: 'O', LIAISON: 'C' },
  },
}
