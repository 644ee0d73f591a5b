import { type FormEvent, useState } from 'react'
import { useShared } from '../../../address/address'
import { graphql } from '../../../api/graphql'
import { useAsk, useChange } from '../../../api/hooks'
import { mint } from '../../../api/mint'
import { Panel } from '../../../design/Panel'
import { Failure } from '../../../design/State'
import { useTranslation } from '../../../i18n'

const Places = graphql(`
  query Places($code: String!) { county(code: $code) { id townships(first: 500) { nodes { key name size } } } }
`)
const CreateScenario = graphql(`
  mutation CreateScenario($input: CreateScenarioInput!) { createScenario(input: $input) { scenario { id } } }
`)
const sizes = ['LARGE', 'MEDIUM', 'SMALL'] as const

/** Begins a plan for one township, or for all townships of one size. */
export function Create({ onCreated }: { onCreated: (id: string, township: string) => void }) {
  const { t } = useTranslation()
  const [{ county, township }] = useShared()
  const places = useAsk(Places, { code: county }).data?.county?.townships.nodes ?? []
  const create = useChange(CreateScenario)
  const [scope, setScope] = useState('')
  const [title, setTitle] = useState('')
  const [note, setNote] = useState('')
  const [key, setKey] = useState(mint) // kept while a lost answer is asked for again
  const where = scope || (township ? `t:${township}` : places[0] ? `t:${places[0].key}` : '')
  const named = places.find((p) => `t:${p.key}` === where)
  const size = sizes.find((s) => `s:${s}` === where)
  const usual = t('sandbox.usualTitle', { place: named?.name ?? (size ? t(`sandbox.size.${size}`) : '') })
  const send = async (e: FormEvent) => {
    e.preventDefault()
    const made = await create.mutateAsync({ input: { county, title: title.trim() || usual, note: note.trim() || null, ...(named && { township: named.key }), ...(size && { size }), key } }).catch(() => undefined)
    if (!made?.createScenario) return
    setKey(mint())
    onCreated(made.createScenario.scenario.id, named?.key ?? '')
  }
  return (
    <Panel title={t('sandbox.create')}>
      <form className="stack" onSubmit={(e) => void send(e)}>
        <label className="field">{t('sandbox.scope')}
          <select value={where} onChange={(e) => setScope(e.target.value)}>
            <optgroup label={t('where.township')}>{places.map((p) => <option key={p.key} value={`t:${p.key}`}>{p.name}</option>)}</optgroup>
            <optgroup label={t('sandbox.class')}>
              {sizes.filter((s) => places.some((p) => p.size === s)).map((s) => <option key={s} value={`s:${s}`}>{t('sandbox.allOf', { size: t(`sandbox.size.${s}`), n: places.filter((p) => p.size === s).length })}</option>)}
            </optgroup>
          </select>
        </label>
        <label className="field">{t('sandbox.name')}<input value={title} maxLength={200} placeholder={usual} onChange={(e) => setTitle(e.target.value)} /></label>
        <label className="field">{t('sandbox.note')}<textarea rows={2} value={note} maxLength={4000} onChange={(e) => setNote(e.target.value)} /></label>
        <p className="quiet small">{t('sandbox.createHint')}</p>
        <button className="button main" disabled={!where || create.isPending}>{t('sandbox.create')}</button>
        {create.error && <Failure error={create.error} />}
      </form>
    </Panel>
  )
}
