import type { Spot } from './grid'

// Where everything stands in the heat map, in pixels. Names and totals of rows stand on the left and those of columns at the
// top; both stay in sight while the cells are scrolled.

/** Cells of a width and a height, beside the names of the rows (`side`) and below those of the columns (`head`). */
export type Geometry = { rows: number; columns: number; width: number; height: number; side: number; head: number }

/** What is in sight: how far it is scrolled, and the size of the window. */
export type Sight = { left: number; top: number; width: number; height: number }

const edge = 1 // so that the last line is drawn

export const extent = (g: Geometry) => ({ width: g.side + g.columns * g.width + edge, height: g.head + g.rows * g.height + edge })

/** The rows and columns in sight, from the first to before the end. */
export function inSight(g: Geometry, s: Sight) {
  const range = (from: number, room: number, step: number, count: number) =>
    [Math.max(0, Math.floor(from / step)), Math.max(0, Math.min(count, Math.ceil((from + room) / step)))] as const
  return { rows: range(s.top, s.height - g.head, g.height, g.rows), columns: range(s.left, s.width - g.side, g.width, g.columns) }
}

/** What is at a point of the window: a row or column of −1 is its name. Null beside everything. */
export function spotAt(g: Geometry, s: Sight, x: number, y: number): Spot | null {
  const column = x < g.side ? -1 : Math.floor((x - g.side + s.left) / g.width)
  const row = y < g.head ? -1 : Math.floor((y - g.head + s.top) / g.height)
  return column >= g.columns || row >= g.rows || (row < 0 && column < 0) ? null : { row, column }
}

/** How far to scroll, as little as is needed, so that a cell is in sight with a neighbour around. */
export function revealing(g: Geometry, s: Sight, { row, column }: Spot) {
  const along = (at: number, step: number, from: number, room: number) => {
    const [first, last] = [(at - 1) * step, (at + 2) * step]
    if (last - first >= room) return Math.max(0, at * step)
    return Math.max(0, Math.min(first, Math.max(from, last - room)))
  }
  return { left: along(column, g.width, s.left, s.width - g.side), top: along(row, g.height, s.top, s.height - g.head) }
}

/** Sizes that a cell may be zoomed to. */
export const sizes = [8, 12, 16, 20, 24, 28, 32, 40, 48]

export const zoomed = (size: number, by: 1 | -1) => (by > 0 ? sizes.find((s) => s > size) : [...sizes].reverse().find((s) => s < size)) ?? size

/** A few rows and columns fill the window, many are small but can still be read. */
export function fitting(rows: number, columns: number, room: number) {
  const bounded = (n: number, most: number) => Math.max(22, Math.min(most, Math.floor(n)))
  return { width: bounded((room - edge) / Math.max(columns, 1), 60), height: rows > 30 ? 28 : rows > 16 ? 32 : 40 }
}
