import { useEffect, useRef } from 'react'
import { Link } from '../../address/Link'
import { useShared } from '../../address/address'
import type { ResultOf } from '../../api/graphql'
import { useAsk, useWorld } from '../../api/hooks'
import { CopyLink } from '../../design/CopyLink'
import { Panel } from '../../design/Panel'
import { SeverityBadge } from '../../design/Severity'
import { Answer, Notice } from '../../design/State'
import { useTranslation } from '../../i18n'
import { views } from '../registry'
import { ThingLink } from '../things/parts'
import { CaseOf } from './CaseOf'
import { Evidence } from './Evidence'
import { useOverlapValues } from './fields'
import { OneOverlap } from './questions'
import { Sum } from './Sum'
import { useKinds } from './useKinds'
import { Without } from './Without'

export type County = NonNullable<ResultOf<typeof OneOverlap>['county']>
export type Overlap = County['overlaps']['nodes'][number]

/** One overlap in full, by its fingerprint, whatever the list is narrowed to. */
export function Detail({ of, onClose }: { of: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [{ at, basis }, change] = useShared()
  const result = useAsk(OneOverlap, { ...useWorld(), fingerprints: [of] })
  const place = useVisit()
  return (
    <div ref={place} className="detail" tabIndex={-1} onKeyDown={(e) => e.key === 'Escape' && !e.defaultPrevented && onClose()}>
      <Panel title={t('overlaps.detail')} asked={result.asked} tools={<CopyLink bare />} onClose={onClose}>
        <Answer of={result}>
          {({ county }) => county?.overlaps.nodes[0] ? <Findings of={county.overlaps.nodes[0]} county={county} /> : (
            <Notice title={t('overlaps.gone')} hint={t('overlaps.goneHint')}>
              {(at || basis.length > 0) && <button type="button" className="button" onClick={() => change({ at: '', basis: [] })}>{t('version.back')}</button>}
            </Notice>
          )}
        </Answer>
      </Panel>
    </div>
  )
}

/** What it is, how its cost adds up, what it rests on, what would change it, what was decided. */
function Findings({ of: o, county }: { of: Overlap; county: County }) {
  const { t } = useTranslation()
  const kind = useKinds()(o.kind)
  return (
    <div className="stack">
      <div className="stack tight">
        <div className="row"><SeverityBadge of={o.severity} /><span className="badge">{kind.name}</span><span className="quiet small">{o.township?.name ?? t('overlaps.whole')}</span></div>
        <h3 className="subject">{o.topic ?? <ThingLink of={o.subject} />}</h3>
        <Onward of={o} />
      </div>
      <section>
        <h3>{t('overlaps.why')}</h3>
        <Sum of={o} weight={county.settings.weights.find((w) => w.kind === o.kind)?.weight ?? 0} />
        <p className="explained">{o.explanation}</p>
        <details className="small">
          <summary>{t('overlaps.kindDetail')}</summary>
          <p>{kind.definition}</p>
          <p className="quiet">{[kind.formula, kind.necessary].filter(Boolean).join(' ')}</p>
        </details>
      </section>
      <Participants of={o.participants} />
      <Evidence of={o.evidence} />
      <Without of={o} />
      <CaseOf overlap={o} measures={county.measures} />
    </div>
  )
}

/** Where else it can be looked at. */
function Onward({ of: { kind, township, subject } }: { of: Overlap }) {
  const { t } = useTranslation()
  const [, change] = useOverlapValues()
  if (!township) return null
  return (
    <div className="row onward no-print">
      {kind === 'MANY_TO_ONE' && <button type="button" className="button small" onClick={() => change({ tab: 'picture', township: township.key, focus: subject.key })}>{t('overlaps.inPicture')}</button>}
      {views.some((v) => v.path === '/sandbox') && <Link className="button small" to="/sandbox" with={{ township: township.key }}>{t('overlaps.inSandbox')}</Link>}
    </div>
  )
}

function Participants({ of }: { of: Overlap['participants'] }) {
  const { t } = useTranslation()
  const kinds = [...new Set(of.map((p) => p.__typename))]
  const said = (kind: string) => t(`kind.${kind.toUpperCase() as 'ORGAN'}`)
  if (!of.length) return null
  return (
    <section>
      <h3>{t('overlaps.participants')} <span className="quiet small">{kinds.map((k) => t('overlaps.participantsOf', { kind: said(k), n: of.filter((p) => p.__typename === k).length })).join(t('overlaps.comma'))}</span></h3>
      <ul className="participants">{of.map((p) => <li key={p.key}><ThingLink of={p} /></li>)}</ul>
    </section>
  )
}

/** Who opens it is taken there, and on leaving back to where they were; a page opened by its address leaves the reader be. */
function useVisit() {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [here, from] = [place.current, document.activeElement]
    if (!here || !(from instanceof HTMLElement) || from === document.body || here.contains(from)) return
    here.focus()
    return () => {
      if (document.activeElement === document.body || here.contains(document.activeElement)) from.focus()
    }
  }, [])
  return place
}
