import { useTranslation } from '../../../i18n'
import { number } from '../../../i18n/numbers'
import type { Plan } from './question'

type Card = { id: string; label: string; before: number | undefined; after: number; note?: string | undefined }

/** Before, after and the difference of what a plan is judged by; less is better in all of them. */
export function Numbers({ of: plan }: { of: Plan }) {
  const { t } = useTranslation()
  const [before, after] = [plan.baseline.metrics, plan.result.metrics]
  const broken = plan.grouping?.constraints.filter((c) => c.verdict === 'VIOLATED').length ?? 0
  const cards: Card[] = [
    { id: 'organs', label: t('metric.organs'), before: before.organs, after: after.organs },
    { id: 'cost', label: t('metric.cost'), before: before.structureCost, after: after.structureCost },
    { id: 'reducible', label: t('metric.reducible'), before: before.reducibleCost, after: after.reducibleCost },
    { id: 'overlaps', label: t('metric.overlaps'), before: before.overlaps, after: after.overlaps, note: t('sandbox.goneAndNew', { gone: plan.diff.resolvedCount, fresh: plan.diff.introducedCount }) },
    ...(plan.grouping ? [{ id: 'broken', label: t('sandbox.broken'), before: undefined, after: broken }] : []), // without groups no rule is held to anything
  ]
  return (
    <dl className="cards sandbox-numbers" aria-live="polite">
      {cards.map((c) => (
        <div key={c.id} className="card" data-metric={c.id}>
          <dt>{c.label}</dt>
          <dd>
            <output>{number(c.after)}</output> <Delta of={c} />
            <span className="beside">{c.before === undefined ? t(c.after ? 'sandbox.seeRules' : 'sandbox.allKept') : t('sandbox.was', { n: number(c.before) })}{c.note && ` · ${c.note}`}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Delta({ of: c }: { of: Card }) {
  const { t } = useTranslation()
  if (c.before === undefined) return null
  return <Change by={c.after - c.before} part={c.before ? (c.after - c.before) / c.before : 0} none={t('sandbox.same')} />
}

/** A signed difference with an arrow; down is good. */
export function Change({ by, part, none }: { by: number; part?: number; none: string }) {
  const rounded = Math.round(by * 1000) / 1000
  if (!rounded) return <span className="change quiet small">{none}</span>
  return (
    <span className={rounded < 0 ? 'change less' : 'change more'}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true"><path d={rounded < 0 ? 'M0 2h10L5 9z' : 'M0 8h10L5 1z'} fill="currentColor" /></svg>
      {rounded > 0 ? '+' : '−'}{number(Math.abs(rounded))}
      {!!part && <small>{rounded > 0 ? '+' : '−'}{Math.round(Math.abs(part) * 100)}%</small>}
    </span>
  )
}
