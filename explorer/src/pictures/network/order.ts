// The order of things in layers that makes few ties cross: the barycentre method of Sugiyama, Tagawa and Toda (1981).

export type Layer = { key: string; block: string }[]
type Ends = { from: string; to: string }

const sweeps = 12

/** The layers put in order, things of one block side by side. Nothing is left to chance: the same layers give the same order. */
export function inOrder(layers: Layer[], ties: Ends[]): Layer[] {
  const meets = neighbours(ties)
  let now = layers.map(byBlock)
  let best = now
  let fewest = crossings(now, ties)
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    const places = placesOf(now)
    now = now.map((layer, i) => (i % 2 === sweep % 2 ? arranged(layer, meets, places) : layer))
    const n = crossings(now, ties)
    if (n < fewest) [best, fewest] = [now, n]
  }
  return best
}

function neighbours(ties: Ends[]): Map<string, string[]> {
  const meets = new Map<string, string[]>()
  const meet = (a: string, b: string) => void (meets.get(a)?.push(b) ?? meets.set(a, [b]))
  for (const { from, to } of ties) (meet(from, to), meet(to, from))
  return meets
}

/** Where each thing stands along its layer, from 0 to 1. */
export const placesOf = (layers: Layer[]) => new Map(layers.flatMap((layer) => layer.map((t, i) => [t.key, (i + 0.5) / layer.length] as const)))

/** Things of a block side by side, blocks in the order in which they first occur. */
function byBlock(layer: Layer): Layer {
  const first = new Map<string, number>()
  for (const { block } of layer) if (!first.has(block)) first.set(block, first.size)
  return [...layer].sort((a, b) => first.get(a.block)! - first.get(b.block)!)
}

function arranged(layer: Layer, meets: Map<string, string[]>, places: Map<string, number>): Layer {
  const own = new Set(layer.map((t) => t.key))
  const middle = (key: string) => {
    const at = (meets.get(key) ?? []).filter((k) => !own.has(k)).map((k) => places.get(k)).filter((p) => p !== undefined)
    return at.length ? mean(at) : places.get(key)!
  }
  const middles = new Map(layer.map((t) => [t.key, middle(t.key)]))
  const blocks = new Map<string, number>()
  for (const { block } of layer) if (!blocks.has(block)) blocks.set(block, mean(layer.filter((t) => t.block === block).map((t) => middles.get(t.key)!)))
  return [...layer].sort((a, b) => blocks.get(a.block)! - blocks.get(b.block)! || compare(a.block, b.block) || middles.get(a.key)! - middles.get(b.key)! || places.get(a.key)! - places.get(b.key)!)
}

const mean = (of: number[]) => of.reduce((a, b) => a + b, 0) / of.length
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** How often ties cross that run between the same two layers. */
export function crossings(layers: Layer[], ties: Ends[]): number {
  const at = new Map(layers.flatMap((layer, l) => layer.map((t, i) => [t.key, { l, i }] as const)))
  const between = new Map<string, [number, number][]>()
  for (const { from, to } of ties) {
    const [a, b] = [at.get(from), at.get(to)].sort((x, y) => (x?.l ?? 0) - (y?.l ?? 0))
    if (!a || !b || a.l === b.l) continue
    const pair = `${a.l} ${b.l}`
    const known = between.get(pair)
    if (known) known.push([a.i, b.i])
    else between.set(pair, [[a.i, b.i]])
  }
  return [...between.values()].reduce((n, pairs) => n + inversions(pairs), 0)
}

function inversions(pairs: [number, number][]): number {
  const ends = pairs.sort((p, q) => p[0] - q[0] || p[1] - q[1]).map((p) => p[1])
  const seen: number[] = [] // a Fenwick tree of how many ended at or before a place
  const size = Math.max(...ends) + 1
  let crossed = 0
  ends.forEach((end, n) => {
    let before = 0
    for (let i = end + 1; i > 0; i -= i & -i) before += seen[i] ?? 0
    crossed += n - before
    for (let i = end + 1; i <= size; i += i & -i) seen[i] = (seen[i] ?? 0) + 1
  })
  return crossed
}
