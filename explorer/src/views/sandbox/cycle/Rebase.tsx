import { useState } from 'react'
import type { ResultOf } from '../../../api/graphql'
import { Panel } from '../../../design/Panel'
import { useTranslation } from '../../../i18n'
import { type Plan, RebasePlan } from '../plan/question'
import type { Desk } from '../plan/usePlan'

type Outcome = NonNullable<ResultOf<typeof RebasePlan>['done']>
type Conflict = Outcome['conflicts'][number]
type Choice = { step: number; edit: number; side: 'MINE' | 'THEIRS' }

/** Carries the plan to the county's newest revision; what only a person can decide is asked, one edit after the other. */
export function Rebase({ desk, plan }: { desk: Desk; plan: Plan }) {
  const { t } = useTranslation()
  const [choices, setChoices] = useState<Choice[]>([])
  const [outcome, setOutcome] = useState<Outcome>()
  const send = async (next: Choice[]) => {
    setChoices(next)
    const done = await desk.send(RebasePlan, { choices: next })
    if (done) setOutcome(done)
  }
  const asked = outcome?.conflicts[0]
  return (
    <Panel title={t('sandbox.rebase')} className="sandbox-rebase">
      <div className="stack" role={asked ? 'alert' : undefined}>
        <p>{t('sandbox.staleHint', { n: plan.base })}</p>
        {asked && <Asked of={asked} all={outcome.conflicts} left={editsOf(outcome.conflicts)} onChoose={(side) => void send([...choices, { step: asked.step, edit: asked.edit, side }])} busy={desk.busy} />}
        {!asked && <div><button type="button" className="button main" disabled={desk.busy} onClick={() => void send(choices)}>{t('sandbox.rebase')}</button></div>}
        {!!outcome?.dropped.length && <ul className="small">{outcome.dropped.map((d, i) => <li key={i}>{t('sandbox.dropped')} {d.sentence} <span className="quiet">{d.reason}</span></li>)}</ul>}
      </div>
    </Panel>
  )
}

const editsOf = (all: readonly Conflict[]) => new Set(all.map((c) => `${c.step}.${c.edit}`)).size

function Asked({ of, all, left, onChoose, busy }: { of: Conflict; all: readonly Conflict[]; left: number; onChoose: (side: 'MINE' | 'THEIRS') => void; busy: boolean }) {
  const { t } = useTranslation()
  const same = all.filter((c) => c.step === of.step && c.edit === of.edit)
  return (
    <div className="stack">
      <p><b>{of.sentence}</b> <span className="badge MEDIUM">{t('sandbox.conflictsLeft', { n: left })}</span></p>
      {of.refusal ? <p>{of.refusal}</p> : (
        <table className="table" aria-label={t('sandbox.conflict')}>
          <thead><tr><th>{t('sandbox.about')}</th><th>{t('sandbox.atBase')}</th><th>{t('sandbox.theirs')}</th><th>{t('sandbox.mine')}</th></tr></thead>
          <tbody>{same.map((c, i) => <tr key={i}><td>{c.subject}{c.attribute && <code> {c.attribute}</code>}</td><td>{said(c.base)}</td><td>{said(c.theirs)}</td><td>{said(c.mine)}</td></tr>)}</tbody>
        </table>
      )}
      <div className="row">
        {!of.refusal && <button type="button" className="button" disabled={busy} onClick={() => onChoose('MINE')}>{t('sandbox.keepMine')}</button>}
        <button type="button" className="button" disabled={busy} onClick={() => onChoose('THEIRS')}>{t('sandbox.keepTheirs')}</button>
      </div>
    </div>
  )
}

const said = (value: unknown) => (value === null || value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value))
