import { beforeEach, expect, test } from 'vitest'
import { i18n } from '../../i18n'
import { changeSaid } from './words'

beforeEach(() => i18n.changeLanguage('zh'))

const t = i18n.t

test('a change of an attribute is told in words', async () => {
  expect(changeSaid(t, 'CHARGE', { attribute: 'role', before: 'LEAD', after: 'ASSIST' })).toBe('角色：分管 → 协助分管')
  expect(changeSaid(t, 'ASSIGNMENT', { attribute: 'role', before: 'LEAD', after: 'SUPPORT' })).toBe('角色：牵头 → 配合')
  expect(changeSaid(t, 'LEADER', { attribute: 'lines', before: [{ name: '农业', role: 'LEAD' }, { name: '林业', role: 'ASSIST' }], after: null })).toBe('分管的工作：农业 分管、林业 协助分管 → —')
  expect(changeSaid(t, 'LEADER', { attribute: 'posts', before: ['镇长'], after: ['镇长', '党委副书记'] })).toBe('职务：镇长 → 镇长、党委副书记')
  expect(changeSaid(t, 'ORGAN', { attribute: 'posts', before: null, after: [{ type: 'ADMINISTRATIVE', count: 3 }] })).toBe('编制：— → 行政 3')
  expect(changeSaid(t, 'ORGAN', { attribute: 'attendsMeetings', before: false, after: true })).toBe('列席班子会议：否 → 是')
  expect(changeSaid(t, 'ORGAN', { attribute: 'attributes', before: null, after: [{ attribute: 'branch', basis: 'INFERRED' }] })).toBe('分项依据：— → 党政类别 推断')
  await i18n.changeLanguage('en')
  expect(changeSaid(t, 'TOWNSHIP', { attribute: 'size', before: null, after: 'MEDIUM' })).toBe('size: — → medium')
})

test('what has no words stays as it is', () => {
  expect(changeSaid(t, 'ORGAN', { attribute: 'later', before: 'X_Y', after: 4 })).toBe('later：X_Y → 4')
})
