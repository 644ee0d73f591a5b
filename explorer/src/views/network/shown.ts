import { type Kind, kinds, type Network, otherEnd, type Relation, type Thing, type Tie } from '../../pictures/network/graph'

/** At most so many things are drawn: more can't be read, nor drawn at once. */
export const budget = 300

/** What the address asks for: a township as a whole, single things, and things opened by a relation, in the order of asking. */
export type Wish = { township: string; seeds: string[]; opened: string[]; hidden: readonly Relation[]; path: string[] }

export type Shown = { things: Thing[]; ties: Tie[]; keys: Set<string>; leftOut: { kind: Kind; count: number }[] }

/** "This thing, opened by this relation" as one text, and back. */
export const opening = (key: string, relation: Relation) => `${relation}~${key}`
export const readOpening = (text: string) => {
  const cut = text.indexOf('~')
  return { relation: text.slice(0, cut) as Relation, key: text.slice(cut + 1) }
}

/**
 * The part of a network that is drawn: the path, the single things, the township (its organs, the departments they face
 * and its leaders), then what each opened thing is joined to. What is over the budget is counted, and every tie between
 * two things drawn is drawn, unless its relation is hidden.
 */
export function shownOf(network: Network, { township, seeds, opened, hidden, path }: Wish, most = budget): Shown {
  const inside = new Map<string, Thing>()
  const outside = new Map<string, Thing>()
  const add = (t: Thing | undefined) => {
    if (!t || inside.has(t.key)) return
    if (inside.size < most) inside.set(t.key, t)
    else outside.set(t.key, t)
  }
  for (const key of [...path, ...seeds]) add(network.things.get(key))
  for (const t of blockOf(network, township, hidden)) add(t)
  for (const { relation, key } of opened.map(readOpening)) {
    if (inside.has(key) && !hidden.includes(relation)) for (const t of network.around(key, relation)) add(t)
  }
  const things = [...inside.values()]
  const keys = new Set(inside.keys())
  return { things, keys, ties: among(network, keys, hidden), leftOut: countKinds([...outside.values()]) }
}

/** A township's own picture, without itself: it is the frame. */
function blockOf(network: Network, township: string, hidden: readonly Relation[]): Thing[] {
  if (!township) return []
  const organs = network.around(township, 'ESTABLISHES')
  const faced = hidden.includes('COUNTERPART') ? [] : organs.flatMap((o) => network.around(o.key, 'COUNTERPART'))
  const leaders = hidden.includes('CHARGE') ? [] : network.around(township, 'SERVES')
  return [...organs, ...faced, ...leaders]
}

function among(network: Network, keys: Set<string>, hidden: readonly Relation[]): Tie[] {
  const out: Tie[] = []
  for (const key of keys) for (const t of network.tiesOf(key)) if (t.from === key && keys.has(t.to) && !hidden.includes(t.relation)) out.push(t)
  return out
}

const countKinds = (things: Thing[]) =>
  kinds.map((kind) => ({ kind, count: things.filter((t) => t.kind === kind).length })).filter((c) => c.count > 0)

/** How many things a thing is joined to by each relation, and how many of them are drawn. */
export function reachOf(network: Network, key: string, drawn: Set<string>): { relation: Relation; total: number; drawn: number }[] {
  const counts = new Map<Relation, { total: number; drawn: number }>()
  for (const t of network.tiesOf(key)) {
    const c = counts.get(t.relation) ?? { total: 0, drawn: 0 }
    counts.set(t.relation, c)
    c.total++
    if (drawn.has(otherEnd(t, key))) c.drawn++
  }
  return [...counts].map(([relation, c]) => ({ relation, ...c }))
}

/** How many neighbours of each drawn thing are not drawn. Its own township does not count, it is said by name. */
export function restOf(network: Network, { keys }: Shown): Map<string, number> {
  const rest = new Map<string, number>()
  for (const key of keys) {
    const away = new Set(network.tiesOf(key).filter((t) => t.relation !== 'SERVES' && t.relation !== 'ESTABLISHES').map((t) => otherEnd(t, key)).filter((k) => !keys.has(k)))
    if (away.size) rest.set(key, away.size)
  }
  return rest
}
