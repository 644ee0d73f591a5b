import type { ReactNode } from 'react'
import { useAsk } from '../../api/hooks'
import { SeverityBadge } from '../../design/Severity'
import { Answer } from '../../design/State'
import { useTranslation } from '../../i18n'
import { number } from '../../i18n/numbers'
import { Part } from '../things/parts'
import { Checks } from './Checks'
import { OneProposal, type Proposal, type Rung } from './question'

type Props = { of: Pick<Rung, 'id'>; nameOf: (kind: string) => string; act?: (p: Proposal) => ReactNode }

/** Why, what it changes, what it resolves, the rules it was held to, and the other ways that lost. */
export function ProposalDetail({ of, nameOf, act }: Props) {
  const { t } = useTranslation()
  const result = useAsk(OneProposal, { id: of.id })
  const one = result.data?.node as Proposal | null | undefined
  return (
    <Answer of={{ ...result, data: one ?? undefined }}>
      {(p) => (
        <div className="stack proposal">
          <p>{p.rationale}</p>
          {p.request && <p className="request">{p.request}</p>}
          {act?.(p)}
          {p.notes.length > 0 && <ul className="marked small">{p.notes.map((n) => <li key={n}>{n}</li>)}</ul>}
          {p.edits.length > 0 && <Part title={t('sandbox.editsOf', { n: p.editCount })}><ul className="small">{p.edits.map((e, i) => <li key={i}>{e.sentence}</li>)}</ul></Part>}
          <Overlaps title={t('sandbox.resolved')} of={p.resolves} />
          <Overlaps title={t('sandbox.lowered')} of={p.lowers} />
          <Overlaps title={t('sandbox.introduced')} of={p.introduces} />
          <Overlaps title={t('sandbox.raised')} of={p.raises} />
          {p.constraints.length > 0 && <Part title={t('sandbox.rules')}><Checks of={p.constraints} /></Part>}
          {p.alternatives.length > 0 && (
            <Part title={t('sandbox.alternatives')}>
              <ul className="alternatives">
                {p.alternatives.map((a, i) => <li key={i}><span className="badge">{nameOf(a.kind)}</span> <b>{a.title}</b> <span className="quiet small">{t('sandbox.netGain')} {number(a.netGain)}</span><div className="small">{a.reason}</div></li>)}
              </ul>
            </Part>
          )}
          {p.sensitivity.length > 0 && (
            <Part title={t('sandbox.sensitivity')}>
              <ul className="small">{p.sensitivity.map((s) => <li key={s.weight}>{t(`sandbox.weight.${s.weight as 'span'}`, { defaultValue: s.weight })}: {number(s.low)}–{s.high === null ? '∞' : number(s.high)} <span className="quiet">{t('sandbox.weightNow', { n: number(s.now) })}</span></li>)}</ul>
            </Part>
          )}
        </div>
      )}
    </Answer>
  )
}

function Overlaps({ title, of }: { title: string; of: Proposal['resolves'] }) {
  if (!of.length) return null
  return (
    <details>
      <summary>{title} <span className="badge">{of.length}</span></summary>
      <ul className="things-overlaps small">{of.map((o) => <li key={o.id}><SeverityBadge of={o.severity} /> <span className="number">{number(o.cost)}</span> {o.explanation}</li>)}</ul>
    </details>
  )
}
