import { graphql } from '../../api/graphql'
import { useAsk, useWorld } from '../../api/hooks'
import { Panel } from '../../design/Panel'
import { Failure, Notice } from '../../design/State'
import { useTranslation } from '../../i18n'
import { type Network, type Relation, relations } from '../../pictures/network/graph'
import { useNetworkAddress } from './address'
import { Finder } from './Finder'
import { blockName } from './words'

const WaysBetween = graphql(`
  query WaysBetween($code: String!, $at: VersionInput, $basis: [Basis!], $from: ID!, $to: ID!, $relations: [RelationKind!]) {
    county(code: $code, at: $at, basis: $basis) { id paths(from: $from, to: $to, relations: $relations, maxLength: 6) { sentence nodes { key } } }
  }
`)

/** The shortest ways between the two things of the address. Through a township everything is near, so only if asked for. */
export function useWays(network: Network) {
  const [{ from, to, via, hide }] = useNetworkAddress()
  const [a, b] = [network.things.get(from), network.things.get(to)]
  const usable = relations.filter((r: Relation) => !hide.includes(r) && (via || (r !== 'ESTABLISHES' && r !== 'SERVES')))
  const both = !!a && !!b && a !== b
  const result = useAsk(WaysBetween, { ...useWorld(), from: a?.id ?? '', to: b?.id ?? '', relations: usable }, both && usable.length > 0)
  const fresh = both && !result.isPlaceholderData && !result.error
  return { result, both, from: a, to: b, found: (fresh ? result.data?.county?.paths : undefined) ?? nothing, answered: fresh && !!result.data }
}
const nothing: { sentence: string; nodes: { key: string }[] }[] = []

/** Two things, and the ways between them read out; the one chosen is numbered in the picture. */
export function Ways({ network, ways }: { network: Network; ways: ReturnType<typeof useWays> }) {
  const { t } = useTranslation()
  const [{ from, to, way, via }, change] = useNetworkAddress()
  const { found, result, both } = ways
  return (
    <Panel title={t('network.path')} asked={both ? result.asked : undefined}>
      <div className="stack">
        {(['from', 'to'] as const).map((end) => <End key={end} end={end} network={network} />)}
        <div className="row no-print">
          <label className="row small"><input type="checkbox" checked={via} onChange={() => change({ via: !via, way: 0 })} />{t('network.via')}</label>
          {(from || to) && <button type="button" className="button bare small" onClick={() => change({ from: to, to: from, way: 0 })}>{t('network.swap')}</button>}
          {(from || to) && <button type="button" className="button bare small" onClick={() => change({ from: '', to: '', way: 0 })}>{t('network.clearPath')}</button>}
        </div>
        <div aria-live="polite" className="stack">
          {!both && <p className="quiet small">{from && from === to ? t('network.same') : t('network.pathHint')}</p>}
          {both && result.error && <Failure error={result.error} retry={() => void result.refetch()} />}
          {both && !result.error && !ways.answered && <p className="quiet small">{t('state.loading')}</p>}
          {ways.answered && !found.length && <Notice title={t('network.noPath')} hint={t('network.noPathHint')} />}
          {found.length > 0 && <p className="small quiet">{t('network.ways', { n: found.length, steps: found[0]!.nodes.length - 1 })}</p>}
          <ol className="network-ways">
            {found.map((p, i) => (
              <li key={p.nodes.map((n) => n.key).join(' ')}>
                <button type="button" aria-pressed={i === Math.min(way, found.length - 1)} onClick={() => change({ way: i })}>{p.sentence}<Through network={network} of={p.nodes.map((n) => n.key)} /></button>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </Panel>
  )
}

/** The townships a way leads through: organs of several have one name. */
function Through({ network, of }: { network: Network; of: string[] }) {
  const { t } = useTranslation()
  const blocks = new Set(of.map((key) => network.things.get(key)).filter((x) => x && x.kind !== 'TOWNSHIP').map((x) => x!.block).filter(Boolean))
  if (!blocks.size) return null
  return <> <span className="quiet small">{[...blocks].map((key) => network.things.get(key)?.name).join(t('network.then'))}</span></>
}

function End({ end, network }: { end: 'from' | 'to'; network: Network }) {
  const { t } = useTranslation()
  const [address, change] = useNetworkAddress()
  const thing = network.things.get(address[end])
  return (
    <div className="network-end">
      <b>{t(`network.${end}`)}</b>
      {thing && <span className="network-ended">{thing.name} <span className="quiet small">{blockName(network, thing)}</span></span>}
      <Finder label={t(end === 'from' ? 'network.findFrom' : 'network.findTo')} placeholder={thing ? t('network.chooseOther') : t(end === 'from' ? 'network.findFrom' : 'network.findTo')} network={network} onFind={(x) => change({ [end]: x.key, way: 0 })} />
    </div>
  )
}
