import { useEffect, useRef } from 'react'
import type { Chart, Scene } from './chart'
import './frontier.css'

type Props = { scene: Scene; label: string; onPick: (organs: number) => void }

/** The frontier as a chart. The library comes when it is first needed; the table beside it says the same to who can't see it. */
export function FrontierChart({ scene, label, onPick }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<Chart>(undefined)
  const latest = useRef({ scene, onPick })
  latest.current = { scene, onPick }
  useEffect(() => {
    let gone = false
    const element = place.current!
    const size = new ResizeObserver(() => chart.current?.resize())
    const theme = new MutationObserver(() => chart.current?.draw(latest.current.scene))
    void import('./chart').then(({ chartIn }) => {
      if (gone) return
      chart.current = chartIn(element, (organs) => latest.current.onPick(organs))
      chart.current.draw(latest.current.scene)
      size.observe(element)
      theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    })
    return () => {
      gone = true
      size.disconnect()
      theme.disconnect()
      chart.current?.end()
      chart.current = undefined
    }
  }, [])
  useEffect(() => chart.current?.draw(scene), [scene])
  return <div ref={place} className="frontier-chart" role="img" aria-label={label} />
}
