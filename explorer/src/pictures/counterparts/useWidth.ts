import { useLayoutEffect, useRef, useState } from 'react'
import { leastWidth } from './layout'

/** The room that the page gives to the picture, so that its letters keep their size on every screen. */
export function useWidth() {
  const board = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(1000)
  useLayoutEffect(() => {
    const element = board.current
    if (!element) return
    const measure = () => setWidth(Math.max(leastWidth, Math.floor(element.clientWidth)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [width, board] as const
}
