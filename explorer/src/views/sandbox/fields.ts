import { choice, list, text, whole } from '../../address/codec'

/** What the sandbox's address has: the plan, its tab, what is held against it, and what is compared. */
export const fields = {
  plan: text(),
  tab: choice('groups', 'ladder', 'leaders', 'cycle'),
  with: list(),
  states: list<State>(),
  allow: list<Leave>(),
  presets: list(),
  most: whole(0),
  measure: choice('objective', 'structure'),
  proposal: text(),
}
export type Tab = 'groups' | 'ladder' | 'leaders' | 'cycle'
export const tabs: Tab[] = ['groups', 'ladder', 'leaders', 'cycle']

export type State = 'DRAFT' | 'SUBMITTED' | 'APPROVED' | 'APPLIED' | 'REJECTED' | 'WITHDRAWN'
export const states: State[] = ['DRAFT', 'SUBMITTED', 'APPROVED', 'APPLIED', 'REJECTED', 'WITHDRAWN']

/** Mergers that are left out unless the planner lets them in. */
export type Leave = 'mixKinds' | 'mixBranches' | 'mergeMandatory' | 'mergeIntegrating'
export const leaves: Leave[] = ['mixKinds', 'mixBranches', 'mergeMandatory', 'mergeIntegrating']

/** The constraints that an address says; null where it says none, which is how most questions are asked. */
export function rulesOf({ allow, presets, most }: { allow: Leave[]; presets: string[]; most: number }) {
  if (!allow.length && !presets.length && !most) return null
  return { ...Object.fromEntries(allow.map((l) => [l, true])), ...(presets.length && { presets }), ...(most && { maxOrgans: most }) }
}
