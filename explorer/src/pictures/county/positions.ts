import type { Kind, Network, Thing } from '../network/graph'

/** Where each thing of a county stands, in units of a picture of `width` by `height`, y downwards. */
export type Place = { key: string; x: number; y: number }
export type Block = { key: string; x: number; y: number; width: number; height: number }
/** `step` and `dutyStep` are the distances between neighbours in a block and among duties. */
export type Positions = { width: number; height: number; step: number; dutyStep: number; places: Place[]; blocks: Block[] }

const [margin, departmentsY, blocksY, widest, gutter, belowBlocks] = [30, 140, 320, 14, 8, 190]

/**
 * The whole county in layers, computed once and by arithmetic alone: departments in a row, below them a block for each
 * township with its organs over its leaders, below these the duties. Departments and duties stand in the order of the
 * townships and organs they are joined to, so that ties run as straight as they can.
 */
export function positions(network: Network, width = 1500): Positions {
  const of = (kind: Kind) => [...network.things.values()].filter((t) => t.kind === kind)
  const townships = of('TOWNSHIP')
  const room = width - 2 * margin
  const pitch = room / Math.max(townships.length, 1)
  const across = Math.max(3, Math.floor((pitch - gutter) / widest))
  const step = Math.min(widest, (pitch - gutter) / across)
  const depth = (kind: Kind) => Math.ceil(Math.max(0, ...townships.map((t) => inside(network, t, kind).length)) / across)
  const [organRows, leaderRows] = [depth('ORGAN'), depth('LEADER')]
  const places: Place[] = []
  const blocks = townships.map((t, i): Block => {
    const left = margin + i * pitch
    const put = (kind: Kind, top: number) => inside(network, t, kind).forEach((x, n) => places.push({ key: x.key, x: left + (pitch - across * step) / 2 + step * ((n % across) + 0.5), y: top + step * (Math.floor(n / across) + 0.5) }))
    put('ORGAN', blocksY)
    put('LEADER', blocksY + (organRows + 1) * step)
    return { key: t.key, x: left + 2, y: blocksY - 6, width: pitch - 4, height: (organRows + leaderRows + 1) * step + 12 }
  })
  const bottom = blocksY + (organRows + leaderRows + 1) * step
  const at = new Map(places.map((p) => [p.key, p.x]))
  const spread = (things: Thing[], y: number, rowsOf: number, rowStep: number) => {
    const ordered = [...things].map((t, i) => ({ t, i, m: middle(network, t.key, at) })).sort((a, b) => a.m - b.m || a.i - b.i)
    const columns = Math.ceil(ordered.length / rowsOf)
    ordered.forEach(({ t }, n) => places.push({ key: t.key, x: margin + (room * (Math.floor(n / rowsOf) + 0.5)) / Math.max(columns, 1), y: y + (n % rowsOf) * rowStep }))
  }
  spread(of('DEPARTMENT'), departmentsY, 1, 0)
  const duties = of('DUTY')
  const dutyStep = Math.max(7, Math.min(widest, Math.sqrt((room * 160) / Math.max(duties.length, 1))))
  const rows = Math.max(1, Math.ceil((duties.length * dutyStep) / room))
  spread(duties, bottom + belowBlocks, rows, dutyStep)
  return { width, height: bottom + belowBlocks + rows * dutyStep + margin, step, dutyStep, places, blocks }
}

/** The organs or leaders of a township. */
const inside = (network: Network, township: Thing, kind: Kind) => network.around(township.key, kind === 'ORGAN' ? 'ESTABLISHES' : 'SERVES')

/** The mean place of what a thing is joined to; what is joined to nothing goes last. */
function middle(network: Network, key: string, at: ReadonlyMap<string, number>): number {
  const xs = network.tiesOf(key).map((t) => at.get(t.from === key ? t.to : t.from)).filter((x) => x !== undefined)
  return xs.length ? xs.reduce((a, b) => a + b, 0) / xs.length : Infinity
}
