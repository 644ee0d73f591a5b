import type { Kind, Network, Thing } from '../network/graph'

/** Where each thing of a county stands, in units of a picture of `width` by `height`, y downwards. */
export type Place = { key: string; x: number; y: number }
export type Block = { key: string; x: number; y: number; width: number; height: number }
/** `step` and `dutyStep` are the distances between neighbours in a block and among duties. */
export type Positions = { width: number; height: number; step: number; dutyStep: number; places: Place[]; blocks: Block[] }

/** A department's name is written downwards over it, at most so many signs of it. */
export const longestName = 15
export const signHeight = 14

const [margin, widest, gutter, least] = [30, 14, 8, 7]
const [belowDepartments, belowBlocks] = [180, 190]

/**
 * The whole county in layers, by arithmetic alone: departments in a row, below them a block for each township with its
 * organs over its leaders, below these the duties. Departments and duties stand in the order of the middles of what they
 * are joined to, so that ties run as straight as they can.
 */
export function positions(network: Network, width = 1500): Positions {
  const of = (kind: Kind) => [...network.things.values()].filter((t) => t.kind === kind)
  const [departments, townships, duties, room] = [of('DEPARTMENT'), of('TOWNSHIP'), of('DUTY'), width - 2 * margin]
  const departmentsY = 24 + signHeight * Math.min(longestName, Math.max(4, ...departments.map((d) => [...d.name].length)))
  const { places, blocks, step, bottom } = inBlocks(network, townships, departmentsY + belowDepartments, room)
  const at = new Map(places.map((p) => [p.key, p.x]))
  const dutyStep = Math.max(least, Math.min(widest, Math.sqrt((room * 160) / Math.max(duties.length, 1))))
  const rows = Math.max(1, Math.ceil((duties.length * dutyStep) / room))
  return {
    width, height: bottom + belowBlocks + rows * dutyStep + margin, step, dutyStep, blocks,
    places: [...places, ...spread(network, departments, at, departmentsY, 1, 0, room), ...spread(network, duties, at, bottom + belowBlocks, rows, dutyStep, room)],
  }
}

/** The townships side by side, each at least three things wide. */
function inBlocks(network: Network, townships: Thing[], top: number, room: number) {
  const pitch = room / Math.max(townships.length, 1)
  const across = Math.max(3, Math.floor((pitch - gutter) / widest))
  const step = Math.min(widest, (pitch - gutter) / across)
  const deepest = (kind: Kind) => Math.ceil(Math.max(0, ...townships.map((t) => inside(network, t, kind).length)) / across)
  const [organRows, leaderRows] = [deepest('ORGAN'), deepest('LEADER')]
  const height = (organRows + leaderRows + 1) * step
  const places: Place[] = []
  const blocks = townships.map((t, i): Block => {
    const left = margin + i * pitch
    const put = (kind: Kind, y: number) => inside(network, t, kind).forEach((x, n) => places.push({ key: x.key, x: left + (pitch - across * step) / 2 + step * ((n % across) + 0.5), y: y + step * (Math.floor(n / across) + 0.5) }))
    put('ORGAN', top)
    put('LEADER', top + (organRows + 1) * step)
    return { key: t.key, x: left + 2, y: top - 6, width: pitch - 4, height: height + 12 }
  })
  return { places, blocks, step, bottom: top + height }
}

/** Things over the whole width in some rows, filled column by column in the order of their middles. */
function spread(network: Network, things: Thing[], at: ReadonlyMap<string, number>, top: number, rows: number, rowStep: number, room: number): Place[] {
  const ordered = things.map((t, i) => ({ key: t.key, i, middle: middle(network, t.key, at) })).sort((a, b) => a.middle - b.middle || a.i - b.i)
  const columns = Math.max(1, Math.ceil(ordered.length / rows))
  return ordered.map(({ key }, n) => ({ key, x: margin + (room * (Math.floor(n / rows) + 0.5)) / columns, y: top + (n % rows) * rowStep }))
}

/** The organs or leaders of a township. */
const inside = (network: Network, township: Thing, kind: Kind) => network.around(township.key, kind === 'ORGAN' ? 'ESTABLISHES' : 'SERVES')

/** The mean place of what a thing is joined to; what is joined to nothing goes last. */
function middle(network: Network, key: string, at: ReadonlyMap<string, number>): number {
  const xs = network.tiesOf(key).map((t) => at.get(t.from === key ? t.to : t.from)).filter((x) => x !== undefined)
  return xs.length ? xs.reduce((a, b) => a + b, 0) / xs.length : Number.MAX_VALUE
}
