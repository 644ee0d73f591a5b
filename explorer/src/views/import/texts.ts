export const zh = {
  title: '导入', file: '文件', drop: '把 .xlsx、.csv 或 .zip 拖到这里，或', choose: '选择文件', template: '下载填报模板', mode: '方式', update: '新增和更新', replace: '替换（表中没有的将删除）', reason: '理由', actor: '操作人',
  effective: '生效日期', authority: '批准机关', document: '批准文号', date: '批准日期', approval: '设立、合并、撤销机构时填写', trying: '正在试算…', stage: '{{stage}} {{done}}/{{total}}', problems: '问题（{{n}}）', fix: '文件有问题，什么都没有改。请改正后再拖入。',
  place: '位置', message: '问题', hint: '怎么改', sheets: '各表', sheet: '表', rows: '行', added: '新增', changed: '修改', removed: '删除', unchanged: '不变', changes: '将要改什么（{{n}}）', nothing: '文件与当前数据一致，没有要改的。',
  before: '协调成本 {{before}} → {{after}}，重叠 {{a}} → {{b}} 项', apply: '写入', applied: '已写入第 {{n}} 版', see: '查看历史', notes: '提示', again: '换一个文件', exact: '合计 {{n}} 处',
  undo: '撤销这次导入', undone: '已撤销，成为第 {{n}} 版', create: '新建代码为 {{code}} 的县（市、区）', code: '县（市、区）代码', needsCode: '先选择县（市、区），或填写要新建的代码。',
  done: '已经改了什么（{{n}}）', unreadable: '读不了这个文件：它可能已被移走，或是一个文件夹。', current: '正在查看的不是当前数据；文件总是对照当前数据试算和写入。',
}

export const en: typeof zh = {
  title: 'Import', file: 'File', drop: 'Drop an .xlsx, .csv or .zip here, or', choose: 'choose a file', template: 'Download the template', mode: 'Mode', update: 'Add and update', replace: 'Replace (what the tables lack is removed)', reason: 'Reason', actor: 'Actor',
  effective: 'Effective', authority: 'Approved by', document: 'Document number', date: 'Approved on', approval: 'Where organs are created, merged or abolished', trying: 'Trying it…', stage: '{{stage}} {{done}}/{{total}}', problems: 'Problems ({{n}})', fix: 'The file has problems, and nothing was changed. Correct it and drop it again.',
  place: 'Place', message: 'Problem', hint: 'What to do', sheets: 'Sheets', sheet: 'Sheet', rows: 'Rows', added: 'Added', changed: 'Changed', removed: 'Removed', unchanged: 'Unchanged', changes: 'What would change ({{n}})', nothing: 'The file says what is on record: nothing to change.',
  before: 'Coordination cost {{before}} → {{after}}, overlaps {{a}} → {{b}}', apply: 'Write it', applied: 'Written as revision {{n}}', see: 'See the history', notes: 'Notes', again: 'Another file', exact: '{{n}} in all',
  undo: 'Take this import back', undone: 'Taken back, as revision {{n}}', create: 'A new county with the code {{code}}', code: 'County code', needsCode: 'Choose a county first, or type the code of a new one.',
  done: 'What changed ({{n}})', unreadable: 'This file can’t be read: it may have been moved, or be a folder.', current: 'What you look at is not the current data; files are always tried against the current data, and written to it.',
}
