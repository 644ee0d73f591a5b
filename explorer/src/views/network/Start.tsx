import { Panel } from '../../design/Panel'
import { useTranslation } from '../../i18n'
import type { Network, Thing } from '../../pictures/network/graph'
import { useNetworkAddress } from './address'
import { Finder } from './Finder'

/** Nothing is drawn yet: a search, a township, or the whole county. */
export function Start({ network }: { network: Network }) {
  const { t } = useTranslation()
  const [, change] = useNetworkAddress()
  const townships = [...network.things.values()].filter((x) => x.kind === 'TOWNSHIP')
  const seed = (x: Thing) => change(x.kind === 'TOWNSHIP' ? { township: x.key } : { seeds: [x.key], pick: x.key })
  return (
    <Panel title={t('network.start')} className="network-start">
      <div className="stack">
        <p className="quiet">{t('network.startHint')}</p>
        <Finder label={t('network.add')} placeholder={t('search.placeholder')} network={network} onFind={seed} />
        <section>
          <h3>{t('network.township')}</h3>
          <div className="row">{townships.map((x) => <button key={x.key} type="button" className="button" onClick={() => change({ township: x.key })}>{x.name}</button>)}</div>
        </section>
        <div><button type="button" className="button main" onClick={() => change({ whole: true })}>{t('network.whole')}</button></div>
      </div>
    </Panel>
  )
}
