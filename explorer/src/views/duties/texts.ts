export const zh = { title: '职责', content: '具体内容', countyLead: '县级·牵头', countySupport: '县级·配合', lead: '乡镇·牵头', support: '乡镇·配合' }

export const en: typeof zh = { title: 'Duties', content: 'What it does', countyLead: 'County leads', countySupport: 'County supports', lead: 'Township leads', support: 'Township supports' }
