import { useValues } from '../../../address/address'
import { graphql } from '../../../api/graphql'
import { type Asked, useAsk } from '../../../api/hooks'
import { Panel } from '../../../design/Panel'
import { SeverityBadge } from '../../../design/Severity'
import { Answer, Notice } from '../../../design/State'
import { useTranslation } from '../../../i18n'
import { number } from '../../../i18n/numbers'
import type { EditInput, Plan } from '../plan/question'
import type { Desk } from '../plan/usePlan'
import { Desks } from './Desks'
import { PortfoliosOf, type Suggested, type Town } from './question'

const TownsOfSize = graphql(`
  query TownsOfSize($code: String!, $sizes: [Size!]) { county(code: $code) { id townships(filter: { sizes: $sizes }, first: 500) { nodes { key name } } } }
`)

/** Who is in charge of what when the plan is carried out, in one township at a time, and what the optimiser would do. */
export function Leaders({ desk, plan, locked }: { desk: Desk; plan: Plan; locked: boolean }) {
  const { t } = useTranslation()
  const [{ county, township }, change] = useValues({})
  const towns = useAsk(TownsOfSize, { code: county, sizes: plan.size ? [plan.size] : null }, !plan.township).data?.county?.townships.nodes
  const here = plan.township?.key ?? (towns?.find((n) => n.key === township) ?? towns?.[0])?.key
  const result = useAsk(PortfoliosOf, { code: county, at: { scenario: plan.id }, keys: [here ?? ''], scope: { townships: [here ?? ''] } }, !!here)
  const town = result.data?.county?.townships.nodes[0]
  const suggested = result.data?.county?.proposals.nodes[0]
  return (
    <div className="stack">
      {!plan.township && (
        <label className="field sandbox-town">{t('sandbox.townOf')}
          <select value={here} onChange={(e) => change({ township: e.target.value })}>{towns?.map((n) => <option key={n.key} value={n.key}>{n.name}</option>)}</select>
        </label>
      )}
      <Answer of={{ ...result, data: town }}>
        {(town) => town.leaders.length ? (
          <>
            <Suggestion of={suggested} desk={desk} locked={locked} />
            <Desks town={town} desk={desk} locked={locked} />
            <Findings of={town} asked={result.asked} />
          </>
        ) : <Notice title={t('sandbox.noLeaders')} hint={t('sandbox.noLeadersHint')} />}
      </Answer>
    </div>
  )
}

function Suggestion({ of, desk, locked }: { of: Suggested | undefined; desk: Desk; locked: boolean }) {
  const { t } = useTranslation()
  if (!of) return <p className="quiet small">{t('sandbox.noSuggestion')}</p>
  return (
    <Panel
      title={t('sandbox.suggested')}
      tools={!locked && <button type="button" className="button main small" disabled={desk.busy} onClick={() => void desk.edit({ do: { edits: of.edits.map((e) => e.input as EditInput), title: of.title } })}>{t('sandbox.put')}</button>}
    >
      <p><b>{of.title}</b> <span className="quiet small">{t('sandbox.gain')} {number(of.gain)} · {t('sandbox.price')} {number(of.price)} · {t('sandbox.netGain')} {number(of.netGain)}</span></p>
      <p className="small">{of.rationale}</p>
      <details className="small"><summary>{t('sandbox.editsOf', { n: of.editCount })}</summary><ul className="quiet">{of.edits.map((e, i) => <li key={i}>{e.sentence}</li>)}</ul></details>
    </Panel>
  )
}

function Findings({ of, asked }: { of: Town; asked: Asked }) {
  const { t } = useTranslation()
  const { overlaps } = of
  return (
    <Panel title={<>{t('sandbox.leaderFindings')} <span className="quiet small">{t('metric.cost')} {number(overlaps.totalCost)}</span></>} asked={asked}>
      <div className="row">{overlaps.facets.kinds.map((k) => <span key={k.value} className="badge">{k.label} {k.count}</span>)}</div>
      {!overlaps.totalCount && <p className="quiet">{t('overlaps.none')}</p>}
      <ul className="things-overlaps small">{overlaps.nodes.map((o) => <li key={o.id}><SeverityBadge of={o.severity} /> <span className="number">{number(o.cost)}</span> {o.explanation}</li>)}</ul>
    </Panel>
  )
}
