import { useValues } from '../../../address/address'
import { Link } from '../../../address/Link'
import { scenarioAt } from '../../../api/version'
import { queryAddress } from '../../../api/query'
import { useTranslation } from '../../../i18n'
import { fields } from '../fields'
import { Manage } from './Manage'
import type { Plan } from './question'
import type { Desk } from './usePlan'

/** What the plan is, undo and redo, and where its result can be read. */
export function Bar({ desk, plan }: { desk: Desk; plan: Plan }) {
  const { t } = useTranslation()
  const [, change] = useValues(fields)
  const at = scenarioAt(plan.id)
  const stepTo = (redo: boolean) => plan.steps[redo ? plan.cursor : plan.cursor - 1]?.title ?? ''
  return (
    <div className="sandbox-bar">
      <button type="button" className="button bare no-print" onClick={() => change({ plan: '' })}>{t('sandbox.toList')}</button>
      <div className="name">
        <h2>{plan.title}</h2>
        <span className="row small">
          <span className={`badge state ${plan.state}`}>{plan.stateName}</span>
          <span className="quiet">{plan.township?.name ?? (plan.size ? t(`sandbox.size.${plan.size}`) : t('where.allTownships'))} · {t('sandbox.onRevision', { n: plan.base })}</span>
          {plan.stale && <span className="badge MEDIUM">{t('sandbox.stale')}</span>}
          <span className="quiet" role="status">{desk.busy ? t('sandbox.saving') : t('sandbox.saved', { n: plan.version })}</span>
        </span>
      </div>
      <div className="row no-print tools">
        {(['UNDONE', 'REDONE'] as const).map((action) => (
          <button
            key={action} type="button" className="button" disabled={!plan.actions.includes(action)} title={stepTo(action === 'REDONE')}
            onClick={() => void desk.edit(action === 'REDONE' ? { redo: true } : { undo: true })}
          >
            <Turn redo={action === 'REDONE'} />{t(action === 'REDONE' ? 'sandbox.redo' : 'sandbox.undo')}
          </button>
        ))}
        <Manage desk={desk} plan={plan} />
        <span className="row results"><span className="quiet small">{t('sandbox.readIn')}</span>
          <Link to="/overlaps" with={{ at }}>{t('overlaps.title')}</Link>
          <Link to="/organs" with={{ at }}>{t('organs.title')}</Link>
          <Link to="/" with={{ at }}>{t('overview.title')}</Link>
          <a href={queryAddress(desk.result.asked)} target="_blank" rel="noreferrer">{t('panel.query')}</a>
        </span>
      </div>
    </div>
  )
}

const Turn = ({ redo }: { redo: boolean }) => (
  <svg viewBox="0 0 14 12" width="14" height="12" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" transform={redo ? 'scale(-1 1)' : undefined}>
    <path d="M4 1L1 4l3 3M1 4h7a4 4 0 0 1 0 7H5" />
  </svg>
)
