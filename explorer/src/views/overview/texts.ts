export const zh = {
  title: '总览', counties: '各县（市、区）', kinds: '重叠类别', quality: '数据质量', changes: '最近变更', townships: '各乡镇',
  qualityOk: '没有缺项：各类判断都有足够数据。', notAssessable: '未采集、暂不能判断', conflicts: '相互矛盾的记载', more: '全部历史', by: '{{actor}}，{{day}}',
  coverage: '数据覆盖', import: '还没有数据', importHint: '把填好的 Excel 拖进“导入”页，或用命令 server load 载入。', share: '成本比较', lacking: '不足', of: '{{have}}/{{of}}', inTownships: '{{n}} 个乡镇', filter: '按名称、代码或上级筛选', count: '项数', costBy: '成本', noTownships: '还没有乡镇', kind: '类别',
}

export const en: typeof zh = {
  title: 'Overview', counties: 'Counties', kinds: 'Overlaps by kind', quality: 'Data quality', changes: 'What changed lately', townships: 'Townships',
  qualityOk: 'Nothing is missing: every judgement has the data it rests on.', notAssessable: 'Not collected, can’t be judged yet', conflicts: 'Statements that contradict each other', more: 'Whole history', by: '{{actor}}, {{day}}',
  coverage: 'Coverage', import: 'No data yet', importHint: 'Drop a filled-in workbook on “Import”, or load a file with server load.', share: 'Compared', lacking: 'too little', of: '{{have}}/{{of}}', inTownships: '{{n}} townships', filter: 'Filter by name, code or region', count: 'Count', costBy: 'Cost', noTownships: 'No townships yet', kind: 'Kind',
}
