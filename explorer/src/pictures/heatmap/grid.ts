import type { Severity } from '../../design/Severity'

export type Tone = Severity | 'NONE'

/** A row or a column: what it is called, what stands softly beside the name, and the group that a line sets it apart from. */
export type Line = { key: string; name: string; beside: string; group: string; total: number }

/** Where a row meets a column. `main` is drawn solid, anything else hollow; `mark` is one sign for what it is, `said` all in words. */
export type Cell = { row: number; column: number; tone: Tone; main: boolean; mark: string; said: string }

/** What rows, columns and their totals are called. */
export type Titles = { rows: string; columns: string; totals: string }

export type Grid = { titles: Titles; rows: Line[]; columns: Line[]; cells: Cell[]; at: (row: number, column: number) => Cell | undefined }

export function gridOf(titles: Titles, rows: Line[], columns: Line[], cells: Cell[]): Grid {
  const index = new Map(cells.map((c) => [c.row * columns.length + c.column, c]))
  return { titles, rows, columns, cells, at: (row, column) => index.get(row * columns.length + column) }
}

/** A place in the grid. */
export type Spot = { row: number; column: number }

/** The next cell with something in it, in a direction; the last place of the line where there is none. */
export function nextFilled(grid: Grid, from: Spot, down: number, across: number): Spot {
  let { row, column } = from
  for (;;) {
    const next = { row: row + down, column: column + across }
    if (next.row < 0 || next.column < 0 || next.row >= grid.rows.length || next.column >= grid.columns.length) return { row, column }
    ;({ row, column } = next)
    if (grid.at(row, column)) return next
  }
}
