import { type DragEvent, useState } from 'react'
import { Link } from '../../address/Link'
import { useShared } from '../../address/address'
import { ask } from '../../api/client'
import { graphql } from '../../api/graphql'
import { useChange } from '../../api/hooks'
import { Panel } from '../../design/Panel'
import { Failure } from '../../design/State'
import { useTranslation } from '../../i18n'
import { KnownCounty } from '../things/NeedsCounty'
import { Outcome } from './Outcome'
import type { Progress } from './send'
import { useTrial } from './useTrial'
import './import.css'

const TakeBack = graphql(`
  mutation TakeBack($input: RevertInput!) { revert(input: $input) { commit { revision } } }
`)

const Newest = graphql(`
  query Newest($code: String!) { county(code: $code) { history(first: 100) { nodes { id revision } } } }
`)

const asked = { mode: 'update', effective: '', approvalAuthority: '', approvalDocument: '', approvalDate: '' }
const unsigned = { actor: '', reason: '' }

/** A file is tried first: its problems cell by cell, or what it would change. Only then it is written, as one commit. */
export default function Import() {
  const [{ county }] = useShared()
  return county ? <KnownCounty><Form key={county} /></KnownCounty> : <Form />
}

function Form() {
  const { t } = useTranslation()
  const [{ county, at, basis }] = useShared()
  const [code, setCode] = useState('')
  const [options, setOptions] = useState(asked)
  const [signed, setSigned] = useState(unsigned)
  const [over, setOver] = useState(false)
  const [lost, setLost] = useState(false)
  const target = county || code.trim()
  const { trial, attempt, write } = useTrial({ county: target, create: county ? '' : 'true', ...options })

  const take = (file: File | undefined) => {
    setLost(!!file && !target)
    if (file && target) void attempt(file)
  }
  const drop = (e: DragEvent) => {
    e.preventDefault()
    setOver(false)
    take(e.dataTransfer.files[0])
  }
  const set = (name: keyof typeof asked) => (e: { target: { value: string } }) => setOptions({ ...options, [name]: e.target.value })
  const sign = (name: keyof typeof unsigned) => (e: { target: { value: string } }) => setSigned({ ...signed, [name]: e.target.value })

  return (
    <div className="import">
      <Panel title={t('import.file')} tools={<a className="button bare small" href="/import/template.xlsx" download>{t('import.template')}</a>}>
        <div className="stack">
          {!county && <label className="field">{t('import.code')}<input value={code} inputMode="numeric" onChange={(e) => setCode(e.target.value)} /></label>}
          {!county && <p className={lost && !code ? 'import-lost' : 'quiet small'} role={lost && !code ? 'alert' : undefined}>{t(code ? 'import.create' : 'import.needsCode', { code })}</p>}
          {county && (at || basis.length > 0) && <p className="quiet small">{t('import.current')}</p>}
          <div className={over ? 'import-drop over' : 'import-drop'} onDragOver={(e) => (e.preventDefault(), setOver(true))} onDragLeave={() => setOver(false)} onDrop={drop}>
            <span>{t('import.drop')}</span>
            <label className="button main">
              {t('import.choose')}
              <input className="unseen" type="file" accept=".xlsx,.csv,.zip" disabled={!target} onChange={(e) => (take(e.target.files?.[0]), (e.target.value = ''))} />
            </label>
            {trial?.file && <b>{trial.file.name}</b>}
          </div>
          <div className="row">
            <label className="field">{t('import.mode')}<select value={options.mode} onChange={set('mode')}><option value="update">{t('import.update')}</option><option value="replace">{t('import.replace')}</option></select></label>
            <label className="field">{t('import.actor')}<input value={signed.actor} onChange={sign('actor')} /></label>
            <label className="field">{t('import.reason')}<input value={signed.reason} onChange={sign('reason')} /></label>
            <label className="field">{t('import.effective')}<input type="date" value={options.effective} onChange={set('effective')} /></label>
          </div>
          <fieldset className="facet">
            <legend>{t('import.approval')}</legend>
            <div className="row">
              <label className="field">{t('import.authority')}<input value={options.approvalAuthority} onChange={set('approvalAuthority')} /></label>
              <label className="field">{t('import.document')}<input value={options.approvalDocument} onChange={set('approvalDocument')} /></label>
              <label className="field">{t('import.date')}<input type="date" value={options.approvalDate} onChange={set('approvalDate')} /></label>
            </div>
          </fieldset>
        </div>
      </Panel>
      {trial?.error !== undefined && <Failure error={trial.error} retry={() => take(trial.file)} />}
      {trial && target && !trial.tried && trial.error === undefined && <Waiting of={trial.progress} />}
      {trial?.tried && (
        <Outcome
          of={trial.written ?? trial.tried}
          done={!!trial.written}
          action={trial.written
            ? <Written county={trial.terms.county} revision={trial.written.commit?.revision ?? 0} />
            : <button type="button" className="button main" disabled={trial.writing} onClick={() => void write(signed)}>{t('import.apply')}</button>}
        />
      )}
    </div>
  )
}

/** What became of an import, and the way to take it back: that commit, not a later one of somebody else. */
function Written({ county, revision }: { county: string; revision: number }) {
  const { t } = useTranslation()
  const [{ lang }] = useShared()
  const takeBack = useChange(TakeBack)
  const [error, setError] = useState<unknown>()
  const undo = async () => {
    setError(undefined)
    try {
      const answer = await ask(Newest, { code: county }, lang)
      const commit = answer.county?.history.nodes.find((c) => c.revision === revision)
      if (commit) await takeBack.mutateAsync({ input: { commit: commit.id } })
    } catch (e) {
      setError(e)
    }
  }
  const undone = takeBack.data?.revert?.commit
  return (
    <div className="row" role="status">
      <b>{undone ? t('import.undone', { n: undone.revision }) : t('import.applied', { n: revision })}</b>
      <Link to="/history" with={{ county }}>{t('import.see')}</Link>
      {!undone && <button type="button" className="button" disabled={takeBack.isPending} onClick={() => void undo()}>{t('import.undo')}</button>}
      {error !== undefined && <Failure error={error} />}
    </div>
  )
}

function Waiting({ of }: { of: Progress | undefined }) {
  const { t } = useTranslation()
  return (
    <div className="notice" role="status">
      {of ? t('import.stage', { stage: of.stage, done: of.done, total: of.total ?? '' }) : t('import.trying')}
      <progress max={of?.total} value={of?.total ? of.done : undefined} aria-label={t('import.trying')} />
    </div>
  )
}
