import type { Asked } from '../../api/hooks'
import { Panel } from '../../design/Panel'
import { shapes } from '../../design/Severity'
import { useTranslation } from '../../i18n'
import { number } from '../../i18n/numbers'
import type { Overlapped } from './facing'
import { useOverlapValues } from './fields'

/** The departments that several organs answer to, dearest first, in step with the picture's focus. */
export function OverlappedList({ of, asked }: { of: Overlapped[]; asked: Asked }) {
  const { t } = useTranslation()
  const [{ focus }] = useOverlapValues()
  const ofOrgan = of.some((d) => d.by.some((r) => r.organ.key === focus))
  return (
    <Panel className="overlapped" title={<>{t('overlaps.overlapped')} <span className="badge">{of.length}</span></>} asked={asked}>
      {of.length ? <ul>{of.map((d) => <Entry key={d.key} of={d} dim={ofOrgan && !d.by.some((r) => r.organ.key === focus)} />)}</ul> : <p className="quiet">{t('overlaps.overlappedNone')}</p>}
    </Panel>
  )
}

function Entry({ of: { key, name, by, organs, finding }, dim }: { of: Overlapped; dim: boolean }) {
  const { t } = useTranslation()
  const [{ focus }, change] = useOverlapValues()
  const open = focus === key
  const { severity } = finding
  return (
    <li className={`${severity} ${open ? 'open' : ''} ${dim ? 'dim' : ''}`}>
      <button type="button" aria-expanded={open} onClick={() => change({ focus: open ? '' : key })}>
        <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true"><path d={shapes[severity]} /></svg>
        <span className="names"><b>{name}</b>{!open && <span className="quiet small">{by.filter((r) => r.counted).map((r) => r.organ.name).join(t('overlaps.comma'))}</span>}</span>
        <span className={`badge ${severity}`}>{t(`severity.${severity}`)} · {organs}</span>
      </button>
      {open && (
        <div className="inside small">
          <dl>
            {by.filter((r) => r.counted).map((r) => (
              <div key={r.key}><dt>{r.organ.name}</dt><dd>{r.of.sections.length ? r.of.sections.map((s) => s.name).join(t('overlaps.comma')) : t('overlaps.allSections')}</dd></div>
            ))}
          </dl>
          <div className="spread">
            <span className="quiet">{t('overlaps.cost')} {number(finding.cost)}</span>
            <button type="button" className="button bare small" onClick={() => change({ overlap: finding.fingerprint })}>{t('overlaps.seeDetail')}</button>
          </div>
        </div>
      )}
    </li>
  )
}
