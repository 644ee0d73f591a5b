import { expect, test } from 'vitest'
import { facingOf, overlappedOf } from './facing'

type County = Parameters<typeof facingOf>[0]
const counterpart = (department: string, nature: 'BUSINESS' | 'WINDOW' = 'BUSINESS') => ({ nature, scope: null, basis: 'DOCUMENT' as const, sections: [], department: { key: department } })
const organ = (key: string, duties: string[], counterparts: ReturnType<typeof counterpart>[]) => ({ id: key, key, name: key, kind: 'OFFICE' as const, charges: [], assignments: duties.map((d) => ({ duty: { key: d } })), counterparts })
const department = (key: string, duties: string[] = []) => ({ id: key, key, name: key, assignments: duties.map((d) => ({ duty: { key: d } })) })
const finding = (subject: string, cost: number) => ({ id: subject, fingerprint: `f-${subject}`, severity: 'MEDIUM' as const, cost, subject: { key: subject } })

const county: County = {
  organs: { nodes: [organ('农办', ['农田', '防汛'], [counterpart('农业'), counterpart('水利')]), organ('中心', [], [counterpart('农业'), counterpart('财政', 'WINDOW')]), organ('党办', [], [])] },
  departments: { nodes: [department('水利', ['防汛']), department('农业', ['农田', '种子']), department('财政'), department('统计')] },
  overlaps: { nodes: [finding('农业', 1), finding('水利', 2)] },
}

test('business relations, with the duties in common; departments that nobody answers to stand apart', () => {
  const { relations, departments, silent, organs } = facingOf(county, false)
  expect(relations.map((r) => [r.organ.key, r.department.key, r.common])).toEqual([['农办', '农业', 1], ['农办', '水利', 1], ['中心', '农业', 0]])
  expect(departments.map((d) => [d.key, d.organs])).toEqual([['水利', 1], ['农业', 2]])
  expect(silent).toEqual(['财政', '统计'])
  expect(organs.length).toBe(3)
})

test('the others are drawn on demand, and never counted', () => {
  const { relations, departments, silent } = facingOf(county, true)
  expect(relations.filter((r) => !r.counted).map((r) => r.department.key)).toEqual(['财政'])
  expect(departments.find((d) => d.key === '财政')?.organs).toBe(0)
  expect(silent).toEqual(['统计'])
})

test('overlapped departments come dearest first', () => {
  expect(overlappedOf(facingOf(county, false).departments).map((d) => d.key)).toEqual(['水利', '农业'])
})
