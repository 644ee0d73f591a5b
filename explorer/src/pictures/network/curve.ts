import type { Spot } from './box'
import { idOf, type Tie } from './graph'
import type { Layout } from './layered'

type End = { x: number; y: number }

/** The way of each tie, by its id. In layers ties leave a box side by side, in the order in which they arrive. */
export function curves({ spots, width }: Layout, ties: Tie[]): Map<string, string> {
  const at = new Map(spots.map((s) => [s.key, s]))
  const drawn = ties.filter((t) => at.has(t.from) && at.has(t.to))
  const ports = portsOf(drawn, at)
  return new Map(drawn.map((t) => [idOf(t), way(t, at, ports, width)]))
}

function way(t: Tie, at: Map<string, Spot>, ports: Map<string, number>, width: number): string {
  const [from, to] = [at.get(t.from)!, at.get(t.to)!]
  if (from.form === 'spoke') return through(inner(from), inner(to), width / 2)
  if (from.form !== 'column' && to.form !== 'column') return straight(from, to)
  const [a, b] = [from, to].map((s, i): End => ({ x: s.x + (ports.get(`${idOf(t)} ${i}`) ?? 0), y: s.y }))
  return beside(from, to) ? under(a!, b!, from) : downwards(a!, b!, from, to)
}

const beside = (a: Spot, b: Spot) => Math.abs(a.y - b.y) < (a.height + b.height) / 2

/** How far from the middle of its box a tie leaves it. */
function portsOf(ties: Tie[], at: Map<string, Spot>): Map<string, number> {
  const sides = new Map<string, { id: string; towards: number }[]>()
  for (const t of ties) {
    const ends = [at.get(t.from)!, at.get(t.to)!] as const
    ends.forEach((own, i) => {
      if (own.form === 'spoke') return
      const other = ends[1 - i]!
      const side = `${own.key} ${beside(own, other) || other.y > own.y ? 'below' : 'above'}`
      const known = sides.get(side)
      const port = { id: `${idOf(t)} ${i}`, towards: other.x }
      if (known) known.push(port)
      else sides.set(side, [port])
    })
  }
  const out = new Map<string, number>()
  for (const [side, ports] of sides) {
    const wide = Math.min(at.get(side.slice(0, side.lastIndexOf(' ')))!.width * 0.7, 4 * (ports.length - 1))
    ports.sort((a, b) => a.towards - b.towards).forEach((p, i) => out.set(p.id, ports.length > 1 ? wide * (i / (ports.length - 1) - 0.5) : 0))
  }
  return out
}

function downwards(a: End, b: End, from: Spot, to: Spot): string {
  const [y0, y1] = from.y < to.y ? [from.y + from.height / 2, to.y - to.height / 2] : [from.y - from.height / 2, to.y + to.height / 2]
  const mid = (y0 + y1) / 2
  return `M${n(a.x)} ${n(y0)}C${n(a.x)} ${n(mid)} ${n(b.x)} ${n(mid)} ${n(b.x)} ${n(y1)}`
}

function under(a: End, b: End, of: Spot): string {
  const y = of.y + of.height / 2
  const low = y + Math.min(40, 12 + Math.abs(a.x - b.x) / 6)
  return `M${n(a.x)} ${n(y)}C${n(a.x)} ${n(low)} ${n(b.x)} ${n(low)} ${n(b.x)} ${n(y)}`
}

function straight(a: Spot, b: Spot): string {
  const [p, q] = [edge(a, b), edge(b, a)]
  return `M${n(p.x)} ${n(p.y)}L${n(q.x)} ${n(q.y)}`
}

/** Where the line to another middle leaves a box. */
function edge(of: Spot, towards: End): End {
  const [dx, dy] = [towards.x - of.x, towards.y - of.y]
  const part = Math.min(1, Math.min(of.width / 2 / Math.max(Math.abs(dx), 1e-9), of.height / 2 / Math.max(Math.abs(dy), 1e-9)))
  return { x: of.x + dx * part, y: of.y + dy * part }
}

const inner = (s: Spot): End => ({ x: s.x - Math.cos(((s.turn ?? 0) * Math.PI) / 180) * (s.width / 2 + 2), y: s.y - Math.sin(((s.turn ?? 0) * Math.PI) / 180) * (s.height / 2 + 2) })

/** Bent towards the middle of the ring, the more the further apart the ends are. */
function through(a: End, b: End, middle: number): string {
  const c = { x: ((a.x + b.x) / 2) * 0.5 + middle * 0.5, y: ((a.y + b.y) / 2) * 0.5 + middle * 0.5 }
  return `M${n(a.x)} ${n(a.y)}Q${n(c.x)} ${n(c.y)} ${n(b.x)} ${n(b.y)}`
}

const n = (x: number) => Math.round(x * 10) / 10
