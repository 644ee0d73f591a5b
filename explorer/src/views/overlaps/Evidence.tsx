import { useTranslation } from '../../i18n'
import { BasisBadge } from '../things/parts'
import type { Overlap } from './Detail'

type Statement = Overlap['evidence'][number]
type Source = Statement['sources'][number]
type Group = { statements: Statement[]; sources: Source[] }

/** The statements that an overlap rests on, each with the words of its source; words that carry several stand once. */
export function Evidence({ of }: { of: Statement[] }) {
  const { t } = useTranslation()
  if (!of.length) return null
  return (
    <section>
      <h3>{t('overlaps.evidence')} <span className="quiet small">{of.length}</span></h3>
      <ol className="evidence">
        {grouped(of).map((g, i) => (
          <li key={i}>
            <ul>{g.statements.map((s, j) => <li key={j}><span>{s.sentence}</span><BasisBadge of={s.basis} /></li>)}</ul>
            {!g.sources.length && <p className="quiet small">{t('overlaps.noSource')}</p>}
            {g.sources.map((s) => <Quoted key={s.key} source={s} />)}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Quoted({ source: s }: { source: Source }) {
  const { t } = useTranslation()
  return (
    <figure className="quoted">
      {s.quote && <blockquote>{s.quote}</blockquote>}
      <figcaption className="quiet small">
        {[s.name, s.article, s.issuer, s.date].filter(Boolean).join(' · ')}
        {s.address && /^https?:/.test(s.address) && <> · <a href={s.address} target="_blank" rel="noreferrer">{t('overlaps.openSource')}</a></>}
      </figcaption>
    </figure>
  )
}

function grouped(statements: Statement[]): Group[] {
  const groups = new Map<string, Group>()
  for (const s of statements) {
    const by = s.sources.map((x) => x.key).join('|')
    const group = groups.get(by)
    if (group) group.statements.push(s)
    else groups.set(by, { statements: [s], sources: s.sources })
  }
  return [...groups.values()]
}
