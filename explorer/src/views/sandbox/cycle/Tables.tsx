import type { ReactNode } from 'react'
import type { FragmentOf } from '../../../api/graphql'
import { saveCSV } from '../../../design/save'
import { type Column, Table } from '../../../design/Table'
import { listed } from '../../../design/listed'
import { useTranslation } from '../../../i18n'
import { type CycleData, Strength } from './question'

type Named = readonly { name: string }[]
const names = (of: Named) => listed(of.map((o) => o.name)) || '—'

/** The report's tables: organs old and new, posts and people, duties. */
export function Tables({ of }: { of: CycleData }) {
  const { t } = useTranslation()
  const strength = (s: FragmentOf<typeof Strength>) => listed([
    ...s.posts.map((p) => `${t(`things.postType.${p.type}`)} ${p.count}`),
    ...(['staff', 'leadingPosts', 'managementPosts', 'technicalPosts'] as const).filter((k) => s[k]).map((k) => `${t(`sandbox.strength.${k}`)} ${s[k]}`),
  ]) || t('sandbox.notRecorded')
  const organs: Column<CycleData['organMap'][number]>[] = [
    { id: 'township', title: t('things.township'), value: (l) => l.township?.name ?? '' },
    { id: 'before', title: t('sandbox.old'), value: (l) => names(l.before) },
    { id: 'after', title: t('sandbox.fresh'), value: (l) => names(l.after) },
    { id: 'label', title: t('sandbox.how2'), value: (l) => l.label },
  ]
  const flows: Column<CycleData['balance']['flows'][number]>[] = [
    { id: 'from', title: t('sandbox.from'), value: (f) => f.from?.name ?? t('sandbox.granted') },
    { id: 'to', title: t('sandbox.to'), value: (f) => f.to?.name ?? t('sandbox.cut') },
    { id: 'strength', title: t('sandbox.posts'), value: (f) => strength(f.strength) },
  ]
  const duties: Column<CycleData['dutyMoves'][number]>[] = [
    { id: 'township', title: t('things.township'), value: (m) => m.township?.name ?? t('kind.COUNTY') },
    { id: 'duty', title: t('kind.DUTY'), value: (m) => m.duty.name },
    { id: 'before', title: t('sandbox.leadBefore'), value: (m) => names(m.leadBefore) },
    { id: 'after', title: t('sandbox.leadAfter'), value: (m) => names(m.leadAfter) },
    { id: 'label', title: t('sandbox.how2'), value: (m) => m.label },
  ]
  return (
    <div className="stack">
      <Folded title={t('sandbox.organMap')} columns={organs} rows={of.organMap} />
      <Folded title={t('sandbox.balance')} columns={flows} rows={of.balance.flows}>
        <p className="small">{t('sandbox.before')}: {strength(of.balance.before)}；{t('sandbox.after')}: {strength(of.balance.after)}</p>
      </Folded>
      <Folded title={t('sandbox.dutyMoves')} columns={duties} rows={of.dutyMoves} />
    </div>
  )
}

function Folded<T>({ title, columns, rows, children }: { title: string; columns: Column<T>[]; rows: readonly T[]; children?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <details>
      <summary>{title} <span className="badge">{rows.length}</span></summary>
      {children}
      {rows.length > 0 && (
        <>
          <Table label={title} columns={columns} rows={rows} rowKey={(r) => String(rows.indexOf(r))} most={50} />
          <button type="button" className="button bare small" onClick={() => saveCSV(title, columns, rows)}>{t('panel.csv')}</button>
        </>
      )}
    </details>
  )
}
