import { useState } from 'react'
import { useValues } from '../../../address/address'
import { graphql, type ResultOf } from '../../../api/graphql'
import { usePages } from '../../../api/hooks'
import { Facet } from '../../../design/Facet'
import { Panel } from '../../../design/Panel'
import { saveCSV } from '../../../design/save'
import { Answer, Notice } from '../../../design/State'
import { type Column, Table } from '../../../design/Table'
import { useTranslation } from '../../../i18n'
import { day } from '../../../i18n/numbers'
import { fields, type State, states as allStates } from '../fields'
import { Create } from './Create'

const ScenarioList = graphql(`
  query ScenarioList($code: String!, $states: [ScenarioState!], $after: String) {
    county(code: $code) {
      id
      scenarios(states: $states, first: 100, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { id title note state stateName base stale size township { key name } editCount updatedAt updatedBy }
      }
    }
  }
`)
type Row = NonNullable<ResultOf<typeof ScenarioList>['county']>['scenarios']['nodes'][number]

/** The county's plans; one is opened, several are compared. */
export function Scenarios() {
  const { t } = useTranslation()
  const [{ county, states }, change] = useValues(fields)
  const [chosen, setChosen] = useState<string[]>([])
  const result = usePages(ScenarioList, { code: county, states: states.length ? states : null, after: null }, (a) => a.county?.scenarios, !!county)
  const tick = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((c) => c !== id) : [...chosen, id])
  const open = (r: Row) => change({ plan: r.id, township: r.township?.key ?? '', with: [] })
  const columns: Column<Row>[] = [
    { id: 'tick', title: t('table.select'), sortable: false, value: () => '', show: (r) => <input type="checkbox" aria-label={t('sandbox.tick', { title: r.title })} checked={chosen.includes(r.id)} onClick={(e) => e.stopPropagation()} onKeyDown={(e) => e.stopPropagation()} onChange={() => tick(r.id)} /> },
    { id: 'title', title: t('sandbox.name'), value: (r) => r.title, show: (r) => <><b>{r.title}</b>{r.note && <div className="quiet small">{r.note}</div>}</> },
    { id: 'scope', title: t('sandbox.scope'), value: (r) => r.township?.name ?? (r.size ? t(`sandbox.size.${r.size}`) : t('where.allTownships')) },
    { id: 'state', title: t('sandbox.state'), value: (r) => r.stateName, show: (r) => <span className="row"><span className={`badge state ${r.state}`}>{r.stateName}</span>{r.stale && <span className="badge MEDIUM">{t('sandbox.stale')}</span>}</span> },
    { id: 'edits', title: t('sandbox.edits'), number: true, value: (r) => r.editCount },
    { id: 'base', title: t('metric.revision'), number: true, value: (r) => r.base },
    { id: 'updated', title: t('metric.updated'), value: (r) => r.updatedAt, show: (r) => <span className="small">{day(r.updatedAt)} <span className="quiet">{r.updatedBy}</span></span> },
  ]
  return (
    <div className="sandbox-start">
      <Panel
        title={<>{t('sandbox.list')} <span className="quiet small">{t('table.total', { n: result.total })}</span></>} asked={result.asked}
        tools={<button type="button" className="button small" disabled={!chosen.length} onClick={() => change({ with: chosen })}>{t('sandbox.compareChosen', { n: chosen.length })}</button>}
        exports={[{ id: 'csv', label: t('panel.csv'), run: () => saveCSV(t('sandbox.list'), columns.slice(1), result.rows) }]}
      >
        <div className="stack">
          <div className="sandbox-states"><Facet title={t('sandbox.state')} counts={allStates.map((s) => ({ value: s, label: t(`sandbox.stateOf.${s}`), count: result.rows.filter((r) => r.state === s).length }))} chosen={states} onChange={(s) => change({ states: s as State[] })} /></div>
          <Answer of={result}>
            {() => result.rows.length ? <Table label={t('sandbox.list')} columns={columns} rows={result.rows} rowKey={(r) => r.id} onAct={open} most={100} main /> : <Notice title={t('sandbox.none')} hint={t('sandbox.noneHint')} />}
          </Answer>
          {result.more && <button type="button" className="button" onClick={result.more}>{t('table.more', { n: result.total - result.rows.length })}</button>}
        </div>
      </Panel>
      <Create onCreated={(id, township) => change({ plan: id, township, with: [] })} />
    </div>
  )
}
