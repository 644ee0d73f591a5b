import { addressOf, go, useAddress, useShared } from '../address/address'
import { useTranslation } from '../i18n'
import { useCounties, useCounty, useNoSuchCounty } from './county'
import { VersionPicker } from './VersionPicker'

/** Where the reader is: regions above, county, township, version, bases. */
export function Place() {
  const { t } = useTranslation()
  const [{ county, township, basis }, change] = useShared()
  const { path, query } = useAddress()
  const counties = useCounties().data ?? []
  const head = useCounty().data?.county
  const absent = useNoSuchCounty()
  // Another county is looked at in the same view, but not at what the address names of this one.
  const move = (county: string) => go(addressOf(path, query, { county, township: '', at: '', ...(!county && { basis: [] }) }))
  return (
    <div className="place">
      {county && head?.regions.map((r) => <span key={r.name} className="crumb quiet">{r.name}</span>)}
      <select className="input" aria-label={t('where.county')} value={county} onChange={(e) => move(e.target.value)}>
          <option value="">{t('where.allCounties')}</option>
          {absent && <option value={county}>{county}</option>}
          {counties.map((c) => <option key={c.code} value={c.code}>{c.name}</option>)}
          </select>
      {county && !absent && (
        <>
          <select className="input" aria-label={t('where.township')} value={township} onChange={(e) => change({ township: e.target.value })}>
              <option value="">{t('where.allTownships')}</option>
              {head?.townships.nodes.map((n) => <option key={n.key} value={n.key}>{n.name}</option>)}
          </select>
          <VersionPicker />
          <select className="input" aria-label={t('where.basis')} value={basis.length ? 'DOCUMENT' : ''} onChange={(e) => change({ basis: e.target.value ? ['DOCUMENT'] : [] })}>
              <option value="">{t('basis.all')}</option>
              <option value="DOCUMENT">{t('basis.documentOnly')}</option>
          </select>
        </>
      )}
    </div>
  )
}
