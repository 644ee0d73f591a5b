import { rowOf, type Spot } from './box'
import type { Thing, Tie } from './graph'
import type { Layout } from './layered'
import { ring } from './ring'

const margin = 16

/** Places by springs and repulsion: Cytoscape with fCoSE, without its picture. It starts from the ring, so the same things always fall into the same places. */
export async function force(things: Thing[], ties: Tie[]): Promise<Layout> {
  const [{ default: cytoscape }, { default: fcose }] = await Promise.all([import('cytoscape'), import('cytoscape-fcose')])
  cytoscape.use(fcose)
  const sizes = new Map(things.map((t) => [t.key, rowOf(t, 11)]))
  const start = new Map(ring(things, ties).spots.map((s) => [s.key, s]))
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: 'node', style: { width: 'data(width)', height: 'data(height)', shape: 'rectangle' } }],
    elements: [
      ...things.map((t) => ({ data: { id: t.key, width: sizes.get(t.key)!.width, height: sizes.get(t.key)!.height }, position: { x: start.get(t.key)!.x * 1.5, y: start.get(t.key)!.y } })),
      ...ties.map((t, i) => ({ data: { id: `tie ${i}`, source: t.from, target: t.to } })),
    ],
  })
  const layout = { name: 'fcose', animate: false, randomize: false, quality: 'default', nodeRepulsion: 5000, idealEdgeLength: 45, nodeSeparation: 70, gravity: 0.5, numIter: things.length > 150 ? 800 : 2000, tile: true, packComponents: true }
  cy.layout(layout as Parameters<typeof cy.layout>[0]).run()
  const spots = apart(things.map((t): Spot => ({ ...sizes.get(t.key)!, ...cy.getElementById(t.key).position() })))
  cy.destroy()
  return framed(spots)
}

/** The layout drawn together to a width, as far as its boxes allow. */
export function squeezed(layout: Layout, width: number): Layout {
  const by = (width - 2 * margin) / layout.width
  return by >= 1 ? layout : framed(apart(layout.spots.map((s) => ({ ...s, x: s.x * by }))))
}

/** Boxes that still touch are pushed apart along the shorter way. */
export function apart(spots: Spot[], gap = 6): Spot[] {
  const out = spots.map((s) => ({ ...s }))
  for (let round = 0, moved = true; moved && round < 200; round++) {
    moved = false
    for (let i = 0; i < out.length; i++) {
      for (let j = i + 1; j < out.length; j++) moved = part(out[i]!, out[j]!, gap) || moved
    }
  }
  return out
}

function part(a: Spot, b: Spot, gap: number): boolean {
  const over = { x: (a.width + b.width) / 2 + gap - Math.abs(a.x - b.x), y: (a.height + b.height) / 2 + gap - Math.abs(a.y - b.y) }
  if (over.x <= 0.01 || over.y <= 0.01) return false
  const along = over.x < over.y ? 'x' : 'y'
  const way = a[along] <= b[along] ? 1 : -1
  a[along] -= (way * over[along]) / 2
  b[along] += (way * over[along]) / 2
  return true
}

function framed(spots: Spot[]): Layout {
  const low = (of: (s: Spot) => number) => Math.min(...spots.map(of))
  const [left, top] = [low((s) => s.x - s.width / 2) - margin, low((s) => s.y - s.height / 2) - margin]
  const moved = spots.map((s) => ({ ...s, x: s.x - left, y: s.y - top }))
  const far = (of: (s: Spot) => number) => Math.max(...moved.map(of)) + margin
  return { width: far((s) => s.x + s.width / 2), height: far((s) => s.y + s.height / 2), spots: moved, bands: [], frames: [] }
}
