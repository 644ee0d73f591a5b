import { useValues } from '../../../address/address'
import { usePages } from '../../../api/hooks'
import { Icon } from '../../../design/Icon'
import { Panel } from '../../../design/Panel'
import { saveCSV } from '../../../design/save'
import { Answer, Notice } from '../../../design/State'
import { type Column } from '../../../design/Table'
import { useTranslation } from '../../../i18n'
import { number } from '../../../i18n/numbers'
import { fields } from '../fields'
import { ProposalDetail } from '../../proposals/ProposalDetail'
import { LadderOf, type Proposal, type Rung, useRungNames } from '../../proposals/question'
import type { EditInput, Plan } from '../plan/question'
import type { Desk } from '../plan/usePlan'

/** What could still be done about the plan's overlaps, the greatest net gain first; each can be put into the plan. */
export function Ladder({ desk, plan, locked }: { desk: Desk; plan: Plan; locked: boolean }) {
  const { t } = useTranslation()
  const [{ county, proposal }, change] = useValues(fields)
  const result = usePages(LadderOf, { code: county, at: { scenario: plan.id }, basis: null, scope: desk.scope, rules: desk.rules, kinds: null, after: null }, (a) => a.county?.proposals)
  const { nameOf } = useRungNames()
  const put = (p: Proposal) => p.editCount > 0 && !locked && (
    <div><button type="button" className="button main" disabled={desk.busy || p.editCount > p.edits.length} onClick={() => void desk.edit({ do: { edits: p.edits.map((e) => e.input as EditInput), title: p.title } })}>{t('sandbox.put')}</button></div>
  )
  const columns: Column<Rung>[] = [
    { id: 'kind', title: t('sandbox.rung'), value: (r) => nameOf(r.kind) },
    { id: 'title', title: t('sandbox.proposal'), value: (r) => r.title },
    ...(['gain', 'price', 'netGain'] as const).map((k) => ({ id: k, title: t(`sandbox.${k}`), number: true, value: (r: Rung) => r[k] })),
  ]
  return (
    <Panel
      title={<>{t('sandbox.ladder')} <span className="quiet small">{t('table.total', { n: result.total })}</span></>} asked={result.asked}
      exports={[{ id: 'csv', label: t('panel.csv'), run: () => void result.every().then((rows) => saveCSV(`${plan.title}-${t('sandbox.ladder')}`, columns, rows)) }]}
    >
      <p className="quiet small">{t('sandbox.ladderHint')}</p>
      <Answer of={result}>
        {() => result.rows.length ? (
          <ul className="sandbox-ladder">
            {result.rows.map((r) => (
              <li key={r.key}>
                <details open={proposal === r.key} onToggle={(e) => e.currentTarget.open !== (proposal === r.key) && change({ proposal: e.currentTarget.open ? r.key : '' }, true)}>
                  <summary>
                    <Icon name="right" />
                    <span className="badge">{nameOf(r.kind)}</span>
                    <b>{r.title}{!plan.township && r.township && <span className="quiet small"> {r.township.name}</span>}</b>
                    <span className="figures">
                      <span>{t('sandbox.gain')} <output>{number(r.gain)}</output></span>
                      <span>{t('sandbox.price')} <output>{number(r.price)}</output></span>
                      <span className={r.netGain > 0 ? 'net good' : 'net'}>{t('sandbox.netGain')} <output>{number(r.netGain)}</output></span>
                    </span>
                  </summary>
                  {proposal === r.key && <ProposalDetail of={r} nameOf={nameOf} act={put} />}
                </details>
              </li>
            ))}
          </ul>
        ) : <Notice title={t('sandbox.noProposals')} hint={t('sandbox.noProposalsHint')} />}
      </Answer>
      {result.more && <button type="button" className="button" onClick={result.more}>{t('table.more', { n: result.total - result.rows.length })}</button>}
    </Panel>
  )
}
