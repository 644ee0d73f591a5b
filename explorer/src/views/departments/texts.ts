export const zh = { title: '县直部门' }

export const en: typeof zh = { title: 'Departments' }
