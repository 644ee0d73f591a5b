import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from '../i18n'
import { Icon } from './Icon'

/** A column: what a cell shows, and the value it is sorted and exported by. */
export type Column<T> = { id: string; title: string; value: (row: T) => string | number; show?: (row: T) => ReactNode; number?: boolean }

type Props<T> = {
  label: string
  columns: Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  onAct?: (row: T) => void
  selected?: string | undefined
  sortable?: boolean
  sortedBy?: { id: string; down: boolean }
  most?: number
}

/** A table that can be sorted by any column and worked by keyboard; past `most` rows it says how many are left out. */
export function Table<T>({ label, columns, rows, rowKey, onAct, selected, sortable = true, sortedBy, most = 200 }: Props<T>) {
  const { t } = useTranslation()
  const [sort, setSort] = useState(sortedBy)
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
              <th key={c.id} className={c.number ? 'number' : ''} aria-sort={sort?.id === c.id ? (sort.down ? 'descending' : 'ascending') : undefined}>
                {sortable ? (
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
              {columns.map((c) => <td key={c.id} className={c.number ? 'number' : ''}>{c.show ? c.show(row) : c.value(row)}</td>)}
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

const by = <T,>(value: (row: T) => string | number, down: boolean) => (a: T, b: T) => {
  const [x, y] = [value(a), value(b)]
  const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'zh-CN')
  return down ? -order : order
}
