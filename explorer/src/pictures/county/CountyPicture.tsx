import { type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { save } from '../../design/save'
import type { Network, Thing } from '../network/graph'
import { type Colours, coloursOf, optionOf } from './option'
import { positions } from './positions'

export type CountyFiles = { svg: (name: string) => void; png: (name: string) => void }
type Charts = typeof import('./chart')

type Props = { label: string; network: Network; width: number; selected: string; onSelect: (key: string) => void; hint: (t: Thing) => string; busy: string; files: Ref<CountyFiles> }

/** The whole county on one canvas, thousands of things at once. It is for the eye: the table beside it says the same. */
export function CountyPicture({ label, network, width, selected, onSelect, hint, busy, files }: Props) {
  const at = useMemo(() => positions(network, width), [network, width])
  const [charts, setCharts] = useState<Charts>()
  const [colours, element] = useColours()
  const board = useRef<HTMLDivElement>(null)
  const chart = useRef<ReturnType<Charts['canvas']> | undefined>(undefined)
  const option = useMemo(() => colours && optionOf(network, at, colours, selected, hint), [network, at, colours, selected, hint])
  const select = useRef(onSelect)
  select.current = onSelect
  useEffect(() => {
    let left = false
    void import('./chart').then((m) => left || setCharts(m))
    return () => {
      left = true
    }
  }, [])
  useEffect(() => {
    if (!charts || !board.current) return undefined
    const made = (chart.current = charts.canvas(board.current))
    made.on('click', (p) => select.current(p.name))
    return () => made.dispose()
  }, [charts])
  useEffect(() => {
    if (!option || !chart.current) return
    chart.current.resize({ width: at.width, height: at.height })
    chart.current.setOption(option)
  }, [charts, option, at])
  useImperativeHandle(files, () => ({
    svg: (name) => charts && light(board.current!, (colours) => save(`${name}.svg`, charts.svgOf(optionOf(network, at, colours, selected, hint), at.width, at.height), 'image/svg+xml')),
    png: (name) => void (chart.current && fetchImage(chart.current.getDataURL({ pixelRatio: 2, backgroundColor: colours?.surface })).then((b) => save(`${name}.png`, b, 'image/png'))),
  }), [charts, network, at, selected, hint, colours])
  return (
    <div ref={element} role="img" aria-label={label} aria-busy={!charts || undefined} style={{ height: at.height }} className="county-map">
      {!charts && <p className="quiet" role="status">{busy}</p>}
      <div ref={board} />
    </div>
  )
}

/** The colours of the theme, again when it is turned. */
function useColours() {
  const [colours, setColours] = useState<Colours>()
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const read = () => element.current && setColours(coloursOf(element.current))
    read()
    const observer = new MutationObserver(read)
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => observer.disconnect()
  }, [])
  return [colours, element] as const
}

/** Files are light whatever the theme of the page. */
function light(beside: Element, run: (colours: Colours) => void) {
  const page = document.createElement('div')
  page.dataset.theme = 'light'
  beside.append(page)
  run(coloursOf(page))
  page.remove()
}

const fetchImage = async (address: string) => {
  const [head, body] = address.split(',')
  const bytes = Uint8Array.from(atob(body!), (c) => c.charCodeAt(0))
  return new Blob([bytes], { type: /data:(.*?);/.exec(head!)?.[1] ?? 'image/png' })
}
