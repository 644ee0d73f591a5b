import { useMemo } from 'react'
import { Panel } from '../../design/Panel'
import { type Severity, SeverityBadge } from '../../design/Severity'
import { type Column, Table } from '../../design/Table'
import { useTranslation } from '../../i18n'
import type { Arranged } from './arrange'
import type { Words } from './picture'
import { type Axis, isOfTownships, townshipOf } from './question'

export type Relation = { key: string; row: string; column: string; rowName: string; columnName: string; township: string; what: string; overlaps: number; severity: Severity | null }

/** The filled cells as a list. */
export function useRelations({ rows, columns, cells }: Arranged, words: Words): Relation[] {
  return useMemo(() => cells.map(({ of, row, column }) => {
    const [r, c] = [rows[row]!.of, columns[column]!.of]
    return {
      key: `${r.key} ${c.key}`, row: r.key, column: c.key, rowName: r.name, columnName: c.name, township: (townshipOf(r) ?? townshipOf(c))?.name ?? '', what: words.what(of), overlaps: of.overlaps, severity: of.severity,
    }
  }), [rows, columns, cells, words])
}

const weight = { HIGH: 3, MEDIUM: 2, LOW: 1 }

export function useColumns(rows: Axis, columns: Axis, inTownship: boolean): Column<Relation>[] {
  const { t } = useTranslation()
  const township: Column<Relation>[] = inTownship || ![rows, columns].some(isOfTownships) ? [] : [{ id: 'township', title: t('matrix.township'), value: (r) => r.township }]
  return [
    ...township,
    { id: 'row', title: t(`kind.${rows}`), value: (r) => r.rowName }, { id: 'column', title: t(`kind.${columns}`), value: (r) => r.columnName },
    { id: 'what', title: t('matrix.what'), value: (r) => r.what }, { id: 'overlaps', title: t('matrix.overlaps'), number: true, value: (r) => r.overlaps },
    { id: 'severity', title: t('matrix.severity'), value: (r) => (r.severity ? `${weight[r.severity]} ${t(`severity.${r.severity}`)}` : ''), show: (r) => r.severity && <SeverityBadge of={r.severity} /> },
  ]
}

/** The same as the picture, in a table: a row leads to the same evidence. */
export function Relations({ rows, columns, chosen, onChoose }: { rows: Relation[]; columns: Column<Relation>[]; chosen: string; onChoose: (of: Relation) => void }) {
  const { t } = useTranslation()
  return (
    <Panel title={<>{t('matrix.table')} <span className="quiet small">{t('table.total', { n: rows.length })}</span></>} className="matrix-table">
      <Table label={t('matrix.table')} columns={columns} rows={rows} rowKey={(r) => r.key} selected={chosen} onAct={onChoose} most={100} />
    </Panel>
  )
}
