import { useTranslation } from '../../i18n'
import { exact } from '../../i18n/numbers'
import type { Overlap } from './Detail'

/** The cost to the last digit: excess times weight, and what of it an edit can lower. */
export function Sum({ of: { excess, cost, reducibleCost }, weight }: { of: Overlap; weight: number }) {
  const { t } = useTranslation()
  const necessary = Math.round((cost - reducibleCost) * 1e6) / 1e6
  return (
    <dl className="sum">
      <Figure title={t('overlaps.excess')} of={excess} />
      <Figure sign="×" title={t('overlaps.weight')} of={weight} />
      <Figure sign="=" title={t('overlaps.cost')} of={cost} main />
      <Figure sign="=" title={t('overlaps.necessary')} of={necessary} />
      <Figure sign="+" title={t('overlaps.reducibleOnly')} of={reducibleCost} />
    </dl>
  )
}

const Figure = ({ sign, title, of, main }: { sign?: string; title: string; of: number; main?: boolean }) => (
  <div className={main ? 'figure main' : 'figure'} data-sign={sign}><dt>{title}</dt><dd>{exact(of)}</dd></div>
)
