import { useValues } from '../../address/address'
import { text } from '../../address/codec'
import { graphql, type ResultOf } from '../../api/graphql'
import { usePages, useWorld } from '../../api/hooks'
import type { Column } from '../../design/Table'
import { useTranslation } from '../../i18n'
import { number } from '../../i18n/numbers'
import { Browse } from '../things/Browse'
import { NeedsCounty } from '../things/NeedsCounty'
import { DepartmentPage } from './DepartmentPage'

const DepartmentList = graphql(`
  query DepartmentList($code: String!, $at: VersionInput, $basis: [Basis!], $filter: DepartmentFilter, $townships: [String!], $after: String) {
    county(code: $code, at: $at, basis: $basis) {
      id
      departments(filter: $filter, orderBy: { field: OVERLAP_COST, direction: DESC }, first: 100, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { id key name kind system sections { name } counterparts(townships: $townships) { organ { key } } overlaps { cost subject { key } township { key } } }
      }
    }
  }
`)
type Row = NonNullable<ResultOf<typeof DepartmentList>['county']>['departments']['nodes'][number]

const fields = { q: text(), key: text() }

/** The county's departments: how many organs answer to each, and what that costs. */
export default function Departments() {
  const { t } = useTranslation()
  const [{ q, key, township }, change] = useValues(fields)
  const world = useWorld()
  const variables = { ...world, filter: { text: q || null }, townships: township ? [township] : null, after: null }
  const result = usePages(DepartmentList, variables, (a) => a.county?.departments, !!world.code)
  const cost = (d: Row) => d.overlaps.filter((o) => o.subject.key === d.key && (!township || o.township?.key === township)).reduce((n, o) => n + o.cost, 0)
  const columns: Column<Row>[] = [
    { id: 'name', short: true, title: t('kind.DEPARTMENT'), value: (d) => d.name, show: (d) => <b>{d.name}</b> },
    { id: 'kind', short: true, title: t('things.kind'), value: (d) => (d.kind ? t(`things.department.${d.kind}`) : '') },
    { id: 'sections', title: t('things.sections'), number: true, value: (d) => d.sections.length },
    { id: 'organs', title: t('things.counterparts'), number: true, value: (d) => d.counterparts.length },
    { id: 'cost', title: t('things.cost'), number: true, value: cost, show: (d) => number(cost(d)) },
  ]
  return (
    <NeedsCounty>
      <Browse title={t('departments.title')} text={q} onText={(q) => change({ q }, true)} columns={columns} list={result} rowKey={(d) => d.key} chosen={key} onChoose={(key) => change({ key })}>
        <DepartmentPage of={key} onClose={() => change({ key: '' })} />
      </Browse>
    </NeedsCounty>
  )
}
