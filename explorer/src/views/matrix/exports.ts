import type { ExportItem } from '../../design/Panel'
import { saveCSV } from '../../design/save'
import { severities } from '../../design/Severity'
import type { Column } from '../../design/Table'
import { useTranslation } from '../../i18n'
import { savePNG, saveSVG } from '../../pictures/heatmap/file'
import type { Grid } from '../../pictures/heatmap/grid'
import type { Sign } from '../../pictures/heatmap/Legend'
import type { Relation } from './Relations'

/** What can be taken along: the list, and the whole picture. The county's workbook, which has the relations as sheets, is offered above. */
export function useExports({ title, grid, signs, relations, columns }: { title: string; grid: Grid; signs: Sign[]; relations: Relation[]; columns: Column<Relation>[] }): ExportItem[] {
  const { t } = useTranslation()
  const listed = columns.map((c) => (c.id === 'severity' ? { ...c, value: (r: Relation) => (r.severity ? t(`severity.${r.severity}`) : '') } : c))
  const caption = { title, severities: [...severities, 'NONE' as const].map((s): [typeof s, string] => [s, t(`severity.${s}`)]), signs }
  const items: ExportItem[] = [{ id: 'csv', label: t('panel.csv'), run: () => saveCSV(title, listed, relations) }]
  if (grid.cells.length) items.push({ id: 'png', label: t('panel.png'), run: () => void savePNG(title, grid, caption) }, { id: 'svg', label: t('panel.svg'), run: () => saveSVG(title, grid, caption) })
  return items
}
