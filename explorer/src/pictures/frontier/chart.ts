import { LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { type ECharts, init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { linesOf, together } from './marks'

use([LineChart, ScatterChart, GridComponent, LegendComponent, LabelLayout, SVGRenderer])

/** A mark in the chart: how many organs, at which cost. */
export type Mark = { organs: number; cost: number; name: string }
export type Scene = { line: Mark[]; marks: { kind: 'now' | 'plan' | 'other'; title: string; at: Mark[] }[]; x: string; y: string; best: string }

export type Chart = { draw: (scene: Scene) => void; resize: () => void; end: () => void }

// Each kind has a shape of its own, so that the chart can be read without its colours.
const symbols = { now: 'rect', plan: 'diamond', other: 'triangle' } as const
const colours = { now: '--ink-soft', plan: '--high', other: '--medium' } as const

/** Puts a chart into an element; onPick tells which point of the line was clicked. */
export function chartIn(place: HTMLElement, onPick: (organs: number) => void): Chart {
  const chart: ECharts = init(place, undefined, { renderer: 'svg' })
  let shown: Scene | undefined
  const show = () => shown && chart.setOption(optionOf(shown, place.clientWidth, (name) => getComputedStyle(place).getPropertyValue(name).trim()), { replaceMerge: ['series'] })
  chart.on('click', (e) => {
    if (e.seriesId === 'line' && Array.isArray(e.value)) onPick(Number(e.value[0]))
  })
  return {
    draw: (scene) => {
      shown = scene
      show()
    },
    resize: () => {
      chart.resize()
      show()
    },
    end: () => chart.dispose(),
  }
}

function optionOf({ line, marks, x, y, best }: Scene, width: number, token: (name: string) => string) {
  const [ink, soft, rule] = [token('--ink'), token('--ink-soft'), token('--line')]
  const text = { color: ink, fontFamily: token('--font'), fontSize: 12.5 }
  const all = [...line, ...marks.flatMap((m) => m.at)]
  const axis = { axisLine: { lineStyle: { color: soft } }, axisLabel: { ...text, color: soft }, splitLine: { lineStyle: { color: rule } }, nameTextStyle: { ...text, color: soft } }
  const [from, to] = [Math.min(...all.map((m) => m.organs)) - 1, Math.max(...all.map((m) => m.organs)) + 1]
  const named = marks.some((m) => m.kind === 'other')
  // Names stand above their point and go on towards the middle, where there is room for them.
  const aside = (organs: number) => (organs * 2 > from + to ? 'right' : 'left')
  const point = (m: Mark) => ({ value: [m.organs, m.cost], name: m.name })
  return {
    animationDuration: 0,
    animationDurationUpdate: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
    textStyle: text,
    grid: { left: 8, right: 28, top: 32 + 22 * linesOf([best, ...marks.map((m) => m.title)], width), bottom: 26, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 16, itemHeight: 10, itemGap: 14, textStyle: text, inactiveColor: soft },
    xAxis: { type: 'value', name: x, nameLocation: 'middle', nameGap: 26, minInterval: 1, min: from, max: to, ...axis },
    yAxis: { type: 'value', name: y, nameGap: 12, scale: true, boundaryGap: ['22%', named ? '30%' : '12%'], ...axis, nameTextStyle: { ...axis.nameTextStyle, align: 'left' } },
    series: [
      {
        id: 'line', type: 'line', name: best, data: line.map(point), symbol: 'circle', symbolSize: 10, cursor: 'pointer',
        lineStyle: { width: 2.5, color: token('--accent') }, itemStyle: { color: token('--accent') }, emphasis: { scale: 1.5 },
        labelLayout: { hideOverlap: true },
        label: { show: true, position: 'bottom', distance: 7, color: soft, fontSize: 12, formatter: (p: { value: number[] }) => short(p.value[1]!) },
      },
      ...marks.map((m) => ({
        id: m.kind + m.title, type: 'scatter', name: m.title, data: (m.kind === 'other' ? together(m.at) : m.at).map((p) => ({ ...point(p), label: { align: aside(p.organs) } })), symbol: symbols[m.kind], symbolSize: m.kind === 'plan' ? 18 : 13, z: m.kind === 'plan' ? 6 : 5, silent: true,
        itemStyle: { color: token(colours[m.kind]), borderColor: token('--surface'), borderWidth: 1.5 },
        labelLayout: { moveOverlap: 'shiftY' },
        label: m.kind === 'other' ? { show: true, position: 'top', color: ink, fontSize: 12, lineHeight: 16, textBorderColor: token('--surface'), textBorderWidth: 3, width: width / 2 - 40, overflow: 'truncate', formatter: (p: { name: string }) => p.name } : { show: false },
      })),
    ],
  }
}

/** A cost as a label: the table has it in full. */
const short = (cost: number) => String(cost < 1000 ? Math.round(cost * 10) / 10 : Math.round(cost))
