import { type FormEvent, useState } from 'react'
import { Icon } from '../../../design/Icon'
import { useTranslation } from '../../../i18n'
import { day } from '../../../i18n/numbers'
import { type Plan, ReviewPlan } from '../plan/question'
import type { Desk } from '../plan/usePlan'
import type { CycleData } from './question'

type Gate = CycleData['gates'][number]

/** The reviews in order; the ones whose turn it is are said here. */
export function Gates({ desk, plan, gates }: { desk: Desk; plan: Plan; gates: readonly Gate[] }) {
  const { t } = useTranslation()
  const turn = gates.find((g) => g.passed === null)?.kind
  return (
    <section>
      <h3>{t('sandbox.gates')}</h3>
      <ol className="sandbox-gates">
        {gates.map((g) => (
          <li key={g.kind + (g.township?.key ?? '')}>
            <span className="spread"><b>{g.name}{g.township && ` · ${g.township.name}`}</b>
              <span className={`badge ${g.passed === false ? 'HIGH' : ''}`}>{g.passed && <Icon name="check" />}{t(g.passed === null ? 'sandbox.open' : g.passed ? 'sandbox.passed' : 'sandbox.notPassed')}</span>
            </span>
            {g.time && <span className="quiet small">{g.actor} · {day(g.time)} {g.note}</span>}
            {g.passed === null && g.kind === turn && plan.actions.includes('PASSED') && <Review desk={desk} gate={g} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Review({ desk, gate }: { desk: Desk; gate: Gate }) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  const [actor, setActor] = useState('')
  const say = (passed: boolean) => (e: FormEvent) => {
    e.preventDefault()
    void desk.send(ReviewPlan, { gate: gate.kind, township: gate.township?.key ?? null, passed, note: note.trim() || null, actor: actor.trim() || null })
  }
  return (
    <form className="row" onSubmit={say(true)}>
      <label className="field">{t('import.actor')}<input value={actor} maxLength={200} onChange={(e) => setActor(e.target.value)} /></label>
      <label className="field grow">{t('sandbox.say')}<input value={note} maxLength={4000} onChange={(e) => setNote(e.target.value)} /></label>
      <button className="button main" disabled={desk.busy}>{t('sandbox.pass')}</button>
      <button type="button" className="button" disabled={desk.busy || !note.trim()} title={note.trim() ? undefined : t('sandbox.sayWhy')} onClick={say(false)}>{t('sandbox.reject')}</button>
    </form>
  )
}
