import type { ResultOf } from '../../api/graphql'
import { usePages, useWorld } from '../../api/hooks'
import { Panel } from '../../design/Panel'
import { saveCSV } from '../../design/save'
import { Answer, Notice } from '../../design/State'
import { type Column, Table } from '../../design/Table'
import { useTranslation } from '../../i18n'
import { day } from '../../i18n/numbers'
import { useOverlapValues } from './fields'
import { CaseList } from './questions'
import { useKinds } from './useKinds'

type Row = NonNullable<ResultOf<typeof CaseList>['county']>['cases']['nodes'][number]

/** Everything that was decided, also about what is gone since or was opened again. */
export function Cases() {
  const { t } = useTranslation()
  const [v, change] = useOverlapValues()
  const { code, at } = useWorld()
  const result = usePages(CaseList, { code, at, filter: { townships: v.township ? [v.township] : null }, after: null }, (a) => a.county?.cases)
  const columns = useColumns()
  const shown = v.overlap ? columns.filter((c) => c.id !== 'said') : columns
  return (
    <Panel
      className="list" asked={result.asked} title={<>{t('overlaps.records')} <span className="quiet small">{t('table.total', { n: result.total })}</span></>}
      exports={[{ id: 'csv', label: t('panel.csv'), run: () => void result.every().then((rows) => saveCSV(t('overlaps.records'), columns, rows)) }]}
    >
      <Answer of={result}>
        {() => result.rows.length ? (
          <>
            <Table label={t('overlaps.records')} columns={shown} rows={result.rows} rowKey={(r) => r.fingerprint} selected={v.overlap} onAct={(r) => change({ overlap: r.fingerprint })} />
            {result.more && <button type="button" className="button" onClick={result.more}>{t('table.more', { n: result.total - result.rows.length })}</button>}
          </>
        ) : <Notice title={t('overlaps.recordsNone')} hint={t('overlaps.recordsHint')} />}
      </Answer>
    </Panel>
  )
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation()
  const kind = useKinds()
  const decided = (r: Row) => [r.decided && t(`case.${r.decided}`), r.reason && t(`case.${r.reason}`), r.measure?.name].filter(Boolean).join(' · ')
  return [
    { id: 'now', title: t('overlaps.now'), value: (r) => t(`case.${r.status}`), show: (r) => <span className={`badge case-${r.status}`}>{t(`case.${r.status}`)}</span> },
    { id: 'kind', title: t('overlaps.kind'), value: (r) => kind(r.kind).name, show: (r) => <span className="kind">{kind(r.kind).name}</span> },
    { id: 'township', title: t('where.township'), value: (r) => r.township?.name ?? t('overlaps.whole'), show: (r) => <span className="kind">{r.township?.name ?? t('overlaps.whole')}</span> },
    {
      id: 'decided', title: t('overlaps.decided'), value: (r) => [decided(r), r.note, r.reopened].filter(Boolean).join('；'),
      show: (r) => <>{decided(r)}{r.note && <span className="quiet small note">{r.note}</span>}{r.reopened && <span className="small reopened">{t('overlaps.reopened')}：{r.reopened}</span>}</>,
    },
    { id: 'said', title: t('overlaps.said'), value: (r) => r.said ?? '', show: (r) => <span className="quiet small">{r.said}</span> },
    { id: 'who', title: t('overlaps.who'), value: (r) => r.actor ?? '' },
    { id: 'when', title: t('overlaps.when'), value: (r) => r.decidedAt ?? '', show: (r) => <span className="kind">{r.decidedAt && day(r.decidedAt)}</span> },
  ]
}
