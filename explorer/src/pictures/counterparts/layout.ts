// Where everything stands in the 对口 picture: two columns of bars joined by ribbons. Pure arithmetic, in picture units.

/** One end of a ribbon: an organ on the left, or a department on the right. */
export type End = { key: string; name: string; note: string }
/** A ribbon, as thick as its weight. */
export type Link = { left: string; right: string; weight: number }

export type Bar<E> = { of: E; y: number; height: number; lines: string[] }
export type Ribbon<L> = { of: L; from: number; to: number; thickness: number }
export type Layout<E, L> = { left: Bar<E>[]; right: Bar<E>[]; ribbons: Ribbon<L>[]; height: number }

/** Rows above the columns (the legend, the columns' titles) and below (what is shown). */
export const [head, foot] = [58, 26]
export const bar = 12

/** Columns of a picture of a width, from left to right: names keep their room, ribbons get what is left. */
export const columnsOf = (width: number) => ({ width, leftText: 236, leftBar: 248, rightBar: width - 348, rightText: width - 326, badge: width - 118 })
export type Columns = ReturnType<typeof columnsOf>
/** Below this width ribbons would be too steep to follow; the page scrolls instead. */
export const leastWidth = 760

const [gap, leftLeast, rightLeast, line] = [6, 38, 23, 17]
const nameWidth = { left: 15.5, right: 14.5 }

/** A ribbon's thickness: a relation without a duty in common is thin but visible, and many duties do not fill the page. */
export const thickness = (weight: number) => 6 + 4 * Math.min(weight, 7)

export function layOut<E extends End, L extends Link>(lefts: E[], rights: E[], links: L[]): Layout<E, L> {
  const inOrder = byBarycentre(lefts, rights, links)
  const thick = (key: string, side: 'left' | 'right') => links.filter((l) => l[side] === key).reduce((n, l) => n + thickness(l.weight), 0)
  const size = (e: E, side: 'left' | 'right') => Math.max(thick(e.key, side), 14)
  const slot = (e: E, side: 'left' | 'right') => {
    const lines = wrap(e.name, nameWidth[side])
    const text = lines.length * line + (side === 'left' && e.note ? line : 0)
    return { of: e, lines, height: size(e, side), room: Math.max(text + 2, size(e, side), side === 'left' ? leftLeast : rightLeast) }
  }
  const [l, r] = [lefts.map((e) => slot(e, 'left')), inOrder.map((e) => slot(e, 'right'))]
  const inner = Math.max(total(l), total(r))
  const [left, right] = [place(l, inner), place(r, inner)]
  return { left, right, ribbons: join(left, right, links), height: head + inner + gap + foot }
}

type Slot<E> = { of: E; lines: string[]; height: number; room: number }

const total = (slots: { room: number }[]) => slots.reduce((n, s) => n + s.room + gap, 0)

/** One below the other; a shorter column is spread over the height of the longer. */
function place<E>(slots: Slot<E>[], inner: number): Bar<E>[] {
  const spare = slots.length ? (inner - total(slots)) / slots.length : 0
  let y = head + gap / 2 + spare / 2
  return slots.map(({ of, lines, height, room }) => {
    const bar = { of, lines, height, y: y + (room - height) / 2 }
    y += room + gap + spare
    return bar
  })
}

