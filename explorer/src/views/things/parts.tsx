import type { ReactNode } from 'react'
import { Link } from '../../address/Link'
import { graphql, type FragmentOf, readFragment } from '../../api/graphql'
import { SeverityBadge } from '../../design/Severity'
import { useTranslation } from '../../i18n'
import { number } from '../../i18n/numbers'

export const SourcesOf = graphql(`
  fragment SourcesOf on Entity @_unmask { basis sources { key name article quote issuer date address trust } attributeBases { attribute basis sources } }
`)
type Sources = FragmentOf<typeof SourcesOf>

/** Where a thing comes from: its basis, and the sources with the words quoted. */
export function Origin({ of }: { of: Sources }) {
  const { t } = useTranslation()
  return (
    <Part title={t('things.sources')}>
      <p><BasisBadge of={of.basis} /></p>
      <SourceList of={of.sources} />
      {of.attributeBases.map((a) => <p key={a.attribute} className="small"><code>{a.attribute}</code> <BasisBadge of={a.basis} /></p>)}
    </Part>
  )
}

type Source = { key: string; name: string; article: string | null; quote: string | null; issuer: string | null; date: string | null }

/** Documents, with their words quoted. */
export function SourceList({ of }: { of: readonly Source[] }) {
  const { t } = useTranslation()
  if (!of.length) return <p className="quiet small">{t('overlaps.noSource')}</p>
  return (
    <ul className="things-sources">
      {of.map((s) => (
        <li key={s.key}>
          <b>{s.name}</b> <span className="quiet small">{[s.issuer, s.article, s.date].filter(Boolean).join(' · ')}</span>
          {s.quote && <blockquote>{s.quote}</blockquote>}
        </li>
      ))}
    </ul>
  )
}

export function BasisBadge({ of }: { of: 'DOCUMENT' | 'INFERRED' | 'ILLUSTRATIVE' | null }) {
  const { t } = useTranslation()
  return <span className="badge">{t(`basis.${of ?? 'none'}`)}</span>
}

export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="things-part">
    <h3>{title}</h3>
    {children}
  </section>
)

/** Facts in two columns; what is not on record is left out. */
export const Facts = ({ of }: { of: [string, ReactNode][] }) => (
  <dl className="things-facts">
    {of.filter(([, v]) => v !== null && v !== undefined && v !== '' && v !== 0 && v !== false).map(([title, v]) => <div key={title}><dt>{title}</dt><dd>{v}</dd></div>)}
  </dl>
)

export const OverlapLines = graphql(`
  fragment OverlapLines on Overlap @_unmask { id kind severity cost explanation fingerprint }
`)
type Line = FragmentOf<typeof OverlapLines>

/** Overlaps that a thing takes part in, each leading to its page. */
export function Overlaps({ of }: { of: readonly Line[] }) {
  const { t } = useTranslation()
  if (!of.length) return <p className="quiet small">{t('overlaps.none')}</p>
  return (
    <ul className="things-overlaps">
      {of.slice(0, 30).map((o) => (
        <li key={o.id}>
          <SeverityBadge of={o.severity} /> <span className="number">{number(o.cost)}</span> <Link to="/overlaps" with={{ overlap: o.fingerprint }}>{o.explanation}</Link>
        </li>
      ))}
      {of.length > 30 && <li className="quiet small">{t('table.rest', { n: of.length - 30 })}</li>}
    </ul>
  )
}

export const FormerLines = graphql(`
  fragment FormerLines on Former @_unmask { key name reason revision successors { key name } }
`)

/** What became of it, or what became this. */
export function Formers({ of }: { of: readonly FragmentOf<typeof FormerLines>[] }) {
  const { t } = useTranslation()
  if (!of.length) return null
  return (
    <Part title={t('things.predecessors')}>
      <ul className="small">
        {of.map((f) => <li key={f.key}>{f.name} <span className="quiet">{t(`things.reason.${f.reason}`)} · {t('version.revision', { n: f.revision })}</span></li>)}
      </ul>
    </Part>
  )
}

/** The page that shows a thing of a kind. */
export const pageOf = { Organ: '/organs', Department: '/departments', Section: '/departments', Leader: '/leaders', Duty: '/duties', Township: '/' } as const

export function ThingLink({ of }: { of: { __typename?: string; key: string; name: string } }) {
  const to = of.__typename && of.__typename in pageOf ? pageOf[of.__typename as keyof typeof pageOf] : undefined
  if (!to) return <>{of.name}</>
  return <Link to={to} with={to === '/' ? { township: of.key } : { key: of.key, township: '' }}>{of.name}</Link>
}

export { readFragment }
