// What of ECharts the county's picture needs; this file is loaded when the picture is.
import { LinesChart, type LinesSeriesOption, ScatterChart, type ScatterSeriesOption } from 'echarts/charts'
import { DataZoomInsideComponent, type DataZoomComponentOption, GridComponent, type GridComponentOption, TooltipComponent, type TooltipComponentOption } from 'echarts/components'
import { type ComposeOption, init, use } from 'echarts/core'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'

use([LinesChart, ScatterChart, GridComponent, DataZoomInsideComponent, TooltipComponent, CanvasRenderer, SVGRenderer])

export type ChartOption = ComposeOption<LinesSeriesOption | ScatterSeriesOption | GridComponentOption | DataZoomComponentOption | TooltipComponentOption>

export const canvas = (element: HTMLElement) => init(element, undefined, { renderer: 'canvas' })

/** The picture as a file of its own. */
export function svgOf(option: ChartOption, width: number, height: number): string {
  const chart = init(null, undefined, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ ...option, backgroundColor: '#ffffff', animation: false })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}
