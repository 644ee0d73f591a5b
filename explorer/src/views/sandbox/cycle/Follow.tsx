import { Link } from '../../../address/Link'
import { Panel } from '../../../design/Panel'
import { saveCSV } from '../../../design/save'
import { type Column, Table } from '../../../design/Table'
import { listed } from '../../../design/listed'
import { useTranslation } from '../../../i18n'
import type { CycleData } from './question'

type Item = CycleData['tracker'][number]

/** How far what was carried out still stands, read from the data as it is. */
export function Follow({ of }: { of: CycleData }) {
  const { t } = useTranslation()
  const columns: Column<Item>[] = [
    { id: 'kind', title: t('things.kind'), value: (i) => t(`sandbox.trackKind.${i.kind}`) },
    { id: 'text', title: t('sandbox.item'), value: (i) => i.text },
    { id: 'status', title: t('sandbox.state'), value: (i) => t(`sandbox.track.${i.status}`), show: (i) => <span className={['CHANGED', 'UNDONE', 'BACK', 'STILL_HERE', 'ABANDONED'].includes(i.status) ? 'badge MEDIUM' : 'badge'}>{t(`sandbox.track.${i.status}`)}</span> },
    {
      id: 'since', title: t('sandbox.since'), value: (i) => listed(i.since.map((c) => String(c.revision))),
      show: (i) => i.since.map((c) => <Link key={c.key} to="/history" with={{ from: String(c.revision - 1), to: String(c.revision) }}>{t('version.revision', { n: c.revision })}</Link>),
    },
  ]
  return (
    <Panel title={<>{t('sandbox.follow')} <span className="quiet small">{t('table.total', { n: of.tracker.length })}</span></>} exports={[{ id: 'csv', label: t('panel.csv'), run: () => saveCSV(t('sandbox.follow'), columns, of.tracker) }]}>
      <p className="quiet small">{t('sandbox.followHint')}</p>
      <Table label={t('sandbox.follow')} columns={columns} rows={of.tracker} rowKey={(i) => String(of.tracker.indexOf(i))} most={50} />
    </Panel>
  )
}
