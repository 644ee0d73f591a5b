import { useState } from 'react'
import { useShared } from '../../address/address'
import { useChange } from '../../api/hooks'
import { Failure } from '../../design/State'
import { useTranslation } from '../../i18n'
import { day } from '../../i18n/numbers'
import type { County, Overlap } from './Detail'
import { DecideCase } from './questions'

const statuses = ['OPEN', 'CONFIRMED', 'JUSTIFIED', 'DISMISSED'] as const
const reasons = ['LEGALLY_REQUIRED', 'SET_FROM_ABOVE', 'TRANSITION', 'SEPARATION', 'COORDINATED', 'OTHER'] as const
type Status = (typeof statuses)[number]
type Reason = (typeof reasons)[number]

/** 问题研判: what was decided about the finding, and the form to decide; only the county as it is can be decided on. */
export function CaseOf({ overlap, measures }: { overlap: Overlap; measures: County['measures'] }) {
  const { t } = useTranslation()
  const [{ at, basis }, change] = useShared()
  const decided = overlap.case
  return (
    <section className="case">
      <h3>{t('overlaps.decide')} <span className="badge">{t(`case.${decided.status}`)}</span></h3>
      {decided.reopened && <p className="small reopened">{t('overlaps.reopened')}：{decided.reopened}</p>}
      {decided.decided && (
        <p className="small">
          {[t(`case.${decided.decided}`), decided.reason && t(`case.${decided.reason}`), decided.measure?.name, decided.note].filter(Boolean).join(' · ')}
          {' '}<span className="quiet">{decided.actor} {decided.decidedAt && day(decided.decidedAt)}</span>
        </p>
      )}
      {at || basis.length
        ? <p className="small quiet">{t('overlaps.headOnly')} <button type="button" className="button bare" onClick={() => change({ at: '', basis: [] })}>{t('version.back')}</button></p>
        : <Form key={decided.version} overlap={overlap} measures={measures} />}
    </section>
  )
}

function Form({ overlap, measures }: { overlap: Overlap; measures: County['measures'] }) {
  const { t } = useTranslation()
  const [status, setStatus] = useState<Status>(statuses.find((s) => s === overlap.case.decided) ?? 'OPEN')
  const [reason, setReason] = useState<Reason>(overlap.case.reason ?? 'LEGALLY_REQUIRED')
  const [measure, setMeasure] = useState(overlap.case.measure?.key ?? measures[0]?.key ?? '')
  const [note, setNote] = useState(overlap.case.note ?? '')
  const decide = useChange(DecideCase)
  const justified = status === 'JUSTIFIED'
  const coordinated = justified && reason === 'COORDINATED'
  const noted = status === 'DISMISSED' || (justified && reason === 'OTHER')
  const save = () => decide.mutate({
    input: {
      overlap: overlap.id, status, reason: justified ? reason : null, measure: coordinated ? measure : null, note: note.trim() || null,
      version: overlap.case.version, evidenceHash: overlap.evidenceHash,
    },
  })
  return (
    <form className="stack tight" onSubmit={(e) => (e.preventDefault(), save())}>
      <fieldset className="choices">
        <legend className="unseen">{t('overlaps.status')}</legend>
        {statuses.map((s) => <label key={s}><input type="radio" name="status" checked={status === s} onChange={() => setStatus(s)} />{t(`case.${s}`)}</label>)}
      </fieldset>
      {justified && (
        <label className="field">{t('overlaps.reason')}
          <select value={reason} onChange={(e) => setReason(e.target.value as Reason)}>{reasons.map((r) => <option key={r} value={r}>{t(`case.${r}`)}</option>)}</select>
        </label>
      )}
      {coordinated && (
        <label className="field">{t('overlaps.measure')}
          <select value={measure} onChange={(e) => setMeasure(e.target.value)}>{measures.map((m) => <option key={m.key} value={m.key}>{m.name}</option>)}</select>
        </label>
      )}
      <label className="field">{noted ? t('overlaps.noteNeeded') : t('overlaps.note')}
        <textarea rows={2} value={note} required={noted} onChange={(e) => setNote(e.target.value)} />
      </label>
      {decide.error && <Failure error={decide.error} />}
      <div className="row"><button className="button main" disabled={decide.isPending}>{t('overlaps.save')}</button><Saved version={overlap.case.version} /></div>
    </form>
  )
}

/** How many decisions there are; a reader hears of a new one. */
function Saved({ version }: { version: number }) {
  const { t } = useTranslation()
  return <span className="small quiet" role="status">{version > 0 && t('overlaps.decisions', { n: version })}</span>
}
