import { useValues } from '../../address/address'
import { useTranslation } from '../../i18n'
import { fields } from './fields'
import { type Axis, axes, isOfTownships } from './question'

const presets: [Axis, Axis][] = [['ORGAN', 'DEPARTMENT'], ['ORGAN', 'DUTY'], ['LEADER', 'ORGAN']]
const orders = ['cluster', 'name', 'township'] as const

/** Chooses what is crossed, in what order, and what of it is shown. */
export function Controls({ rows, columns }: { rows: Axis; columns: Axis }) {
  const { t } = useTranslation()
  const [{ order, inRows, inColumns, overlapping }, change] = useValues(fields)
  // A cell of one matrix is none of another, and a filter was written for the other names.
  const cross = (rows: Axis, columns: Axis) => change({ rows, columns, row: '', column: '', inRows: '', inColumns: '' })
  const pick = (side: 'rows' | 'columns', axis: Axis) => {
    const [other, mine] = side === 'rows' ? [columns, rows] : [rows, columns]
    const rest = axis === other ? mine : other
    if (side === 'rows') cross(axis, rest)
    else cross(rest, axis)
  }
  const hint = (axis: Axis) => t(isOfTownships(axis) ? 'matrix.byNameOrTownship' : 'matrix.byName', { kind: t(`kind.${axis}`) })
  return (
    <div className="matrix-controls no-print">
      <div className="tabs" role="group" aria-label={t('matrix.presets')}>
        {presets.map(([r, c]) => (
          <button key={r + c} type="button" className="matrix-preset" aria-pressed={r === rows && c === columns} onClick={() => cross(r, c)}>{t('matrix.cross', { rows: t(`kind.${r}`), columns: t(`kind.${c}`) })}</button>
        ))}
      </div>
      <div className="row">
        <AxisChoice label={t('matrix.rows')} of={rows} onChange={(a) => pick('rows', a)} />
        <AxisChoice label={t('matrix.columns')} of={columns} onChange={(a) => pick('columns', a)} />
        <button type="button" className="button matrix-swap" onClick={() => change({ rows: columns, columns: rows, inRows: inColumns, inColumns: inRows, row: '', column: '' })}>{t('matrix.swap')}</button>
        <label className="field">{t('matrix.order')}
          <select value={order} onChange={(e) => change({ order: e.target.value as typeof order })}>{orders.map((o) => <option key={o} value={o}>{t(`matrix.orderOf.${o}`)}</option>)}</select>
        </label>
        <label className="field matrix-filter">{t('matrix.inRows')}
          <input type="search" value={inRows} placeholder={hint(rows)} onChange={(e) => change({ inRows: e.target.value }, true)} />
        </label>
        <label className="field matrix-filter">{t('matrix.inColumns')}
          <input type="search" value={inColumns} placeholder={hint(columns)} onChange={(e) => change({ inColumns: e.target.value }, true)} />
        </label>
        <label className="row matrix-only"><input type="checkbox" checked={overlapping} onChange={(e) => change({ overlapping: e.target.checked })} />{t('matrix.onlyOverlapping')}</label>
      </div>
    </div>
  )
}

function AxisChoice({ label, of, onChange }: { label: string; of: Axis; onChange: (axis: Axis) => void }) {
  const { t } = useTranslation()
  return (
    <label className="field">{label}
      <select value={of} onChange={(e) => onChange(e.target.value as Axis)}>{axes.map((a) => <option key={a} value={a}>{t(`kind.${a}`)}</option>)}</select>
    </label>
  )
}
