import type { Spot } from './box'

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

const ways: Record<Arrow, [x: number, y: number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** The thing that an arrow key leads to: the nearest on that side, what lies askew counting as further away. */
export function nearest(spots: Spot[], from: string, arrow: Arrow): string | undefined {
  const here = spots.find((s) => s.key === from)
  if (!here) return undefined
  const [x, y] = ways[arrow]
  let best: string | undefined
  let least = Infinity
  for (const s of spots) {
    const along = (s.x - here.x) * x + (s.y - here.y) * y
    const askew = Math.abs((s.x - here.x) * y) + Math.abs((s.y - here.y) * x)
    if (s.key === from || along <= 1 || askew > along * 4) continue
    const far = along + askew * 2
    if (far < least) [best, least] = [s.key, far]
  }
  return best
}
