import { type KeyboardEvent, useRef, useState } from 'react'

/** One stop for the Tab key; arrows go from end to end and across, Enter focuses one, Escape leaves. */
export function useArrows(left: string[], right: string[], focus: string, onFocus: (key: string) => void) {
  const [at, setAt] = useState('')
  const group = useRef<SVGGElement>(null)
  const all = [...left, ...right]
  const stop = all.includes(at) ? at : focus || all[0]
  const move = (key: string | undefined) => {
    if (!key) return
    setAt(key)
    group.current?.querySelector<SVGGElement>(`[data-key="${CSS.escape(key)}"]`)?.focus()
  }
  const onKeyDown = (e: KeyboardEvent) => {
    const key = (e.target as Element).closest('[data-key]')?.getAttribute('data-key')
    if (!key) return
    const [mine, other] = left.includes(key) ? [left, right] : [right, left]
    const i = mine.indexOf(key)
    const choose = () => onFocus(focus === key ? '' : key)
    const acts: Record<string, () => void> = {
      ArrowDown: () => move(mine[i + 1]), ArrowUp: () => move(mine[i - 1]), Home: () => move(mine[0]), End: () => move(mine.at(-1)),
      ArrowLeft: () => mine === right && move(across(i, mine, other)), ArrowRight: () => mine === left && move(across(i, mine, other)),
      Enter: choose, ' ': choose, Escape: () => focus && onFocus(''),
    }
    const act = acts[e.key]
    if (!act) return
    e.preventDefault()
    setAt(key)
    act()
  }
  return { stop, onKeyDown, group }
}

const across = (i: number, mine: string[], other: string[]) => other[Math.round((i / Math.max(mine.length - 1, 1)) * (other.length - 1))]
