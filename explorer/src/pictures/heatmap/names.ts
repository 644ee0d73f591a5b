import type { Grid, Line } from './grid'
import type { Geometry, Sight } from './layout'
import type { Looks } from './looks'
import type { Pen } from './pen'
import { lengthOf, piecesOf, shortened } from './upright'

export const type = { name: 13, total: 12, gap: 8, totals: 34 } as const
const advance = type.name + 1.5

/** Names that would run into each other stand at every n-th line alone; the one pointed at always stands. */
const stepOf = (room: number) => Math.max(1, Math.ceil(15 / room))

export function drawRowNames(pen: Pen, grid: Grid, g: Geometry, s: Sight, [first, end]: readonly [number, number], y: (row: number) => number, looks: Looks, lit: Set<number>) {
  const step = stepOf(g.height)
  pen.within(0, g.head, g.side, s.height - g.head, () => {
    pen.box(0, g.head, g.side, s.height - g.head, looks.ground)
    const name = (row: number) => {
      const [line, middle, on] = [grid.rows[row]!, y(row) + g.height / 2 + 0.5, lit.has(row)]
      if (on) pen.box(0, middle - Math.max(g.height, 17) / 2, g.side, Math.max(g.height, 17), looks.band)
      const room = (g.side - type.totals - 2 * type.gap) / type.name
      const beside = shortened(line.beside, Math.max(0, room / 2.6))
      const text = shortened(line.name, room - (beside ? [...beside].length + 0.6 : 0))
      const right = g.side - type.totals - type.gap
      pen.words(text, right, middle, { size: type.name, bold: on, fill: looks.ink, align: 'end' })
      if (beside) pen.words(beside, type.gap, middle, { size: type.total, fill: looks.soft })
      pen.words(String(line.total), g.side - type.gap, middle, { size: type.total, bold: on, fill: looks.soft, align: 'end' })
    }
    for (let row = first; row < end; row++) if (row % step === 0 && (step === 1 || y(row) >= g.head)) name(row)
    for (const row of lit) if (row >= first && row < end) name(row)
  })
}

export function drawColumnNames(pen: Pen, grid: Grid, g: Geometry, s: Sight, [first, end]: readonly [number, number], x: (column: number) => number, looks: Looks, lit: Set<number>) {
  const step = stepOf(g.width)
  pen.within(g.side, 0, s.width - g.side, g.head, () => {
    pen.box(g.side, 0, s.width - g.side, g.head, looks.ground)
    const name = (column: number) => {
      const [line, middle, on] = [grid.columns[column]!, x(column) + g.width / 2 + 0.5, lit.has(column)]
      if (on) pen.box(middle - Math.max(g.width, 17) / 2, 0, Math.max(g.width, 17), g.head, looks.band)
      drawUpright(pen, line, middle, g.head - 24, looks, on)
      if (step === 1) pen.words(String(line.total), middle, g.head - 11, { size: type.total, bold: on, fill: looks.soft, align: 'center' })
    }
    for (let column = first; column < end; column++) if (column % step === 0 && (step === 1 || x(column) >= g.side)) name(column)
    for (const column of lit) if (column >= first && column < end) name(column)
  })
}

/** A name from top to bottom that ends just above the total, with what stands beside it before. */
function drawUpright(pen: Pen, line: Line, middle: number, bottom: number, looks: Looks, bold: boolean) {
  const most = (bottom - 4) / advance
  const beside = piecesOf(line.beside)
  const before = line.beside ? lengthOf(line.beside) + 0.5 : 0
  const text = shortened(line.name, most - before)
  const name = piecesOf(text)
  let y = bottom - (lengthOf(text) + before) * advance
  const write = (pieces: typeof name, fill: string, heavy: boolean) => {
    for (const p of pieces) {
      const font = { size: type.name, bold: heavy, fill }
      if (p.turned) pen.words(p.text, middle, y, font, true)
      else if (p.corner) pen.words(p.text, middle + type.name * 0.6, y + advance * 0.1, { ...font, align: 'center' })
      else pen.words(p.text, middle, y + advance / 2, { ...font, align: 'center' })
      y += p.length * advance
    }
  }
  write(beside, looks.soft, false)
  y += beside.length ? 0.5 * advance : 0
  write(name, looks.ink, bold)
}

/** What the rows and the columns are, where their names meet. */
export function drawCorner(pen: Pen, { titles }: Grid, g: Geometry, looks: Looks) {
  pen.box(0, 0, g.side, g.head, looks.ground)
  pen.words(titles.rows, type.gap, g.head - 13, { size: type.total, fill: looks.soft })
  pen.words(titles.columns, g.side - type.gap, 15, { size: type.total, fill: looks.soft, align: 'end' })
  pen.words(titles.totals, g.side - type.gap, g.head - 13, { size: type.total, fill: looks.soft, align: 'end' })
}

/** Room for the names: as much as the longest asks for, and no more than a share of the window. */
export function roomForNames(grid: Grid, window: { width: number; height: number }) {
  const longest = (lines: Line[]) => lines.reduce((n, l) => {
    return Math.max(n, lengthOf(l.name) + (l.beside ? lengthOf(l.beside) + 1 : 0))
  }, 4)
  const side = Math.min(longest(grid.rows) * type.name + type.totals + 3 * type.gap, Math.max(150, window.width * 0.42))
  const head = Math.min(longest(grid.columns) * advance + 34, Math.max(120, window.height * 0.42), 230)
  return { side: Math.round(side), head: Math.round(head) }
}
