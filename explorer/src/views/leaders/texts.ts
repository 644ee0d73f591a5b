export const zh = { title: '班子成员' }

export const en: typeof zh = { title: 'Leaders' }
