import { choice, flag, list, text, whole } from '../../address/codec'
import { useValues } from '../../address/address'
import type { Relation } from '../../pictures/network/graph'

/**
 * What is drawn: single things (`seeds`), things opened by a relation (`open`, see shown.ts) in the order of opening, the
 * relations hidden, the layout, the thing selected (`pick`), and a way from one thing to another. The township of every
 * view's address is drawn as a whole; `whole` is the county on one picture,
 * with the things of one kind `listed` beside it.
 */
const fields = {
  seeds: list(), open: list(), hide: list<Relation>(), layout: choice('layered', 'force', 'ring'), pick: text(), from: text(), to: text(), way: whole(0), via: flag(),
  whole: flag(), size: choice('full', 'fit'), rows: choice('things', 'ties'), listed: choice('TOWNSHIP', 'DEPARTMENT', 'ORGAN', 'LEADER', 'DUTY'),
}

export const useNetworkAddress = () => useValues(fields)
export type Address = ReturnType<typeof useNetworkAddress>[0]
export type ChangeAddress = ReturnType<typeof useNetworkAddress>[1]

/** With a thing in or out. */
export const toggled = <T extends string>(of: T[], one: T) => (of.includes(one) ? of.filter((x) => x !== one) : [...of, one])
