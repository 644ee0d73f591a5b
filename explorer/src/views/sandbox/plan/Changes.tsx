import { Link } from '../../../address/Link'
import { scenarioAt } from '../../../api/version'
import type { Asked } from '../../../api/hooks'
import { Panel } from '../../../design/Panel'
import { saveCSV } from '../../../design/save'
import { SeverityBadge } from '../../../design/Severity'
import type { Column } from '../../../design/Table'
import { useTranslation } from '../../../i18n'
import { number } from '../../../i18n/numbers'
import type { Plan } from './question'

type Line = Plan['diff']['resolved'][number]

/** The overlaps that the plan resolves, lowers, raises and introduces, each leading to its page in the world it is in. */
export function Changes({ of: plan, asked }: { of: Plan; asked: Asked }) {
  const { t } = useTranslation()
  const { diff } = plan
  const result = scenarioAt(plan.id)
  const parts: [string, number, readonly Line[], string][] = [
    [t('sandbox.introduced'), diff.introducedCount, diff.introduced, result],
    [t('sandbox.raised'), diff.raisedCount, diff.raised, result],
    [t('sandbox.resolved'), diff.resolvedCount, diff.resolved, ''],
    [t('sandbox.lowered'), diff.loweredCount, diff.lowered, ''],
  ]
  const columns: Column<Line & { change: string }>[] = [
    { id: 'change', title: t('sandbox.changes'), value: (o) => o.change },
    { id: 'severity', title: t('overlaps.severity'), value: (o) => t(`severity.${o.severity}`) },
    { id: 'cost', title: t('overlaps.cost'), number: true, value: (o) => o.cost },
    { id: 'why', title: t('overlaps.why'), value: (o) => o.explanation },
  ]
  const any = parts.some(([, n]) => n)
  return (
    <Panel title={t('sandbox.changes')} asked={asked} exports={[{ id: 'csv', label: t('panel.csv'), run: () => saveCSV(`${plan.title}-${t('sandbox.changes')}`, columns, parts.flatMap(([change, , lines]) => lines.map((o) => ({ change, ...o })))) }]}>
      {!any && <p className="quiet">{t('sandbox.noChanges')}</p>}
      {parts.map(([title, n, lines, at], i) => n > 0 && (
        <details key={title} open={i === 0}>
          <summary>{title} <span className="badge">{n}</span></summary>
          <ul className="things-overlaps">
            {lines.map((o) => (
              <li key={o.id}><SeverityBadge of={o.severity} /> <span className="number">{number(o.cost)}</span> <Link to="/overlaps" with={{ overlap: o.fingerprint, at }}>{o.explanation}</Link></li>
            ))}
            {n > lines.length && <li className="quiet small">{t('table.rest', { n: n - lines.length })}</li>}
          </ul>
        </details>
      ))}
    </Panel>
  )
}
