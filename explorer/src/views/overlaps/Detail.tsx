import type { ResultOf } from '../../api/graphql'
import { useAsk, useWorld } from '../../api/hooks'
import { CopyLink } from '../../design/CopyLink'
import { Icon } from '../../design/Icon'
import { Panel } from '../../design/Panel'
import { SeverityBadge } from '../../design/Severity'
import { Answer, Notice } from '../../design/State'
import { useTranslation } from '../../i18n'
import { number } from '../../i18n/numbers'
import { ThingLink } from '../things/parts'
import { CaseOf } from './CaseOf'
import { Evidence } from './Evidence'
import { OneOverlap } from './questions'
import { useKinds } from './useKinds'

export type County = NonNullable<ResultOf<typeof OneOverlap>['county']>
export type Overlap = County['overlaps']['nodes'][number]

/** One overlap in full: what it is, how its cost adds up, what it rests on, what would change it, what was decided. */
export function Detail({ of, onClose }: { of: string; onClose: () => void }) {
  const { t } = useTranslation()
  const result = useAsk(OneOverlap, { ...useWorld(), fingerprints: [of] })
  return (
    <Panel
      className="detail" title={t('overlaps.detail')} asked={result.asked}
      tools={<><CopyLink bare /><button type="button" className="button bare" aria-label={t('panel.close')} onClick={onClose}><Icon name="cross" /></button></>}
    >
      <Answer of={result}>
        {({ county }) => county?.overlaps.nodes[0]
          ? <Findings of={county.overlaps.nodes[0]} measures={county.measures} />
          : <Notice title={t('overlaps.gone')} hint={t('overlaps.goneHint')} />}
      </Answer>
    </Panel>
  )
}

function Findings({ of: o, measures }: { of: Overlap; measures: County['measures'] }) {
  const { t } = useTranslation()
  const kind = useKinds()(o.kind)
  return (
    <div className="stack">
      <div className="stack tight">
        <div className="row"><SeverityBadge of={o.severity} /><span className="badge" title={kind.definition}>{kind.name}</span><span className="quiet small">{o.township?.name ?? t('overlaps.whole')}</span></div>
        <h3 className="subject">{o.topic ?? <ThingLink of={o.subject} />}</h3>
        <p className="quiet small">{kind.definition}</p>
      </div>
      <dl className="figures">
        <div><dt>{t('overlaps.cost')}</dt><dd>{number(o.cost)}</dd></div>
        <div><dt>{t('metric.reducible')}</dt><dd>{number(o.reducibleCost)}</dd></div>
        <div><dt>{t('overlaps.excess')}</dt><dd>{number(o.excess)}</dd></div>
      </dl>
      <section>
        <h3>{t('overlaps.why')}</h3>
        <p className="explained">{o.explanation}</p>
      </section>
      {o.participants.length > 0 && (
        <section>
          <h3>{t('overlaps.participants')} <span className="quiet small">{o.participants.length}</span></h3>
          <ul className="participants">{o.participants.map((p) => <li key={p.key}><span className="badge">{t(`overlaps.thing.${p.__typename as 'Organ'}`, { defaultValue: '' })}</span> <ThingLink of={p} /></li>)}</ul>
        </section>
      )}
      <Evidence of={o.evidence} />
      <Without of={o} />
      <CaseOf overlap={o} measures={measures} />
    </div>
  )
}

/** What it would cost without each relation. */
function Without({ of: { counterfactuals, cost } }: { of: Overlap }) {
  const { t } = useTranslation()
  if (!counterfactuals.length) return null
  return (
    <section>
      <h3>{t('overlaps.counterfactual')}</h3>
      <ul className="without">
        {counterfactuals.map((c, i) => (
          <li key={i}>
            <span>{c.sentence}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect className="all" width="100" height="8" rx="2" /><rect width={cost ? (100 * c.cost) / cost : 0} height="8" rx="2" /></svg>
            <span className="number small">{number(c.cost)} / {number(cost)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
