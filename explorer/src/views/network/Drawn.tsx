import { useCallback, useMemo, useRef } from 'react'
import type { Asked } from '../../api/hooks'
import { Panel } from '../../design/Panel'
import { useTranslation } from '../../i18n'
import type { Network, Thing, Tie } from '../../pictures/network/graph'
import type { Band } from '../../pictures/network/layered'
import { NetworkPicture } from '../../pictures/network/NetworkPicture'
import { savePNG, saveSVG } from '../../pictures/save'
import { toggled, useNetworkAddress } from './address'
import { useLayout } from './arrange'
import { Chips } from './Chips'
import { Finder } from './Finder'
import { Kinds, Legend } from './Legend'
import { budget, restOf, type Shown } from './shown'
import { useWidth } from './width'
import { thingSaid, tieSaid } from './words'

export type Question = { asked: Asked; county: string }
const layouts = ['layered', 'force', 'ring'] as const

/** The picture with its tools: what to add, how to arrange, which relations, what was left out. */
export function Drawn({ network, shown, path, question }: { network: Network; shown: Shown; path: string[]; question: Question }) {
  const { t } = useTranslation()
  const [{ township, seeds, layout: kind, pick, size }, change] = useNetworkAddress()
  const svg = useRef<SVGSVGElement>(null)
  const [watch, width] = useWidth()
  const { layout, busy } = useLayout(kind, shown, width)
  const rest = useMemo(() => restOf(network, shown), [network, shown])
  const said = useMemo(() => ({
    thing: (x: Thing) => thingSaid(t, network, x, network.tiesOf(x.key).filter((tie) => shown.keys.has(tie.from) && shown.keys.has(tie.to)), rest.get(x.key) ?? 0),
    tie: (tie: Tie) => tieSaid(t, network, tie),
    band: (b: Band) => t('network.kindCount', { kind: t(`kind.${b.kind}`), n: b.count }),
    block: (key: string) => network.things.get(key)?.name ?? '',
  }), [t, network, shown, rest])
  const select = useCallback((key: string) => change({ pick: key }), [change])
  // A little too wide is drawn a little smaller; text stays at 12 px or more unless the reader wants all in one view.
  const fits = layout && width > 0 ? Math.min(1, width / layout.width) : 1
  const wide = fits < 0.925
  const block = network.things.get(township)?.name
  const title = block ? t('network.of', { township: block }) : t('network.title')
  const add = (x: Thing) => change(x.kind === 'TOWNSHIP' ? { township: x.key } : { seeds: shown.keys.has(x.key) ? seeds : toggled(seeds, x.key), pick: x.key })
  return (
    <Panel
      title={title} asked={question.asked} className="network-panel"
      exports={layout ? [
        { id: 'svg', label: t('panel.svg'), run: () => svg.current && saveSVG(title, svg.current) },
        { id: 'png', label: t('panel.png'), run: () => void (svg.current && savePNG(title, svg.current)) },
      ] : []}
    >
      <div className="stack network-tools">
        <div className="row no-print">
          <Finder label={t('network.add')} placeholder={t('network.addHint')} network={network} onFind={add} />
          <div className="tabs" role="group" aria-label={t('network.layout')}>
            {layouts.map((l) => <button key={l} type="button" aria-pressed={kind === l} onClick={() => change({ layout: l })}>{t(`network.${l}`)}</button>)}
          </div>
          {wide && <button type="button" className="button" onClick={() => change({ size: size === 'fit' ? 'full' : 'fit' })}>{t(size === 'fit' ? 'network.full' : 'network.fit')}</button>}
        </div>
        <Chips network={network} />
        <div className="spread">
          <Legend shown={shown} />
          <p className="small" role="status">
            {busy ? t('network.arranging') : t('network.drawn', { things: shown.things.length, ties: shown.ties.length })}
            {shown.leftOut.length > 0 && <LeftOut of={shown} />}
          </p>
        </div>
      </div>
      <div ref={watch} className="network-board" tabIndex={wide && size === 'full' ? 0 : undefined} aria-busy={busy || undefined}>
        {layout && (
          <NetworkPicture
            ref={svg} label={`${title}${t('network.colon')}${t('network.drawn', { things: shown.things.length, ties: shown.ties.length })}${t('network.stop')}${t('network.keys')}`}
            layout={layout} things={shown.things} ties={shown.ties} selected={pick} onSelect={select} path={path} rest={rest} said={said}
            scale={!wide || size === 'fit' ? fits : 1}
          />
        )}
      </div>
      <Kinds things={shown.things} />
    </Panel>
  )
}

function LeftOut({ of }: { of: Shown }) {
  const { t } = useTranslation()
  const n = of.leftOut.reduce((sum, c) => sum + c.count, 0)
  return (
    <span className="network-left" title={t('network.leftOutHint', { most: budget })}>
      <b>{t('network.leftOut', { n })}</b> {of.leftOut.map((c) => t('network.kindCount', { kind: t(`kind.${c.kind}`), n: c.count })).join('、')}
    </span>
  )
}
