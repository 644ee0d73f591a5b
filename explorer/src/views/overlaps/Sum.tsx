import { useTranslation } from '../../i18n'
import { exact } from './exact'
import type { Overlap } from './Detail'

/** The cost to the last digit: excess times weight, and what of it an edit can lower. */
export function Sum({ of: { excess, cost, reducibleCost }, weight }: { of: Overlap; weight: number }) {
  const { t } = useTranslation()
  const necessary = Math.round((cost - reducibleCost) * 1e6) / 1e6
  return (
    <dl className="sum">
      <Figure title={t('overlaps.excess')} of={excess} />
      <Sign of="×" />
      <Figure title={t('overlaps.weight')} of={weight} />
      <Sign of="=" />
      <Figure title={t('overlaps.cost')} of={cost} main />
      <Sign of="=" />
      <Figure title={t('overlaps.necessary')} of={necessary} />
      <Sign of="+" />
      <Figure title={t('overlaps.reducibleOnly')} of={reducibleCost} />
    </dl>
  )
}

const Figure = ({ title, of, main }: { title: string; of: number; main?: boolean }) => (
  <div className={main ? 'figure main' : 'figure'}><dt>{title}</dt><dd>{exact(of)}</dd></div>
)

const Sign = ({ of }: { of: string }) => <div className="sign" aria-hidden="true">{of}</div>
