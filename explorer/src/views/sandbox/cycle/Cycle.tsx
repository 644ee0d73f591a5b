import { useShared } from '../../../address/address'
import { useAsk } from '../../../api/hooks'
import { Panel } from '../../../design/Panel'
import { Answer } from '../../../design/State'
import { useTranslation } from '../../../i18n'
import type { Plan } from '../plan/question'
import type { Desk } from '../plan/usePlan'
import { Actions } from './Actions'
import { Follow } from './Follow'
import { CycleOf } from './question'
import { Rebase } from './Rebase'
import { Steps } from './Steps'
import { Tables } from './Tables'
import { Trail } from './Trail'

/** From a draft to the county's own revision: what is missing, the reviews, the tables and the report, what came of it. */
export function Cycle({ desk, plan }: { desk: Desk; plan: Plan }) {
  const { t } = useTranslation()
  const [{ lang }] = useShared()
  const inLanguage = (href: string) => `${href}?${new URLSearchParams({ language: lang })}`
  const result = useAsk(CycleOf, { id: plan.id })
  return (
    <Answer of={{ ...result, data: result.data?.scenario ?? undefined }}>
      {(data) => (
        <div className="stack">
          {plan.stale && plan.actions.includes('REBASED') && <Rebase desk={desk} plan={plan} />}
          <Panel title={t('sandbox.cycle')} asked={result.asked}><Actions desk={desk} plan={plan} data={data} /></Panel>
          <Panel
            title={t('sandbox.dossier')}
            tools={<><a className="button small" href={inLanguage(data.dossiers.html)} target="_blank" rel="noreferrer">{t('sandbox.dossierHtml')}</a><a className="button small" href={inLanguage(data.dossiers.docx)} target="_blank" rel="noreferrer">{t('sandbox.dossierDocx')}</a></>}
          >
            <p className="quiet small">{t('sandbox.dossierHint')}</p>
            <Tables of={data} />
          </Panel>
          {(plan.state === 'APPLIED' || data.tracker.some((i) => i.status !== 'PLANNED')) && <Follow of={data} />}
          <Steps desk={desk} plan={plan} edits={data.edits} />
          <Trail of={data} />
        </div>
      )}
    </Answer>
  )
}
