import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from '../../../address/Link'
import { Icon } from '../../../design/Icon'
import { useTranslation } from '../../../i18n'
import { ApplyPlan, type Plan, ReopenPlan, SubmitPlan, WithdrawPlan } from '../plan/question'
import type { Desk } from '../plan/usePlan'
import { Gates } from './Gates'
import type { CycleData } from './question'

const way = ['DRAFT', 'SUBMITTED', 'APPROVED', 'APPLIED'] as const

/** Where the plan stands on its way, what keeps it there, and what can be done now. */
export function Actions({ desk, plan, data }: { desk: Desk; plan: Plan; data: CycleData }) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  const can = (a: Plan['actions'][number]) => plan.actions.includes(a)
  const stands = way.indexOf(plan.state as (typeof way)[number])
  const errors = data.completeness.filter((i) => i.severity === 'ERROR')
  const act = (e: FormEvent, document: typeof SubmitPlan | typeof WithdrawPlan | typeof ReopenPlan) => {
    e.preventDefault()
    void desk.send(document as typeof SubmitPlan, { note: note.trim() || null }).then((done) => done && setNote(''))
  }
  return (
    <div className="stack">
      <ol className="sandbox-way" aria-label={t('sandbox.wayOf')}>
        {way.map((s, i) => (
          <li key={s} aria-current={s === plan.state ? 'step' : undefined} className={i < stands ? 'done' : undefined}>{i < stands && <Icon name="check" />}{t(`sandbox.stateOf.${s}`)}</li>
        ))}
        {stands < 0 && <li aria-current="step">{t(`sandbox.stateOf.${plan.state}`)}</li>}
      </ol>
      {plan.state !== 'APPLIED' && plan.state !== 'REJECTED' && (
        <section>
          <h3>{t('sandbox.missing')}</h3>
          {!data.completeness.length && <p className="quiet">{t('sandbox.complete')}</p>}
          <ul className="sandbox-issues">
            {data.completeness.map((i, n) => <li key={n}><span className={i.severity === 'ERROR' ? 'badge HIGH' : 'badge LOW'}>{t(`sandbox.issue.${i.severity}`)}</span> {i.text}</li>)}
          </ul>
        </section>
      )}
      {data.gates.length > 0 && <Gates desk={desk} plan={plan} gates={data.gates} />}
      {(can('SUBMITTED') || can('WITHDRAWN') || can('REOPENED')) && (
        <form className="row" onSubmit={(e) => act(e, can('SUBMITTED') ? SubmitPlan : can('REOPENED') ? ReopenPlan : WithdrawPlan)}>
          <label className="field grow">{t('sandbox.say')}<input value={note} maxLength={4000} onChange={(e) => setNote(e.target.value)} /></label>
          {can('SUBMITTED') && <button className="button main" disabled={desk.busy || errors.length > 0}>{t('sandbox.submit')}</button>}
          {can('WITHDRAWN') && <button className="button" disabled={desk.busy}>{t('sandbox.withdraw')}</button>}
          {can('REOPENED') && <button className="button main" disabled={desk.busy}>{t('sandbox.reopen')}</button>}
        </form>
      )}
      {can('SUBMITTED') && errors.length > 0 && <p className="quiet small">{t('sandbox.fixFirst')}</p>}
      {can('APPLIED') && <Apply desk={desk} plan={plan} sandbox={data.baseline.sandbox} />}
      {data.commit && (
        <p className="sandbox-told good" role="status">
          {t('sandbox.appliedAs', { n: data.commit.revision, day: data.commit.effective ?? '' })} <Link to="/history" with={{ from: String(data.commit.revision - 1), to: String(data.commit.revision) }}>{t('sandbox.seeHistory')}</Link>
        </p>
      )}
    </div>
  )
}

/** Carries the plan out. Outside of counties to play in it takes the document that approves it. */
function Apply({ desk, plan, sandbox }: { desk: Desk; plan: Plan; sandbox: boolean }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [form, setForm] = useState({ authority: '', document: '', date: '', effective: '', reason: '', until: '' })
  const pending = plan.steps.filter((s) => s.inForce && !s.commit)
  const days = [...new Set(pending.map((s) => s.effective ?? ''))].sort()
  const set = (name: keyof typeof form) => (e: { target: { value: string } }) => setForm({ ...form, [name]: e.target.value })
  const send = async (e: FormEvent) => {
    e.preventDefault()
    const { authority, document, date, effective, reason, until } = form
    const approval = authority || document || date ? { authority, document, date } : null
    const done = await desk.send(ApplyPlan, { approval, effective: effective || null, reason: reason.trim() || null, until: until || null })
    if (!done) return
    setForm({ ...form, until: '' })
    await client.invalidateQueries()
  }
  return (
    <form className="stack sandbox-apply" onSubmit={(e) => void send(e)}>
      <h3>{t('sandbox.apply')}</h3>
      <p className="quiet small">{t(sandbox ? 'sandbox.applySandbox' : 'sandbox.applyApproval')}</p>
      <div className="row">
        {(['authority', 'document'] as const).map((f) => <label key={f} className="field">{t(`import.${f}`)}<input value={form[f]} onChange={set(f)} /></label>)}
        <label className="field">{t('import.date')}<input type="date" value={form.date} onChange={set('date')} /></label>
      </div>
      {days.length > 1 && (
        <label className="field">{t('sandbox.until')}
          <select className="input" value={form.until} onChange={set('until')}>
            <option value="">{t('sandbox.untilAll', { n: pending.length })}</option>
            {days.slice(0, -1).map((day) => <option key={day} value={day || dayBefore(days[1]!)}>{t(day ? 'sandbox.untilDay' : 'sandbox.untilNone', { day, n: pending.filter((s) => (s.effective ?? '') <= day).length })}</option>)}
          </select>
        </label>
      )}
      <div className="row">
        <label className="field">{t('import.effective')}<input type="date" value={form.effective} onChange={set('effective')} /></label>
        <label className="field grow">{t('import.reason')}<input value={form.reason} placeholder={plan.title} onChange={set('reason')} /></label>
      </div>
      <div><button className="button main" disabled={desk.busy || plan.stale}>{t('sandbox.apply')}</button>{plan.stale && <span className="quiet small"> {t('sandbox.rebaseFirst')}</span>}</div>
    </form>
  )
}

/** The day before another, as both are written: 2024-12-31. */
function dayBefore(day: string) {
  const d = new Date(`${day}T00:00:00Z`)
  d.setUTCDate(d.getUTCDate() - 1)
  return d.toISOString().slice(0, 10)
}
