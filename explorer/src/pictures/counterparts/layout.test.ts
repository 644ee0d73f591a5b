import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byBarycentre, columnsOf, type End, foot, head, layOut, leastWidth, type Link, middle, outline, wrap } from './layout'

const end = (side: string) => (i: number): End => ({ key: side + i, name: `${side === 'l' ? '机构' : '部门'}${i}`, note: '' })
const graph = fc.record({ l: fc.integer({ min: 1, max: 14 }), r: fc.integer({ min: 1, max: 20 }) }).chain(({ l, r }) =>
  fc.record({
    lefts: fc.constant(Array.from({ length: l }, (_, i) => end('l')(i))),
    rights: fc.constant(Array.from({ length: r }, (_, i) => end('r')(i))),
    links: fc.uniqueArray(fc.record({ left: fc.nat(l - 1).map((i) => `l${i}`), right: fc.nat(r - 1).map((i) => `r${i}`), weight: fc.nat(12) }), { selector: (x) => x.left + x.right }),
  }),
)

test('bars of a column never meet and stay in the picture', () => {
  fc.assert(fc.property(graph, ({ lefts, rights, links }) => {
    const { left, right, height } = layOut(lefts, rights, links)
    for (const column of [left, right]) {
      expect(column[0]!.y).toBeGreaterThanOrEqual(head)
      for (let i = 1; i < column.length; i++) expect(column[i]!.y).toBeGreaterThan(column[i - 1]!.y + column[i - 1]!.height)
      const last = column.at(-1)!
      expect(last.y + last.height).toBeLessThanOrEqual(height - foot)
    }
  }))
})

test('ribbons leave and reach their own bars, side by side', () => {
  fc.assert(fc.property(graph, ({ lefts, rights, links }) => {
    const { left, right, ribbons } = layOut(lefts, rights, links)
    expect(ribbons.length).toBe(links.length)
    for (const [bars, side, at] of [[left, 'left', 'from'], [right, 'right', 'to']] as const) {
      for (const bar of bars) {
        const mine = ribbons.filter((r) => r.of[side] === bar.of.key).sort((a, b) => a[at] - b[at])
        let y = bar.y - 1e-6
        for (const r of mine) {
          expect(r[at]).toBeGreaterThanOrEqual(y)
          y = r[at] + r.thickness - 1e-6
        }
        expect(y).toBeLessThanOrEqual(bar.y + bar.height + 1e-6)
      }
    }
  }))
})

test('the order never crosses more ribbons than the one given by middles', () => {
  const count = (lefts: End[], order: End[], links: Link[]) => {
    const at = (ends: End[], key: string) => ends.findIndex((e) => e.key === key)
    let n = 0
    for (const a of links) for (const b of links) if (at(lefts, a.left) < at(lefts, b.left) && at(order, a.right) > at(order, b.right)) n++
    return n
  }
  fc.assert(fc.property(graph, ({ lefts, rights, links }) => {
    const middle = (r: End) => {
      const p = links.filter((l) => l.right === r.key).map((l) => Number(l.left.slice(1)))
      return p.length ? p.reduce((a, b) => a + b, 0) / p.length : lefts.length
    }
    const plain = [...rights].sort((a, b) => middle(a) - middle(b))
    expect(count(lefts, byBarycentre(lefts, rights, links), links)).toBeLessThanOrEqual(count(lefts, plain, links))
  }))
})

test('columns stand in order at every width, and ribbons join the bars', () => {
  fc.assert(fc.property(graph, fc.integer({ min: leastWidth, max: 2400 }), ({ lefts, rights, links }, width) => {
    const columns = columnsOf(width)
    const places = [columns.leftText, columns.leftBar, columns.rightBar, columns.rightText, columns.badge, width]
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    for (const r of layOut(lefts, rights, links).ribbons) {
      expect(outline(r, columns).startsWith(`M${columns.leftBar + 12} ${r.from}C`)).toBe(true)
      expect(middle(r, columns).endsWith(`${columns.rightBar} ${r.to + r.thickness / 2}`)).toBe(true)
    }
  }))
})

test('long names go into two lines, and no further', () => {
  expect(wrap('农业农村部门', 14)).toEqual(['农业农村部门'])
  expect(wrap('规划建设和生态环境保护办公室综合服务中心', 14)).toEqual(['规划建设和生态环境保护办公室', '综合服务中心'])
  expect(wrap('部'.repeat(60), 10)[1]!.endsWith('…')).toBe(true)
  fc.assert(fc.property(fc.string({ minLength: 1 }), (s) => void expect(wrap(s, 8).length).toBeLessThanOrEqual(2)))
})
