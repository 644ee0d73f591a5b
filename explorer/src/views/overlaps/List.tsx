import type { ResultOf, VariablesOf } from '../../api/graphql'
import { usePages, useWorld } from '../../api/hooks'
import { Icon } from '../../design/Icon'
import { Panel } from '../../design/Panel'
import { saveCSV } from '../../design/save'
import { SeverityBadge } from '../../design/Severity'
import { Answer, Notice } from '../../design/State'
import { type Column, Table } from '../../design/Table'
import { useTranslation } from '../../i18n'
import { number } from '../../i18n/numbers'
import { filterOf, useOverlapValues } from './fields'
import { OverlapList } from './questions'
import { useKinds } from './useKinds'

type Row = NonNullable<ResultOf<typeof OverlapList>['county']>['overlaps']['nodes'][number]
type Asked = VariablesOf<typeof OverlapList>
const most = 50

/** The overlaps that the filters let through, page by page. */
export function List() {
  const { t } = useTranslation()
  const [v, change] = useOverlapValues()
  const world = useWorld()
  const variables: Asked = { ...world, filter: filterOf(v), orderBy: { field: v.order, direction: v.order === 'COST' ? 'DESC' : 'ASC' }, first: most, after: null }
  const list = usePages(OverlapList, variables, (a) => a.county?.overlaps)
  const columns = useColumns()
  // Beside one in full there is room for what tells the rows apart.
  const shown = v.overlap ? columns.filter((c) => c.id !== 'participants' && c.id !== 'reducible') : columns
  const sums = list.data?.county?.overlaps
  const exportAll = async () => saveCSV(t('overlaps.list'), columns, await list.every())
  return (
    <Panel
      className="list" asked={list.asked} title={t('overlaps.list')} exports={[{ id: 'csv', label: t('panel.csv'), run: () => void exportAll() }]}
      tools={
        <label className="order small">{t('overlaps.order')}
          <select className="input" value={v.order} onChange={(e) => change({ order: e.target.value as typeof v.order })}>
            {(['COST', 'KIND', 'TOWNSHIP'] as const).map((o) => <option key={o} value={o}>{t(`overlaps.by.${o}`)}</option>)}
          </select>
        </label>
      }
    >
      <Narrowed rows={list.rows} />
      <Answer of={list}>
        {() => sums && list.rows.length ? (
          <>
            <p className="small" role="status">{t('overlaps.total', { n: list.total, cost: number(sums.totalCost), reducible: number(sums.reducibleCost) })}</p>
            <Table label={t('overlaps.list')} columns={shown} rows={list.rows} rowKey={(r) => r.fingerprint} selected={v.overlap} onAct={(r) => change({ overlap: r.fingerprint })} sortable={false} most={5000} />
            {list.more && (
              <p className="row small quiet">
                {t('table.rest', { n: list.total - list.rows.length })}
                <button type="button" className="button" onClick={list.more}>{t('table.more', { n: Math.min(most, list.total - list.rows.length) })}</button>
              </p>
            )}
          </>
        ) : <Notice title={t('overlaps.none')} hint={t('overlaps.noneHint')} />}
      </Answer>
    </Panel>
  )
}

/** What another page narrowed the list to, which no tick shows. */
function Narrowed({ rows }: { rows: Row[] }) {
  const { t } = useTranslation()
  const [{ subject, participant }, change] = useOverlapValues()
  const nameOf = (key: string) => rows.flatMap((r) => [r.subject, ...r.participants]).find((e) => e.key === key)?.name ?? key.split('/').at(-1)!
  const on = [{ key: subject, drop: { subject: '' } }, { key: participant, drop: { participant: '' } }].filter((x) => x.key)
  if (!on.length) return null
  return (
    <div className="row narrowed">
      {on.map(({ key, drop }) => (
        <button key={key} type="button" className="button small" aria-label={t('overlaps.drop', { name: nameOf(key) })} onClick={() => change(drop)}>{t('overlaps.only', { name: nameOf(key) })}<Icon name="cross" /></button>
      ))}
    </div>
  )
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation()
  const kind = useKinds()
  const names = (r: Row) => r.participants.map((p) => p.name).join(t('overlaps.comma'))
  return [
    { id: 'severity', title: t('overlaps.severity'), value: (r) => t(`severity.${r.severity}`), show: (r) => <SeverityBadge of={r.severity} /> },
    { id: 'kind', title: t('overlaps.kind'), value: (r) => kind(r.kind).name, show: (r) => <span className="kind" title={kind(r.kind).definition}>{kind(r.kind).name}</span> },
    { id: 'township', title: t('where.township'), value: (r) => r.township?.name ?? '', show: (r) => <span className="kind">{r.township?.name ?? t('overlaps.whole')}</span> },
    { id: 'subject', title: t('overlaps.subject'), value: (r) => r.topic ?? r.subject.name, show: (r) => <b className="subject">{r.topic ?? r.subject.name}</b> },
    { id: 'participants', title: t('overlaps.participants'), value: names, show: (r) => <span className="quiet small participants">{names(r)}</span> },
    { id: 'cost', title: t('overlaps.cost'), number: true, value: (r) => r.cost, show: (r) => number(r.cost) },
    { id: 'reducible', title: t('metric.reducible'), number: true, value: (r) => r.reducibleCost, show: (r) => number(r.reducibleCost) },
    { id: 'case', title: t('overlaps.cases'), value: (r) => t(`case.${r.case.status}`), show: (r) => <span className="quiet small kind">{t(`case.${r.case.status}`)}</span> },
  ]
}
