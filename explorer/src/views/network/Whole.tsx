import { useCallback, useMemo, useRef } from 'react'
import { Icon } from '../../design/Icon'
import { Panel } from '../../design/Panel'
import { saveCSV } from '../../design/save'
import { type Column, Table } from '../../design/Table'
import { useTranslation } from '../../i18n'
import { CountyPicture, type CountyFiles } from '../../pictures/county/CountyPicture'
import type { Network, Thing } from '../../pictures/network/graph'
import { useNetworkAddress } from './address'
import type { Question } from './Drawn'
import { Kinds } from './Legend'
import { reachOf } from './shown'
import { useWidth } from './width'
import { blockName } from './words'

const listable = ['TOWNSHIP', 'DEPARTMENT', 'ORGAN', 'LEADER', 'DUTY'] as const

/** The whole county on one picture, and all that is in it as a table. */
export function Whole({ network, question }: { network: Network; question: Question }) {
  const { t } = useTranslation()
  const [{ pick }, change] = useNetworkAddress()
  const [watch, width] = useWidth()
  const files = useRef<CountyFiles>(null)
  const title = `${question.county} · ${t('network.map')}`
  const hint = useCallback((x: Thing) => [x.name, [t(`kind.${x.kind}`), blockName(network, x)].filter(Boolean).join(' · '), t('network.near', { n: network.tiesOf(x.key).length })].join('\n'), [t, network])
  const select = useCallback((key: string) => change({ pick: key === pick ? '' : key }), [change, pick])
  return (
    <div className="network-view">
      <Panel
        title={title} asked={question.asked}
        tools={<button type="button" className="button bare small" onClick={() => change({ whole: false, pick: '' })}>{t('network.back')}</button>}
        exports={[{ id: 'svg', label: t('panel.svg'), run: () => files.current?.svg(title) }, { id: 'png', label: t('panel.png'), run: () => files.current?.png(title) }]}
      >
        <p className="small quiet">{t('network.mapHint')}</p>
        <div ref={watch} className="network-board">
          {width > 0 && (
            <CountyPicture
              label={t('network.mapLabel', { county: question.county, things: network.things.size, ties: network.ties.length })} network={network} width={Math.max(width, 900)}
              selected={pick} onSelect={select} hint={hint} busy={t('network.mapBusy')} files={files}
            />
          )}
        </div>
        <Kinds things={[...network.things.values()]} whole />
      </Panel>
      <div className="stack network-aside">
        {network.things.has(pick) && <Picked network={network} of={network.things.get(pick)!} />}
        <Listed network={network} />
      </div>
    </div>
  )
}

/** What the one selected is joined to, in numbers, and the way to its own picture. */
function Picked({ network, of }: { network: Network; of: Thing }) {
  const { t } = useTranslation()
  const [, change] = useNetworkAddress()
  const draw = () => change(of.kind === 'TOWNSHIP' ? { township: of.key, whole: false, pick: '' } : { seeds: [of.key], whole: false, pick: of.key })
  return (
    <Panel
      title={<>{of.name} <span className="badge">{t(`kind.${of.kind}`)}</span></>}
      tools={<button type="button" className="button bare" aria-label={t('panel.close')} onClick={() => change({ pick: '' })}><Icon name="cross" /></button>}
    >
      <div className="stack">
        <p className="quiet">{[blockName(network, of), ...reachOf(network, of.key, new Set()).map((r) => `${t(`network.relation.${r.relation}`)} ${r.total}`)].filter(Boolean).join(' · ')}</p>
        <div><button type="button" className="button main" onClick={draw}>{t(of.kind === 'TOWNSHIP' ? 'network.toTownship' : 'network.draw')}</button></div>
      </div>
    </Panel>
  )
}

function Listed({ network }: { network: Network }) {
  const { t } = useTranslation()
  const [{ listed, pick }, change] = useNetworkAddress()
  const rows = useMemo(() => [...network.things.values()].filter((x) => x.kind === listed), [network, listed])
  const columns: Column<Thing>[] = [
    { id: 'name', title: t(`kind.${listed}`), value: (x) => x.name, show: (x) => <b>{x.name}</b> },
    ...(listed === 'ORGAN' || listed === 'LEADER' ? [{ id: 'block', title: t('network.block'), value: (x: Thing) => blockName(network, x) }] : []),
    { id: 'near', title: t('network.ties'), number: true, value: (x) => network.tiesOf(x.key).length },
  ]
  return (
    <Panel title={t('network.tables')} exports={[{ id: 'csv', label: t('panel.csv'), run: () => saveCSV(t(`kind.${listed}`), columns, rows) }]}>
      <div className="tabs" role="group" aria-label={t('network.tables')}>
        {listable.map((k) => <button key={k} type="button" aria-pressed={k === listed} onClick={() => change({ listed: k })}>{t(`kind.${k}`)}</button>)}
      </div>
      <div className="network-rows"><Table label={t(`kind.${listed}`)} columns={columns} rows={rows} rowKey={(x) => x.key} selected={pick} onAct={(x) => change({ pick: x.key === pick ? '' : x.key })} most={100} /></div>
    </Panel>
  )
}
