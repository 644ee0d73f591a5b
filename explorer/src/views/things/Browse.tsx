import type { ReactNode } from 'react'
import type { Asked } from '../../api/hooks'
import { Panel } from '../../design/Panel'
import { saveCSV } from '../../design/save'
import { Answer, Notice } from '../../design/State'
import { type Column, Table } from '../../design/Table'
import { useTranslation } from '../../i18n'
import './things.css'

type Props<T> = {
  title: string
  text?: string
  onText?: (text: string) => void
  facets?: ReactNode
  columns: Column<T>[]
  list: { data: unknown; error: unknown; refetch: () => unknown; isPlaceholderData: boolean; rows: T[]; total: number; more: (() => void) | undefined; every: () => Promise<T[]>; asked: Asked }
  rowKey: (row: T) => string
  chosen: string
  onChoose: (key: string) => void
  children: ReactNode
}

/** A list of things with a filter on the left, and the one chosen on the right. */
export function Browse<T>({ title, text, onText, facets, columns, list, rowKey, chosen, onChoose, children }: Props<T>) {
  const { t } = useTranslation()
  return (
    <div className={chosen ? 'things open' : 'things'}>
      <Panel
        title={<>{title} <span className="quiet small">{t('table.total', { n: list.total })}</span></>}
        asked={list.asked}
        exports={[{ id: 'csv', label: t('panel.csv'), run: () => void list.every().then((rows) => saveCSV(title, columns, rows)) }]}
      >
        <div className="stack">
          {onText && <input className="input" type="search" aria-label={t('search.label')} placeholder={t('things.filter')} value={text} onChange={(e) => onText(e.target.value)} />}
          {facets && <div className="things-facets">{facets}</div>}
          <Answer of={list}>
            {() => list.rows.length
              ? <Table label={title} columns={columns} rows={list.rows} rowKey={rowKey} selected={chosen} onAct={(r) => onChoose(rowKey(r))} most={100} />
              : <Notice title={t('search.none')} />}
          </Answer>
          {list.more && <button type="button" className="button" onClick={list.more}>{t('table.more', { n: list.total - list.rows.length })}</button>}
        </div>
      </Panel>
      {chosen && <div className="stack">{children}</div>}
    </div>
  )
}
