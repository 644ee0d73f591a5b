import { useValues } from '../../address/address'
import { list, text } from '../../address/codec'
import { graphql, type ResultOf } from '../../api/graphql'
import { usePages, useWorld } from '../../api/hooks'
import { Facet } from '../../design/Facet'
import type { Column } from '../../design/Table'
import { listed } from '../../design/listed'
import { useTranslation } from '../../i18n'
import { number } from '../../i18n/numbers'
import { Browse } from '../things/Browse'
import { NeedsCounty } from '../things/NeedsCounty'
import { OrganPage } from './OrganPage'

const OrganList = graphql(`
  query OrganList($code: String!, $at: VersionInput, $basis: [Basis!], $filter: OrganFilter, $after: String) {
    county(code: $code, at: $at, basis: $basis) {
      id
      organs(filter: $filter, first: 100, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        facets { kinds { value label count } managements { value label count } }
        nodes { id key name kind overlapCost township { name } departments { name } charges { role leader { name } } }
      }
    }
  }
`)
type Row = NonNullable<ResultOf<typeof OrganList>['county']>['organs']['nodes'][number]
type Kind = Row['kind']

const fields = { q: text(), kinds: list<Kind>(), key: text() }

/** The organs of the county or township: who they answer to, who is in charge, what they cost. */
export default function Organs() {
  const { t } = useTranslation()
  const [{ q, kinds, key, township }, change] = useValues(fields)
  const world = useWorld()
  const filter = { text: q || null, kinds: kinds.length ? kinds : null, townships: township ? [township] : null }
  const result = usePages(OrganList, { ...world, filter, after: null }, (a) => a.county?.organs, !!world.code)
  const columns: Column<Row>[] = [
    { id: 'name', short: true, title: t('kind.ORGAN'), value: (o) => o.name, show: (o) => <b>{o.name}</b> },
    ...(township ? [] : [{ id: 'township', short: true, title: t('things.township'), value: (o: Row) => o.township.name }]),
    { id: 'kind', short: true, title: t('things.kind'), value: (o) => t(`organKind.${o.kind}`) },
    { id: 'counterparts', title: t('things.counterparts'), value: (o) => listed(o.departments.map((d) => d.name)) },
    { id: 'leader', short: true, title: t('things.leader'), value: (o) => listed(o.charges.filter((c) => c.role === 'LEAD').map((c) => c.leader.name)) },
    { id: 'cost', title: t('things.cost'), number: true, value: (o) => o.overlapCost, show: (o) => number(o.overlapCost) },
  ]
  return (
    <NeedsCounty>
      <Browse
        title={t('organs.title')} text={q} onText={(q) => change({ q }, true)} columns={columns} list={result} rowKey={(o) => o.key} chosen={key} onChoose={(key) => change({ key })}
        facets={<Facet title={t('things.kind')} counts={result.data?.county?.organs.facets.kinds ?? []} chosen={kinds} onChange={(k) => change({ kinds: k as Kind[] })} />}
      >
        <OrganPage of={key} onClose={() => change({ key: '' })} />
      </Browse>
    </NeedsCounty>
  )
}
