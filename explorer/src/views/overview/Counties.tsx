import { useShared } from '../../address/address'
import { graphql, type ResultOf } from '../../api/graphql'
import { useAsk } from '../../api/hooks'
import { Panel } from '../../design/Panel'
import { saveCSV } from '../../design/save'
import { Answer, Notice } from '../../design/State'
import { type Column, Table } from '../../design/Table'
import { useTranslation } from '../../i18n'
import { day, number } from '../../i18n/numbers'
import { Cards } from './Cards'

const Nation = graphql(`
  query Nation {
    counties(first: 500, orderBy: { field: OVERLAP_COST, direction: DESC }) {
      totalCount
      nodes { code name revision updatedAt regions { name } metrics { townships organs stations departments leaders duties overlaps structureCost reducibleCost } }
    }
  }
`)
type Row = ResultOf<typeof Nation>['counties']['nodes'][number]

/** Every county on record, dearest first. */
export function Counties() {
  const { t } = useTranslation()
  const [, change] = useShared()
  const result = useAsk(Nation, {})
  const rows = result.data?.counties.nodes ?? []
  const columns: Column<Row>[] = [
    { id: 'name', title: t('metric.county'), value: (c) => c.name, show: (c) => <><b>{c.name}</b> <span className="quiet small">{c.regions.map((r) => r.name).join(' ')} {c.code}</span></> },
    { id: 'townships', title: t('metric.townships'), number: true, value: (c) => c.metrics.townships },
    { id: 'organs', title: t('metric.organs'), number: true, value: (c) => c.metrics.organs },
    { id: 'departments', title: t('metric.departments'), number: true, value: (c) => c.metrics.departments },
    { id: 'duties', title: t('metric.duties'), number: true, value: (c) => c.metrics.duties },
    { id: 'overlaps', title: t('metric.overlaps'), number: true, value: (c) => c.metrics.overlaps },
    { id: 'cost', title: t('metric.cost'), number: true, value: (c) => c.metrics.structureCost, show: (c) => number(c.metrics.structureCost) },
    { id: 'each', title: t('metric.costPerTownship'), number: true, value: each, show: (c) => number(each(c)) },
    { id: 'updated', title: t('metric.updated'), value: (c) => c.updatedAt, show: (c) => <span className="quiet">{day(c.updatedAt)}</span> },
  ]
  return (
    <div className="stack">
      <Panel title={t('overview.counties')} asked={result.asked} exports={[{ id: 'csv', label: t('panel.csv'), run: () => saveCSV(t('overview.counties'), columns, rows) }]}>
        <Answer of={result}>
          {({ counties }) => counties.nodes.length ? (
            <>
              <Cards of={[[t('where.county'), counties.totalCount], [t('metric.townships'), sum(rows, 'townships')], [t('metric.organs'), sum(rows, 'organs')], [t('metric.overlaps'), sum(rows, 'overlaps')], [t('metric.cost'), sum(rows, 'structureCost')]]} />
              <Table label={t('overview.counties')} columns={columns} rows={counties.nodes} rowKey={(c) => c.code} onAct={(c) => change({ county: c.code })} />
            </>
          ) : <Notice title={t('overview.import')} hint={t('overview.importHint')} />}
        </Answer>
      </Panel>
    </div>
  )
}

const each = (c: Row) => (c.metrics.townships ? c.metrics.structureCost / c.metrics.townships : 0)
const sum = (rows: Row[], of: 'townships' | 'organs' | 'overlaps' | 'structureCost') => rows.reduce((n, c) => n + c.metrics[of], 0)
