import { useEffect, useMemo, useRef } from 'react'
import { Panel } from '../../design/Panel'
import { saveCSV } from '../../design/save'
import { type Column, Table } from '../../design/Table'
import { useTranslation } from '../../i18n'
import { idOf, type Network, otherEnd, type Thing, type Tie } from '../../pictures/network/graph'
import { useNetworkAddress } from './address'
import { budget, restOf, type Shown } from './shown'
import { blockName, roleName } from './words'

/** What the picture shows, as tables: a row selects its thing in the picture, and the other way round. */
export function Contents({ network, shown }: { network: Network; shown: Shown }) {
  const { t } = useTranslation()
  const [{ rows }, change] = useNetworkAddress()
  const [things, ties] = [useThingColumns(network, shown), useTieColumns(network)]
  const name = t('network.tables')
  return (
    <Panel
      title={name}
      tools={(
        <div className="tabs" role="group" aria-label={name}>
          <button type="button" aria-pressed={rows === 'things'} onClick={() => change({ rows: 'things' })}>{t('network.things')} {shown.things.length}</button>
          <button type="button" aria-pressed={rows === 'ties'} onClick={() => change({ rows: 'ties' })}>{t('network.ties')} {shown.ties.length}</button>
        </div>
      )}
      exports={[
        { id: 'things', label: `${t('panel.csv')} · ${t('network.things')}`, run: () => saveCSV(`${name} ${t('network.things')}`, things, shown.things) },
        { id: 'ties', label: `${t('panel.csv')} · ${t('network.ties')}`, run: () => saveCSV(`${name} ${t('network.ties')}`, ties, shown.ties) },
      ]}
    >
      {rows === 'things' ? <Things columns={things} shown={shown} /> : <div className="network-rows"><Table label={t('network.ties')} columns={ties} rows={shown.ties} rowKey={idOf} /></div>}
    </Panel>
  )
}

function Things({ columns, shown }: { columns: Column<Thing>[]; shown: Shown }) {
  const { t } = useTranslation()
  const [{ pick }, change] = useNetworkAddress()
  const box = useRef<HTMLDivElement>(null)
  // The row of what was selected in the picture comes into sight, in its box alone: the page stays where it is.
  useEffect(() => {
    const row = box.current?.querySelector<HTMLElement>('tr[aria-selected=true]')
    if (row && box.current && !box.current.contains(document.activeElement)) box.current.scrollTop = row.offsetTop - box.current.clientHeight / 2
  }, [pick])
  return (
    <div ref={box} className="network-rows">
      <Table label={t('network.things')} columns={columns} rows={shown.things} rowKey={(x) => x.key} selected={pick} onAct={(x) => change({ pick: x.key === pick ? '' : x.key })} most={budget} />
    </div>
  )
}

function useThingColumns(network: Network, shown: Shown): Column<Thing>[] {
  const { t } = useTranslation()
  return useMemo(() => {
    const rest = restOf(network, shown)
    const joined = new Map<string, string[]>()
    for (const tie of shown.ties) for (const end of [tie.from, tie.to]) joined.set(end, [...(joined.get(end) ?? []), network.things.get(otherEnd(tie, end))?.name ?? ''])
    return [
      { id: 'name', title: t('network.name'), value: (x) => x.name, show: (x) => <b className={x.name.length < 14 ? 'network-short' : ''}>{x.name}</b> },
      { id: 'kind', title: t('network.kind'), value: (x) => t(`kind.${x.kind}`), show: (x) => <span className="network-short">{t(`kind.${x.kind}`)}</span> },
      { id: 'block', title: t('network.block'), value: (x) => blockName(network, x), show: (x) => <span className="network-short">{blockName(network, x)}</span> },
      { id: 'joined', title: t('network.joined'), number: true, value: (x) => joined.get(x.key)?.length ?? 0 },
      { id: 'with', title: t('network.neighbours'), value: (x) => (joined.get(x.key) ?? []).join('、'), show: (x) => <span className="small">{some(joined.get(x.key) ?? [])}</span> },
      { id: 'rest', title: t('network.hidden'), number: true, value: (x) => rest.get(x.key) ?? 0 },
    ]
  }, [t, network, shown])
}

const some = (names: string[]) => names.slice(0, 8).join('、') + (names.length > 8 ? '…' : '')

function useTieColumns(network: Network): Column<Tie>[] {
  const { t } = useTranslation()
  const [, change] = useNetworkAddress()
  return useMemo(() => {
    const name = (key: string) => network.things.get(key)?.name ?? key
    const end = (key: string) => <button type="button" className="button bare" onClick={() => change({ pick: key })}>{name(key)}</button>
    return [
      { id: 'from', title: t('network.one'), value: (x) => name(x.from), show: (x) => end(x.from) },
      { id: 'relation', title: t('network.relationOf'), value: (x) => t(`network.relation.${x.relation}`) },
      { id: 'to', title: t('network.other'), value: (x) => name(x.to), show: (x) => end(x.to) },
      { id: 'role', title: t('network.role'), value: (x) => roleName(t, x) },
    ]
  }, [t, network, change])
}
