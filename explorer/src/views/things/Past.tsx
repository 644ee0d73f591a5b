import { useAddress } from '../../address/address'
import { Link } from '../../address/Link'
import { graphql, type ResultOf } from '../../api/graphql'
import { usePages, useWorld } from '../../api/hooks'
import { revisionAt } from '../../api/version'
import { Failure } from '../../design/State'
import { useTranslation } from '../../i18n'
import { day } from '../../i18n/numbers'
import { Part } from './parts'

const PastOf = graphql(`
  query PastOf($code: String!, $at: VersionInput, $basis: [Basis!], $of: String!, $keys: [String!], $after: String) {
    county(code: $code, at: $at, basis: $basis) {
      id
      history(of: $of, first: 5, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes {
          id revision effective recordedAt actor reason
          diff {
            entities(keys: $keys, first: 1) { nodes { change attributes { attribute } } }
            relations(of: $keys, first: 20) { totalCount nodes { change relation from { key name } to { key name } } }
          }
        }
      }
    }
  }
`)
type Commit = NonNullable<ResultOf<typeof PastOf>['county']>['history']['nodes'][number]

/** What became of a thing: each commit that changed it or a relation of it. */
export function Past({ of }: { of: string }) {
  const { t } = useTranslation()
  const past = usePages(PastOf, { ...useWorld(), of, keys: [of], after: null }, (a) => a.county?.history)
  return (
    <Part title={t('history.title')}>
      {past.error ? <Failure error={past.error} retry={() => void past.refetch()} /> : (
        <ol className="things-past">
          {past.rows.map((c) => <Entry key={c.id} of={c} about={of} />)}
        </ol>
      )}
      {past.more && <button type="button" className="button bare" onClick={past.more}>{t('things.earlier')}</button>}
    </Part>
  )
}

function Entry({ of: c, about }: { of: Commit; about: string }) {
  const { t } = useTranslation()
  const { path } = useAddress()
  const itself = c.diff.entities.nodes[0]
  const relations = c.diff.relations
  return (
    <li>
      <div className="spread">
        <Link to="/history" with={{ at: '', to: String(c.revision), from: String(Math.max(1, c.revision - 1)) }}>{t('version.revision', { n: c.revision })}</Link>
        <span className="quiet small">{t('history.by', { actor: c.actor, day: c.effective ?? day(c.recordedAt) })}</span>
        <Link to={path} with={{ at: revisionAt(c.revision), key: about }} className="small">{t('history.view')}</Link>
      </div>
      {c.reason && <p className="small">{c.reason}</p>}
      <ul className="small">
        {itself && <li><span className="badge">{t(`history.kind.${itself.change}`)}</span> {itself.attributes.map((a) => a.attribute).join(', ')}</li>}
        {relations.nodes.map((r) => (
          <li key={r.relation + r.from.key + r.to.key}>
            <span className="badge">{t(`history.kind.${r.change}`)}</span> {t(`history.relation.${r.relation}`)} {r.from.key === about ? r.to.name : r.from.name}
          </li>
        ))}
        {relations.totalCount > relations.nodes.length && <li className="quiet">{t('table.rest', { n: relations.totalCount - relations.nodes.length })}</li>}
      </ul>
    </li>
  )
}