/** Ribbons leave a bar in the order in which they arrive, so that those of one bar never cross. */
function join<E extends End, L extends Link>(left: Bar<E>[], right: Bar<E>[], links: L[]): Ribbon<L>[] {
  const [leftAt, rightAt] = [indexOf(left.map((b) => b.of)), indexOf(right.map((b) => b.of))]
  const drawn = links.filter((l) => leftAt.has(l.left) && rightAt.has(l.right))
    .sort((a, b) => leftAt.get(a.left)! - leftAt.get(b.left)! || rightAt.get(a.right)! - rightAt.get(b.right)!)
  const used = new Map<string, number>()
  const port = (bar: Bar<E>, t: number, all: L[], side: 'left' | 'right') => {
    const before = used.get(side + bar.of.key) ?? 0
    used.set(side + bar.of.key, before + t)
    const whole = all.filter((l) => l[side] === bar.of.key).reduce((n, l) => n + thickness(l.weight), 0)
    return bar.y + (bar.height - whole) / 2 + before
  }
  return drawn.map((of) => {
    const t = thickness(of.weight)
    return { of, thickness: t, from: port(left[leftAt.get(of.left)!]!, t, drawn, 'left'), to: port(right[rightAt.get(of.right)!]!, t, drawn, 'right') }
  })
}

const indexOf = (ends: End[]) => new Map(ends.map((e, i) => [e.key, i]))

/** The right column in the order of the middles of what each is joined to, then neighbours exchanged while that uncrosses ribbons. */
export function byBarycentre<E extends End>(lefts: E[], rights: E[], links: Link[]): E[] {
  const at = indexOf(lefts)
  const places = new Map(rights.map((r) => [r.key, links.filter((l) => l.right === r.key && at.has(l.left)).map((l) => at.get(l.left)!).sort((a, b) => a - b)]))
  const middle = (e: E) => {
    const p = places.get(e.key)!
    return p.length ? p.reduce((a, b) => a + b, 0) / p.length : lefts.length
  }
  const order = [...rights].sort((a, b) => middle(a) - middle(b))
  for (let changed = true, rounds = 0; changed && rounds < rights.length; rounds++) {
    changed = false
    for (let i = 0; i + 1 < order.length; i++) {
      const [above, below] = [places.get(order[i]!.key)!, places.get(order[i + 1]!.key)!]
      if (crossings(below, above) >= crossings(above, below)) continue
      ;[order[i], order[i + 1]] = [order[i + 1]!, order[i]!]
      changed = true
    }
  }
  return order
}

/** How often ribbons cross that arrive at two neighbours. */
const crossings = (above: number[], below: number[]) => above.reduce((n, a) => n + below.filter((b) => b < a).length, 0)

/** The ribbon's outline. */
export function outline({ from, to, thickness: t }: Ribbon<unknown>, { leftBar, rightBar }: Columns): string {
  const [x0, x1] = [leftBar + bar, rightBar]
  const mid = (x0 + x1) / 2
  return `M${x0} ${from}C${mid} ${from} ${mid} ${to} ${x1} ${to}v${t}C${mid} ${to + t} ${mid} ${from + t} ${x0} ${from + t}z`
}

/** The line along the ribbon's middle, for relations that do not count. */
export function middle({ from, to, thickness: t }: Ribbon<unknown>, { leftBar, rightBar }: Columns): string {
  const [x0, x1] = [leftBar + bar, rightBar]
  const mid = (x0 + x1) / 2
  return `M${x0} ${from + t / 2}C${mid} ${from + t / 2} ${mid} ${to + t / 2} ${x1} ${to + t / 2}`
}

/** A name in at most two lines of a width in Chinese characters; a Latin letter takes about half of one. */
export function wrap(name: string, width: number): string[] {
  if (size(name) <= width) return [name]
  const parts = name.match(/[\u0021-\u1fff]+\s*|\s+|[^\u0021-\u1fff\s]/gu) ?? [name]
  const lines = ['', '']
  let i = 0
  for (const p of parts) {
    if (i === 0 && size(lines[0] + p.trimEnd()) > width) i = 1
    lines[i] += p
  }
  let [first, second] = [lines[0]!.trim(), lines[1]!.trim()]
  if (size(second) > width) {
    while (second && size(second) > width - 1) second = second.slice(0, -1)
    second += '…'
  }
  return first ? [first, second] : [second]
}

/** A text's width in Chinese characters. */
export const size = (s: string) => [...s].reduce((n, c) => n + (c.codePointAt(0)! < 0x2000 ? 0.55 : 1), 0)
