import { useShared } from '../../address/address'
import { graphql, type ResultOf } from '../../api/graphql'
import { useAsk, useWorld } from '../../api/hooks'
import { Icon } from '../../design/Icon'
import { type Column, Table } from '../../design/Table'
import { useTranslation } from '../../i18n'
import { Facts, Origin, OverlapLines, Overlaps, Part, SourcesOf, ThingLink } from '../things/parts'
import { Past } from '../things/Past'
import { only, ThingPanel } from '../things/ThingPanel'

const OneDuty = graphql(`
  query OneDuty($code: String!, $at: VersionInput, $basis: [Basis!], $keys: [String!], $townships: [String!]) {
    county(code: $code, at: $at, basis: $basis) {
      id
      duties(filter: { keys: $keys }, first: 1) {
        nodes {
          ...SourcesOf
          id key name aspect domain legalBasis universal
          listings { list lead document from until content }
          authority { level department { __typename key name } }
          assignments(townships: $townships) { role content bearer { __typename key name ... on Organ { township { name } } } }
          overlaps { ...OverlapLines }
        }
      }
    }
  }
`, [SourcesOf, OverlapLines])
type Duty = NonNullable<ResultOf<typeof OneDuty>['county']>['duties']['nodes'][number]
type Assignment = Duty['assignments'][number]

export function DutyPage({ of, onClose }: { of: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [{ township }] = useShared()
  const result = useAsk(OneDuty, { ...useWorld(), keys: [of], townships: township ? [township] : null })
  const columns: Column<Assignment>[] = [
    { id: 'level', title: t('things.kind'), value: (a) => (a.bearer.__typename === 'Organ' ? a.bearer.township.name : t('things.level.COUNTY')) },
    { id: 'bearer', title: t('things.bearers'), value: (a) => a.bearer.name, show: (a) => <ThingLink of={a.bearer} /> },
    { id: 'role', title: t('things.role'), value: (a) => t(`things.duty.${a.role}`) },
    { id: 'content', title: t('duties.content'), value: (a) => a.content ?? '' },
  ]
  return (
    <ThingPanel of={only(result, (a) => a.county?.duties.nodes[0])} title={(d: Duty) => d.name} onClose={onClose}>
      {(d) => (
        <>
          <Facts of={[
            [t('things.aspect'), d.aspect], [t('things.domain'), d.domain],
            [t('things.authority'), d.authority && <>{t(`things.level.${d.authority.level}`)} {d.authority.department && <ThingLink of={d.authority.department} />}</>],
            [t('things.universal'), d.universal && <Icon name="check" />],
          ]} />
          {d.listings.length > 0 && (
            <Part title={t('things.listings')}>
              <ul>{d.listings.map((l, i) => <li key={i}>{t(`things.list.${l.list}`)} <span className="quiet small">{[t(`things.level.${l.lead}`), l.document, l.from, l.content].filter(Boolean).join(' · ')}</span></li>)}</ul>
            </Part>
          )}
          <Part title={t('things.bearers')}>
            <Table label={t('things.bearers')} columns={columns} rows={d.assignments} rowKey={(a) => a.bearer.key + a.role} most={30} />
          </Part>
          <Part title={t('things.overlaps')}><Overlaps of={d.overlaps} /></Part>
          <Past of={d.key} />
          <Origin of={d} />
        </>
      )}
    </ThingPanel>
  )
}
