import { useShared } from '../../address/address'
import { graphql } from '../../api/graphql'
import { useAsk, useWorld } from '../../api/hooks'
import { Panel } from '../../design/Panel'
import { Answer } from '../../design/State'
import { useTranslation } from '../../i18n'

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

/** How far the data carries what is shown: coverage, what can't be judged and what to collect, contradictions. */
export function Quality() {
  const { t } = useTranslation()
  const [{ township }] = useShared()
  const result = useAsk(QualityOf, useWorld())
  const here = (of: { key: string } | null) => (of?.key ?? '') === township
  return (
    <Panel title={t('overview.quality')} asked={result.asked}>
      <Answer of={result}>
        {({ county }) => {
          const q = county?.quality
          const missing = q?.notAssessable.filter((n) => here(n.township)) ?? []
          return (
            <div className="stack">
              <ul className="gauges" aria-label={t('overview.coverage')}>
                {q?.coverage.filter((c) => here(c.township)).map((c) => (
                  <li key={c.gauge}>
                    <span>{c.label}</span>
                    <progress max={100} value={c.percent} className={c.sufficient ? '' : 'low'} aria-label={c.label} />
                    <span className="number small">{c.percent}%</span>
                  </li>
                ))}
              </ul>
              {missing.length > 0 && (
                <div>
                  <h3>{t('overview.notAssessable')}</h3>
                  <ul className="marked small">{missing.map((n, i) => <li key={i}>{n.reason} <span className="quiet">{n.collect}</span></li>)}</ul>
                </div>
              )}
              {!!q?.conflicts.length && (
                <div>
                  <h3>{t('overview.conflicts')}</h3>
                  <ul className="marked small">{q.conflicts.slice(0, 10).map((c, i) => <li key={i}>{c.text}</li>)}</ul>
                  {q.conflicts.length > 10 && <p className="quiet small">{t('table.rest', { n: q.conflicts.length - 10 })}</p>}
                </div>
              )}
              {!missing.length && !q?.conflicts.length && <p className="quiet">{t('overview.qualityOk')}</p>}
            </div>
          )
        }}
      </Answer>
    </Panel>
  )
}
