import { useShared } from '../../address/address'
import { graphql, type ResultOf } from '../../api/graphql'
import { useAsk, useWorld } from '../../api/hooks'
import { listed } from '../../design/listed'
import { useTranslation } from '../../i18n'
import { Facts, FormerLines, Formers, Origin, OverlapLines, Overlaps, Part, SourcesOf, ThingLink } from '../things/parts'
import { Past } from '../things/Past'
import { only, ThingPanel } from '../things/ThingPanel'

const OneDepartment = graphql(`
  query OneDepartment($code: String!, $at: VersionInput, $basis: [Basis!], $keys: [String!], $townships: [String!]) {
    county(code: $code, at: $at, basis: $basis) {
      id
      departments(filter: { keys: $keys }, first: 1) {
        nodes {
          ...SourcesOf
          id key name kind system shortNames formerNames sections { key name }
          counterparts(townships: $townships) { nature scope sections { name } organ { __typename key name township { key name } } }
          assignments { role content duty { __typename key name } }
          dispatches { organ { __typename key name township { name } } }
          predecessors { ...FormerLines }
          overlaps { ...OverlapLines }
        }
      }
    }
  }
`, [SourcesOf, FormerLines, OverlapLines])
type Department = NonNullable<ResultOf<typeof OneDepartment>['county']>['departments']['nodes'][number]

export function DepartmentPage({ of, onClose }: { of: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [{ township }] = useShared()
  const result = useAsk(OneDepartment, { ...useWorld(), keys: [of], townships: township ? [township] : null })
  return (
    <ThingPanel of={only(result, (a) => a.county?.departments.nodes[0])} title={(d: Department) => d.name} onClose={onClose}>
      {(d) => (
        <>
          <Facts of={[
            [t('things.kind'), d.kind && t(`things.department.${d.kind}`)], [t('things.sections'), listed(d.sections.map((s) => s.name))],
          ]} />
          <Part title={`${t('things.counterparts')} (${d.counterparts.length})`}>
            <ByTownship of={d.counterparts} />
          </Part>
          {d.assignments.length > 0 && (
            <Part title={t('things.duties')}>
              <ul>{d.assignments.map((a) => <li key={a.duty.key}><ThingLink of={a.duty} /> <span className="quiet small">{t(`things.duty.${a.role}`)} {a.content}</span></li>)}</ul>
            </Part>
          )}
          {d.dispatches.length > 0 && (
            <Part title={t('things.dispatched')}>
              <ul>{d.dispatches.map(({ organ }) => <li key={organ.key}><ThingLink of={organ} /> <span className="quiet small">{organ.township.name}</span></li>)}</ul>
            </Part>
          )}
          <Part title={t('things.overlaps')}><Overlaps of={d.overlaps} /></Part>
          <Formers of={d.predecessors} />
          <Past of={d.key} />
          <Origin of={d} />
        </>
      )}
    </ThingPanel>
  )
}

/** The organs that answer to it, a line for each township. */
function ByTownship({ of }: { of: Department['counterparts'] }) {
  const lines = new Map<string, Department['counterparts']>()
  for (const c of of) lines.set(c.organ.township.name, [...(lines.get(c.organ.township.name) ?? []), c])
  return (
    <ul>
      {[...lines].map(([township, counterparts]) => (
        <li key={township}>
          <span className="quiet small">{township}</span> {counterparts.map((c, i) => <span key={c.organ.key + c.nature}>{i > 0 && '、'}<ThingLink of={c.organ} /></span>)}
        </li>
      ))}
    </ul>
  )
}
