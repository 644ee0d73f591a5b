import { expect, test } from 'vitest'
import { linesOf, together } from './marks'

test('marks at one point are one with all names', () => {
  expect(together([{ organs: 11, cost: 74.5, name: '甲' }, { organs: 9, cost: 74, name: '乙' }, { organs: 11, cost: 74.5, name: '丙' }])).toEqual([
    { organs: 11, cost: 74.5, name: '甲\n丙' }, { organs: 9, cost: 74, name: '乙' },
  ])
})

test('a legend takes more lines where it is narrow', () => {
  const names = ['Best for each number of organs', 'Today', 'This scenario']
  expect([linesOf(names, 900), linesOf(names, 330), linesOf(names, 100)]).toEqual([1, 2, 3])
})
