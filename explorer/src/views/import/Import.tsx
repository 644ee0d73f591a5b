import { useQueryClient } from '@tanstack/react-query'
import { type DragEvent, useState } from 'react'
import { Link } from '../../address/Link'
import { useShared } from '../../address/address'
import { ask } from '../../api/client'
import { graphql } from '../../api/graphql'
import { useChange } from '../../api/hooks'
import { Panel } from '../../design/Panel'
import { Failure } from '../../design/State'
import { useTranslation } from '../../i18n'
import { Outcome } from './Outcome'
import { type Imported, type Progress, send } from './send'
import './import.css'

const TakeBack = graphql(`
  mutation TakeBack($input: RevertInput!) { revert(input: $input) { commit { revision } } }
`)

const Newest = graphql(`
  query Newest($code: String!) { county(code: $code) { history(first: 1) { nodes { id } } } }
`)

const asked = { mode: 'update', actor: '', reason: '', effective: '', approvalAuthority: '', approvalDocument: '', approvalDate: '' }
type State = { file: File; progress?: Progress; tried?: Imported; written?: Imported; error?: unknown }

/** A file is tried first: its problems cell by cell, or what it would change. Only then it is written, as one commit. */
export default function Import() {
  const { t } = useTranslation()
  const [{ county, lang }] = useShared()
  const client = useQueryClient()
  const takeBack = useChange(TakeBack)
  const [code, setCode] = useState('')
  const [options, setOptions] = useState(asked)
  const [state, setState] = useState<State>()
  const [over, setOver] = useState(false)
  const target = county || code.trim()

  const run = async (file: File, dry: boolean, tried?: Imported) => {
    const kept = { file, ...(tried && { tried }) }
    setState(kept)
    try {
      const query = { ...options, create: county ? '' : 'true', dryRun: dry ? 'true' : '' }
      const answer = await send(target, file, query, lang, (progress) => setState({ ...kept, progress }))
      setState(dry || answer.errors?.length ? { file, tried: answer } : { ...kept, written: answer })
      if (!dry) await client.invalidateQueries()
    } catch (error) {
      setState({ ...kept, error })
    }
  }
  const undo = async () => {
    const { county } = await ask(Newest, { code: target }, lang)
    takeBack.mutate({ input: { commit: county!.history.nodes[0]!.id } })
  }
  const drop = (e: DragEvent) => {
    e.preventDefault()
    setOver(false)
    const file = e.dataTransfer.files[0]
    if (file && target) void run(file, true)
  }
  const set = (name: keyof typeof asked) => (e: { target: { value: string } }) => setOptions({ ...options, [name]: e.target.value })

  return (
    <div className="import">
      <Panel title={t('import.file')} tools={<a className="button bare small" href="/import/template.xlsx" download>{t('import.template')}</a>}>
        <div className="stack">
          {!county && <label className="field">{t('import.code')}<input value={code} inputMode="numeric" onChange={(e) => setCode(e.target.value)} /></label>}
          {!county && <p className="quiet small">{t(code ? 'import.create' : 'import.needsCode', { code })}</p>}
          <div className={over ? 'import-drop over' : 'import-drop'} onDragOver={(e) => (e.preventDefault(), setOver(true))} onDragLeave={() => setOver(false)} onDrop={drop}>
            <span>{t('import.drop')}</span>
            <label className="button main">
              {t('import.choose')}
              <input className="unseen" type="file" accept=".xlsx,.csv,.zip" disabled={!target} onChange={(e) => (e.target.files?.[0] && void run(e.target.files[0], true), (e.target.value = ''))} />
            </label>
            {state && <b>{state.file.name}</b>}
          </div>
          <div className="row">
            <label className="field">{t('import.mode')}<select value={options.mode} onChange={set('mode')}><option value="update">{t('import.update')}</option><option value="replace">{t('import.replace')}</option></select></label>
            <label className="field">{t('import.actor')}<input value={options.actor} onChange={set('actor')} /></label>
            <label className="field">{t('import.reason')}<input value={options.reason} onChange={set('reason')} /></label>
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
      {state?.error !== undefined && <Failure error={state.error} retry={() => void run(state.file, true)} />}
      {state && !state.tried && state.error === undefined && <Waiting of={state.progress} />}
      {state?.tried && (
        <Outcome
          of={state.tried}
          action={
            state.written ? (
              <div className="row" role="status">
                <b>{takeBack.data?.revert?.commit ? t('import.undone', { n: takeBack.data.revert.commit.revision }) : t('import.applied', { n: state.written.commit?.revision ?? 0 })}</b>
                <Link to="/history" with={{ county: target }}>{t('import.see')}</Link>
                {!takeBack.data && state.written.commit && (
                  <button type="button" className="button" onClick={() => void undo()}>{t('import.undo')}</button>
                )}
                {takeBack.error && <Failure error={takeBack.error} />}
              </div>
            ) : <button type="button" className="button main" disabled={!!state.progress} onClick={() => void run(state.file, false, state.tried)}>{t('import.apply')}</button>
          }
        />
      )}
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
