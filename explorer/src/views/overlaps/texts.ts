export const zh = {
  title: '重叠', list: '重叠清单', picture: '对口图', organs: '乡镇机构', departments: '县直部门', focus: '点击或回车聚焦一个机构或部门，Esc 取消', facing: '{{n}} 个机构',
  kinds: '类别', severities: '程度', townships: '乡镇', cases: '研判', total: '共 {{n}} 项，成本 {{cost}}，其中可优化 {{reducible}}', clear: '清除筛选', subject: '对象',
  participants: '参与方', cost: '成本', severity: '程度', kind: '类别', none: '没有重叠', noneHint: '所选范围内没有这类重叠。可放宽筛选。', detail: '重叠详情', pick: '在左侧选择一项，查看依据和算法。',
  why: '为什么有成本', evidence: '依据', counterfactual: '如果没有其中一条关系', reducible: '可优化 {{n}}', sources: '出处', noSource: '没有登记出处',
  decide: '研判', status: '结论', reason: '理由', note: '说明', save: '保存研判', saved: '已保存', reopened: '已重新打开', pickTownship: '选择一个乡镇，画出它的机构与县直部门的对口关系。',
  legend: '颜色和数字表示一个部门由几个机构对口', ribbon: '{{organ}} 对口 {{department}}', tableOf: '对口关系表', business: '只画业务对口', sections: '限于{{sections}}', measure: '机制',
  one: '1 个机构', two: '2 个', three: '3 个', four: '4 个以上', focused: '聚焦：{{name}}', unfocus: '取消聚焦',
}

export const en: typeof zh = {
  title: 'Overlaps', list: 'Overlaps', picture: 'Counterparts', organs: 'Organs', departments: 'Departments', focus: 'Click or press Enter to focus one organ or department, Esc to leave', facing: '{{n}} organs',
  kinds: 'Kind', severities: 'Severity', townships: 'Township', cases: 'Case', total: '{{n}} in all, cost {{cost}}, of it reducible {{reducible}}', clear: 'Clear filters', subject: 'Subject',
  participants: 'Participants', cost: 'Cost', severity: 'Severity', kind: 'Kind', none: 'No overlaps', noneHint: 'There is none of this kind in the chosen scope. Try a wider filter.', detail: 'One overlap', pick: 'Choose one on the left to see what it rests on and how it adds up.',
  why: 'Why it costs', evidence: 'Evidence', counterfactual: 'Without one of the relations', reducible: 'reducible {{n}}', sources: 'Sources', noSource: 'no source on record',
  decide: 'Case', status: 'Decision', reason: 'Reason', note: 'Note', save: 'Save decision', saved: 'Saved', reopened: 'Opened again', pickTownship: 'Choose a township to draw which of its organs answers to which department.',
  legend: 'Colour and number say how many organs answer to a department', ribbon: '{{organ}} answers to {{department}}', tableOf: 'Counterparts', business: 'Business counterparts only', sections: 'only {{sections}}', measure: 'Measure',
  one: '1 organ', two: '2', three: '3', four: '4 or more', focused: 'Focus: {{name}}', unfocus: 'Leave focus',
}
