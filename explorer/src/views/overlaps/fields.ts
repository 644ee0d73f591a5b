import { choice, list, text } from '../../address/codec'
import { useValues } from '../../address/address'
import type { VariablesOf } from '../../api/graphql'
import type { OverlapList } from './questions'

type Filter = NonNullable<VariablesOf<typeof OverlapList>['filter']>
type Of<K extends keyof Filter> = NonNullable<Filter[K]>[number & keyof NonNullable<Filter[K]>]

/** What the address says of this view: the filters, the one overlap looked at (by fingerprint), and the picture's focus. */
export const fields = {
  tab: choice('list', 'picture', 'cases'), kinds: list<Of<'kinds'> & string>(), severities: list<Of<'severities'> & string>(), cases: list<Of<'cases'> & string>(), townships: list(),
  subject: text(), participant: text(), order: choice('COST', 'KIND', 'TOWNSHIP'), overlap: text(), focus: text(), every: choice('BUSINESS', 'ALL'),
}

export const useOverlapValues = () => useValues(fields)
export type OverlapValues = ReturnType<typeof useOverlapValues>[0]

type Group = 'kinds' | 'severities' | 'cases' | 'townships'

/** The list's filter; without one group it is the filter by which that group's counts are taken. */
export function filterOf(v: OverlapValues, without?: Group): Filter {
  const some = <K extends Group>(group: K) => (group !== without && v[group].length ? v[group] : null)
  return {
    kinds: some('kinds'), severities: some('severities'), cases: some('cases'), townships: v.township ? [v.township] : some('townships'),
    subject: v.subject || null, participant: v.participant || null,
  }
}
