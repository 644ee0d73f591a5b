import { useShared } from '../../address/address'
import type { ExportItem } from '../../design/Panel'
import { saveCSV } from '../../design/save'
import { severities } from '../../design/Severity'
import type { Column } from '../../design/Table'
import { useTranslation } from '../../i18n'
import { savePNG, saveSVG } from '../../pictures/heatmap/file'
import type { Grid } from '../../pictures/heatmap/grid'
import type { Relation } from './Relations'

/** What can be taken along: the list, the whole picture, and the county's own workbook, which has these relations as sheets. */
export function useExports({ title, grid, relations, columns }: { title: string; grid: Grid; relations: Relation[]; columns: Column<Relation>[] }): ExportItem[] {
  const { t } = useTranslation()
  const [{ county, at, basis }] = useShared()
  const listed = columns.map((c) => (c.id === 'severity' ? { ...c, value: (r: Relation) => (r.severity ? t(`severity.${r.severity}`) : '') } : c))
  const caption = { title, severities: [...severities, 'NONE' as const].map((s): [typeof s, string] => [s, t(`severity.${s}`)]) }
  const items: ExportItem[] = [{ id: 'csv', label: t('panel.csv'), run: () => saveCSV(title, listed, relations) }]
  if (grid.cells.length) items.push({ id: 'png', label: t('panel.png'), run: () => void savePNG(title, grid, caption) }, { id: 'svg', label: t('panel.svg'), run: () => saveSVG(title, grid, caption) })
  if (!at.startsWith('s:')) items.push({ id: 'xlsx', label: t('matrix.xlsx'), run: () => location.assign(workbook(county, at, basis)) })
  return items
}

function workbook(county: string, at: string, basis: string[]) {
  const query = new URLSearchParams()
  if (at) query.set(/^r\d+$/.test(at) ? 'revision' : 'time', at.replace(/^r(?=\d+$)/, ''))
  for (const one of basis) query.append('basis', one)
  return `/export/${county}.xlsx?${query}`
}
