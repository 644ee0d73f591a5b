import { useTranslation } from '../../i18n'
import { type Kind, kinds, relations, type Relation, type Thing } from '../../pictures/network/graph'
import { linesOfCounty } from '../../pictures/county/option'
import { outline } from '../../pictures/network/shapes'
import { toggled, useNetworkAddress } from './address'
import type { Shown } from './shown'

/** Each relation with its line and how many are drawn; unticking one hides it. */
export function Legend({ shown }: { shown: Shown }) {
  const { t } = useTranslation()
  const [{ hide }, change] = useNetworkAddress()
  const counts = new Map<Relation, number>()
  for (const { relation } of shown.ties) counts.set(relation, (counts.get(relation) ?? 0) + 1)
  return (
    <fieldset className="network-legend">
      <legend className="unseen">{t('network.legend')}</legend>
      {relations.filter((r) => counts.has(r) || hide.includes(r)).map((r) => (
        <label key={r}>
          <input type="checkbox" checked={!hide.includes(r)} onChange={() => change({ hide: toggled(hide, r) })} />
          <Line of={r} />
          <span>{t(`network.relation.${r}`)}</span>
          <span className="quiet number">{counts.get(r) ?? 0}</span>
        </label>
      ))}
    </fieldset>
  )
}

const Line = ({ of }: { of: Relation }) => <svg viewBox="0 0 34 10" width="34" height="10" aria-hidden="true"><path className={`tie ${of}`} d="M1 5H33" /></svg>

/** The shapes of the kinds drawn, and what numbers and dashes say. The picture of the whole county has simpler ones. */
export function Kinds({ things, whole = false }: { things: Thing[]; whole?: boolean }) {
  const { t } = useTranslation()
  const there = new Set(things.map((x) => x.kind))
  return (
    <div className={whole ? 'network-kinds whole small quiet' : 'network-kinds small quiet'}>
      {kinds.filter((k) => there.has(k) && (!whole || marks[k])).map((k) => (
        <span key={k} className="network network-kind">
          <svg viewBox="-13 -9 26 18" width="26" height="18" aria-hidden="true"><g className={`thing ${k} ${k === 'ORGAN' ? 'OFFICE' : ''}`}><path className={whole ? 'mark' : 'box'} d={whole ? marks[k] : outline(k, 22, 14)} /></g></svg>
          {t(`kind.${k}`)}
        </span>
      ))}
      {whole && linesOfCounty.map((r) => <span key={r} className="network-kind"><Line of={r} /> {t(`network.relation.${r}`)}</span>)}
      {!whole && there.has('ORGAN') && <span>{t('network.solid')}</span>}
      {!whole && <span>{t('network.rest')}</span>}
      {!whole && <span className="no-print">{t('network.keys')}</span>}
    </div>
  )
}

const marks: Partial<Record<Kind, string>> = { DEPARTMENT: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z', ORGAN: 'M-5 -5h10v10h-10z', LEADER: 'M0 -6l6 6-6 6-6-6z', DUTY: 'M0 -6l6 11h-12z' }
