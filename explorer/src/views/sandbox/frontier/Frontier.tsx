import { useMemo, useRef } from 'react'
import { useValues } from '../../../address/address'
import { ask } from '../../../api/client'
import { useAsk } from '../../../api/hooks'
import { Panel } from '../../../design/Panel'
import { saveCSV } from '../../../design/save'
import { Answer } from '../../../design/State'
import { useTranslation } from '../../../i18n'
import { FrontierChart } from '../../../pictures/frontier/FrontierChart'
import { drawingIn } from '../../../pictures/frontier/drawing'
import { savePNG, saveSVG } from '../../../pictures/save'
import { merged } from '../board/groups'
import { fields } from '../fields'
import type { EditInput, Grouping, Plan } from '../plan/question'
import type { Desk } from '../plan/usePlan'
import { costOf, FrontierEdits, FrontierOf, type Point } from './question'
import { columnsOf, FrontierTable } from './FrontierTable'

/** The best plan for every number of organs, with the plan and today's organs beside it; any of them can be started from. */
export function Frontier({ desk, plan, grouping, locked }: { desk: Desk; plan: Plan; grouping: Grouping; locked: boolean }) {
  const { t } = useTranslation()
  const [{ county, lang, measure }, change] = useValues(fields)
  const box = useRef<HTMLDivElement>(null)
  const variables = { code: county, at: { revision: plan.base }, scope: desk.scope!, rules: desk.rules }
  const result = useAsk(FrontierOf, variables)
  const points = result.data?.county?.frontier ?? []

  const start = async (p: Point) => {
    const title = t('sandbox.stepStart', { n: p.organs })
    if (p.proposal.editCount > 500) return void desk.edit({ regroup: { groups: merged(p.groups.map((g) => g.map((o) => o.key))), title } })
    const { county: c } = await ask(FrontierEdits, variables, lang)
    const edits = c?.frontier.find((q) => q.organs === p.organs)?.proposal.edits.map((e) => e.input as EditInput) ?? []
    void desk.edit({ do: { edits, anew: true, title } })
  }
  const now = points.length ? { organs: plan.baseline.metrics.organs, objective: startOf(points)?.cost, structure: plan.baseline.metrics.structureCost } : undefined
  const here = { organs: grouping.organs, cost: measure === 'objective' ? grouping.cost : plan.result.metrics.structureCost }
  const scene = useMemo(() => ({
    line: points.map((p) => ({ organs: p.organs, cost: costOf(p, measure), name: '' })),
    marks: [
      ...(now?.[measure] === undefined ? [] : [{ kind: 'now' as const, title: t('sandbox.today'), at: [{ organs: startOf(points)!.organs, cost: now[measure]!, name: '' }] }]),
      { kind: 'plan' as const, title: t('sandbox.thisPlan'), at: [{ ...here, name: '' }] },
    ],
    x: t('sandbox.organsAxis'), y: t(`sandbox.measure.${measure}`), best: t('sandbox.best'),
  }), [points, measure, here.organs, here.cost, t])
  const picture = () => drawingIn(box.current)
  const name = `${plan.title}-${t('sandbox.frontier')}`
  const table = columnsOf(t)
  return (
    <Panel
      title={t('sandbox.frontier')} asked={result.asked}
      tools={
        <span className="tabs slim" role="group" aria-label={t('sandbox.measureOf')}>
          {(['objective', 'structure'] as const).map((m) => <button key={m} type="button" aria-pressed={measure === m} onClick={() => change({ measure: m })}>{t(`sandbox.measure.${m}`)}</button>)}
        </span>
      }
      exports={[
        { id: 'csv', label: t('panel.csv'), run: () => saveCSV(name, table, points) },
        { id: 'svg', label: t('panel.svg'), run: () => { const p = picture(); if (p) saveSVG(name, p) } },
        { id: 'png', label: t('panel.png'), run: () => { const p = picture(); if (p) void savePNG(name, p) } },
      ]}
    >
      <Answer of={result}>
        {() => (
          <div className="stack">
            <div ref={box}>
              <FrontierChart scene={scene} label={t('sandbox.chartOf', { n: points.length, organs: here.organs })} onPick={(k) => { const p = points.find((q) => q.organs === k); if (p && !locked) void start(p) }} />
            </div>
            <p className="quiet small">{t(`sandbox.measureHint.${measure}`)}</p>
            <FrontierTable points={points} here={grouping} measure={measure} cost={here.cost} onStart={locked ? undefined : (p) => void start(p)} />
          </div>
        )}
      </Answer>
    </Panel>
  )
}

/** Today's organs are the point with the most of them: nothing is merged there. */
const startOf = (points: readonly Point[]) => points.find((p) => p.groups.every((g) => g.length === 1))
