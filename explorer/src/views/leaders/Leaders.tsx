import { useValues } from '../../address/address'
import { text } from '../../address/codec'
import { graphql, type ResultOf } from '../../api/graphql'
import { useAsk, usePages, useWorld } from '../../api/hooks'
import type { Column } from '../../design/Table'
import { listed } from '../../design/listed'
import { useTranslation } from '../../i18n'
import { Browse } from '../things/Browse'
import { NeedsCounty } from '../things/NeedsCounty'
import { Facts, Origin, OverlapLines, Overlaps, Part, SourcesOf, ThingLink } from '../things/parts'
import { Past } from '../things/Past'
import { only, ThingPanel } from '../things/ThingPanel'

const LeaderList = graphql(`
  query LeaderList($code: String!, $at: VersionInput, $basis: [Basis!], $filter: LeaderFilter, $after: String) {
    county(code: $code, at: $at, basis: $basis) {
      id
      leaders(filter: $filter, first: 100, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { id key name posts township { name } charges { role organ { name } } lines { name } }
      }
    }
  }
`)
type Row = NonNullable<ResultOf<typeof LeaderList>['county']>['leaders']['nodes'][number]

const fields = { q: text(), key: text() }

/** The members of the township's leadership: posts, organs and lines of work in charge of. */
export default function Leaders() {
  const { t } = useTranslation()
  const [{ q, key, township }, change] = useValues(fields)
  const world = useWorld()
  const filter = { text: q || null, townships: township ? [township] : null }
  const result = usePages(LeaderList, { ...world, filter, after: null }, (a) => a.county?.leaders, !!world.code)
  const columns: Column<Row>[] = [
    { id: 'name', short: true, title: t('kind.LEADER'), value: (l) => l.name, show: (l) => <b>{l.name}</b> },
    ...(township ? [] : [{ id: 'township', short: true, title: t('things.township'), value: (l: Row) => l.township.name }]),
    { id: 'organs', title: t('things.charges'), value: (l) => listed(l.charges.map((c) => c.organ.name)) },
    { id: 'lines', title: t('things.lines'), value: (l) => listed(l.lines.map((x) => x.name)) },
    { id: 'count', title: t('metric.organs'), number: true, value: (l) => l.charges.filter((c) => c.role === 'LEAD').length },
  ]
  return (
    <NeedsCounty>
      <Browse title={t('leaders.title')} text={q} onText={(q) => change({ q }, true)} columns={columns} list={result} rowKey={(l) => l.key} chosen={key} onChoose={(key) => change({ key })}>
        <LeaderPage of={key} onClose={() => change({ key: '' })} />
      </Browse>
    </NeedsCounty>
  )
}

const OneLeader = graphql(`
  query OneLeader($code: String!, $at: VersionInput, $basis: [Basis!], $keys: [String!]!) {
    county(code: $code, at: $at, basis: $basis) { id leaders(filter: { keys: $keys }, first: 1) {
      nodes {
        ...SourcesOf
        id key name personalName posts rank township { __typename key name } lines { name role }
        charges { role organ { __typename key name } }
        overlaps { ...OverlapLines }
      }
    } }
  }
`, [SourcesOf, OverlapLines])
type Leader = NonNullable<ResultOf<typeof OneLeader>['county']>['leaders']['nodes'][number]

function LeaderPage({ of, onClose }: { of: string; onClose: () => void }) {
  const { t } = useTranslation()
  const result = useAsk(OneLeader, { ...useWorld(), keys: [of] })
  return (
    <ThingPanel of={only(result, (a) => a.county?.leaders.nodes[0])} title={(l: Leader) => <>{l.name} <span className="quiet small">{l.township.name}</span></>} onClose={onClose}>
      {(l) => (
        <>
          <Facts of={[[t('things.postsHeld'), listed(l.posts)], [t('things.rank'), l.rank]]} />
          <Part title={t('things.charges')}>
            {!l.charges.length && <p className="quiet small">{t('things.none')}</p>}
            <ul>{l.charges.map((c) => <li key={c.organ.key}><ThingLink of={c.organ} /> <span className="quiet small">{t(`things.chargeRole.${c.role}`)}</span></li>)}</ul>
          </Part>
          {l.lines.length > 0 && <Part title={t('things.lines')}><ul>{l.lines.map((x) => <li key={x.name}>{x.name} <span className="quiet small">{t(`things.chargeRole.${x.role}`)}</span></li>)}</ul></Part>}
          <Part title={t('things.overlaps')}><Overlaps of={l.overlaps} /></Part>
          <Past of={l.key} />
          <Origin of={l} />
        </>
      )}
    </ThingPanel>
  )
}
