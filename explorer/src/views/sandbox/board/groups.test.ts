import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Groups, merged, move } from './groups'

const now: Groups = [['a'], ['b', 'c'], ['d']]

test('an organ goes into the group of another, or by itself', () => {
  expect(move(now, 'a', { with: 'c' })).toEqual([['b', 'c', 'a'], ['d']])
  expect(move(now, 'b', { with: 'd' })).toEqual([['a'], ['c'], ['d', 'b']])
  expect(move(now, 'c', 'alone')).toEqual([['a'], ['b'], ['c'], ['d']])
  expect(merged(move(now, 'a', { with: 'b' }))).toEqual([['b', 'c', 'a']])
})

test('a move that changes nothing gives the very same groups', () => {
  expect(move(now, 'a', 'alone')).toBe(now)
  expect(move(now, 'b', { with: 'c' })).toBe(now)
  expect(move(now, 'z', { with: 'c' })).toBe(now)
})

test('whatever is moved, every organ stays in one group', () => {
  const organs = ['a', 'b', 'c', 'd', 'e', 'f']
  const goal = fc.oneof(fc.constant('alone' as const), fc.constantFrom(...organs).map((o) => ({ with: o })))
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...organs), goal)), (moves) => {
    const end = moves.reduce<Groups>((g, [organ, to]) => move(g, organ, to), organs.map((o) => [o]))
    expect(end.flat().sort()).toEqual(organs)
    expect(end.every((g) => g.length > 0)).toBe(true)
  }))
})
