import { type Network, otherEnd, type Relation, type Thing, type Tie } from '../network/graph'
import type { ChartOption } from './chart'
import { longestName, type Positions, signHeight } from './positions'

export type Colours = Record<'ink' | 'soft' | 'surface' | 'raised' | 'line' | 'organ' | 'department' | 'leader' | 'duty' | 'section' | 'way', string>

/** The colours of a theme, for a canvas, which has no style sheet. */
export function coloursOf(element: Element): Colours {
  const seen = getComputedStyle(element)
  const of = (name: string) => seen.getPropertyValue(`--${name}`).trim()
  return {
    ink: of('ink'), soft: of('ink-soft'), surface: of('surface'), raised: of('raised'), line: of('line-strong'), organ: of('organ'),
    department: of('net-department'), leader: of('net-leader'), duty: of('net-duty'), section: of('net-section'), way: of('net-way'),
  }
}

const symbols = { DEPARTMENT: 'circle', ORGAN: 'rect', LEADER: 'diamond', DUTY: 'triangle' } as const
/** Relations that are drawn as lines; what belongs to a township stands in its frame. */
export const linesOfCounty: Relation[] = ['COUNTERPART', 'CHARGE', 'ASSIGNMENT', 'DISPATCH']

/** The county as a chart: every thing a symbol of its kind, every tie a line; of the one selected in full colour. */
export function optionOf(network: Network, at: Positions, colours: Colours, selected: string, hint: (t: Thing) => string): ChartOption {
  const place = new Map(at.places.map((p) => [p.key, p]))
  const ground = { DEPARTMENT: colours.department, ORGAN: colours.organ, LEADER: colours.leader, DUTY: colours.duty, SECTION: colours.section, TOWNSHIP: colours.soft }
  const of = { COUNTERPART: colours.department, CHARGE: colours.leader, ASSIGNMENT: colours.duty, DISPATCH: colours.section } as Record<Relation, string>
  const coords = (t: Tie) => [t.from, t.to].map((k) => [place.get(k)!.x, place.get(k)!.y])
  const visible = (t: Tie) => place.has(t.from) && place.has(t.to)
  const lit = selectedTies(network, selected).filter(visible)
  const near = new Set([selected, ...lit.flatMap((t) => [t.from, t.to])])
  const lines = (id: string, ties: Tie[], color: string, opacity: number, width: number, z: number) =>
    ({ id, type: 'lines' as const, coordinateSystem: 'cartesian2d' as const, large: opacity < 1, largeThreshold: 1, progressive: 0, silent: true, z, data: ties.map((t) => ({ coords: coords(t) })), lineStyle: { color, opacity, width, curveness: 0 } })
  const size = { DEPARTMENT: 12, ORGAN: at.step * 0.64, LEADER: at.step * 0.78, DUTY: at.dutyStep * 0.7 }
  const symbol = (kind: keyof typeof symbols) => ({
    id: kind, type: 'scatter' as const, z: 5, symbol: symbols[kind], symbolSize: size[kind], itemStyle: { color: ground[kind] },
    data: at.places.filter((p) => network.things.get(p.key)?.kind === kind).map((p) => ({
      name: p.key, value: [p.x, p.y],
      itemStyle: lit.length && !near.has(p.key) ? { opacity: 0.25 } : p.key === selected ? { borderColor: colours.way, borderWidth: 3 } : {},
    })),
    label: kind === 'DEPARTMENT'
      ? { show: true, position: 'top' as const, distance: 6, color: colours.ink, fontSize: 12, lineHeight: signHeight, formatter: (p: { name?: string }) => upright(network.things.get(p.name ?? '')?.name ?? '') }
      : { show: false },
    labelLayout: { hideOverlap: true },
    emphasis: { scale: 1.6 },
  })
  // The more ties, the fainter each.
  const opacity = lit.length ? 0.05 : Math.max(0.06, Math.min(0.3, 500 / Math.max(network.ties.length, 1)))
  return {
    animation: false,
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { type: 'value', min: 0, max: at.width, show: false },
    yAxis: { type: 'value', min: 0, max: at.height, inverse: true, show: false },
    dataZoom: [
      { type: 'inside', xAxisIndex: 0, zoomOnMouseWheel: 'ctrl', moveOnMouseMove: true, filterMode: 'none' },
      { type: 'inside', yAxisIndex: 0, zoomOnMouseWheel: 'ctrl', moveOnMouseMove: true, filterMode: 'none' },
    ],
    tooltip: { renderMode: 'richText', backgroundColor: colours.surface, borderColor: colours.line, textStyle: { color: colours.ink, fontSize: 13 }, formatter: (p: unknown) => said(network, p, hint) },
    series: [
      blocks(network, at, colours, selected),
      ...linesOfCounty.map((r) => lines(r, network.ties.filter((t) => t.relation === r && visible(t)), of[r], opacity, 0.8, 2)),
      ...linesOfCounty.map((r) => lines(`lit ${r}`, lit.filter((t) => t.relation === r), of[r], 1, 1.6, 4)),
      ...(['DEPARTMENT', 'ORGAN', 'LEADER', 'DUTY'] as const).map(symbol),
    ],
  } as ChartOption
}

/** The frames of the townships, with their names below them. */
function blocks(network: Network, at: Positions, colours: Colours, selected: string) {
  const narrow = (at.blocks[0]?.width ?? 0) < 56
  return {
    id: 'TOWNSHIP', type: 'scatter' as const, z: 1, symbol: 'rect',
    symbolSize: (_: unknown, p: { dataIndex: number }) => { const b = at.blocks[p.dataIndex]; return b ? [b.width, b.height] : 0 },
    itemStyle: { color: colours.raised, borderColor: colours.line, borderWidth: 1 },
    data: at.blocks.map((b) => ({ name: b.key, value: [b.x + b.width / 2, b.y + b.height / 2], itemStyle: b.key === selected ? { borderColor: colours.way, borderWidth: 2.5 } : {} })),
    label: { show: true, position: 'bottom' as const, color: colours.ink, fontSize: 12.5, fontWeight: 600, lineHeight: signHeight, formatter: (p: { name?: string }) => { const name = network.things.get(p.name ?? '')?.name ?? ''; return narrow ? upright(name) : name } },
    emphasis: { scale: false },
  }
}

function selectedTies(network: Network, selected: string): Tie[] {
  const thing = network.things.get(selected)
  if (thing?.kind !== 'TOWNSHIP') return network.tiesOf(selected)
  return network.tiesOf(selected).flatMap((t) => network.tiesOf(otherEnd(t, selected))).filter((t) => t.from !== selected && t.to !== selected)
}

const said = (network: Network, p: unknown, hint: (t: Thing) => string) => {
  const thing = network.things.get((p as { name?: string }).name ?? '')
  return thing ? hint(thing) : ''
}

/** A name written downwards. */
const upright = (name: string) => {
  const signs = [...name]
  return (signs.length > longestName ? [...signs.slice(0, longestName - 1), '…'] : signs).join('\n')
}
