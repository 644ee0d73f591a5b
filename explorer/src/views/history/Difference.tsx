import { Link } from '../../address/Link'
import { useShared } from '../../address/address'
import { graphql, type ResultOf } from '../../api/graphql'
import { usePages } from '../../api/hooks'
import { Panel } from '../../design/Panel'
import { saveCSV } from '../../design/save'
import { SeverityBadge } from '../../design/Severity'
import { Answer, Notice } from '../../design/State'
import { type Column, Table } from '../../design/Table'
import { useTranslation } from '../../i18n'
import { number } from '../../i18n/numbers'
import { changeSaid } from './words'

const Between = graphql(`
  query Between($code: String!, $from: VersionInput!, $to: VersionInput, $after: String) {
    diff(county: $code, from: $from, to: $to) {
      counts { kind label added removed changed kept }
      before { structureCost } after { structureCost }
      entities(first: 200, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes {
          change kind key name attributes { attribute before after }
          was: before { ... on Organ { township { name } } ... on Leader { township { name } } }
          is: after { ... on Organ { township { name } } ... on Leader { township { name } } }
        }
      }
      resolvedCount resolved(first: 100) { id severity explanation }
      introducedCount introduced(first: 100) { id severity explanation fingerprint }
    }
  }
`)
const RelationsBetween = graphql(`
  query RelationsBetween($code: String!, $from: VersionInput!, $to: VersionInput, $after: String) {
    diff(county: $code, from: $from, to: $to) {
      relations(first: 200, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes {
          change relation attributes { attribute before after }
          from { key name ... on Organ { township { name } } ... on Leader { township { name } } }
          to { key name ... on Organ { township { name } } ... on Leader { township { name } } }
        }
      }
    }
  }
`)
type Diff = ResultOf<typeof Between>['diff']
type Entity = Diff['entities']['nodes'][number]
type Relation = ResultOf<typeof RelationsBetween>['diff']['relations']['nodes'][number]
type Row = Entity | Relation

/** What lies between two revisions: counts, things, relations, overlaps that went and came. */
export function Difference({ from, to }: { from: number; to: number }) {
  const { t } = useTranslation()
  const [{ county }] = useShared()
  const variables = { code: county, from: { revision: from }, to: { revision: to }, after: null }
  const result = usePages(Between, variables, (a) => a.diff.entities)
  const relations = usePages(RelationsBetween, variables, (a) => a.diff.relations)
  const title = <>{t('history.diff')} <span className="quiet small">{t('version.revision', { n: from })} → {t('version.revision', { n: to })}</span></>
  const kindOf = (r: Row) => ('relation' in r ? t(`history.relation.${r.relation}`) : t(`kind.${r.kind}`))
  const said = (r: Row) => r.attributes.map((a) => changeSaid(t, 'relation' in r ? r.relation : r.kind, a))
  const change: Column<Row> = { id: 'change', short: true, title: t('history.change'), value: (r) => t(`history.kind.${r.change}`), show: (r) => <span className="badge">{t(`history.kind.${r.change}`)}</span> }
  const kind: Column<Row> = { id: 'kind', short: true, title: t('history.what'), value: kindOf }
  const township: Column<Row> = { id: 'township', short: true, title: t('where.township'), value: townshipOf }
  const end: Column<Row> = { id: 'to', title: t('history.to'), value: (r) => ('relation' in r ? r.to.name : '') }
  const attributes: Column<Row> = { id: 'attributes', title: t('history.attributes'), value: (r) => said(r).join('\n'), show: (r) => <ul>{said(r).map((line) => <li key={line}>{line}</li>)}</ul> }
  const named = (title: string): Column<Row> => ({ id: 'name', short: true, title, value: (r) => ('relation' in r ? r.from.name : r.name) })
  const things = [change, kind, township, named(t('history.name')), attributes]
  const links = [change, kind, township, named(t('history.from')), end, attributes]
  const file = [change, kind, township, named(t('history.name')), end, attributes]
  const everything = async () => saveCSV(`${county}-${from}-${to}`, file, (await Promise.all([result.every(), relations.every()])).flat())
  const exports = result.data && [{ id: 'csv', label: t('panel.csv'), run: () => void everything() }]
  return (
    <Panel title={title} asked={result.asked} exports={exports ?? []}>
      <Answer of={result}>
        {({ diff }) => diff.counts.every((c) => !c.added && !c.removed && !c.changed) ? <Notice title={t('history.same')} /> : (
          <div className="stack">
            <p><b>{t('history.cost', { before: number(diff.before.structureCost), after: number(diff.after.structureCost) })}</b></p>
            <Counts of={diff} />
            <Overlaps title={t('history.resolved', { n: diff.resolvedCount })} of={diff.resolved} count={diff.resolvedCount} />
            <Overlaps title={t('history.introduced', { n: diff.introducedCount })} of={diff.introduced} count={diff.introducedCount} />
            <Rows title={t('history.entities')} of={result} columns={things} rowKey={(e) => e.key + e.change} />
            <Rows title={t('history.relations')} of={relations} columns={links} rowKey={(r) => r.relation + r.from.key + r.to.key} />
          </div>
        )}
      </Answer>
    </Panel>
  )
}

/** The township that either end is in; organs of many townships are called the same. */
function townshipOf(row: Row) {
  const sides = 'relation' in row ? [row.from, row.to] : [row.is, row.was]
  return sides.map((s) => (s && 'township' in s ? s.township?.name : undefined)).find(Boolean) ?? ''
}

type Pages<R> = { rows: R[]; total: number; more: (() => void) | undefined; data: unknown; error: unknown; refetch: () => unknown }

/** A long list behind its title, with the way to what has not been read. */
function Rows<R extends Row>({ title, of, columns, rowKey }: { title: string; of: Pages<R>; columns: Column<Row>[]; rowKey: (row: R) => string }) {
  const { t } = useTranslation()
  return (
    <details>
      <summary>{title} ({of.total})</summary>
      <Answer of={of}>{() => <Table label={title} columns={columns} rows={of.rows} rowKey={rowKey} most={1000} />}</Answer>
      {of.more && <button type="button" className="button" onClick={of.more}>{t('table.more', { n: of.total - of.rows.length })}</button>}
    </details>
  )
}

function Counts({ of }: { of: Diff }) {
  const { t } = useTranslation()
  const columns: Column<Diff['counts'][number]>[] = [
    { id: 'kind', title: t('history.what'), value: (c) => c.label },
    ...(['added', 'removed', 'changed', 'kept'] as const).map((k) => ({ id: k, title: t(`history.${k}`), number: true, value: (c: Diff['counts'][number]) => c[k] })),
  ]
  return <Table label={t('history.counts')} columns={columns} rows={of.counts} rowKey={(c) => c.kind} sortable={false} />
}

function Overlaps({ title, of, count }: { title: string; count: number; of: readonly { id: string; severity: 'LOW' | 'MEDIUM' | 'HIGH'; explanation: string; fingerprint?: string }[] }) {
  const { t } = useTranslation()
  if (!of.length) return null
  return (
    <details>
      <summary>{title}</summary>
      <ul className="things-overlaps">
        {of.map((o) => <li key={o.id}><SeverityBadge of={o.severity} /> {o.fingerprint ? <Link to="/overlaps" with={{ overlap: o.fingerprint }}>{o.explanation}</Link> : o.explanation}</li>)}
        {count > of.length && <li className="quiet small">{t('table.rest', { n: count - of.length })}</li>}
      </ul>
    </details>
  )
}
