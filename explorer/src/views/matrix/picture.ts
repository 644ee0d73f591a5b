import { useMemo } from 'react'
import { type Cell, type Grid, gridOf, type Line, type Spot, type Tone } from '../../pictures/heatmap/grid'
import type { Sign } from '../../pictures/heatmap/Legend'
import { useTranslation } from '../../i18n'
import type { Arranged, ArrangedLine, Order } from './arrange'
import { isMain, type MatrixCell, relationOf, type Axis, townshipOf } from './question'

/** The words for a matrix of two axes: its relations as signs and in full, a cell, a place. */
export function useWords(rows: Axis, columns: Axis, inTownship: boolean) {
  const { t } = useTranslation()
  return useMemo(() => {
    const relation = relationOf(rows, columns)
    const means = (role: string): string => t(`things.${relation}.${role}` as 'things.duty.LEAD')
    const mark = remembered((role: string) => role, (role) => t(`matrix.mark.${relation}.${role}` as 'matrix.mark.duty.LEAD'))
    const what = remembered(({ roles, count }: MatrixCell) => `${count} ${roles}`, ({ roles, count }) => {
      const all = roles.map(means).join('、')
      return count > 1 ? t('matrix.times', { what: all, n: count }) : all
    })
    const rest = remembered(({ overlaps, severity }: MatrixCell) => `${overlaps} ${severity}`, ({ overlaps, severity }) =>
      (severity ? t('matrix.rest', { n: overlaps, severity: t(`severity.${severity}`) }) : ''))
    const nameOf = ({ name, beside }: Line) => (beside && !inTownship ? `${beside} ${name}` : name)
    const place = (grid: Grid, { row, column }: Spot) => {
      const names = [grid.rows[row], grid.columns[column]].flatMap((l) => (l ? [nameOf(l)] : []))
      return names.length > 1 ? t('matrix.at', { row: names[0]!, column: names[1]! }) : (names[0] ?? '')
    }
    const say = (grid: Grid, spot: Spot) =>
      spot.row < 0 || spot.column < 0 ? place(grid, spot) : t('matrix.cell', { place: place(grid, spot), what: grid.at(spot.row, spot.column)?.said ?? t('matrix.nothing') })
    const titles = { rows: t(`kind.${rows}`), columns: t(`kind.${columns}`), totals: t('matrix.totals') }
    return { titles, means, mark, what, rest, say }
  }, [t, rows, columns, inTownship])
}

/** Thousands of cells say few different things. */
function remembered<T>(keyOf: (of: T) => string, make: (of: T) => string) {
  const said = new Map<string, string>()
  return (of: T) => {
    const key = keyOf(of)
    const known = said.get(key) ?? make(of)
    said.set(key, known)
    return known
  }
}

export type Words = ReturnType<typeof useWords>

/** The arranged matrix as a heat map draws it. */
export function gridFor({ rows, columns, cells }: Arranged, order: Order, words: Words, inTownship: boolean): Grid {
  const line = ({ of, total }: ArrangedLine): Line => {
    const township = townshipOf(of)
    return { key: of.key, name: of.name, beside: inTownship ? '' : (township?.name ?? ''), group: order === 'township' ? (township?.key ?? '') : '', total }
  }
  const cell = ({ of, row, column }: Arranged['cells'][number]): Cell => ({
    row, column, tone: of.severity ?? ('NONE' satisfies Tone), main: of.roles.some(isMain), mark: of.count > 1 ? String(of.count) : words.mark(of.roles[0] ?? ''),
    said: [words.what(of), words.rest(of)].filter(Boolean).join('；'),
  })
  return gridOf(words.titles, rows.map(line), columns.map(line), cells.map(cell))
}

/** The signs that this matrix uses, the main one first. */
export function signsOf(cells: readonly MatrixCell[], words: Words): Sign[] {
  const roles = [...new Set(cells.flatMap((c) => c.roles))].sort((a, b) => Number(isMain(b)) - Number(isMain(a)))
  return roles.map((role) => ({ mark: words.mark(role), means: words.means(role), main: isMain(role) }))
}

/** Where two keys meet in the picture; null where one of them is not in it. */
export function spotOf(grid: Grid, row: string, column: string): Spot | null {
  const spot = { row: grid.rows.findIndex((l) => l.key === row), column: grid.columns.findIndex((l) => l.key === column) }
  return row && column && spot.row >= 0 && spot.column >= 0 ? spot : null
}
