import { useId } from 'react'
import { useAsk, useWorld } from '../../api/hooks'
import { Facet } from '../../design/Facet'
import { severities } from '../../design/Severity'
import { Answer } from '../../design/State'
import { useTranslation } from '../../i18n'
import { filterOf, useOverlapValues } from './fields'
import { OverlapFacets } from './questions'

const wide = () => matchMedia('(min-width: 1101px)').matches

/** Ticks by severity, kind, case and township; each group counts what the others let through. */
export function Filters() {
  const { t } = useTranslation()
  const id = useId()
  const [v, change] = useOverlapValues()
  const result = useAsk(OverlapFacets, {
    ...useWorld(), byKind: filterOf(v, 'kinds'), bySeverity: filterOf(v, 'severities'), byCase: filterOf(v, 'cases'), byTownship: filterOf(v, 'townships'),
  })
  const chosen = v.kinds.length + v.severities.length + v.cases.length + (v.township ? 0 : v.townships.length)
  return (
    <aside className="filters panel no-print" aria-labelledby={id}>
      <details open={wide()}>
        <summary id={id}>{chosen ? t('overlaps.filtersOn', { n: chosen }) : t('overlaps.filters')}</summary>
        <Answer of={result}>
          {({ county }) => (
            <div className="facets">
              <Facet
                title={t('overlaps.severities')} chosen={v.severities} onChange={(s) => change({ severities: s as typeof v.severities })}
                counts={severities.flatMap((s) => county?.severities.facets.severities.filter((c) => c.value === s).map((c) => ({ ...c, label: t(`severity.${s}`) })) ?? [])}
              />
              <Facet title={t('overlaps.kinds')} counts={county?.kinds.facets.kinds ?? []} chosen={v.kinds} onChange={(kinds) => change({ kinds: kinds as typeof v.kinds })} />
              <Facet title={t('overlaps.cases')} counts={county?.cases.facets.cases ?? []} chosen={v.cases} onChange={(cases) => change({ cases: cases as typeof v.cases })} />
              {!v.township && <Facet title={t('overlaps.townships')} counts={county?.townships.facets.townships ?? []} chosen={v.townships} onChange={(townships) => change({ townships })} most={30} />}
            </div>
          )}
        </Answer>
        {chosen > 0 && <button type="button" className="button" onClick={() => change({ kinds: [], severities: [], cases: [], townships: [] })}>{t('overlaps.clear')}</button>}
      </details>
    </aside>
  )
}
