import { useValues } from '../../address/address'
import { list, text } from '../../address/codec'
import { graphql, type ResultOf } from '../../api/graphql'
import { usePages, useWorld } from '../../api/hooks'
import { Facet } from '../../design/Facet'
import type { Column } from '../../design/Table'
import { listed } from '../../design/listed'
import { useTranslation } from '../../i18n'
import { Browse } from '../things/Browse'
import { NeedsCounty } from '../things/NeedsCounty'
import { DutyPage } from './DutyPage'

const DutyRows = graphql(`
  query DutyRows($code: String!, $at: VersionInput, $basis: [Basis!], $filter: DutyFilter, $townships: [String!], $after: String) {
    county(code: $code, at: $at, basis: $basis) {
      id
      duties(filter: $filter, first: 100, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        facets { aspects { value label count } lists { value label count } }
        nodes { id key name aspect domain listings { list lead } authority { level } assignments(townships: $townships) { role bearer { __typename key name } } }
      }
    }
  }
`)
type Row = NonNullable<ResultOf<typeof DutyRows>['county']>['duties']['nodes'][number]
type List = Row['listings'][number]['list']

const fields = { q: text(), aspects: list(), lists: list<List>(), key: text() }

/** The duties with who leads and who supports each, at the county and in the township. */
export default function Duties() {
  const { t } = useTranslation()
  const [{ q, aspects, lists, key, township }, change] = useValues(fields)
  const world = useWorld()
  const filter = { text: q || null, aspects: aspects.length ? aspects : null, lists: lists.length ? lists : null }
  const variables = { ...world, filter, townships: township ? [township] : null, after: null }
  const result = usePages(DutyRows, variables, (a) => a.county?.duties, !!world.code)
  const bearers = (d: Row, type: 'Department' | 'Organ', role: 'LEAD' | 'SUPPORT') =>
    listed([...new Set(d.assignments.filter((a) => a.bearer.__typename === type && a.role === role).map((a) => a.bearer.name))])
  const columns: Column<Row>[] = [
    { id: 'name', title: t('kind.DUTY'), value: (d) => d.name, show: (d) => <b>{d.name}</b> },
    { id: 'lists', short: true, title: t('things.listings'), value: (d) => listed(d.listings.map((l) => t(`things.list.${l.list}`))) },
    { id: 'countyLead', title: t('duties.countyLead'), value: (d) => bearers(d, 'Department', 'LEAD') },
    { id: 'countySupport', title: t('duties.countySupport'), value: (d) => bearers(d, 'Department', 'SUPPORT') },
    { id: 'lead', title: t('duties.lead'), value: (d) => bearers(d, 'Organ', 'LEAD') },
    { id: 'support', title: t('duties.support'), value: (d) => bearers(d, 'Organ', 'SUPPORT') },
  ]
  const facets = result.data?.county?.duties.facets
  return (
    <NeedsCounty>
      <Browse
        title={t('duties.title')} text={q} onText={(q) => change({ q }, true)} columns={columns} list={result} rowKey={(d) => d.key} chosen={key} onChoose={(key) => change({ key })}
        facets={
          <>
            <Facet title={t('things.listings')} counts={facets?.lists ?? []} chosen={lists} onChange={(v) => change({ lists: v as List[] })} />
            <Facet title={t('things.aspect')} counts={facets?.aspects ?? []} chosen={aspects} onChange={(aspects) => change({ aspects })} />
          </>
        }
      >
        <DutyPage of={key} onClose={() => change({ key: '' })} />
      </Browse>
    </NeedsCounty>
  )
}
