import { graphql, type ResultOf } from '../../api/graphql'
import { useAsk, useWorld } from '../../api/hooks'
import { Icon } from '../../design/Icon'
import { Panel } from '../../design/Panel'
import { Answer, Notice } from '../../design/State'
import { useTranslation } from '../../i18n'
import { BasisBadge, OverlapLines, Overlaps, Part, SourceList, ThingLink } from '../things/parts'

const Cell = graphql(`
  query Cell($code: String!, $at: VersionInput, $basis: [Basis!], $row: String!, $column: String!) {
    county(code: $code, at: $at, basis: $basis) {
      id
      meeting(row: $row, column: $column) {
        row { __typename key name ... on Organ { township { name } } ... on Leader { township { name } } }
        column { __typename key name ... on Organ { township { name } } ... on Leader { township { name } } }
        statements { sentence scope basis from { __typename key name } to { __typename key name } sources { key name article quote issuer date } }
        overlaps { ...OverlapLines }
      }
    }
  }
`, [OverlapLines])
type Meeting = NonNullable<ResultOf<typeof Cell>['county']>['meeting']
type End = Meeting['row']

/** What stands behind a cell: the statements with their sources, the overlaps that rest on them, and ways to all concerned. */
export function CellPanel({ row, column, onClose }: { row: string; column: string; onClose: () => void }) {
  const { t } = useTranslation()
  const result = useAsk(Cell, { ...useWorld(), row, column })
  const met = result.data?.county?.meeting
  return (
    <Panel
      className="matrix-evidence" title={t('matrix.evidence')} asked={result.asked}
      tools={<button type="button" className="button bare" aria-label={t('panel.close')} onClick={onClose}><Icon name="cross" /></button>}
    >
      {met && <p className="unseen" role="status">{t('matrix.opened', { what: t('matrix.at', { row: met.row.name, column: met.column.name }) })}</p>}
      <Answer of={result}>
        {({ county }) => county && (
          <div className="stack">
            <p className="matrix-ends"><EndOf of={county.meeting.row} /><span className="quiet" aria-hidden="true">×</span><EndOf of={county.meeting.column} /></p>
            {county.meeting.statements.length ? <Evidence of={county.meeting} /> : <Notice title={t('matrix.notMet')} hint={t('matrix.notMetHint')} />}
          </div>
        )}
      </Answer>
    </Panel>
  )
}

function Evidence({ of }: { of: Meeting }) {
  const { t } = useTranslation()
  return (
    <>
      <Part title={t('matrix.statements')}>
        <ul className="matrix-statements">
          {of.statements.map((s) => (
            <li key={s.sentence}>
              <p><b>{s.sentence}</b> <BasisBadge of={s.basis} /></p>
              {s.scope && <p className="small">{t('matrix.scope', { scope: s.scope })}</p>}
              <SourceList of={s.sources} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('things.overlaps')}><Overlaps of={of.overlaps} /></Part>
    </>
  )
}

function EndOf({ of }: { of: End }) {
  const { t } = useTranslation()
  return (
    <span>
      <span className="quiet small">{'township' in of ? of.township.name : t(`kind.${of.__typename === 'Duty' ? 'DUTY' : 'DEPARTMENT'}`)}</span>
      <ThingLink of={of} />
    </span>
  )
}
