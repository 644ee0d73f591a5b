import { useEffect, useRef } from 'react'

/**
 * Keeps the focus on a piece that was moved: it stands in another place of the page then, as another element. The moved
 * one is told; once what the board shows has changed its handle is focused.
 */
export function useCarried(board: unknown) {
  const moved = useRef('')
  useEffect(() => {
    const key = moved.current
    if (!key) return
    moved.current = ''
    const frame = requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"] .handle`)?.focus())
    return () => cancelAnimationFrame(frame)
  }, [board])
  return (key: string) => {
    moved.current = key
  }
}
