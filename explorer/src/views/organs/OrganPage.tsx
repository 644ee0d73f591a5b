import { graphql, type ResultOf } from '../../api/graphql'
import { useAsk, useWorld } from '../../api/hooks'
import { Icon } from '../../design/Icon'
import { listed } from '../../design/listed'
import { useTranslation } from '../../i18n'
import { Facts, FormerLines, Formers, Origin, OverlapLines, Overlaps, Part, SourcesOf, ThingLink } from '../things/parts'
import { Past } from '../things/Past'
import { only, ThingPanel } from '../things/ThingPanel'

const OneOrgan = graphql(`
  query OneOrgan($code: String!, $at: VersionInput, $basis: [Basis!], $keys: [String!]) {
    county(code: $code, at: $at, basis: $basis) {
      id
      organs(filter: { keys: $keys }, first: 1) {
        nodes {
          ...SourcesOf
          id key name kind management shortNames formerNames rank staff leadingPosts mandatory integrating enforcementSubject
          township { key name } plates { name } posts { type count } powers { power holder }
          counterparts { department { __typename key name } sections { name } nature scope }
          charges { role leader { __typename key name } }
          assignments { role content duty { __typename key name } }
          dispatches { department { __typename key name } }
          sharesOfficeWith { __typename key name }
          predecessors { ...FormerLines }
          overlaps { ...OverlapLines }
        }
      }
    }
  }
`, [SourcesOf, FormerLines, OverlapLines])
type Organ = NonNullable<ResultOf<typeof OneOrgan>['county']>['organs']['nodes'][number]

export function OrganPage({ of, onClose }: { of: string; onClose: () => void }) {
  const { t } = useTranslation()
  const result = useAsk(OneOrgan, { ...useWorld(), keys: [of] })
  return (
    <ThingPanel of={only(result, (a) => a.county?.organs.nodes[0])} title={(o: Organ) => <>{o.name} <span className="quiet small">{o.township.name}</span></>} onClose={onClose}>
      {(o) => (
        <>
          <Facts of={[
            [t('things.kind'), t(`organKind.${o.kind}`)],
            [t('things.management'), o.management && t(`things.managementOf.${o.management}`)],
            [t('things.plates'), listed(o.plates.map((p) => p.name))],
            [t('things.posts'), listed(o.posts.map((p) => `${t(`things.postType.${p.type}`)} ${p.count}`))],
            [t('things.staff'), o.staff], [t('things.leadingPosts'), o.leadingPosts],
            [t('things.mandatory'), o.mandatory && <Icon name="check" />], [t('things.integrating'), o.integrating && <Icon name="check" />],
          ]} />
          <Part title={t('things.counterparts')}>
            {!o.counterparts.length && <p className="quiet small">{t('things.none')}</p>}
            <ul>{o.counterparts.map((c) => <li key={c.department.key + c.nature}><ThingLink of={c.department} /> <span className="quiet small">{t(`things.nature.${c.nature}`)}{c.sections.length > 0 && ` · ${t('things.narrowed', { sections: listed(c.sections.map((s) => s.name)) })}`} {c.scope}</span></li>)}</ul>
          </Part>
          <Part title={t('things.charges')}>
            {!o.charges.length && <p className="quiet small">{t('things.none')}</p>}
            <ul>{o.charges.map((c) => <li key={c.leader.key}><ThingLink of={c.leader} /> <span className="quiet small">{t(`things.chargeRole.${c.role}`)}</span></li>)}</ul>
          </Part>
          <Part title={t('things.duties')}>
            {!o.assignments.length && <p className="quiet small">{t('things.none')}</p>}
            <ul>{o.assignments.map((a) => <li key={a.duty.key}><ThingLink of={a.duty} /> <span className="quiet small">{t(`things.duty.${a.role}`)} {a.content}</span></li>)}</ul>
          </Part>
          {o.dispatches.length > 0 && <Part title={t('things.dispatched')}>{o.dispatches.map((d) => <ThingLink key={d.department.key} of={d.department} />)}</Part>}
          {o.sharesOfficeWith.length > 0 && <Part title={t('things.shares')}>{o.sharesOfficeWith.map((s) => <ThingLink key={s.key} of={s} />)}</Part>}
          {o.powers.length > 0 && <Part title={t('things.powers')}><Facts of={o.powers.map((p) => [t(`things.power.${p.power}`), t(`things.level.${p.holder}`)])} /></Part>}
          <Part title={t('things.overlaps')}><Overlaps of={o.overlaps} /></Part>
          <Formers of={o.predecessors} />
          <Past of={o.key} />
          <Origin of={o} />
        </>
      )}
    </ThingPanel>
  )
}
