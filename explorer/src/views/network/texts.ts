export const zh = {
  title: '关系网络', of: '{{township}}的关系网络', add: '加入一个对象', addHint: '加入机构、部门、职责或班子成员', layout: '布局', layered: '条块分层', force: '力导向', ring: '环形',
  relation: { COUNTERPART: '对口', CHARGE: '分管', ASSIGNMENT: '承担', DISPATCH: '派驻', SHARED_OFFICE: '合署', SECTION: '内设', ESTABLISHES: '设置', SERVES: '任职' },
  said: {
    COUNTERPART: '{{from}}对口{{to}}', CHARGE: '{{from}}分管{{to}}', ASSIGNMENT: '{{from}}承担“{{to}}”', DISPATCH: '{{from}}派驻{{to}}', SHARED_OFFICE: '{{from}}与{{to}}合署', SECTION: '{{from}}内设{{to}}',
    ESTABLISHES: '{{from}}设置{{to}}', SERVES: '{{from}}任职于{{to}}',
  },
  withRole: '{{said}}（{{role}}）', colon: '：', then: '、', stop: '；', restSaid: '另有 {{n}} 项相连未画出',
  start: '从哪里开始', startHint: '检索一个对象，或选一个乡镇看它的机构、对口部门和班子分工；也可以先看全县。', whole: '全县一张图', township: '选择乡镇',
  drawn: '已画 {{things}} 项、{{ties}} 条关系', leftOut: '另有 {{n}} 项未画出', leftOutHint: '一张图最多画 {{most}} 项；收起一些展开，或隐藏一类关系。', kindCount: '{{kind}} {{n}}',
  legend: '图例：勾选要画的关系', solid: '实心为党政机构和事业单位，虚线框为派驻站所等', rest: '框下的 +N 是与它相连、未画出的项数', keys: '方向键移动，回车选中，Esc 取消；选中后可按类型展开。',
  chips: '加入和展开的', opened: '{{name}}：{{relation}}', removeChip: '移除{{name}}', clear: '全部清除', fit: '适应宽度', full: '原始大小', arranging: '正在布局…',
  detail: '选中的对象', pickOne: '在图中或表中选一项：可按关系类型展开、查看相连的对象、找到去另一项的路径。', open: '打开页面', expand: '按类型展开', expandHint: '数字为全部相连的项数', drawnOf: '已画 {{drawn}}', allDrawn: '已全部画出', collapse: '收起', none: '没有相连的对象',
  only: '只看它', remove: '移除', fromHere: '作为路径起点', toHere: '作为路径终点', neighbours: '相连的对象', notDrawn: '未画出', showAll: '全部 {{n}} 项',
  path: '两者之间的路径', from: '起点', to: '终点', findFrom: '检索起点', findTo: '检索终点', via: '也经过乡镇（同镇设置、任职）', noPath: '六步之内没有路径', noPathHint: '可勾选“也经过乡镇”，或取消隐藏的关系。', ways: '最短路径 {{n}} 条，每条 {{steps}} 步', clearPath: '清除路径', swap: '对调', pathHint: '选好起点和终点，路径会读成一句话，并在图中编号。', same: '起点和终点是同一项。', chooseOther: '另选',
  things: '对象', ties: '关系', tables: '图中内容', name: '名称', kind: '类别', block: '乡镇', joined: '已画关系', hidden: '未画出', role: '角色', relationOf: '关系', one: '一端', other: '另一端',
  gone: '地址中有 {{n}} 项在这个版本里没有', map: '全县关系图', mapHint: '上为县直部门，中为各乡镇的机构和班子成员，下为职责。点一项或一个乡镇看它的关系；按住 Ctrl 滚动可缩放，拖动可移动。', mapLabel: '{{county}}：{{things}} 项、{{ties}} 条关系', back: '回到开始',
  near: '相连 {{n}} 项', draw: '看它的网络', mapBusy: '正在绘制…', toTownship: '看乡镇网络',
}

