import { Refusal } from '../../../api/client'
import { useTranslation } from '../../../i18n'
import type { Plan } from './question'
import type { Desk } from './usePlan'

/** A short text in full, a long one to be opened. */
const Folded = ({ title, text }: { title: string; text: string }) => (text.length > 160
  ? <details><summary><b>{title}</b> {text.slice(0, 80)}…</summary>{text}</details>
  : <span><b>{title}</b> {text}</span>)

/** What the planner must know before going on: that a change was refused, that the plan is locked, what a step left out. */
export function Told({ desk, plan, locked }: { desk: Desk; plan: Plan; locked: boolean }) {
  const { t } = useTranslation()
  const { trouble } = desk
  const overtaken = trouble?.error instanceof Refusal && trouble.error.code === 'CONFLICT'
  const offline = trouble?.error instanceof Refusal && trouble.error.code === 'OFFLINE'
  const last = plan.steps[plan.cursor - 1]
  return (
    <>
      {trouble && (
        <div className="sandbox-told bad" role="alert">
          <span><b>{t(overtaken ? 'sandbox.overtaken' : offline ? 'state.offline' : 'sandbox.refused')}</b> {trouble.error instanceof Error && trouble.error.message} {trouble.error instanceof Refusal && trouble.error.hint && <span className="quiet">{trouble.error.hint}</span>}</span>
          <span className="row">
            {(overtaken || offline) && <button type="button" className="button" onClick={trouble.again}>{t(overtaken ? 'sandbox.again' : 'state.retry')}</button>}
            <button type="button" className="button" onClick={() => void desk.reread()}>{t('sandbox.reread')}</button>
          </span>
        </div>
      )}
      {desk.others === plan.version && <p className="sandbox-told" role="status">{t('sandbox.othersChanged', { who: plan.updatedBy, n: plan.version })}</p>}
      {locked && plan.state !== 'APPLIED' && <p className="sandbox-told" role="status">{t(plan.state === 'REJECTED' ? 'sandbox.ended' : 'sandbox.locked', { state: plan.stateName })}</p>}
      {last?.reason && plan.state === 'DRAFT' && <div className="sandbox-told" role="status"><Folded title={last.title ?? ''} text={last.reason} /></div>}
    </>
  )
}
