import { expect, test } from 'vitest'
import { Network, type Thing, type Tie } from '../../pictures/network/graph'
import { opening, reachOf, restOf, shownOf, type Wish } from './shown'

const things: Thing[] = [
  ...['农业', '水利', '公安'].map((n): Thing => ({ key: n, id: n, name: n, kind: 'DEPARTMENT', block: '' })),
  ...['防汛', '户籍'].map((n): Thing => ({ key: n, id: n, name: n, kind: 'DUTY', block: '' })),
  ...['东镇', '西镇'].flatMap((town): Thing[] => [
    { key: town, id: town, name: town, kind: 'TOWNSHIP', block: town },
    { key: `${town}甲`, id: '', name: '甲', kind: 'ORGAN', block: town },
    { key: `${town}乙`, id: '', name: '乙', kind: 'ORGAN', block: town },
    { key: `${town}镇长`, id: '', name: '镇长', kind: 'LEADER', block: town },
  ]),
]
const ties: Tie[] = ['东镇', '西镇'].flatMap((town): Tie[] => [
  { relation: 'ESTABLISHES', from: town, to: `${town}甲`, role: '' }, { relation: 'ESTABLISHES', from: town, to: `${town}乙`, role: '' }, { relation: 'SERVES', from: `${town}镇长`, to: town, role: '' },
  { relation: 'COUNTERPART', from: `${town}甲`, to: '农业', role: 'BUSINESS' }, { relation: 'COUNTERPART', from: `${town}乙`, to: '水利', role: 'BUSINESS' },
  { relation: 'CHARGE', from: `${town}镇长`, to: `${town}甲`, role: 'LEAD' }, { relation: 'ASSIGNMENT', from: `${town}甲`, to: '防汛', role: 'LEAD' }, { relation: 'ASSIGNMENT', from: `${town}乙`, to: '防汛', role: 'SUPPORT' },
])
const network = new Network(things, ties)
const wish = (some: Partial<Wish>): Wish => ({ township: '', seeds: [], opened: [], hidden: [], path: [], ...some })
const keys = (w: Partial<Wish>, most?: number) => shownOf(network, wish(w), most).things.map((t) => t.key).sort()

test('a township is its organs, the departments they face and its leaders', () => {
  expect(keys({ township: '东镇' })).toEqual(['东镇甲', '东镇乙', '东镇镇长', '农业', '水利'].sort())
})

test('a hidden relation brings nothing and is not drawn', () => {
  expect(keys({ township: '东镇', hidden: ['CHARGE'] })).toEqual(['东镇甲', '东镇乙', '农业', '水利'].sort())
  expect(shownOf(network, wish({ township: '东镇', hidden: ['COUNTERPART'] })).ties.map((t) => t.relation)).toEqual(['CHARGE'])
})

test('opening goes on from what was opened; what nothing leads to any more is not drawn', () => {
  const opened = [opening('农业', 'COUNTERPART'), opening('西镇甲', 'ASSIGNMENT')]
  expect(keys({ seeds: ['农业'], opened })).toEqual(['农业', '东镇甲', '西镇甲', '防汛'].sort())
  expect(keys({ seeds: ['农业'], opened: opened.slice(1) })).toEqual(['农业'])
})

test('all ties between two things drawn are drawn, whoever brought them', () => {
  const { ties } = shownOf(network, wish({ seeds: ['东镇乙', '防汛', '水利'] }))
  expect(ties.map((t) => `${t.relation} ${t.from} ${t.to}`).sort()).toEqual(['ASSIGNMENT 东镇乙 防汛', 'COUNTERPART 东镇乙 水利'])
})

test('what is over the budget is counted by kind, the path and what was asked for by name come first', () => {
  const shown = shownOf(network, wish({ township: '东镇', seeds: ['公安'], path: ['西镇甲'] }), 4)
  expect(shown.things.map((t) => t.key)).toEqual(['西镇甲', '公安', '东镇甲', '东镇乙'])
  expect(shown.leftOut).toEqual([{ kind: 'DEPARTMENT', count: 2 }, { kind: 'LEADER', count: 1 }])
})

test('counts before opening, and how many of them are drawn', () => {
  const shown = shownOf(network, wish({ seeds: ['东镇甲', '农业'] }))
  expect(reachOf(network, '东镇甲', shown.keys)).toEqual([
    { relation: 'ESTABLISHES', total: 1, drawn: 0 }, { relation: 'COUNTERPART', total: 1, drawn: 1 }, { relation: 'CHARGE', total: 1, drawn: 0 }, { relation: 'ASSIGNMENT', total: 1, drawn: 0 },
  ])
  expect(restOf(network, shown).get('东镇甲')).toBe(2)
  expect(restOf(network, shown).get('农业')).toBe(1)
})

test('what is not in this version is passed over', () => {
  expect(keys({ seeds: ['没有'], opened: [opening('没有', 'CHARGE')], township: '无此镇' })).toEqual([])
})
