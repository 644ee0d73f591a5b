import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Spot } from './box'
import { curves } from './curve'
import { idOf, kinds, type Thing, type Tie } from './graph'
import { layered } from './layered'
import { crossings, inOrder } from './order'
import { ring } from './ring'
import { apart, squeezed } from './force'
import { type Arrow, ledTo } from './arrow'

const thing = (i: number, kind: Thing['kind'], block: string, name: string): Thing => ({ key: `${kind}/${i}`, id: '', kind, block: kind === 'ORGAN' || kind === 'LEADER' ? block : '', name })
const graph = fc.array(fc.record({ kind: fc.constantFrom(...kinds), block: fc.constantFrom('东镇', '西镇', '南镇'), name: fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom('办', '公', '室', '、', 'a', ' ') }) }), { minLength: 1, maxLength: 60 })
  .map((of) => of.map((x, i) => thing(i, x.kind, x.block, x.name)))
  .chain((things) => fc.record({
    things: fc.constant(things),
    ties: fc.uniqueArray(fc.record({ from: fc.nat(things.length - 1), to: fc.nat(things.length - 1) }), { maxLength: 80, selector: (t) => `${t.from} ${t.to}` })
      .map((of) => of.filter((t) => t.from !== t.to).map(({ from, to }): Tie => ({ relation: 'COUNTERPART', from: things[from]!.key, to: things[to]!.key, role: '' }))),
    width: fc.integer({ min: 320, max: 1400 }),
  }))

const apartFrom = (a: Spot, b: Spot) => Math.abs(a.x - b.x) >= (a.width + b.width) / 2 - 0.01 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2 - 0.01
const noneMeet = (spots: Spot[]) => {
  for (let i = 0; i < spots.length; i++) for (let j = i + 1; j < spots.length; j++) expect(apartFrom(spots[i]!, spots[j]!), `${spots[i]!.key} and ${spots[j]!.key}`).toBe(true)
}

test('every thing stands once, in the picture, and on no other', () => {
  fc.assert(fc.property(graph, ({ things, ties, width }) => {
    const { spots, height } = layered(things, ties, width)
    expect(spots.map((s) => s.key).sort()).toEqual(things.map((t) => t.key).sort())
    for (const s of spots) {
      expect(s.x - s.width / 2).toBeGreaterThanOrEqual(0)
      expect(s.x + s.width / 2).toBeLessThanOrEqual(width)
      expect(s.y + s.height / 2).toBeLessThanOrEqual(height)
    }
    noneMeet(spots)
  }))
})

test('departments stand over organs, organs over leaders, duties below', () => {
  fc.assert(fc.property(graph, ({ things, ties, width }) => {
    const { spots, bands } = layered(things, ties, width)
    expect(bands.map((b) => b.kind)).toEqual(kinds.filter((k) => things.some((t) => t.kind === k)))
    for (const b of bands) {
      const inside = spots.filter((s) => s.kind === b.kind)
      expect(inside.length).toBe(b.count)
      for (const s of inside) {
        expect(s.y - s.height / 2).toBeGreaterThanOrEqual(b.y)
        expect(s.y + s.height / 2).toBeLessThanOrEqual(b.y + b.height + 0.01)
      }
    }
    for (let i = 1; i < bands.length; i++) expect(bands[i]!.y).toBeGreaterThan(bands[i - 1]!.y + bands[i - 1]!.height)
  }))
})

test('things of one block stand in its frame, and no others do', () => {
  fc.assert(fc.property(graph, ({ things, ties, width }) => {
    const { spots, frames } = layered(things, ties, width)
    const blockOf = new Map(things.map((t) => [t.key, t.block]))
    for (const f of frames) {
      for (const s of spots.filter((s) => s.x > f.x && s.x < f.x + f.width && s.y > f.y && s.y < f.y + f.height)) expect(blockOf.get(s.key)).toBe(f.block)
    }
    if (frames.length) {
      for (const s of spots.filter((s) => blockOf.get(s.key))) expect(frames.some((f) => f.block === blockOf.get(s.key) && s.x > f.x && s.x < f.x + f.width && s.y > f.y && s.y < f.y + f.height)).toBe(true)
    }
  }))
})

