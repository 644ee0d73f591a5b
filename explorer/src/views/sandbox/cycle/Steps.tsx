import { Panel } from '../../../design/Panel'
import { useTranslation } from '../../../i18n'
import type { Plan } from '../plan/question'

/** The plan's steps, those undone and set aside too, and the edits that it comes to. */
export function Steps({ plan, edits }: { plan: Plan; edits: readonly { kind: string; sentence: string }[] }) {
  const { t } = useTranslation()
  return (
    <Panel title={<>{t('sandbox.steps')} <span className="quiet small">{t('table.total', { n: plan.steps.length })}</span></>}>
      <div className="stack">
        {plan.steps.length === 0 && <p className="quiet">{t('sandbox.noSteps')}</p>}
        <ol className="sandbox-steps">
          {plan.steps.map((s) => (
            <li key={s.index} className={s.inForce ? undefined : 'aside'}>
              {s.title || t('sandbox.untitled')} {!s.inForce && <span className="badge">{t(s.index >= plan.cursor ? 'sandbox.undone' : 'sandbox.aside')}</span>}
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
