import { type Matrix, type MatrixCell, type MatrixLine, townshipOf } from './question'

export type Order = 'cluster' | 'name' | 'township'
export type Wanted = { order: Order; inRows: string; inColumns: string; onlyOverlapping: boolean; townships: string[] }

/** A row or column with how many relations it has here. */
export type ArrangedLine = { of: MatrixLine; total: number }
export type ArrangedCell = { of: MatrixCell; row: number; column: number }
export type Arranged = { rows: ArrangedLine[]; columns: ArrangedLine[]; cells: ArrangedCell[] }

/** The matrix in an order, with the rows, columns and cells that were asked for. What is left with nothing is dropped. */
export function arrange({ rows, columns, cells }: Matrix, { order, inRows, inColumns, onlyOverlapping, townships }: Wanted): Arranged {
  const [rowKept, columnKept] = [rows.map(mentions(inRows)), columns.map(mentions(inColumns))]
  const kept = cells.filter((c) => rowKept[c.row] && columnKept[c.column] && (!onlyOverlapping || c.overlaps > 0))
  const [rowTotals, columnTotals] = [totals(rows.length, kept, 'row'), totals(columns.length, kept, 'column')]
  const [rowOrder, columnOrder] = [sorted(rows, rowTotals, order, townships), sorted(columns, columnTotals, order, townships)]
  const [rowAt, columnAt] = [places(rowOrder), places(columnOrder)]
  return {
    rows: rowOrder.map((i) => ({ of: rows[i]!, total: rowTotals[i]! })),
    columns: columnOrder.map((i) => ({ of: columns[i]!, total: columnTotals[i]! })),
    cells: kept.map((of) => ({ of, row: rowAt.get(of.row)!, column: columnAt.get(of.column)! })).sort((a, b) => a.row - b.row || a.column - b.column),
  }
}

const mentions = (text: string) => (line: MatrixLine) => {
  const wanted = text.trim().toLowerCase()
  return !wanted || `${townshipOf(line)?.name ?? ''} ${line.name}`.toLowerCase().includes(wanted)
}

function totals(n: number, cells: MatrixCell[], side: 'row' | 'column') {
  const sums = Array<number>(n).fill(0)
  for (const c of cells) sums[c[side]]! += c.count
  return sums
}

const chinese = new Intl.Collator('zh-CN', { numeric: true })

/** The places of the lines that have something, in the order asked for; the answer's own order is the clustered one. */
function sorted(lines: readonly MatrixLine[], totals: number[], order: Order, townships: string[]): number[] {
  const met = lines.flatMap((_, i) => (totals[i] ? [i] : []))
  if (order === 'cluster') return met
  const at = new Map(townships.map((key, i) => [key, i]))
  const place = (i: number) => at.get(townshipOf(lines[i]!)?.key ?? '') ?? -1
  const byName = (a: number, b: number) => chinese.compare(lines[a]!.name, lines[b]!.name)
  const byTownship = (a: number, b: number) => place(a) - place(b)
  return met.sort(order === 'name' ? (a, b) => byName(a, b) || byTownship(a, b) : (a, b) => byTownship(a, b) || a - b)
}

const places = (order: number[]) => new Map(order.map((from, to) => [from, to]))
