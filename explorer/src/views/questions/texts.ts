export const zh = {
  title: '问题库', find: '找问题：输入几个字', run: '看回答', query: '以 GraphQL 运行', none: '没有这样的问题，换几个字试试。', any: '全部', department: '县直部门', township: '乡镇', organ: '机构', count: '{{n}} 个问题',
  about: { structure: '机构与对口', leaders: '分管', duties: '职责', powers: '权责与执法', reform: '改革', past: '过去', data: '数据' },
  ask: {
    manyToOne: '哪些部门由几个乡镇机构同时对口？', oneToMany: '哪些机构对口的部门太多？', similar: '哪些机构职能相近？', answersTo: '某个部门在各乡镇由谁对口？', picture: '某个乡镇的机构和部门怎样对口？',
    split: '同一类工作由几位班子成员分管？', unled: '哪些机构无人分管？', leaderSpan: '哪些班子成员分管面过宽？', sharedDuty: '哪些职责几家都牵头？', unowned: '哪些职责没有人承担？', offList: '清单之外、已收回或主配倒置的职责还有哪些？',
    authority: '哪些机构权责割裂、权责不对等或放权不配套？', enforcement: '哪里存在多层执法或条块两张皮？', whatToDo: '能做些什么，先做哪件最划算？', mergers: '哪些机构值得合并，不合并又能怎么办？', frontier: '某个乡镇设几个机构最省？',
    changed: '最近改了什么，谁改的，依据什么？', became: '撤并的机构现在是谁？', missing: '还缺哪些数据，哪些记载相互矛盾？',
  },
}

export const en: typeof zh = {
  title: 'Questions', find: 'Find a question: type a few words', run: 'Answer', query: 'Run as GraphQL', none: 'No such question; try other words.', any: 'All', department: 'Department', township: 'Township', organ: 'Organ', count: '{{n}} questions',
  about: { structure: 'Organs and counterparts', leaders: 'Charges', duties: 'Duties', powers: 'Powers and enforcement', reform: 'Reform', past: 'Past', data: 'Data' },
  ask: {
    manyToOne: 'Which departments do several organs of a township answer to?', oneToMany: 'Which organs face too many departments?', similar: 'Which organs are alike?', answersTo: 'Who answers to a department in each township?', picture: 'How do the organs of a township meet the departments?',
    split: 'Which line of work has several leaders in charge?', unled: 'Which organs have nobody in charge?', leaderSpan: 'Which leaders have too much on their hands?', sharedDuty: 'Which duties have several leads?', unowned: 'Which duties does nobody carry?', offList: 'Which duties are off the list, recalled and still done, or led by the wrong side?',
    authority: 'Where are powers split, short of duties, or devolved in part?', enforcement: 'Where do several levels enforce, or lines and blocks part ways?', whatToDo: 'What could be done, and what pays first?', mergers: 'Which organs are worth merging, and what if we don’t?', frontier: 'How many organs does a township need at the least cost?',
    changed: 'What changed lately, by whom, on what basis?', became: 'What became of dissolved organs?', missing: 'What data is missing, and which statements contradict each other?',
  },
}
