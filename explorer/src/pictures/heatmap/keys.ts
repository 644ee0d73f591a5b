import { type Grid, nextFilled, type Spot } from './grid'

const ways: Record<string, [down: number, across: number]> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }

/**
 * Where a key leads from a place, as in a spreadsheet: arrows to the neighbour, with Ctrl to the next cell that has something
 * in it; Home and End along the row, with Ctrl to the corners; PageUp and PageDown by a window of `page` rows. Null for other keys.
 */
export function walk(grid: Grid, { row, column }: Spot, key: string, control: boolean, page: number): Spot | null {
  const [lastRow, lastColumn] = [grid.rows.length - 1, grid.columns.length - 1]
  const kept = (spot: Spot) => ({ row: Math.max(0, Math.min(lastRow, spot.row)), column: Math.max(0, Math.min(lastColumn, spot.column)) })
  const way = ways[key]
  if (way) return control ? nextFilled(grid, { row, column }, ...way) : kept({ row: row + way[0], column: column + way[1] })
  if (key === 'Home') return { row: control ? 0 : row, column: 0 }
  if (key === 'End') return { row: control ? lastRow : row, column: lastColumn }
  if (key === 'PageDown') return kept({ row: row + page, column })
  if (key === 'PageUp') return kept({ row: row - page, column })
  return null
}
