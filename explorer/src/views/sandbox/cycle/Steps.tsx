import { type KeyboardEvent, useRef } from 'react'
import { Panel } from '../../../design/Panel'
import { useTranslation } from '../../../i18n'
import type { Plan } from '../plan/question'
import type { Desk } from '../plan/usePlan'

type Step = Plan['steps'][number]

/** The plan's steps, those undone and set aside too, with the days they are planned for, and the edits that it comes to. */
export function Steps({ desk, plan, edits }: { desk: Desk; plan: Plan; edits: readonly { kind: string; sentence: string }[] }) {
  const { t } = useTranslation()
  const locked = !plan.actions.includes('EDITED')
  return (
    <Panel title={<>{t('sandbox.steps')} <span className="quiet small">{t('table.total', { n: plan.steps.length })}</span></>}>
      <div className="stack">
        {plan.steps.length === 0 && <p className="quiet">{t('sandbox.noSteps')}</p>}
        {plan.steps.length > 0 && !locked && <p className="quiet small">{t('sandbox.dayHint')}</p>}
        <ol className="sandbox-steps">
          {plan.steps.map((s) => (
            <li key={s.index} className={s.inForce ? undefined : 'aside'}>
              {s.title || t('sandbox.untitled')} {!s.inForce && <span className="badge">{t(s.index >= plan.cursor ? 'sandbox.undone' : 'sandbox.aside')}</span>}
              {s.commit && <span className="badge">{t('sandbox.carriedOut')}</span>}
              {s.inForce && !s.commit && !locked && <Day of={s} onDay={(effective) => desk.edit({ schedule: { step: s.index, effective } })} />}
              {s.effective && (locked || s.commit) && <span className="quiet small">{t('sandbox.plannedFor', { day: s.effective })}</span>}
              {s.reason && <div className="quiet small">{s.reason}</div>}
            </li>
          ))}
        </ol>
        <details>
          <summary>{t('sandbox.editsOf', { n: plan.editCount })}</summary>
          <ul className="small">{edits.map((e, i) => <li key={i}>{e.sentence}</li>)}</ul>
          {plan.editCount > edits.length && <p className="quiet small">{t('table.rest', { n: plan.editCount - edits.length })}</p>}
        </details>
      </div>
    </Panel>
  )
}

/** The day of a step: sent when the field is left or Enter pressed, since a date is typed in parts. What was refused goes back to what it was. */
function Day({ of: step, onDay }: { of: Step; onDay: (day: string | null) => Promise<unknown> }) {
  const { t } = useTranslation()
  const was = step.effective ?? ''
  const sent = useRef(was)
  const send = (field: HTMLInputElement) => {
    if (field.value === sent.current || !field.validity.valid) return
    sent.current = field.value
    void onDay(field.value || null).then((done) => done || (field.value = sent.current = was))
  }
  const press = (e: KeyboardEvent<HTMLInputElement>) => e.key === 'Enter' && send(e.currentTarget)
  return <input key={was} type="date" className="input small" aria-label={t('sandbox.dayOf', { name: step.title || t('sandbox.untitled') })} defaultValue={was} onBlur={(e) => send(e.currentTarget)} onKeyDown={press} />
}
