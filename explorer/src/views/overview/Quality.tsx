import { useShared } from '../../address/address'
import { graphql, type ResultOf } from '../../api/graphql'
import { useAsk, useWorld } from '../../api/hooks'
import { Panel } from '../../design/Panel'
import { Answer } from '../../design/State'
import { useTranslation } from '../../i18n'
import { useKinds } from '../overlaps/useKinds'

const QualityOf = graphql(`
  query QualityOf($code: String!, $at: VersionInput, $basis: [Basis!]) {
    county(code: $code, at: $at, basis: $basis) {
      id
      quality {
        coverage { gauge label township { key } have of percent sufficient }
        notAssessable { township { key name } kinds reason collect }
        conflicts { text }
      }
    }
  }
`)
type Data = NonNullable<ResultOf<typeof QualityOf>['county']>['quality']

/** How far the data carries what is shown: coverage, what can't be judged and what to collect, contradictions. */
export function Quality() {
  const { t } = useTranslation()
  const [{ township }] = useShared()
  const result = useAsk(QualityOf, useWorld())
  return (
    <Panel title={t('overview.quality')} asked={result.asked}>
      <Answer of={result}>
        {({ county }) => {
          if (!county) return null
          const { coverage, notAssessable, conflicts } = county.quality
          const missing = notAssessable.filter((n) => !township || n.township?.key === township)
          return (
            <div className="stack">
              <Gauges of={coverage.filter((c) => (c.township?.key ?? '') === township)} />
              {missing.length > 0 && <Missing of={missing} />}
              {conflicts.length > 0 && (
                <div>
                  <h3>{t('overview.conflicts')}</h3>
                  <ul className="marked small">{conflicts.slice(0, 10).map((c, i) => <li key={i}>{c.text}</li>)}</ul>
                  {conflicts.length > 10 && <p className="quiet small">{t('table.rest', { n: conflicts.length - 10 })}</p>}
                </div>
              )}
              {!missing.length && !conflicts.length && <p className="quiet">{t('overview.qualityOk')}</p>}
            </div>
          )
        }}
      </Answer>
    </Panel>
  )
}

function Gauges({ of }: { of: Data['coverage'] }) {
  const { t } = useTranslation()
  return (
    <ul className="gauges" aria-label={t('overview.coverage')}>
      {of.map((c) => (
        <li key={c.gauge} className={c.sufficient ? undefined : 'low'}>
          <span>{c.label} {!c.sufficient && <span className="badge LOW">{t('overview.lacking')}</span>}</span>
          <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect className="all" width="100" height="8" /><rect width={Math.min(100, c.percent)} height="8" /></svg>
          <span className="number small quiet">{t('overview.of', { have: c.have, of: c.of })}</span>
          <span className="number small">{c.percent}%</span>
        </li>
      ))}
    </ul>
  )
}

/** What can't be judged yet, each reason once with the townships it holds for. */
function Missing({ of }: { of: Data['notAssessable'] }) {
  const { t } = useTranslation()
  const kind = useKinds()
  const reasons = new Map<string, Data['notAssessable']>()
  for (const n of of) reasons.set(n.reason, [...(reasons.get(n.reason) ?? []), n])
  return (
    <div>
      <h3>{t('overview.notAssessable')}</h3>
      <ul className="marked small">
        {[...reasons.values()].map((all) => {
          const [n] = all
          const townships = all.flatMap((x) => (x.township ? [x.township.name] : []))
          return (
            <li key={n!.reason}>
              <b>{n!.kinds.map((k) => kind(k).name).join('、')}</b> {n!.reason}
              {townships.length > 1 && <span title={townships.join('、')}>（{t('overview.inTownships', { n: townships.length })}）</span>}
              {' '}<span className="quiet">{n!.collect}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
