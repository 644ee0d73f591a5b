import { expect, test } from 'vitest'
import { Network, type Thing, type Tie } from '../network/graph'
import { positions } from './positions'

/** A county of some townships, organs and leaders in each, and duties; every organ carries and answers by turns. */
export function county(townships: number, organs: number, leaders: number, duties: number, departments = 30): Network {
  const things: Thing[] = []
  const ties: Tie[] = []
  const of = (kind: Thing['kind'], key: string, block = '') => (things.push({ key, id: key, name: key, kind, block }), key)
  for (let d = 0; d < departments; d++) of('DEPARTMENT', `部门${d}`)
  for (let d = 0; d < duties; d++) of('DUTY', `职责${d}`)
  for (let t = 0; t < townships; t++) {
    const town = of('TOWNSHIP', `镇${t}`, `镇${t}`)
    for (let l = 0; l < leaders; l++) ties.push({ relation: 'SERVES', from: of('LEADER', `镇${t}领导${l}`, town), to: town, role: '' })
    for (let o = 0; o < organs; o++) {
      const organ = of('ORGAN', `镇${t}机构${o}`, town)
      ties.push({ relation: 'ESTABLISHES', from: town, to: organ, role: '' })
      ties.push({ relation: 'CHARGE', from: `镇${t}领导${o % leaders}`, to: organ, role: 'LEAD' })
      for (let i = 0; i < 3; i++) ties.push({ relation: 'COUNTERPART', from: organ, to: `部门${(o * 3 + i) % departments}`, role: 'BUSINESS' })
      for (let i = 0; i < 14; i++) ties.push({ relation: 'ASSIGNMENT', from: organ, to: `职责${(o * 14 + i + t) % duties}`, role: 'LEAD' })
    }
  }
  return new Network(things, ties)
}

test('every thing but the frames has a place of its own in the picture', () => {
  const network = county(30, 14, 9, 200)
  const { places, blocks, width, height } = positions(network, 1000)
  expect(places.length).toBe(network.things.size - 30)
  expect(blocks.length).toBe(30)
  expect(new Set(places.map((p) => `${p.x.toFixed(2)} ${p.y.toFixed(2)}`)).size).toBe(places.length)
  for (const p of places) {
    expect(p.x).toBeGreaterThanOrEqual(0)
    expect(p.x).toBeLessThanOrEqual(width)
    expect(p.y).toBeLessThanOrEqual(height)
  }
})

test('departments over organs over leaders over duties, and each in the frame of its township', () => {
  const network = county(15, 18, 12, 163)
  const { places, blocks } = positions(network)
  const rows = (kind: Thing['kind']) => places.filter((p) => network.things.get(p.key)!.kind === kind).map((p) => p.y)
  const layers = (['DEPARTMENT', 'ORGAN', 'LEADER', 'DUTY'] as const).map(rows)
  for (let i = 1; i < layers.length; i++) expect(Math.min(...layers[i]!)).toBeGreaterThan(Math.max(...layers[i - 1]!))
  for (const p of places) {
    const block = blocks.find((b) => b.key === network.things.get(p.key)!.block)
    if (block) expect(p.x > block.x && p.x < block.x + block.width && p.y > block.y && p.y < block.y + block.height).toBe(true)
  }
})

test('places are the same every time, and soon found for a large county', () => {
  const network = county(30, 14, 9, 2000)
  expect(network.things.size).toBeGreaterThan(2700)
  expect(network.ties.length).toBeGreaterThan(7991)
  const started = performance.now()
  const at = positions(network)
  expect(performance.now() - started).toBeLessThan(1000)
  expect(positions(network)).toEqual(at)
})
