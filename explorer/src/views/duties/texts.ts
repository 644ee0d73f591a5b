export const zh = { title: '职责' }

export const en: typeof zh = { title: 'Duties' }
