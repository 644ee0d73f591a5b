import { Icon } from '../../../design/Icon'
import { Panel } from '../../../design/Panel'
import { SeverityBadge } from '../../../design/Severity'
import { listed } from '../../../design/listed'
import { useTranslation } from '../../../i18n'
import { number } from '../../../i18n/numbers'
import type { Comparison, Side } from './question'

/** What each plan resolves and brings, its organs old and new, and which edits the plans share. */
export function Differences({ of }: { of: Comparison }) {
  const { t } = useTranslation()
  return (
    <>
      <div className="sandbox-sides" data-n={of.columns.length}>
        {of.columns.map((s) => (
          <Panel key={s.scenario.id} title={s.scenario.title}>
            <Found title={t('sandbox.resolved')} of={s.resolves} />
            <Found title={t('sandbox.lowered')} of={s.lowers} />
            <Found title={t('sandbox.introduced')} of={s.introduces} />
            <Found title={t('sandbox.raised')} of={s.raises} />
            <details>
              <summary>{t('sandbox.organMap')} <span className="badge">{s.organMap.length}</span></summary>
              <ul className="small">{s.organMap.map((l, i) => <li key={i}>{l.township?.name}: {listed(l.before.map((o) => o.name)) || '—'} → {listed(l.after.map((o) => o.name)) || '—'} <span className="quiet">{l.label}</span></li>)}</ul>
            </details>
          </Panel>
        ))}
      </div>
      <Panel title={<>{t('sandbox.editsCompared')} <span className="quiet small">{t('table.total', { n: of.edits.length })}</span></>}>
        <table className="table" aria-label={t('sandbox.editsCompared')}>
          <thead><tr><th>{t('sandbox.edit')}</th>{of.columns.map((s) => <th key={s.scenario.id}>{s.scenario.title}</th>)}</tr></thead>
          <tbody>
            {of.edits.slice(0, 200).map((e, i) => (
              <tr key={i}><td>{e.edit.sentence}</td>{of.columns.map((s) => <td key={s.scenario.id}>{e.in.includes(s.scenario.id) ? <><Icon name="check" /><span className="unseen">{t('sandbox.has')}</span></> : <span className="quiet">—</span>}</td>)}</tr>
            ))}
          </tbody>
        </table>
        {of.edits.length > 200 && <p className="quiet small">{t('table.rest', { n: of.edits.length - 200 })}</p>}
      </Panel>
    </>
  )
}

function Found({ title, of }: { title: string; of: Side['resolves'] }) {
  if (!of.length) return null
  return (
    <details>
      <summary>{title} <span className="badge">{of.length}</span></summary>
      <ul className="things-overlaps small">{of.slice(0, 60).map((o) => <li key={o.id}><SeverityBadge of={o.severity} /> <span className="number">{number(o.cost)}</span> {o.explanation}</li>)}</ul>
    </details>
  )
}
