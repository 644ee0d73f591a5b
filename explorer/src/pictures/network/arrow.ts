import type { Spot } from './box'

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

/**
 * The thing that an arrow key leads to. Left and right go through all things as one reads, line after line, so that
 * none is out of reach; up and down lead to the nearest on that side, what lies askew counting as further away.
 */
export function ledTo(spots: Spot[], from: string, arrow: Arrow): string | undefined {
  const here = spots.find((s) => s.key === from)
  if (!here) return undefined
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') return nearest(spots, here, arrow === 'ArrowUp' ? -1 : 1)?.key
  const read = lines(spots).flat()
  return read[read.indexOf(here) + (arrow === 'ArrowLeft' ? -1 : 1)]?.key
}

function nearest(spots: Spot[], here: Spot, side: 1 | -1): Spot | undefined {
  let best: Spot | undefined
  let least = Infinity
  for (const s of spots) {
    const [along, askew] = [(s.y - here.y) * side, Math.abs(s.x - here.x)]
    if (along <= 1 || askew > along * 4) continue
    const far = along + askew * 2
    if (far < least) [best, least] = [s, far]
  }
  return best
}

/** Things from top to bottom in lines, each from left to right: what begins a line has the middles of the others beside it. */
function lines(spots: Spot[]): Spot[][] {
  const found: Spot[][] = []
  for (const s of [...spots].sort((a, b) => a.y - b.y)) {
    const first = found.at(-1)?.[0]
    if (first && s.y - first.y < first.height / 2) found.at(-1)!.push(s)
    else found.push([s])
  }
  return found.map((line) => line.sort((a, b) => a.x - b.x))
}
