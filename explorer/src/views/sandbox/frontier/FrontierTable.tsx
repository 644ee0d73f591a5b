import { type Column } from '../../../design/Table'
import { type T, useTranslation } from '../../../i18n'
import { number } from '../../../i18n/numbers'
import type { Grouping } from '../plan/question'
import { costOf, type Measure, type Point } from './question'

export const columnsOf = (t: T): Column<Point>[] => [
  { id: 'organs', title: t('metric.organs'), number: true, value: (p) => p.organs },
  { id: 'cost', title: t('sandbox.measure.objective'), number: true, value: (p) => p.cost },
  { id: 'interfaces', title: t('sandbox.term.interfaces'), number: true, value: (p) => p.interfaces },
  { id: 'duties', title: t('sandbox.term.dutiesLed'), number: true, value: (p) => p.dutiesLed },
  { id: 'span', title: t('sandbox.term.span'), number: true, value: (p) => p.span },
  { id: 'integration', title: t('sandbox.term.integration'), number: true, value: (p) => p.integration },
  { id: 'structure', title: t('sandbox.measure.structure'), number: true, value: (p) => p.proposal.after.structureCost },
  { id: 'overlaps', title: t('metric.overlaps'), number: true, value: (p) => p.proposal.after.overlaps },
  { id: 'groups', title: t('sandbox.mergers'), value: (p) => mergersOf(p) },
]

const mergersOf = (p: Point) => p.groups.filter((g) => g.length > 1).map((g) => g.map((o) => o.name).join(' + ')).join('；')

type Props = { points: readonly Point[]; here: Grouping; measure: Measure; cost: number; onStart: ((p: Point) => void) | undefined }

/** The chart as a table: a row for every number of organs, and how far the plan is from the best with as many. */
export function FrontierTable({ points, here, measure, cost, onStart }: Props) {
  const { t } = useTranslation()
  const lowest = Math.min(...points.map((p) => costOf(p, measure)))
  return (
    <div className="sandbox-scroll" role="group" aria-label={t('panel.table')} tabIndex={0}>
      <table className="table" aria-label={t('sandbox.frontier')}>
        <thead><tr><th className="number">{t('metric.organs')}</th><th className="number">{t(`sandbox.measure.${measure}`)}</th><th>{t('sandbox.mergers')}</th>{onStart && <th><span className="unseen">{t('sandbox.start')}</span></th>}</tr></thead>
        <tbody>
          {points.map((p) => {
            const mine = p.organs === here.organs
            return (
              <tr key={p.organs} aria-current={mine || undefined}>
                <td className="number">{p.organs}</td>
                <td className="number">{number(costOf(p, measure))}{costOf(p, measure) === lowest && <span className="badge">{t('sandbox.lowest')}</span>}</td>
                <td className="small">
                  {mergersOf(p) || <span className="quiet">{t('sandbox.asToday')}</span>}
                  {mine && <div><span className="badge MEDIUM">{t('sandbox.thisPlan')} {number(cost)}</span> {measure === 'objective' && <span className="quiet">{beyond(cost - p.cost, t)}</span>}</div>}
                  {p.gap > 0 && <div className="quiet">{t('sandbox.gap', { n: number(p.gap) })}</div>}
                </td>
                {onStart && <td><button type="button" className="button small" onClick={() => onStart(p)}>{t('sandbox.start')}<span className="unseen"> {t('unit.organs', { n: p.organs })}</span></button></td>}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** How much a plan costs beyond the best with as many organs. One that the rules do not allow may cost less. */
const beyond = (by: number, t: T) => (Math.abs(by) < 1e-6 ? t('sandbox.isBest') : by > 0 ? t('sandbox.beyondBest', { n: number(by) }) : t('sandbox.belowBest', { n: number(-by) }))
