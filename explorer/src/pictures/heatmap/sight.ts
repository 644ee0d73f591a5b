import { type RefObject, useEffect, useState } from 'react'
import { type Looks, looksAt } from './looks'

// What stands above the window on a page, about, so that the whole of it is in sight.
const chrome = 330

/** The size of the window that cells are seen through, and of the most it may take of the page. */
export function useRoom(pane: RefObject<HTMLElement | null>) {
  const [room, setRoom] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const element = pane.current!
    const measure = () => setRoom({ width: element.clientWidth, height: Math.max(400, innerHeight - chrome) })
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    addEventListener('resize', measure)
    measure()
    return () => {
      watch.disconnect()
      removeEventListener('resize', measure)
    }
  }, [pane])
  return room
}

/** The colours of the theme, read anew when it changes. */
export function useLooks(element: RefObject<Element | null>): Looks | undefined {
  const [looks, setLooks] = useState<Looks>()
  useEffect(() => {
    const read = () => setLooks(looksAt(element.current!))
    const watch = new MutationObserver(read)
    watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    read()
    return () => watch.disconnect()
  }, [element])
  return looks
}
