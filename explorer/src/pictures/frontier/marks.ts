import { lengthOf } from '../heatmap/upright'
import type { Mark } from './chart'

/** Marks at one point become one that has all their names, a line for each. */
export function together(marks: readonly Mark[]): Mark[] {
  const at = new Map<string, Mark>()
  for (const m of marks) {
    const place = `${m.organs} ${m.cost}`
    const there = at.get(place)
    at.set(place, there ? { ...there, name: `${there.name}\n${m.name}` } : m)
  }
  return [...at.values()]
}

// What stands with a name in the legend: its sign, and the gaps beside it.
const beside = 16 + 5 + 14

/** How many lines a legend takes in a width, in pixels, about. */
export function linesOf(names: readonly string[], width: number): number {
  let [lines, used] = [1, 0]
  for (const name of names) {
    const wide = lengthOf(name) * 12.2 + beside
    if (used && used + wide > width) [lines, used] = [lines + 1, 0]
    used += wide
  }
  return lines
}
