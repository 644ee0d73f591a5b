import { useState } from 'react'
import { addressOf, go, useAddress, useShared } from '../../address/address'
import { graphql } from '../../api/graphql'
import { useAsk, useChange } from '../../api/hooks'
import { mint } from '../../api/mint'
import { Panel } from '../../design/Panel'
import { Failure, Notice } from '../../design/State'
import { useTranslation } from '../../i18n'
import { number } from '../../i18n/numbers'
import { ProposalDetail } from './ProposalDetail'
import { OneProposal, type Proposal } from './question'

const PlanOfOne = graphql(`
  mutation PlanOfOne($input: CreateScenarioInput!) { createScenario(input: $input) { scenario { id } } }
`)

type Props = { of: string; nameOf: (kind: string) => string; onClose: () => void }

/** One proposal in full, and the way from it to a plan. */
export function OnePage({ of, nameOf, onClose }: Props) {
  const { t } = useTranslation()
  const { data, error, asked } = useAsk(OneProposal, { id: of })
  const one = data?.node as Proposal | null | undefined
  return (
    <Panel title={one?.title ?? '…'} asked={asked} onClose={onClose}>
      {one && (
        <dl className="proposal-figures">
          {(['gain', 'price', 'netGain'] as const).map((k) => <div key={k}><dt>{t(`sandbox.${k}`)}</dt><dd>{number(one[k])}</dd></div>)}
        </dl>
      )}
      {data && !one ? <Notice title={t('things.gone')} /> : <ProposalDetail of={{ id: of }} nameOf={nameOf} act={(p) => p.editCount > 0 && <Begin of={p} />} />}
      {!!error && !data && <p className="quiet small">{t('proposals.stale')}</p>}
    </Panel>
  )
}

/** Makes a plan that begins with the proposal; only the county as it is can be planned from. */
function Begin({ of }: { of: Proposal }) {
  const { t } = useTranslation()
  const { query } = useAddress()
  const [{ county, at, basis, township }] = useShared()
  const [key] = useState(mint) // kept while a lost answer is asked for again
  const create = useChange(PlanOfOne)
  if (at || basis.length) return <p className="small quiet">{t('proposals.headOnly')}</p>
  const begin = async () => {
    const made = await create.mutateAsync({ input: { county, title: of.title, township: of.township?.key ?? (township || null), size: of.size, proposals: [of.id], key } }).catch(() => undefined)
    if (made?.createScenario) go(addressOf('/sandbox', query, { plan: made.createScenario.scenario.id }))
  }
  return (
    <div className="row">
      <button type="button" className="button main" disabled={create.isPending} onClick={() => void begin()}>{t('proposals.begin')}</button>
      {create.error && <Failure error={create.error} />}
    </div>
  )
}