export const en: typeof zh = {
  title: 'Network', of: 'Network of {{township}}', add: 'Add something', addHint: 'Add an organ, department, duty or leader', layout: 'Layout', layered: 'Layers', force: 'Force', ring: 'Ring',
  relation: { COUNTERPART: 'Counterpart', CHARGE: 'Charge', ASSIGNMENT: 'Carries', DISPATCH: 'Stationed', SHARED_OFFICE: 'Shared office', SECTION: 'Section', ESTABLISHES: 'Establishes', SERVES: 'Serves' },
  said: {
    COUNTERPART: '{{from}} answers to {{to}}', CHARGE: '{{from}} is in charge of {{to}}', ASSIGNMENT: '{{from}} carries “{{to}}”', DISPATCH: '{{from}} stationed {{to}}', SHARED_OFFICE: '{{from}} shares an office with {{to}}', SECTION: '{{to}} is a section of {{from}}',
    ESTABLISHES: '{{from}} has {{to}}', SERVES: '{{from}} serves in {{to}}',
  },
  withRole: '{{said}} ({{role}})', colon: ': ', then: ', ', stop: '; ', restSaid: '{{n}} more joined to it are not drawn',
  start: 'Where to start', startHint: 'Search for something, or choose a township to see its organs, their counterparts and who is in charge; or look at the whole county first.', whole: 'The county on one picture', township: 'Choose a township',
  drawn: '{{things}} things and {{ties}} relations drawn', leftOut: '{{n}} left out', leftOutHint: 'A picture holds at most {{most}} things: close some, or hide a kind of relation.', kindCount: '{{kind}} {{n}}',
  legend: 'Legend: tick the relations to draw', solid: 'solid: offices and institutions; dashed: stations and the like', rest: '+N below a box: so many more are joined to it and not drawn', keys: 'Arrow keys move, Enter selects, Esc leaves; what is selected can be expanded by type.',
  chips: 'Added and expanded', opened: '{{name}}: {{relation}}', removeChip: 'Remove {{name}}', clear: 'Clear all', fit: 'Fit the width', full: 'Full size', arranging: 'Arranging…',
  detail: 'Selected', pickOne: 'Select something in the picture or the table: expand it by type, see what it is joined to, find the way to something else.', open: 'Open its page', expand: 'Expand by type', expandHint: 'the number counts all that is joined', drawnOf: '{{drawn}} drawn', allDrawn: 'all drawn', collapse: 'Close', none: 'Joined to nothing',
  only: 'This alone', remove: 'Remove', fromHere: 'Way from here', toHere: 'Way to here', neighbours: 'Joined to', notDrawn: 'not drawn', showAll: 'All {{n}}',
  path: 'Way between two', from: 'From', to: 'To', findFrom: 'Find the start', findTo: 'Find the end', via: 'Through townships too', noPath: 'No way within six steps', noPathHint: 'Try “Through townships too”, or show the hidden relations.', ways: '{{n}} shortest, each of {{steps}} steps', clearPath: 'Clear the way', swap: 'Swap', pathHint: 'With a start and an end the way is read out in a sentence and numbered in the picture.', same: 'Start and end are the same.', chooseOther: 'Choose another',
  things: 'Things', ties: 'Relations', tables: 'What is drawn', name: 'Name', kind: 'Kind', block: 'Township', joined: 'Relations drawn', hidden: 'Not drawn', role: 'Role', relationOf: 'Relation', one: 'One end', other: 'Other end',
  gone: '{{n}} of the address are not in this version', map: 'The whole county', mapHint: 'Departments above, organs and leaders of each township in the middle, duties below. Click something or a township to see its relations; Ctrl and the wheel zoom, dragging moves.', mapLabel: '{{county}}: {{things}} things, {{ties}} relations', back: 'Back to the start',
  near: 'joined to {{n}}', draw: 'Show its network', mapBusy: 'Drawing…', toTownship: 'Show the township’s network',
}
