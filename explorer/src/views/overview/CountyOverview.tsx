import { Link } from '../../address/Link'
import { useShared } from '../../address/address'
import { graphql, type ResultOf } from '../../api/graphql'
import { type Asked, useAsk, useWorld } from '../../api/hooks'
import { Panel } from '../../design/Panel'
import { saveCSV } from '../../design/save'
import { Answer, Notice } from '../../design/State'
import { type Column, Table } from '../../design/Table'
import { type T, useTranslation } from '../../i18n'
import { number } from '../../i18n/numbers'
import { Cards } from './Cards'
import { Changes } from './Changes'
import { Quality } from './Quality'

const CountyNumbers = graphql(`
  query CountyNumbers($code: String!, $at: VersionInput, $basis: [Basis!], $scope: ScopeInput, $filter: OverlapFilter) {
    county(code: $code, at: $at, basis: $basis) {
      id
      metrics(scope: $scope) { townships organs stations leaders departments duties overlaps structureCost reducibleCost byKind { kind count cost } }
      overlaps(filter: $filter, first: 0) { facets { kinds { value label } } }
      townships(first: 500, orderBy: { field: OVERLAP_COST, direction: DESC }) { nodes { id key name size metrics { organs stations overlaps structureCost reducibleCost } } }
    }
  }
`)
type Numbers = NonNullable<ResultOf<typeof CountyNumbers>['county']>
type Row = Numbers['townships']['nodes'][number]

/** One county, or one township of it: figures, kinds of overlap, townships, data quality, latest changes. */
export function CountyOverview() {
  const { t } = useTranslation()
  const [{ township }, change] = useShared()
  const scope = township ? { townships: [township] } : null
  const result = useAsk(CountyNumbers, { ...useWorld(), scope, filter: scope })
  return (
    <Answer of={result}>
      {({ county }) => county ? (
        <div className="stack">
          <Cards of={cardsOf(county.metrics, !!township, t)} />
          <div className="overview">
            <div className="stack">
              <Kinds county={county} asked={result.asked} />
              {township ? <Quality /> : <Townships rows={county.townships.nodes} asked={result.asked} onAct={(r) => change({ township: r.key })} />}
            </div>
            <div className="stack"><Changes />{!township && <Quality />}</div>
          </div>
        </div>
      ) : null}
    </Answer>
  )
}

const cardsOf = (m: Numbers['metrics'], one: boolean, t: T): [string, number, string?][] => [
  ...(one ? [] : [[t('metric.townships'), m.townships] as [string, number]]),
  [t('metric.organs'), m.organs], [t('metric.stations'), m.stations], [t('metric.departments'), m.departments], [t('metric.duties'), m.duties],
  [t('metric.leaders'), m.leaders], [t('metric.overlaps'), m.overlaps], [t('metric.cost'), m.structureCost, t('overlaps.reducible', { n: number(m.reducibleCost) })],
]

function Kinds({ county, asked }: { county: Numbers; asked: Asked }) {
  const { t } = useTranslation()
  const label = (kind: string) => county.overlaps.facets.kinds.find((k) => k.value === kind)?.label ?? kind
  const rows = county.metrics.byKind.filter((r) => r.count > 0).sort((a, b) => b.cost - a.cost || b.count - a.count)
  const most = Math.max(...rows.map((r) => r.cost), 1)
  const columns: Column<(typeof rows)[number]>[] = [
    { id: 'kind', title: t('overview.kind'), value: (r) => label(r.kind), show: (r) => <Link to="/overlaps" with={{ kinds: r.kind }}>{label(r.kind)}</Link> },
    { id: 'bar', title: t('overview.share'), value: (r) => r.cost, show: (r) => <svg className="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width={(100 * r.cost) / most} height="8" /></svg> },
    { id: 'count', title: t('overview.count'), number: true, value: (r) => r.count },
    { id: 'cost', title: t('overview.costBy'), number: true, value: (r) => r.cost, show: (r) => number(r.cost) },
  ]
  return (
    <Panel
      title={t('overview.kinds')} asked={asked}
      tools={<><Link className="button bare small" to="/overlaps">{t('overlaps.list')}</Link><Link className="button bare small" to="/overlaps" with={{ tab: 'picture' }}>{t('overlaps.picture')}</Link></>}
      exports={[{ id: 'csv', label: t('panel.csv'), run: () => saveCSV(t('overview.kinds'), columns.filter((c) => c.id !== 'bar'), rows) }]}
    >
      {rows.length ? <Table label={t('overview.kinds')} columns={columns} rows={rows} rowKey={(r) => r.kind} sortable={false} /> : <Notice title={t('overlaps.none')} />}
    </Panel>
  )
}

function Townships({ rows, asked, onAct }: { rows: Row[]; asked: Asked; onAct: (r: Row) => void }) {
  const { t } = useTranslation()
  const columns: Column<Row>[] = [
    { id: 'name', title: t('where.township'), value: (r) => r.name, show: (r) => <b>{r.name}</b> },
    { id: 'organs', title: t('metric.organs'), number: true, value: (r) => r.metrics.organs },
    { id: 'stations', title: t('metric.stations'), number: true, value: (r) => r.metrics.stations },
    { id: 'overlaps', title: t('metric.overlaps'), number: true, value: (r) => r.metrics.overlaps },
    { id: 'cost', title: t('metric.cost'), number: true, value: (r) => r.metrics.structureCost, show: (r) => number(r.metrics.structureCost) },
    { id: 'reducible', title: t('metric.reducible'), number: true, value: (r) => r.metrics.reducibleCost, show: (r) => number(r.metrics.reducibleCost) },
  ]
  return (
    <Panel title={t('overview.townships')} asked={asked} exports={[{ id: 'csv', label: t('panel.csv'), run: () => saveCSV(t('overview.townships'), columns, rows) }]}>
      {rows.length
        ? <Table label={t('overview.townships')} columns={columns} rows={rows} rowKey={(r) => r.key} onAct={onAct} sortedBy={{ id: 'cost', down: true }} />
        : <Notice title={t('overview.noTownships')}><Link to="/import">{t('state.toImport')}</Link></Notice>}
    </Panel>
  )
}
