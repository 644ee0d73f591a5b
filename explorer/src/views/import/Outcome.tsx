import type { ReactNode } from 'react'
import { Panel } from '../../design/Panel'
import { saveCSV } from '../../design/save'
import { type Column, Table } from '../../design/Table'
import { useTranslation } from '../../i18n'
import { number } from '../../i18n/numbers'
import type { Imported, ImportProblem } from './send'

type Props = { of: Imported; done: boolean; action: ReactNode }

/** What a file comes to: its problems with their cells, or what it would change, and at last has changed. */
export function Outcome(props: Props) {
  return props.of.errors?.length ? <Problems of={props.of} /> : <Changes {...props} />
}

function Problems({ of }: { of: Imported }) {
  const { t } = useTranslation()
  const rows = of.errors ?? []
  const columns: Column<ImportProblem>[] = [
    { id: 'place', title: t('import.place'), value: (p) => [p.extensions?.sheet, p.extensions?.cell ?? p.extensions?.row].filter(Boolean).join(' ') },
    { id: 'message', title: t('import.message'), value: (p) => p.message },
    { id: 'hint', title: t('import.hint'), value: (p) => p.extensions?.hint ?? '' },
  ]
  const n = rows.length + (of.omittedErrors ?? 0)
  return (
    <Panel title={t('import.problems', { n })} exports={[{ id: 'csv', label: t('panel.csv'), run: () => saveCSV(t('import.title'), columns, rows) }]}>
      <p role="alert">{t('import.fix')}</p>
      <Table label={t('import.problems', { n })} columns={columns} rows={rows} rowKey={(p) => columns[0]!.value(p) + p.message} />
      {!!of.omittedErrors && <p className="quiet small">{t('table.rest', { n: of.omittedErrors })}</p>}
    </Panel>
  )
}

function Changes({ of, done, action }: Props) {
  const { t } = useTranslation()
  const columns: Column<Imported['sheets'][number]>[] = [
    { id: 'sheet', title: t('import.sheet'), value: (s) => s.sheet },
    ...(['rows', 'added', 'changed', 'removed', 'unchanged'] as const).map((k) => ({ id: k, title: t(`import.${k}`), number: true, value: (s: Imported['sheets'][number]) => s[k] })),
  ]
  return (
    <Panel title={t(done ? 'import.done' : 'import.changes', { n: of.editCount })}>
      <div className="stack">
        {of.editCount === 0 ? <p role="status">{t('import.nothing')}</p> : (
          <>
            {of.before && of.after && <p>{t('import.before', { before: number(of.before.structureCost), after: number(of.after.structureCost), a: of.before.overlaps, b: of.after.overlaps })}</p>}
            <div>{action}</div>
            <ul className="import-edits">{of.edits.map((e, i) => <li key={i}>{e.sentence}</li>)}</ul>
            {of.editCount > of.edits.length && <p className="quiet small">{t('table.rest', { n: of.editCount - of.edits.length })}</p>}
          </>
        )}
        <Table label={t('import.sheets')} columns={columns} rows={of.sheets} rowKey={(s) => s.sheet} sortable={false} />
        {of.notes.length > 0 && <><h3>{t('import.notes')}</h3><ul className="small quiet">{of.notes.slice(0, 50).map((n, i) => <li key={i}>{[n.sheet, n.cell].filter(Boolean).join(' ')} {n.message}</li>)}</ul></>}
      </div>
    </Panel>
  )
}
