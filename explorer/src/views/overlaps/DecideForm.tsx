import { type FormEvent, useState } from 'react'
import { useChange } from '../../api/hooks'
import { Failure } from '../../design/State'
import { useTranslation } from '../../i18n'
import type { County, Overlap } from './Detail'
import { DecideCase } from './questions'

const statuses = ['OPEN', 'CONFIRMED', 'JUSTIFIED', 'DISMISSED'] as const
const reasons = ['LEGALLY_REQUIRED', 'SET_FROM_ABOVE', 'TRANSITION', 'SEPARATION', 'COORDINATED', 'OTHER'] as const
type Status = (typeof statuses)[number]
type Reason = (typeof reasons)[number]

/** Asks for what the decision needs: a reason where it is justified, the measure or the words where the reason asks for them. */
export function DecideForm({ overlap: { id, evidenceHash, case: decided }, measures, onSaved }: { overlap: Overlap; measures: County['measures']; onSaved: (status: Status) => void }) {
  const { t } = useTranslation()
  const [status, setStatus] = useState<Status>(statuses.find((s) => s === decided.decided) ?? 'OPEN')
  const [reason, setReason] = useState<Reason | ''>(decided.reason ?? '')
  const [measure, setMeasure] = useState(decided.measure?.key ?? '')
  const [note, setNote] = useState(decided.note ?? '')
  const decide = useChange(DecideCase)
  const justified = status === 'JUSTIFIED'
  const coordinated = justified && reason === 'COORDINATED'
  const noted = status === 'DISMISSED' || (justified && reason === 'OTHER')
  const save = (e: FormEvent) => {
    e.preventDefault()
    const input = {
      overlap: id, status, reason: (justified && reason) || null, measure: coordinated ? measure : null, note: note.trim() || null, version: decided.version, evidenceHash,
    }
    // The form may be made anew before the answer is through, which mutate's own callbacks would not outlive.
    decide.mutateAsync({ input }).then(() => onSaved(status), () => undefined)
  }
  return (
    <form className="stack tight no-print" onSubmit={save}>
      <fieldset className="choices">
        <legend className="unseen">{t('overlaps.status')}</legend>
        {statuses.map((s) => <label key={s}><input type="radio" name="status" checked={status === s} onChange={() => setStatus(s)} />{t(`case.${s}`)}</label>)}
      </fieldset>
      {justified && (
        <label className="field">{t('overlaps.reason')}
          <select required value={reason} onChange={(e) => setReason(e.target.value as Reason)}>
            <option value="">{t('overlaps.pickReason')}</option>
            {reasons.map((r) => <option key={r} value={r}>{t(`case.${r}`)}</option>)}
          </select>
        </label>
      )}
      {coordinated && (
        <label className="field">{t('overlaps.measure')}
          <select required value={measure} onChange={(e) => setMeasure(e.target.value)}>
            <option value="" />
            {measures.map((m) => <option key={m.key} value={m.key}>{m.name}</option>)}
          </select>
        </label>
      )}
      <label className="field">{noted ? t('overlaps.noteNeeded') : t('overlaps.note')}
        <textarea rows={2} value={note} required={noted} onChange={(e) => setNote(e.target.value)} />
      </label>
      {decide.error && <Failure error={decide.error} />}
      <div><button className="button main" disabled={decide.isPending}>{t('overlaps.save')}</button></div>
    </form>
  )
}
