import { useMemo, useRef } from 'react'
import { useValues } from '../../../address/address'
import { type Asked, useAsk } from '../../../api/hooks'
import { Panel } from '../../../design/Panel'
import { saveCSV } from '../../../design/save'
import { Answer } from '../../../design/State'
import type { Column } from '../../../design/Table'
import { useTranslation } from '../../../i18n'
import { number } from '../../../i18n/numbers'
import { FrontierChart } from '../../../pictures/frontier/FrontierChart'
import { drawingIn } from '../../../pictures/frontier/drawing'
import { savePNG, saveSVG } from '../../../pictures/save'
import { fields, rulesOf } from '../fields'
import { costOf, FrontierOf } from '../frontier/question'
import { Change } from '../plan/Numbers'
import { Differences } from './Differences'
import { type Comparison, ComparisonOf, type Side } from './question'

/** Plans side by side with the county as it is. */
export function Compare({ ids }: { ids: string[] }) {
  const { t } = useTranslation()
  const [values, change] = useValues(fields)
  const result = useAsk(ComparisonOf, { ids, rules: rulesOf(values) })
  return (
    <div className="stack">
      <div className="row no-print"><button type="button" className="button" onClick={() => change({ with: [] })}>{t('sandbox.toList')}</button></div>
      <Answer of={result}>
        {({ compare }) => (
          <div className="stack">
            <Figures of={compare} asked={result.asked} onOpen={(s) => change({ plan: s.scenario.id, with: [], township: s.scenario.township?.key ?? '' })} />
            <Overlay of={compare} />
            <Differences of={compare} />
          </div>
        )}
      </Answer>
    </div>
  )
}

type Row = { id: string; title: string; baseline: number; of: (s: Side) => number }

function Figures({ of, asked, onOpen }: { of: Comparison; asked: Asked; onOpen: (s: Side) => void }) {
  const { t } = useTranslation()
  const m = of.metrics
  const kinds = [...new Set([of.metrics, ...of.columns.map((c) => c.metrics)].flatMap((x) => x.byKind.filter((k) => k.count).map((k) => k.kind)))]
  const cost = (x: Comparison['metrics'], kind: string) => x.byKind.find((k) => k.kind === kind)?.cost ?? 0
  const label = (kind: string) => of.baseline.overlaps.facets.kinds.find((k) => k.value === kind)?.label ?? of.columns.flatMap((c) => c.introduces).find((o) => o.kind === kind)?.kind ?? kind
  const rows: Row[] = [
    { id: 'organs', title: t('metric.organs'), baseline: m.organs, of: (s) => s.metrics.organs },
    { id: 'cost', title: t('metric.cost'), baseline: m.structureCost, of: (s) => s.metrics.structureCost },
    { id: 'reducible', title: t('metric.reducible'), baseline: m.reducibleCost, of: (s) => s.metrics.reducibleCost },
    { id: 'overlaps', title: t('metric.overlaps'), baseline: m.overlaps, of: (s) => s.metrics.overlaps },
    ...kinds.filter((k) => of.columns.some((c) => cost(c.metrics, k) !== cost(m, k))).map((k) => ({ id: k, title: t('sandbox.costOf', { kind: label(k) }), baseline: cost(m, k), of: (s: Side) => cost(s.metrics, k) })),
  ]
  const columns: Column<Row>[] = [
    { id: 'title', title: t('sandbox.figure'), value: (r) => r.title },
    { id: 'baseline', title: t('sandbox.today'), value: (r) => r.baseline },
    ...of.columns.map((s) => ({ id: s.scenario.id, title: s.scenario.title, value: r => r.of(s) }) as Column<Row>),
  ]
  return (
    <Panel title={t('sandbox.compare')} asked={asked} exports={[{ id: 'csv', label: t('panel.csv'), run: () => saveCSV(t('sandbox.compare'), columns, rows) }]}>
      <table className="table sandbox-figures" aria-label={t('sandbox.compare')}>
        <thead>
          <tr>
            <th>{t('sandbox.figure')}</th><th className="number">{t('sandbox.today')}</th>
            {of.columns.map((s) => <th key={s.scenario.id} className="number"><button type="button" className="button bare" onClick={() => onOpen(s)}>{s.scenario.title}</button><div className="small">{s.scenario.stateName}{s.scenario.stale && ` · ${t('sandbox.stale')}`}</div></th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.id} data-row={r.id}>
              <th scope="row">{r.title}</th><td className="number">{number(r.baseline)}</td>
              {of.columns.map((s) => <td key={s.scenario.id} className="number"><b>{number(r.of(s))}</b> <Change by={r.of(s) - r.baseline} none={t('sandbox.same')} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

/** Plans of one scope as points beside the frontier of that scope. */
function Overlay({ of }: { of: Comparison }) {
  const { t } = useTranslation()
  const [values] = useValues(fields)
  const box = useRef<HTMLDivElement>(null)
  const [first] = of.columns
  const alike = of.columns.filter((c) => c.scenario.grouping && c.scenario.township?.key === first?.scenario.township?.key && c.scenario.size === first?.scenario.size)
  const scope = first?.scenario.township ? { townships: [first.scenario.township.key] } : first?.scenario.size ? { size: first.scenario.size } : undefined
  const result = useAsk(FrontierOf, { code: values.county, at: { revision: first?.scenario.base ?? 1 }, scope: scope ?? {}, rules: rulesOf(values) }, !!scope)
  const points = result.data?.county?.frontier ?? []
  const scene = useMemo(() => ({
    line: points.map((p) => ({ organs: p.organs, cost: costOf(p, 'objective'), name: '' })),
    marks: [{ kind: 'other' as const, title: t('sandbox.title'), at: alike.map((c) => ({ organs: c.scenario.grouping!.organs, cost: c.scenario.grouping!.cost, name: c.scenario.title })) }],
    x: t('sandbox.organsAxis'), y: t('sandbox.measure.objective'), best: t('sandbox.best'),
  }), [points, of, t])
  if (!scope || alike.length < of.columns.length) return null
  const picture = () => drawingIn(box.current)
  return (
    <Panel
      title={t('sandbox.frontier')} asked={result.asked}
      exports={[{ id: 'svg', label: t('panel.svg'), run: () => { const p = picture(); if (p) saveSVG(t('sandbox.compare'), p) } }, { id: 'png', label: t('panel.png'), run: () => { const p = picture(); if (p) void savePNG(t('sandbox.compare'), p) } }]}
    >
      <Answer of={result}>
        {() => (
          <div className="sandbox-overlay">
            <div ref={box}><FrontierChart scene={scene} label={t('sandbox.chartCompared', { n: alike.length })} onPick={() => {}} /></div>
            <table className="table" aria-label={t('sandbox.frontier')}>
              <thead><tr><th>{t('sandbox.name')}</th><th className="number">{t('metric.organs')}</th><th className="number">{t('sandbox.measure.objective')}</th><th className="number">{t('sandbox.bestAt')}</th></tr></thead>
              <tbody>{alike.map((c) => <tr key={c.scenario.id}><td>{c.scenario.title}</td><td className="number">{c.scenario.grouping!.organs}</td><td className="number">{number(c.scenario.grouping!.cost)}</td><td className="number">{points.find((p) => p.organs === c.scenario.grouping!.organs) ? number(points.find((p) => p.organs === c.scenario.grouping!.organs)!.cost) : '—'}</td></tr>)}</tbody>
            </table>
          </div>
        )}
      </Answer>
    </Panel>
  )
}
