export const zh = {
  title: '优化建议', all: '全部类别', begin: '以此建立模拟方案', headOnly: '回到当前版本和全部依据，才能以此建立模拟方案。', stale: '数据或约束已变，请在列表中重新选择。',
}

export const en: typeof zh = {
  title: 'Proposals', all: 'Every rung', begin: 'Begin a scenario with it', headOnly: 'Go back to the current version and every basis to begin a scenario with it.', stale: 'The data or constraints have changed; choose it anew in the list.',
}
