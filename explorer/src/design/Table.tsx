import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react'
import { useValues } from '../address/address'
import { text } from '../address/codec'
import { useTranslation } from '../i18n'
import { Icon } from './Icon'

/** A column: what a cell shows, and the value it is sorted and exported by. One of short words is not broken within them. */
export type Column<T> = { id: string; title: string; value: (row: T) => string | number; show?: (row: T) => ReactNode; number?: boolean; short?: boolean; sortable?: boolean }

type Order = { id: string; down: boolean }

type Props<T> = {
  label: string
  columns: Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  onAct?: (row: T) => void
  selected?: string | undefined
  sortable?: boolean
  sortedBy?: Order
  /** A view's main table, as one is whose chosen row stands in the address: so does its order. */
  main?: boolean
  most?: number
}

/** A table that can be sorted by any column and worked by keyboard; past `most` rows it says how many are left out. */
export function Table<T>({ label, columns, rows, rowKey, onAct, selected, sortable = true, sortedBy, main = selected !== undefined, most = 200 }: Props<T>) {
  const { t } = useTranslation()
  const [sort, setSort] = useOrder(sortedBy, main)
  const [limit, setLimit] = useState(most)
  const sorted = useMemo(() => {
    const column = columns.find((c) => c.id === sort?.id)
    return column ? [...rows].sort(by(column.value, sort!.down)) : rows
  }, [columns, rows, sort])
  const act = (row: T) => (e: KeyboardEvent) => {
    if (e.key === 'Enter' || e.key === ' ') (e.preventDefault(), onAct?.(row))
  }
  return (
    <>
      <table className="table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c.id} className={classOf(c)} aria-sort={sort?.id === c.id ? (sort.down ? 'descending' : 'ascending') : undefined}>
                {sortable && c.sortable !== false ? (
                  <button type="button" title={t('table.sort', { column: c.title })} onClick={() => setSort({ id: c.id, down: sort?.id === c.id ? !sort.down : !!c.number })}>
                    {c.title}<Icon name="up" />
                  </button>
                ) : c.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, limit).map((row) => (
            <tr
              key={rowKey(row)}
              className={onAct ? 'act' : undefined}
              tabIndex={onAct ? 0 : undefined}
              aria-selected={selected === undefined ? undefined : selected === rowKey(row)}
              onClick={onAct && (() => onAct(row))}
              onKeyDown={onAct && act(row)}
            >
              {columns.map((c) => <td key={c.id} className={classOf(c)}>{c.show ? c.show(row) : c.value(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > limit && (
        <p className="row small quiet">
          {t('table.rest', { n: sorted.length - limit })}
          <button type="button" className="button bare" onClick={() => setLimit(limit + most)}>{t('table.more', { n: Math.min(most, sorted.length - limit) })}</button>
        </p>
      )}
    </>
  )
}

const fields = { sort: text() }

/** The order of rows, by a column's id in the address, with a minus where the last comes first; else of this table alone. */
function useOrder(usual: Order | undefined, main: boolean) {
  const [{ sort }, change] = useValues(fields)
  const [own, setOwn] = useState(usual)
  if (!main) return [own, setOwn] as const
  const order = sort ? { id: sort.replace(/^-/, ''), down: sort.startsWith('-') } : usual
  return [order, (o: Order) => change({ sort: (o.down ? '-' : '') + o.id })] as const
}

const classOf = <T,>(c: Column<T>) => (c.number ? 'number' : c.short ? 'short' : undefined)

const by = <T,>(value: (row: T) => string | number, down: boolean) => (a: T, b: T) => {
  const [x, y] = [value(a), value(b)]
  const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'zh-CN')
  return down ? -order : order
}
