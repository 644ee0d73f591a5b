import type { Asked } from '../../api/hooks'
import { Panel } from '../../design/Panel'
import { saveCSV } from '../../design/save'
import { SeverityBadge } from '../../design/Severity'
import { type Column, Table } from '../../design/Table'
import { useTranslation } from '../../i18n'
import { BasisBadge } from '../things/parts'
import type { Facing, Relation } from './facing'
import { useOverlapValues } from './fields'
import { leadersOf } from './usePictureWords'

/** The picture's relations as a table; with a focus, those of the one focused. */
export function Ties({ facing, asked }: { facing: Facing; asked: Asked }) {
  const { t } = useTranslation()
  const [{ focus }, change] = useOverlapValues()
  const { relations, organs, departments } = facing
  const focused = [...organs, ...departments].find((e) => e.key === focus)
  const rows = focused ? relations.filter((r) => r.organ.key === focus || r.department.key === focus) : relations
  const facedOf = (r: Relation) => departments.find((d) => d.key === r.department.key)
  const tone = (r: Relation) => facedOf(r)?.finding?.severity
  const name = (of: { key: string; name: string }) => (
    <button type="button" className="button bare end" aria-pressed={of.key === focus} onClick={() => change({ focus: of.key === focus ? '' : of.key })}>{of.name}</button>
  )
  const columns: Column<Relation>[] = [
    { id: 'organ', title: t('overlaps.organ'), value: (r) => r.organ.name, show: (r) => name(r.organ) },
    { id: 'leader', title: t('overlaps.leader'), value: (r) => leadersOf(r.organ, t) },
    { id: 'department', title: t('overlaps.department'), value: (r) => r.department.name, show: (r) => name(r.department) },
    { id: 'nature', title: t('overlaps.nature'), value: (r) => t(`things.nature.${r.of.nature}`) },
    { id: 'sections', title: t('overlaps.sections'), value: (r) => (r.of.sections.length ? r.of.sections.map((s) => s.name).join(t('overlaps.comma')) : t('overlaps.allSections')) },
    { id: 'common', title: t('overlaps.shared'), number: true, value: (r) => r.common },
    { id: 'basis', title: t('overlaps.basis'), value: (r) => t(`basis.${r.of.basis ?? 'none'}`), show: (r) => <BasisBadge of={r.of.basis} /> },
    { id: 'faced', title: t('overlaps.facedBy'), number: true, value: (r) => facedOf(r)?.organs ?? 0 },
    { id: 'severity', title: t('overlaps.severity'), value: (r) => t(`severity.${tone(r) ?? 'NONE'}`), show: (r) => (tone(r) ? <SeverityBadge of={tone(r)!} /> : <span className="quiet small">{t('severity.NONE')}</span>) },
  ]
  return (
    <Panel
      className="ties" title={<>{t('overlaps.tableOf')} <span className="quiet small">{t('table.total', { n: rows.length })}</span></>} asked={asked}
      tools={focused && <button type="button" className="button bare small" onClick={() => change({ focus: '' })}>{t('overlaps.focused', { name: focused.name })} · {t('overlaps.unfocus')}</button>}
      exports={[{ id: 'csv', label: t('panel.csv'), run: () => saveCSV(t('overlaps.tableOf'), columns, relations) }]}
    >
      <Table label={t('overlaps.tableOf')} columns={columns} rows={rows} rowKey={(r) => r.key} />
    </Panel>
  )
}
