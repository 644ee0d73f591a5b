import { useState } from 'react'
import { Icon } from '../../design/Icon'
import { Panel } from '../../design/Panel'
import { useTranslation } from '../../i18n'
import { type Kind, type Network, otherEnd, relations, type Relation, type Thing } from '../../pictures/network/graph'
import { ThingLink } from '../things/parts'
import { toggled, useNetworkAddress } from './address'
import { opening, reachOf, type Shown } from './shown'
import { blockName, roleName } from './words'

const typeOf: Record<Kind, string> = { DEPARTMENT: 'Department', SECTION: 'Section', TOWNSHIP: 'Township', ORGAN: 'Organ', LEADER: 'Leader', DUTY: 'Duty' }

/** The thing selected: what to expand, with how many there are; where a way starts or ends; what it is joined to. */
export function Details({ network, shown }: { network: Network; shown: Shown }) {
  const { t } = useTranslation()
  const [{ pick, seeds }, change] = useNetworkAddress()
  const thing = network.things.get(pick)
  if (!thing) return <Panel title={t('network.detail')}><p className="quiet">{t('network.pickOne')}</p></Panel>
  const seeded = seeds.includes(thing.key)
  return (
    <Panel
      title={<>{thing.name} <span className="badge">{t(`kind.${thing.kind}`)}</span></>}
      tools={<button type="button" className="button bare" aria-label={t('panel.close')} onClick={() => change({ pick: '' })}><Icon name="cross" /></button>}
    >
      <div className="stack network-details">
        <p className="spread">
          <span className="quiet">{[blockName(network, thing), thing.organKind && t(`organKind.${thing.organKind as 'OFFICE'}`)].filter(Boolean).join(' · ')}</span>
          <span><ThingLink of={{ __typename: typeOf[thing.kind], key: thing.key, name: t('network.open') }} /></span>
        </p>
        <Expand network={network} shown={shown} of={thing} />
        <div className="row no-print">
          <button type="button" className="button" onClick={() => change({ from: thing.key, way: 0 })}>{t('network.fromHere')}</button>
          <button type="button" className="button" onClick={() => change({ to: thing.key, way: 0 })}>{t('network.toHere')}</button>
          <button type="button" className="button" onClick={() => change({ seeds: [thing.key], open: [], township: '', from: '', to: '' })}>{t('network.only')}</button>
          {seeded && <button type="button" className="button" onClick={() => change({ seeds: toggled(seeds, thing.key) })}>{t('network.remove')}</button>}
        </div>
        <Neighbours key={thing.key} network={network} shown={shown} of={thing} />
      </div>
    </Panel>
  )
}

function Expand({ network, shown, of }: { network: Network; shown: Shown; of: Thing }) {
  const { t } = useTranslation()
  const [{ open, hide }, change] = useNetworkAddress()
  const reach = reachOf(network, of.key, shown.keys)
  if (!reach.length) return <p className="quiet">{t('network.none')}</p>
  const show = (relation: Relation) => change({ open: toggled(open, opening(of.key, relation)), hide: hide.filter((r) => r !== relation) })
  return (
    <section>
      <h3>{t('network.expand')} <span className="quiet small">{t('network.expandHint')}</span></h3>
      <div className="network-expand">
        {relations.flatMap((r) => reach.filter((x) => x.relation === r)).map(({ relation, total, drawn }) => {
          const opened = open.includes(opening(of.key, relation))
          return (
            <button key={relation} type="button" className="button" aria-pressed={opened} disabled={!opened && drawn === total} onClick={() => show(relation)}>
              <b>{t(`network.relation.${relation}`)} {total}</b>
              <span className="small">{opened ? t('network.collapse') : drawn === total ? t('network.allDrawn') : t('network.drawnOf', { drawn })}</span>
            </button>
          )
        })}
      </div>
    </section>
  )
}

const few = 12

/** All it is joined to, drawn or not; one that is not drawn is added when it is chosen. */
function Neighbours({ network, shown, of }: { network: Network; shown: Shown; of: Thing }) {
  const { t } = useTranslation()
  const [{ seeds }, change] = useNetworkAddress()
  const [whole, setWhole] = useState<Relation[]>([])
  const go = (key: string) => change(shown.keys.has(key) ? { pick: key } : { seeds: [...seeds, key], pick: key })
  return relations.map((relation) => {
    const ties = network.tiesOf(of.key, relation)
    if (!ties.length) return null
    const listed = whole.includes(relation) ? ties : ties.slice(0, few)
    return (
      <section key={relation}>
        <h3>{t(`network.relation.${relation}`)} <span className="quiet">{ties.length}</span></h3>
        <ul className="network-neighbours">
          {listed.map((tie) => {
            const other = network.things.get(otherEnd(tie, of.key))!
            return (
              <li key={other.key}>
                <button type="button" className="button bare" onClick={() => go(other.key)}>{other.name}</button>
                <span className="quiet small">{[other.block !== of.block && blockName(network, other), roleName(t, tie), !shown.keys.has(other.key) && t('network.notDrawn')].filter(Boolean).join(' · ')}</span>
              </li>
            )
          })}
        </ul>
        {listed.length < ties.length && <button type="button" className="button bare small" onClick={() => setWhole([...whole, relation])}>{t('network.showAll', { n: ties.length })}</button>}
      </section>
    )
  })
}
