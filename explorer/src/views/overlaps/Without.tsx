import { useTranslation } from '../../i18n'
import type { Overlap } from './Detail'
import { exact } from '../../i18n/numbers'

/** What it would cost without each relation, as a bar within the whole cost. */
export function Without({ of: { counterfactuals, cost } }: { of: Overlap }) {
  const { t } = useTranslation()
  if (!counterfactuals.length || !cost) return null
  return (
    <section>
      <h3>{t('overlaps.counterfactual')}</h3>
      <ul className="without">
        {counterfactuals.map((c, i) => (
          <li key={i}>
            <span>{c.sentence}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect className="all" width="100" height="8" rx="2" /><rect width={Math.min(100, (100 * c.cost) / cost)} height="8" rx="2" /></svg>
            <span className="number small quiet">{c.cost === cost ? t('overlaps.stays') : t('overlaps.saves', { n: exact(Math.round((cost - c.cost) * 1e6) / 1e6) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