test('the order crosses no more ties than the one given, and is always the same', () => {
  fc.assert(fc.property(graph, ({ things, ties }) => {
    const plain = things.map((t) => ({ ...t, block: '' }))
    const layers = kinds.map((kind) => plain.filter((t) => t.kind === kind))
    const ordered = inOrder(layers, ties)
    expect(crossings(ordered, ties)).toBeLessThanOrEqual(crossings(layers, ties))
    expect(inOrder(layers, ties)).toEqual(ordered)
  }))
})

test('two layers that mirror each other are uncrossed', () => {
  const [left, right] = [['a', 'b', 'c', 'd'], ['w', 'x', 'y', 'z']].map((keys) => keys.map((key) => ({ key, block: '' }))) as [{ key: string; block: string }[], { key: string; block: string }[]]
  const ties = [{ from: 'a', to: 'z' }, { from: 'b', to: 'y' }, { from: 'c', to: 'x' }, { from: 'd', to: 'w' }]
  expect(crossings([left, right], ties)).toBe(6)
  expect(crossings(inOrder([left, right], ties), ties)).toBe(0)
})

test('every tie has its way, in every layout', () => {
  fc.assert(fc.property(graph, ({ things, ties, width }) => {
    for (const layout of [layered(things, ties, width), ring(things, ties)]) {
      const ways = curves(layout, ties)
      expect(ways.size).toBe(new Set(ties.map(idOf)).size)
      for (const d of ways.values()) expect(d).not.toMatch(/NaN|Infinity/)
    }
  }))
})

test('boxes pushed apart no longer meet, and a layout is drawn together to a width', () => {
  fc.assert(fc.property(graph, ({ things, ties }) => {
    const at = layered(things, ties, 1400)
    const wide = { ...at, width: 4000, spots: apart(at.spots.map((s) => ({ ...s, x: s.x * 2 }))) }
    noneMeet(wide.spots)
    const tight = squeezed(wide, 700)
    noneMeet(tight.spots)
    for (const s of tight.spots) expect(s.x - s.width / 2).toBeGreaterThanOrEqual(0)
  }), { numRuns: 40 })
})

test('arrows reach every thing of every layout from any other, and right undoes left', () => {
  fc.assert(fc.property(graph, ({ things, ties, width }) => {
    for (const { spots } of [layered(things, ties, width), ring(things, ties)]) {
      for (const start of [spots[0]!, spots.at(-1)!]) {
        const reached = new Set([start.key])
        for (const key of reached) for (const arrow of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const) {
          const next = ledTo(spots, key, arrow)
          if (next) reached.add(next)
        }
        expect(reached.size).toBe(spots.length)
      }
      for (const { key } of spots) {
        const next = ledTo(spots, key, 'ArrowRight')
        if (next) expect(ledTo(spots, next, 'ArrowLeft')).toBe(key)
      }
    }
  }))
})

test('up and down lead to the nearest on that side', () => {
  const spot = (key: string, x: number, y: number): Spot => ({ key, kind: 'ORGAN', x, y, width: 26, height: 60, form: 'column', lines: [key] })
  const spots = [spot('a', 100, 100), spot('b', 130, 200), spot('c', 400, 200), spot('d', 100, 300)]
  const led = (from: string, arrow: Arrow) => ledTo(spots, from, arrow)
  expect([led('a', 'ArrowDown'), led('b', 'ArrowDown'), led('d', 'ArrowUp'), led('a', 'ArrowUp'), led('d', 'ArrowDown')]).toEqual(['b', 'd', 'b', undefined, undefined])
})
