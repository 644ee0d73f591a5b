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

const Between = graphql(`
  query Between($code: String!, $from: VersionInput!, $to: VersionInput, $after: String) {
    diff(county: $code, from: $from, to: $to) {
      counts { kind label added removed changed kept }
      before { structureCost } after { structureCost }
      entities(first: 200, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { change kind key name attributes { attribute before after } } }
      relations(first: 200) { totalCount nodes { change relation from { key name } to { key name } attributes { attribute } } }
      resolvedCount resolved(first: 20) { id severity explanation }
      introducedCount introduced(first: 20) { id severity explanation fingerprint }
    }
  }
`)
type Diff = ResultOf<typeof Between>['diff']
type Entity = Diff['entities']['nodes'][number]
type Relation = Diff['relations']['nodes'][number]

/** What lies between two revisions: counts, things, relations, overlaps that went and came. */
export function Difference({ from, to }: { from: number; to: number }) {
  const { t } = useTranslation()
  const [{ county }] = useShared()
  const result = usePages(Between, { code: county, from: { revision: from }, to: { revision: to }, after: null }, (a) => a.diff.entities)
  const title = <>{t('history.diff')} <span className="quiet small">{t('version.revision', { n: from })} → {t('version.revision', { n: to })}</span></>
  const things: Column<Entity>[] = [
    { id: 'change', title: t('history.change'), value: (e) => t(`history.kind.${e.change}`), show: (e) => <span className="badge">{t(`history.kind.${e.change}`)}</span> },
    { id: 'kind', title: t('history.what'), value: (e) => t(`kind.${e.kind}`) },
    { id: 'name', title: t('history.name'), value: (e) => e.name },
    { id: 'attributes', title: t('history.attributes'), value: (e) => e.attributes.map((a) => `${a.attribute}: ${plain(a.before)} → ${plain(a.after)}`).join('；') },
  ]
  const links: Column<Relation>[] = [
    { id: 'change', title: t('history.change'), value: (r) => t(`history.kind.${r.change}`), show: (r) => <span className="badge">{t(`history.kind.${r.change}`)}</span> },
    { id: 'relation', title: t('history.what'), value: (r) => t(`history.relation.${r.relation}`) },
    { id: 'from', title: t('history.from'), value: (r) => r.from.name },
    { id: 'to', title: t('history.to'), value: (r) => r.to.name },
  ]
  const exports = result.data && [{ id: 'csv', label: t('panel.csv'), run: () => void result.every().then((rows) => saveCSV(`${county}-${from}-${to}`, things, rows)) }]
  return (
    <Panel title={title} asked={result.asked} exports={exports ?? []}>
      <Answer of={result}>
        {({ diff }) => diff.counts.every((c) => !c.added && !c.removed && !c.changed) ? <Notice title={t('history.same')} /> : (
          <div className="stack">
            <p><b>{t('history.cost', { before: number(diff.before.structureCost), after: number(diff.after.structureCost) })}</b></p>
            <Counts of={diff} />
            <Overlaps title={t('history.resolved', { n: diff.resolvedCount })} of={diff.resolved} />
            <Overlaps title={t('history.introduced', { n: diff.introducedCount })} of={diff.introduced} />
            <details>
              <summary>{t('history.entities')} ({diff.entities.totalCount})</summary>
              <Table label={t('history.entities')} columns={things} rows={result.rows} rowKey={(e) => e.key + e.change} />
              {result.more && <button type="button" className="button" onClick={result.more}>{t('table.more', { n: result.total - result.rows.length })}</button>}
            </details>
            <details>
              <summary>{t('history.relations')} ({diff.relations.totalCount})</summary>
              <Table label={t('history.relations')} columns={links} rows={diff.relations.nodes} rowKey={(r) => r.relation + r.from.key + r.to.key} />
              {diff.relations.totalCount > diff.relations.nodes.length && <p className="quiet small">{t('table.rest', { n: diff.relations.totalCount - diff.relations.nodes.length })}</p>}
            </details>
          </div>
        )}
      </Answer>
    </Panel>
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

function Overlaps({ title, of }: { title: string; of: readonly { id: string; severity: 'LOW' | 'MEDIUM' | 'HIGH'; explanation: string; fingerprint?: string }[] }) {
  if (!of.length) return null
  return (
    <details>
      <summary>{title}</summary>
      <ul className="things-overlaps">
        {of.map((o) => <li key={o.id}><SeverityBadge of={o.severity} /> {o.fingerprint ? <Link to="/overlaps" with={{ overlap: o.fingerprint }}>{o.explanation}</Link> : o.explanation}</li>)}
      </ul>
    </details>
  )
}

const plain = (value: unknown) => (value === null || value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value))
