import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gridOf, nextFilled, type Cell } from './grid'
import { extent, inSight, revealing, spotAt, zoomed } from './layout'
import { piecesOf, shortened } from './upright'

const geometry = fc.record({
  rows: fc.integer({ min: 1, max: 500 }), columns: fc.integer({ min: 1, max: 300 }), width: fc.integer({ min: 8, max: 60 }), height: fc.integer({ min: 8, max: 48 }),
  side: fc.integer({ min: 60, max: 300 }), head: fc.integer({ min: 60, max: 220 }),
})
const sight = fc.record({ left: fc.nat(3000), top: fc.nat(5000), width: fc.integer({ min: 320, max: 1600 }), height: fc.integer({ min: 300, max: 1000 }) })

test('whatever is at a point of the window is among what is in sight', () => {
  fc.assert(fc.property(geometry, sight, fc.nat(1600), fc.nat(1000), (g, s, x, y) => {
    fc.pre(x < s.width && y < s.height)
    const spot = spotAt(g, s, x, y)
    if (!spot) return
    const { rows, columns } = inSight(g, s)
    if (spot.row >= 0) expect(spot.row >= rows[0] && spot.row < rows[1]).toBe(true)
    if (spot.column >= 0) expect(spot.column >= columns[0] && spot.column < columns[1]).toBe(true)
  }))
})

test('a cell that is revealed is wholly in sight, and a cell in sight does not move', () => {
  fc.assert(fc.property(geometry, sight, fc.nat(499), fc.nat(299), (g, s, row, column) => {
    fc.pre(row < g.rows && column < g.columns && s.width - g.side >= 3 * g.width && s.height - g.head >= 3 * g.height)
    const { left, top } = revealing(g, s, { row, column })
    expect(column * g.width).toBeGreaterThanOrEqual(left)
    expect((column + 1) * g.width).toBeLessThanOrEqual(left + s.width - g.side)
    expect(row * g.height).toBeGreaterThanOrEqual(top)
    expect((row + 1) * g.height).toBeLessThanOrEqual(top + s.height - g.head)
    expect(revealing(g, { ...s, left, top }, { row, column })).toEqual({ left, top })
    expect(left).toBeLessThan(extent(g).width)
  }))
})

test('zoom goes up and comes down, and stops at the ends', () => {
  expect(zoomed(24, 1)).toBe(28)
  expect(zoomed(26, -1)).toBe(24)
  expect(zoomed(48, 1)).toBe(48)
  expect(zoomed(8, -1)).toBe(8)
})

test('the next filled cell is filled, or the end of the line', () => {
  const cell = (row: number, column: number): Cell => ({ row, column, tone: 'NONE', main: true, mark: '', said: '' })
  const line = (key: string) => ({ key, name: key, beside: '', group: '', total: 0 })
  const grid = gridOf({ rows: '', columns: '', totals: '' }, ['a', 'b'].map(line), ['x', 'y', 'z', 'w'].map(line), [cell(0, 2), cell(1, 0)])
  expect(nextFilled(grid, { row: 0, column: 0 }, 0, 1)).toEqual({ row: 0, column: 2 })
  expect(nextFilled(grid, { row: 0, column: 2 }, 0, 1)).toEqual({ row: 0, column: 3 })
  expect(nextFilled(grid, { row: 0, column: 0 }, 1, 0)).toEqual({ row: 1, column: 0 })
  expect(nextFilled(grid, { row: 0, column: 0 }, 0, -1)).toEqual({ row: 0, column: 0 })
})

test('an upright name keeps every character, Latin ones together; a long one ends in an ellipsis', () => {
  expect(piecesOf('办公室ABC（二）').map((p) => p.text)).toEqual(['办', '公', '室', 'ABC', '（', '二', '）'])
  fc.assert(fc.property(fc.string(), (s) => void expect(piecesOf(s).map((p) => p.text).join('')).toBe(s)))
  expect(shortened('农村宅基地', 3.2)).toBe('农村…')
  expect(shortened('农村宅基地', 5)).toBe('农村宅基地')
  fc.assert(fc.property(fc.string(), fc.integer({ min: 2, max: 20 }), (s, n) => void expect(piecesOf(shortened(s, n)).reduce((sum, p) => sum + p.length, 0)).toBeLessThanOrEqual(n)))
})
