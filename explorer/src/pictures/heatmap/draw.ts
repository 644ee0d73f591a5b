import { shapes } from '../../design/Severity'
import type { Cell, Grid, Line, Spot } from './grid'
import { type Geometry, inSight, type Sight } from './layout'
import type { Looks } from './looks'
import { drawColumnNames, drawCorner, drawRowNames } from './names'
import type { Pen } from './pen'

/** What is pointed at, stood on and chosen. */
export type Marked = { hover: Spot | null; focus: Spot | null; chosen: Spot | null }
const nothing: Marked = { hover: null, focus: null, chosen: null }

/** Draws what is in sight, at the window's own zero. */
export function drawGrid(pen: Pen, grid: Grid, g: Geometry, s: Sight, looks: Looks, marked: Marked = nothing) {
  const { rows, columns } = inSight(g, s)
  const at = { x: (column: number) => g.side + column * g.width - s.left, y: (row: number) => g.head + row * g.height - s.top }
  const [right, bottom] = [Math.min(s.width, at.x(g.columns)), Math.min(s.height, at.y(g.rows))]
  const lines = { rows: pointed('row', marked), columns: pointed('column', marked) }
  pen.box(0, 0, s.width, s.height, looks.ground)
  pen.within(g.side, g.head, s.width - g.side, s.height - g.head, () => {
    for (const row of lines.rows) pen.box(g.side, at.y(row), right - g.side, g.height, looks.band)
    for (const column of lines.columns) pen.box(at.x(column), g.head, g.width, bottom - g.head, looks.band)
    // Lines between small cells would be all there is to see.
    const fine = Math.min(g.width, g.height) >= 12
    for (let row = rows[0]; row < rows[1]; row++) if (fine || newGroup(grid.rows, row + 1)) pen.box(g.side, at.y(row + 1), right - g.side, 1, newGroup(grid.rows, row + 1) ? looks.strong : looks.line)
    for (let column = columns[0]; column < columns[1]; column++) if (fine || newGroup(grid.columns, column + 1)) pen.box(at.x(column + 1), g.head, 1, bottom - g.head, newGroup(grid.columns, column + 1) ? looks.strong : looks.line)
    for (let row = rows[0]; row < rows[1]; row++)
      for (let column = columns[0]; column < columns[1]; column++) {
        const cell = grid.at(row, column)
        if (cell) drawCell(pen, cell, at.x(column), at.y(row), g, looks)
      }
    for (const [spot, colour] of [[marked.chosen, looks.ink], [marked.focus, looks.focus]] as const)
      if (spot) pen.frame(at.x(spot.column), at.y(spot.row), g.width + 1, g.height + 1, colour, g.width < 16 ? 2 : 3)
  })
  drawRowNames(pen, grid, g, s, rows, at.y, looks, lines.rows)
  drawColumnNames(pen, grid, g, s, columns, at.x, looks, lines.columns)
  drawCorner(pen, grid, g, looks)
  pen.box(0, g.head, s.width, 1, looks.strong)
  pen.box(g.side, 0, 1, s.height, looks.strong)
}

const newGroup = (lines: Line[], i: number) => i < lines.length && lines[i]!.group !== lines[i - 1]?.group

const pointed = (side: 'row' | 'column', { hover, focus, chosen }: Marked) =>
  new Set([hover ?? focus ?? chosen].flatMap((spot) => (spot && spot[side] >= 0 ? [spot[side]] : [])))

// How grave it is is told by the colour and by a shape; where the cell is too small for one, by how much of it is filled.
// What is not the main relation is hollow.
const filled = { HIGH: 1, MEDIUM: 0.88, LOW: 0.76, NONE: 0.6 }

export function drawCell(pen: Pen, { tone, main, mark }: Cell, x: number, y: number, { width, height }: { width: number; height: number }, looks: Looks) {
  const small = Math.min(width, height)
  const inset = small < 12 ? ((1 - filled[tone]) * small) / 2 : small < 20 ? 1 : 2
  const [left, top, wide, high] = [x + 1 + inset, y + 1 + inset, width - 1 - 2 * inset, height - 1 - 2 * inset]
  pen.box(left, top, wide, high, main || small < 12 ? looks.fill[tone] : looks.tint[tone])
  if (!main) {
    pen.frame(left, top, wide, high, looks.fill[tone], small < 12 ? 1 : 2)
    if (small < 12) pen.box(left + 1, top + 1, wide - 2, high - 2, looks.ground)
  }
  if (small < 12) return
  const ink = main ? looks.on[tone] : looks.deep[tone]
  const middle = { x: x + width / 2 + 0.5, y: y + height / 2 + 0.5 }
  const shape = tone === 'NONE' ? undefined : shapes[tone]
  const word = (dx: number, dy: number, size: number) => pen.words(mark, middle.x + dx, middle.y + 0.5 + dy, { size, bold: true, fill: ink, align: 'center' })
  if (!shape) return small < 20 ? undefined : word(0, 0, 13)
  if (width >= 38) {
    pen.shape(shape, middle.x - 13.5, middle.y - 4.5, 9, ink)
    word(7, 0, 13)
  } else if (small >= 20 && height >= 26) {
    pen.shape(shape, middle.x - 3.25, middle.y - 10.5, 6.5, ink)
    word(0, 4.5, 12)
  } else pen.shape(shape, middle.x - 4, middle.y - 4, 8, ink)
}
