import { Icon } from '../../design/Icon'
import { useTranslation } from '../../i18n'
import type { Network } from '../../pictures/network/graph'
import { useNetworkAddress } from './address'
import { readOpening } from './shown'

/** What was added and expanded, each with a way to take it out again. */
export function Chips({ network }: { network: Network }) {
  const { t } = useTranslation()
  const [{ seeds, open }, change] = useNetworkAddress()
  const name = (key: string) => network.things.get(key)?.name ?? key
  const gone = [...seeds, ...open.map((o) => readOpening(o).key)].filter((k) => !network.things.has(k)).length
  if (!seeds.length && !open.length) return null
  const chips = [
    ...seeds.map((key) => ({ id: key, text: name(key), remove: () => change({ seeds: seeds.filter((k) => k !== key) }) })),
    ...open.map((o) => {
      const { key, relation } = readOpening(o)
      return { id: o, text: t('network.opened', { name: name(key), relation: t(`network.relation.${relation}`) }), remove: () => change({ open: open.filter((x) => x !== o) }) }
    }),
  ]
  return (
    <div className="row network-chips no-print" role="group" aria-label={t('network.chips')}>
      {chips.map((c) => (
        <button key={c.id} type="button" className="badge" aria-label={t('network.removeChip', { name: c.text })} onClick={c.remove}>{c.text}<Icon name="cross" /></button>
      ))}
      {gone > 0 && <span className="small quiet">{t('network.gone', { n: gone })}</span>}
      <button type="button" className="button bare small" onClick={() => change({ seeds: [], open: [], from: '', to: '', way: 0, pick: '' })}>{t('network.clear')}</button>
    </div>
  )
}
