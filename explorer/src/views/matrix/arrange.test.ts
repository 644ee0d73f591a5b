import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrange, type Wanted } from './arrange'
import type { Matrix } from './question'

const asked = (some: Partial<Wanted> = {}): Wanted => ({ order: 'cluster', inRows: '', inColumns: '', onlyOverlapping: false, townships: ['t0', 't1', 't2'], ...some })
const organ = (i: number) => ({ __typename: 'Organ' as const, key: `o${i}`, name: `机构${i % 4}`, township: { key: `t${i % 3}`, name: `镇${i % 3}` } })
const department = (i: number) => ({ __typename: 'Department' as const, key: `d${i}`, name: `部门${i}` })
const matrix: fc.Arbitrary<Matrix> = fc.record({ r: fc.integer({ min: 1, max: 12 }), c: fc.integer({ min: 1, max: 9 }) }).chain(({ r, c }) =>
  fc.uniqueArray(fc.record({ row: fc.nat(r - 1), column: fc.nat(c - 1), count: fc.integer({ min: 1, max: 3 }), overlaps: fc.nat(2) }), { selector: (x) => x.row * c + x.column }).map((cells) => ({
    rows: Array.from({ length: r }, (_, i) => organ(i)), columns: Array.from({ length: c }, (_, i) => department(i)), emptyRows: 0, emptyColumns: 0,
    cells: cells.map((x) => ({ ...x, roles: ['BUSINESS'], severity: x.overlaps ? ('LOW' as const) : null })),
  })) as fc.Arbitrary<Matrix>,
)

test('every cell asked for is there once, between the row and the column it was between', () => {
  fc.assert(fc.property(matrix, fc.constantFrom('cluster' as const, 'name' as const, 'township' as const), fc.boolean(), (m, order, onlyOverlapping) => {
    const a = arrange(m, asked({ order, onlyOverlapping }))
    const told = a.cells.map((c) => `${a.rows[c.row]!.of.key} ${a.columns[c.column]!.of.key} ${c.of.count}`)
    const wanted = m.cells.filter((c) => !onlyOverlapping || c.overlaps).map((c) => `${m.rows[c.row]!.key} ${m.columns[c.column]!.key} ${c.count}`)
    expect([...told].sort()).toEqual(wanted.sort())
  }))
})

test('totals add up, and no line is empty', () => {
  fc.assert(fc.property(matrix, fc.constantFrom('', '镇1', '机构2'), fc.constantFrom('', '部门3'), (m, inRows, inColumns) => {
    const a = arrange(m, asked({ inRows, inColumns }))
    const sum = (lines: { total: number }[]) => lines.reduce((n, l) => n + l.total, 0)
    expect(sum(a.rows)).toBe(a.cells.reduce((n, c) => n + c.of.count, 0))
    expect(sum(a.columns)).toBe(sum(a.rows))
    expect([...a.rows, ...a.columns].every((l) => l.total > 0)).toBe(true)
    expect(a.rows.every((l) => !inRows || `${'township' in l.of ? l.of.township.name : ''} ${l.of.name}`.includes(inRows))).toBe(true)
  }))
})

test('by name and by township', () => {
  fc.assert(fc.property(matrix, (m) => {
    const names = arrange(m, asked({ order: 'name' })).rows.map((l) => l.of.name)
    expect(names).toEqual([...names].sort())
    const towns = arrange(m, asked({ order: 'township', townships: ['t2', 't0', 't1'] })).rows.map((l) => ('township' in l.of ? l.of.township.key : ''))
    expect(towns).toEqual([...towns].sort((a, b) => ['t2', 't0', 't1'].indexOf(a) - ['t2', 't0', 't1'].indexOf(b)))
  }))
})
