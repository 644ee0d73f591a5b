import { type FormEvent, type ReactNode, useState } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useValues } from '../../../address/address'
import { graphql } from '../../../api/graphql'
import { useChange } from '../../../api/hooks'
import { Icon } from '../../../design/Icon'
import { Failure } from '../../../design/State'
import { useTranslation } from '../../../i18n'
import { fields } from '../fields'
import { mint } from '../../../api/mint'
import type { Plan } from './question'
import type { Desk } from './usePlan'

const CopyScenario = graphql(`
  mutation CopyScenario($input: CreateScenarioInput!) { createScenario(input: $input) { scenario { id } } }
`)
const DeleteScenario = graphql(`
  mutation DeleteScenario($input: ScenarioActInput!) { deleteScenario(input: $input) { id } }
`)

/** Rename, copy, delete, each after a word of its own. */
export function Manage({ desk, plan }: { desk: Desk; plan: Plan }) {
  const { t } = useTranslation()
  return (
    <>
      {plan.actions.includes('AMENDED') && <Ask label={t('sandbox.rename')}>{(close) => <Rename desk={desk} plan={plan} close={close} />}</Ask>}
      <Ask label={t('sandbox.copy')}>{(close) => <Copy plan={plan} close={close} />}</Ask>
      {plan.actions.includes('DELETED') && <Ask label={t('sandbox.delete')}>{(close) => <Delete plan={plan} close={close} />}</Ask>}
    </>
  )
}

function Ask({ label, children }: { label: string; children: (close: () => void) => ReactNode }) {
  return (
    <DialogTrigger>
      <Button className="button">{label}<Icon name="down" /></Button>
      <Popover placement="bottom end">
        <Dialog className="menu sandbox-ask">{({ close }) => <><Heading slot="title" level={3}>{label}</Heading>{children(close)}</>}</Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Rename({ desk, plan, close }: { desk: Desk; plan: Plan; close: () => void }) {
  const { t } = useTranslation()
  const [title, setTitle] = useState(plan.title)
  const [note, setNote] = useState(plan.note ?? '')
  const send = (e: FormEvent) => {
    e.preventDefault()
    void desk.edit({ amend: { title, note } })
    close()
  }
  return (
    <form className="stack" onSubmit={send}>
      <label className="field">{t('sandbox.name')}<input required maxLength={200} value={title} onChange={(e) => setTitle(e.target.value)} /></label>
      <label className="field">{t('sandbox.note')}<textarea rows={3} maxLength={4000} value={note} onChange={(e) => setNote(e.target.value)} /></label>
      <button className="button main">{t('sandbox.save')}</button>
    </form>
  )
}

function Copy({ plan, close }: { plan: Plan; close: () => void }) {
  const { t } = useTranslation()
  const [{ county }, change] = useValues(fields)
  const copy = useChange(CopyScenario)
  const [title, setTitle] = useState('')
  const [key] = useState(mint)
  const usual = t('sandbox.copyTitle', { title: plan.title })
  const send = async (e: FormEvent) => {
    e.preventDefault()
    const made = await copy.mutateAsync({ input: { county, copyOf: plan.id, title: title.trim() || usual, key } }).catch(() => undefined)
    if (!made?.createScenario) return
    close()
    change({ plan: made.createScenario.scenario.id, tab: 'groups' })
  }
  return (
    <form className="stack" onSubmit={(e) => void send(e)}>
      <label className="field">{t('sandbox.name')}<input maxLength={200} placeholder={usual} value={title} onChange={(e) => setTitle(e.target.value)} /></label>
      <p className="quiet small">{t('sandbox.copyHint')}</p>
      <button className="button main" disabled={copy.isPending}>{t('sandbox.copy')}</button>
      {copy.error && <Failure error={copy.error} />}
    </form>
  )
}

function Delete({ plan, close }: { plan: Plan; close: () => void }) {
  const { t } = useTranslation()
  const [, change] = useValues(fields)
  const remove = useChange(DeleteScenario)
  const send = async () => {
    const done = await remove.mutateAsync({ input: { scenario: plan.id, version: plan.version } }).catch(() => undefined)
    if (!done?.deleteScenario) return
    close()
    change({ plan: '' }, true)
  }
  return (
    <div className="stack">
      <p>{t('sandbox.deleteSure', { title: plan.title })}</p>
      <div className="row">
        <button type="button" className="button main" disabled={remove.isPending} onClick={() => void send()}>{t('sandbox.deleteYes')}</button>
        <button type="button" className="button" onClick={close}>{t('sandbox.cancel')}</button>
      </div>
      {remove.error && <Failure error={remove.error} />}
    </div>
  )
}
