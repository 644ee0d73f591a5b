import { font, type Spot, widthOf } from './box'
import { kinds, type Thing, type Tie } from './graph'
import type { Layout } from './layered'
import { inOrder } from './order'

const shape = 16

/** All things on one ring, each kind in an arc of its own, names outwards, ties through the middle. */
export function ring(things: Thing[], ties: Tie[]): Layout {
  const arcs = inOrder(kinds.map((kind) => things.filter((t) => t.kind === kind)), ties).filter((arc) => arc.length) as Thing[][]
  const gaps = arcs.length > 1 ? arcs.length * 2 : 0
  const places = things.length + gaps
  const radius = Math.max(150, (places * (font.line + 4)) / (2 * Math.PI))
  const longest = Math.max(0, ...things.map((t) => widthOf(short(t.name))))
  const middle = radius + shape + longest + 20
  const spots: Spot[] = []
  let place = 0
  for (const arc of arcs) {
    for (const t of arc) {
      const turn = (360 * (place + 0.5)) / Math.max(places, 1) - 90
      const a = (turn * Math.PI) / 180
      spots.push({ key: t.key, kind: t.kind, form: 'spoke', lines: [short(t.name)], width: shape, height: shape, turn, x: middle + radius * Math.cos(a), y: middle + radius * Math.sin(a) })
      place++
    }
    place += gaps / arcs.length
  }
  return { width: 2 * middle, height: 2 * middle, spots, bands: [], frames: [] }
}

/** Names stand on a line of their own, so the longest are cut. */
const short = (name: string) => ([...name].length > 18 ? `${[...name].slice(0, 17).join('')}…` : name)
