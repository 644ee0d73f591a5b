import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useShared } from '../../address/address'
import { ask, Refusal } from '../../api/client'
import { graphql } from '../../api/graphql'
import { useTranslation } from '../../i18n'
import { type Imported, type Progress, send } from './send'

const Held = graphql(`
  query Held($code: String!) { county(code: $code) { revision } }
`)

/** What decides what a file comes to, as POST /import/{county} names it. */
export type Terms = { county: string; create: string; mode: string; effective: string; approvalAuthority: string; approvalDocument: string; approvalDate: string }
/** A file as it was read when it was chosen, the terms and the revision it was tried on, and what came of it. */
export type Trial = { file: File; terms: Terms; base?: string; writing?: boolean; progress?: Progress; tried?: Imported; written?: Imported; error?: unknown }

/** Tries a file, again whenever the terms change, and writes exactly what was tried: the same bytes, on the same terms and revision. */
export function useTrial(terms: Terms) {
  const { t } = useTranslation()
  const [{ lang }] = useShared()
  const client = useQueryClient()
  const [trial, setTrial] = useState<Trial>()
  const last = useRef<AbortController>(undefined)
  const [code, key] = [terms.county, JSON.stringify(terms)]

  const attempt = useCallback(async (chosen: File) => {
    last.current?.abort()
    const { signal } = (last.current = new AbortController())
    const terms = JSON.parse(key) as Terms
    const show = (state: Trial) => signal.aborted || setTrial(state)
    let start: Trial = { file: chosen, terms }
    show(start)
    try {
      start = { ...start, file: await inMemory(chosen, t('import.unreadable')) }
      const { county } = await ask(Held, { code: terms.county }, lang, signal)
      start = { ...start, base: county ? String(county.revision) : '' }
      const tried = await send(start.file, { ...terms, base: start.base!, dryRun: 'true' }, lang, (progress) => show({ ...start, progress }), signal)
      show({ ...start, tried })
    } catch (error) {
      show({ ...start, error })
    }
  }, [key, lang, t])

  const write = async (signed: { actor: string; reason: string }) => {
    if (!trial?.tried || trial.writing) return
    const { file, terms, base = '', tried } = trial
    const busy = { file, terms, base, tried, writing: true }
    setTrial(busy)
    try {
      const answer = await send(file, { ...terms, base, ...signed }, lang, (progress) => setTrial({ ...busy, progress }))
      setTrial(answer.errors?.length ? { file, terms, base, tried: answer } : { file, terms, base, tried, written: answer })
    } catch (error) {
      setTrial({ file, terms, base, error })
    }
    await client.invalidateQueries()
  }

  const { file, writing, written } = trial ?? {}
  const stale = !!file && !writing && !written && JSON.stringify(trial!.terms) !== key
  useEffect(() => {
    if (!stale || !file || !code) return
    last.current?.abort()
    const due = setTimeout(() => void attempt(file), 400) // while they type
    return () => clearTimeout(due)
  }, [stale, file, code, attempt])
  const shown: Trial | undefined = stale && file ? { file, terms } : trial
  return { trial: shown, attempt, write }
}

/** The bytes as they are now: a file on disk may change before it is written. */
async function inMemory(file: File, unreadable: string) {
  try {
    return new File([await file.arrayBuffer()], file.name)
  } catch {
    throw new Refusal('UNREADABLE', unreadable)
  }
}
