import { useAsk, useWorld } from '../../api/hooks'
import { Facet } from '../../design/Facet'
import { useTranslation } from '../../i18n'
import { filterOf, useOverlapValues } from './fields'
import { OverlapFacets } from './questions'

/** Ticks by kind, severity, case and township; each group counts what the others let through. */
export function Filters() {
  const { t } = useTranslation()
  const [v, change] = useOverlapValues()
  const result = useAsk(OverlapFacets, {
    ...useWorld(), byKind: filterOf(v, 'kinds'), bySeverity: filterOf(v, 'severities'), byCase: filterOf(v, 'cases'), byTownship: filterOf(v, 'townships'),
  })
  const county = result.data?.county
  const any = v.kinds.length || v.severities.length || v.cases.length || v.townships.length || v.subject || v.participant
  return (
    <aside className="facets panel no-print" aria-label={t('overlaps.filters')}>
      <Facet title={t('overlaps.severities')} counts={county?.severities.facets.severities ?? []} chosen={v.severities} onChange={(severities) => change({ severities: severities as typeof v.severities })} />
      <Facet title={t('overlaps.kinds')} counts={county?.kinds.facets.kinds ?? []} chosen={v.kinds} onChange={(kinds) => change({ kinds: kinds as typeof v.kinds })} />
      <Facet title={t('overlaps.cases')} counts={county?.cases.facets.cases ?? []} chosen={v.cases} onChange={(cases) => change({ cases: cases as typeof v.cases })} />
      {!v.township && <Facet title={t('overlaps.townships')} counts={county?.townships.facets.townships ?? []} chosen={v.townships} onChange={(townships) => change({ townships })} most={30} />}
      <button type="button" className="button" disabled={!any} onClick={() => change({ kinds: [], severities: [], cases: [], townships: [], subject: '', participant: '' })}>{t('overlaps.clear')}</button>
    </aside>
  )
}
