import { useShared } from '../address/address'
import { useTranslation } from '../i18n'
import { useCounties, useCounty } from './county'
import { VersionPicker } from './VersionPicker'

/** Where the reader is: regions above, county, township, version, bases. */
export function Place() {
  const { t } = useTranslation()
  const [{ county, township, basis }, change] = useShared()
  const counties = useCounties().data ?? []
  const head = useCounty().data?.county
  return (
    <div className="place">
      {county && head?.regions.map((r) => <span key={r.name} className="crumb quiet">{r.name}</span>)}
      <select className="input" aria-label={t('where.county')} value={county} onChange={(e) => change({ county: e.target.value, township: '', at: '' })}>
          <option value="">{t('where.allCounties')}</option>
          {counties.map((c) => <option key={c.code} value={c.code}>{c.name}</option>)}
          </select>
      {county && (
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
