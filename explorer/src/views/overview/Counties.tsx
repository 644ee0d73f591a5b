import { useValues } from '../../address/address'
import { text } from '../../address/codec'
import { graphql, type ResultOf } from '../../api/graphql'
import { useAll } from '../../api/hooks'
import { Panel } from '../../design/Panel'
import { saveCSV } from '../../design/save'
import { Answer, Notice } from '../../design/State'
import { type Column, Table } from '../../design/Table'
import { useTranslation } from '../../i18n'
import { day, number } from '../../i18n/numbers'
import { Cards } from './Cards'

const Nation = graphql(`
  query Nation($after: String) {
    counties(first: 500, after: $after, orderBy: { field: OVERLAP_COST, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes { code name revision updatedAt regions { name } metrics { townships organs stations departments leaders duties overlaps structureCost reducibleCost } }
    }
  }
`)
type Row = ResultOf<typeof Nation>['counties']['nodes'][number]

const fields = { q: text() }

/** Every county on record, dearest first. */
export function Counties() {
  const { t } = useTranslation()
  const [{ q }, change] = useValues(fields)
  const result = useAll(Nation, { after: null }, (a) => a.counties)
  const all = result.data ?? [] // the sums and the order are of all counties
  const rows = all.filter((c) => nameOf(c).includes(q.trim()))
  const columns = useColumns()
  return (
    <Answer of={result}>
      {() => all.length ? (
        <div className="stack">
          <Cards of={[
            [t('where.county'), all.length], [t('metric.townships'), sum(all, 'townships')], [t('metric.organs'), sum(all, 'organs')], [t('metric.overlaps'), sum(all, 'overlaps')],
            [t('metric.cost'), sum(all, 'structureCost'), t('overlaps.reducible', { n: number(sum(all, 'reducibleCost')) })],
          ]} />
          <Panel
            className="nation" title={<>{t('overview.counties')} <span className="quiet small" role="status">{t('table.total', { n: rows.length })}</span></>} asked={result.asked}
            tools={all.length > 10 && <input className="input" type="search" aria-label={t('overview.filter')} placeholder={t('overview.filter')} value={q} onChange={(e) => change({ q: e.target.value }, true)} />}
            exports={[{ id: 'csv', label: t('panel.csv'), run: () => saveCSV(t('overview.counties'), columns, rows) }]}
          >
            {rows.length
              ? <Table label={t('overview.counties')} columns={columns} rows={rows} rowKey={(c) => c.code} onAct={(c) => change({ county: c.code, q: '' })} sortedBy={{ id: 'cost', down: true }} />
              : <Notice title={t('search.none')} />}
          </Panel>
        </div>
      ) : <div className="panel"><Notice title={t('overview.import')} hint={t('overview.importHint')} /></div>}
    </Answer>
  )
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation()
  return [
    { id: 'name', title: t('metric.county'), value: (c) => `${c.name} ${c.code}`, show: (c) => <><b>{c.name}</b> <span className="quiet small">{c.regions.map((r) => r.name).join(' ')} {c.code}</span></> },
    { id: 'townships', title: t('metric.townships'), number: true, value: (c) => c.metrics.townships },
    { id: 'organs', title: t('metric.organs'), number: true, value: (c) => c.metrics.organs },
    { id: 'departments', title: t('metric.departments'), number: true, value: (c) => c.metrics.departments },
    { id: 'duties', title: t('metric.duties'), number: true, value: (c) => c.metrics.duties },
    { id: 'overlaps', title: t('metric.overlaps'), number: true, value: (c) => c.metrics.overlaps, show: (c) => number(c.metrics.overlaps) },
    { id: 'cost', title: t('metric.cost'), number: true, value: (c) => c.metrics.structureCost, show: (c) => number(c.metrics.structureCost) },
    { id: 'reducible', title: t('metric.reducible'), number: true, value: (c) => c.metrics.reducibleCost, show: (c) => number(c.metrics.reducibleCost) },
    { id: 'each', title: t('metric.costPerTownship'), number: true, value: each, show: (c) => number(each(c)) },
    { id: 'updated', title: t('metric.updated'), value: (c) => c.updatedAt, show: (c) => <span className="quiet">{day(c.updatedAt)}</span> },
  ]
}

const nameOf = (c: Row) => [c.name, c.code, ...c.regions.map((r) => r.name)].join(' ')
const each = (c: Row) => (c.metrics.townships ? c.metrics.structureCost / c.metrics.townships : 0)
const sum = (rows: Row[], of: 'townships' | 'organs' | 'overlaps' | 'structureCost' | 'reducibleCost') => rows.reduce((n, c) => n + c.metrics[of], 0)
