import { Link } from '../../address/Link'
import { useValues } from '../../address/address'
import { text } from '../../address/codec'
import { graphql } from '../../api/graphql'
import { useAsk, useWorld } from '../../api/hooks'
import { queryAddress } from '../../api/query'
import { useCounty } from '../../app/county'
import { Panel } from '../../design/Panel'
import { Notice } from '../../design/State'
import { useTranslation } from '../../i18n'
import { NeedsCounty } from '../things/NeedsCounty'
import { type Question, questions } from './questions'
import './questions.css'

const Departments = graphql(`
  query DepartmentNames($code: String!, $at: VersionInput, $basis: [Basis!]) {
    county(code: $code, at: $at, basis: $basis) { id departments(first: 500) { nodes { key name } } }
  }
`)

const fields = { q: text(), department: text() }

/** Questions in plain words; each is answered by a view, and can be run as GraphQL. */
export default function Questions() {
  const { t } = useTranslation()
  const [{ q }, change] = useValues(fields)
  const words = q.trim().toLowerCase().split(/\s+/)
  const found = questions.filter((x) => words.every((w) => `${t(`questions.ask.${x.id}`)} ${t(`questions.about.${x.about}`)}`.toLowerCase().includes(w)))
  const topics = [...new Set(found.map((x) => x.about))]
  return (
    <NeedsCounty>
      <div className="stack questions">
        <input className="input" type="search" aria-label={t('questions.find')} placeholder={t('questions.find')} value={q} onChange={(e) => change({ q: e.target.value }, true)} />
        <p className="quiet small" role="status">{t('questions.count', { n: found.length })}</p>
        {!found.length && <Notice title={t('questions.none')} />}
        {topics.map((about) => (
          <Panel key={about} title={t(`questions.about.${about}`)}>
            <ul>{found.filter((x) => x.about === about).map((x) => <Entry key={x.id} of={x} />)}</ul>
          </Panel>
        ))}
      </div>
    </NeedsCounty>
  )
}

function Entry({ of }: { of: Question }) {
  const { t } = useTranslation()
  const [{ township, department }, change] = useValues(fields)
  const townships = useCounty().data?.county?.townships.nodes ?? []
  const first = of.needs && !township ? (townships[0]?.key ?? '') : township
  const chosen = of.by === 'department' ? { key: department } : { township: first }
  const ready = of.by !== 'department' || department !== ''
  return (
    <li>
      <b>{t(`questions.ask.${of.id}`)}</b>
      <div className="row">
        {of.by === 'township' && (
          <select className="input" aria-label={t('questions.township')} value={first} onChange={(e) => change({ township: e.target.value })}>
            {!of.needs && <option value="">{t('where.allTownships')}</option>}
            {townships.map((x) => <option key={x.key} value={x.key}>{x.name}</option>)}
          </select>
        )}
        {of.by === 'department' && <ChooseDepartment value={department} onChange={(department) => change({ department })} />}
        {ready && <Link className="button" to={of.to} with={{ ...of.with, ...chosen }}>{t('questions.run')}</Link>}
        {ready && <RunAsGraphQL of={of} township={first} department={department} />}
      </div>
    </li>
  )
}

function ChooseDepartment({ value, onChange }: { value: string; onChange: (key: string) => void }) {
  const { t } = useTranslation()
  const nodes = useAsk(Departments, useWorld()).data?.county?.departments.nodes ?? []
  return (
    <select className="input" aria-label={t('questions.department')} value={value} onChange={(e) => onChange(e.target.value)}>
      <option value="">{t('questions.department')}</option>
      {nodes.map((d) => <option key={d.key} value={d.key}>{d.name}</option>)}
    </select>
  )
}

function RunAsGraphQL({ of, township, department }: { of: Question; township: string; department: string }) {
  const { t } = useTranslation()
  const world = useWorld()
  const kinds = typeof of.with?.kinds === 'string' ? of.with.kinds.split(',') : null
  const townships = township ? [township] : null
  const all: Record<string, unknown> = {
    ...world, filter: { kinds: of.to === '/overlaps' ? kinds : null, townships }, scope: townships && { townships }, kinds: of.to === '/proposals' ? kinds : null,
    keys: of.by === 'department' ? [department] : townships, townships,
  }
  const declared = (of.document as { definitions: { variableDefinitions?: { variable: { name: { value: string } } }[] }[] }).definitions[0]?.variableDefinitions ?? []
  const variables = Object.fromEntries(declared.map((d) => [d.variable.name.value, all[d.variable.name.value]]))
  return <a className="button bare small" href={queryAddress({ document: of.document, variables })} target="_blank" rel="noreferrer">{t('questions.query')}</a>
}
