import { useCallback, useState } from 'react'

/** The width of an element as it is, in steps, so that a picture is not arranged anew for every pixel. */
export function useWidth(step = 20): [(element: HTMLElement | null) => (() => void) | undefined, number] {
  const [width, setWidth] = useState(0)
  const watch = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width / step) * step))
    observer.observe(element)
    return () => observer.disconnect()
  }, [step])
  return [watch, width]
}
