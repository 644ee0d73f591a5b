import { useQueryClient } from '@tanstack/react-query'
import type { TadaDocumentNode } from 'gql.tada'
import { useRef, useState } from 'react'
import { useValues } from '../../../address/address'
import { ask, textOf } from '../../../api/client'
import type { VariablesOf } from '../../../api/graphql'
import { useFollow } from '../../../api/follow'
import { useAsk } from '../../../api/hooks'
import { fields, rulesOf } from '../fields'
import { EditPlan, OnePlan, type Plan, PlanMoved, PlanScope } from './question'

type Change = VariablesOf<typeof EditPlan>['input']['change']
/** Why the last change was refused, and how to make it again on the newest version. */
export type Trouble = { error: unknown; again: () => void }
export type Desk = ReturnType<typeof usePlan>
type Based = { scenario: string; version: number }

/** The latest day that a step is planned for: a further step may need what those before do. */
const lastDay = (plan: Plan | null | undefined) => plan?.steps.map((s) => (s.inForce && s.effective) || '').sort().at(-1) || null

/**
 * A plan with the way to change it. Changes are sent one after the other, each on the version that the one before made;
 * every answer has all numbers, and is what the page shows from then on.
 */
export function usePlan(id: string) {
  const [values] = useValues(fields)
  const client = useQueryClient()
  const scope = useAsk(PlanScope, { id })
  const about = scope.data?.scenario
  const variables = { id, scope: about?.township ? { townships: [about.township.key] } : about?.size ? { size: about.size } : null, rules: rulesOf(values) }
  const result = useAsk(OnePlan, variables, !!about)
  const [trouble, setTrouble] = useState<Trouble>()
  const [others, setOthers] = useState(0)
  const [busy, setBusy] = useState(0)
  const queue = useRef(Promise.resolve())
  const key = [textOf(OnePlan), variables, values.lang]

  const show = (plan: Plan) => {
    client.setQueryData(key, { scenario: plan })
    // What else was read of this plan is old now: at once where it is on the page, else when it is looked at again.
    const whole = key[0]
    void client.invalidateQueries({ predicate: (q) => q.queryKey[0] !== whole && !JSON.stringify(q.queryKey[1]).includes(id), refetchType: 'none' })
    void client.invalidateQueries({ predicate: (q) => q.queryKey[0] !== whole && q.queryKey[0] !== textOf(PlanScope) && JSON.stringify(q.queryKey[1]).includes(id) })
  }

  /** Sends something that is based on the version last seen, and gives the answer; nothing where it was refused. */
  const send = <A extends { scenario: Plan }, V extends { input: Based }>(document: TadaDocumentNode<{ done: A | null }, V>, input: Omit<V['input'], keyof Based>): Promise<A | undefined> => {
    setBusy((n) => n + 1)
    const sent = queue.current.then(async () => {
      try {
        await client.cancelQueries({ queryKey: key }) // an older answer on its way must not replace the one to come
        const now = client.getQueryData<{ scenario: Plan }>(key)?.scenario ?? (await ask(OnePlan, variables, values.lang)).scenario
        if (!now) return undefined
        const based = { ...input, scenario: id, version: now.version }
        const { done } = await ask(document, { input: based, scope: variables.scope, rules: variables.rules } as unknown as V, values.lang)
        if (done) show(done.scenario)
        setTrouble(undefined)
        return done ?? undefined
      } catch (error) {
        setTrouble({ error, again: () => void reread().then(() => send(document, input)) })
        return undefined
      } finally {
        setBusy((n) => n - 1)
      }
    })
    queue.current = sent.then(() => undefined)
    return sent
  }
  const reread = async () => {
    setTrouble(undefined)
    await client.refetchQueries({ queryKey: key })
  }
  /** Reads the plan anew where it is another than the one seen, once what was sent before is answered. */
  const overtaken = (is: { version: number; stale: boolean }) => {
    queue.current = queue.current.then(async () => {
      const seen = client.getQueryData<{ scenario: Plan }>(key)?.scenario
      if (!seen || (is.version <= seen.version && is.stale === seen.stale)) return
      await reread()
      if (is.version > seen.version) setOthers(is.version)
    })
  }
  useFollow(PlanMoved, { id }, { next: ({ scenario }) => overtaken(scenario), missed: () => void client.invalidateQueries() })
  const edit = (change: Change) => send(EditPlan, { change: 'do' in change ? { do: { effective: lastDay(result.data?.scenario), ...change.do } } : change })
  return { id, values, scope: variables.scope, rules: variables.rules, scoped: scope, result, plan: result.data?.scenario, trouble, others, busy: busy > 0, reread, edit, send }
}
