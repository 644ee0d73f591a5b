export const zh = { title: '机构' }

export const en: typeof zh = { title: 'Organs' }
