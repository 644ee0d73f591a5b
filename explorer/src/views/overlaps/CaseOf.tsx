import { useRef, useState } from 'react'
import { useShared } from '../../address/address'
import { useTranslation } from '../../i18n'
import { day } from '../../i18n/numbers'
import { DecideForm } from './DecideForm'
import type { County, Overlap } from './Detail'

/** 问题研判: what was decided about the finding, and the form to decide; only the county as it is can be decided on. */
export function CaseOf({ overlap, measures }: { overlap: Overlap; measures: County['measures'] }) {
  const { t } = useTranslation()
  const [{ at, basis }, change] = useShared()
  const [saved, setSaved] = useState('')
  const heard = useRef<HTMLParagraphElement>(null)
  const of = overlap.case
  return (
    <section className="case">
      <h3>{t('overlaps.decide')} <span className={`badge case-${of.status}`}>{t(`case.${of.status}`)}</span></h3>
      <p ref={heard} tabIndex={-1} className="saved" role="status">{saved}</p>
      {of.reopened && <p className="reopened">{t('overlaps.reopened')}：{of.reopened}</p>}
      <Decided of={of} />
      {at || basis.length
        ? <p className="small quiet">{t('overlaps.headOnly')} <button type="button" className="button bare" onClick={() => change({ at: '', basis: [] })}>{t('version.back')}</button></p>
        : (
          <DecideForm
            key={of.version} overlap={overlap} measures={measures}
            onSaved={(status) => {
              setSaved(t('overlaps.saved', { status: t(`case.${status}`) }))
              heard.current?.focus() // the form is made anew with what was decided
            }}
          />
        )}
      <p className="quiet small">{t('overlaps.caseWords')}</p>
    </section>
  )
}

function Decided({ of }: { of: Overlap['case'] }) {
  const { t } = useTranslation()
  if (!of.decided) return null
  const words = [t(`case.${of.decided}`), of.reason && t(`case.${of.reason}`), of.measure?.name].filter(Boolean).join(' · ')
  return (
    <div className="decided">
      <p><b>{words}</b></p>
      {of.note && <p>{of.note}</p>}
      <p className="quiet small">{[of.actor, of.decidedAt && day(of.decidedAt), t('overlaps.decisions', { n: of.version })].filter(Boolean).join(' · ')}</p>
    </div>
  )
}
