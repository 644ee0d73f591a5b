import { columnOf, rowOf, type Size, type Spot } from './box'
import { type Kind, kinds, type Thing, type Tie } from './graph'
import { inOrder } from './order'

/** A layer of the picture: its kind stands at its top left. */
export type Band = { kind: Kind; y: number; height: number; count: number }
/** Things of one block of a layer, with its name above them. */
export type Frame = { block: string; x: number; y: number; width: number; height: number }
export type Layout = { width: number; height: number; spots: Spot[]; bands: Band[]; frames: Frame[] }

const [margin, title, head, blockGap, spaced] = [10, 22, 20, 14, { least: 4, most: 30 }]

/**
 * 条块 in layers: departments over organs over leaders, duties below, all at full size: a layer wider than the picture
 * takes several rows. Things of one block stand together in a frame where there are several blocks.
 */
export function layered(things: Thing[], ties: Tie[], width: number): Layout {
  const layers = inOrder(kinds.map((kind) => things.filter((t) => t.kind === kind)), ties)
  const framed = new Set(things.filter((t) => t.kind !== 'TOWNSHIP').map((t) => t.block).filter(Boolean)).size > 1
  const out: Layout = { width, height: 0, spots: [], bands: [], frames: [] }
  let y = margin
  for (const layer of layers as Thing[][]) {
    if (!layer.length) continue
    const kind = layer[0]!.kind
    if (out.bands.length) y += roomBetween(ties.length)
    const below = kind === 'DUTY' || kind === 'SECTION' ? grid(layer, y + title, width, out) : rows(layer, y + title, width, framed && kind !== 'TOWNSHIP', out)
    out.bands.push({ kind, y, height: below - y, count: layer.length })
    y = below
  }
  return { ...out, height: y + margin }
}

/** More ties want more room to be told apart. */
const roomBetween = (ties: number) => Math.round(Math.min(48 + ties * 0.4, 120))

/** Boxes written downwards, side by side. Those of one block stay in one row where they fit. */
function rows(layer: Thing[], top: number, width: number, framed: boolean, out: Layout): number {
  const sizes = layer.map((t) => ({ ...columnOf(t), block: framed && t.block ? t.block : '' }))
  const tall = Math.max(...sizes.map((s) => s.height))
  let y = top
  for (const row of broken(sizes, width - 2 * margin)) {
    const above = row.some((s) => s.block) ? head : 0
    const gap = gapOf(row, width - 2 * margin)
    let x = (width - lengthOf(row, gap)) / 2
    row.forEach((s, i) => {
      if (i && row[i - 1]!.block !== s.block) x += blockGap
      const { block, ...size } = s
      out.spots.push({ ...size, height: tall, x: x + s.width / 2, y: y + above + tall / 2 })
      if (block) frame(out, block, x, y, s.width, above + tall, i > 0 && row[i - 1]!.block === block)
      x += s.width + gap
    })
    y += above + tall + 14
  }
  return y - 14
}

type Boxed = Size & { block: string }

const lengthOf = (row: Boxed[], gap: number) => row.reduce((n, s, i) => n + s.width + (i ? gap + (row[i - 1]!.block !== s.block ? blockGap : 0) : 0), 0)

const gapOf = (row: Boxed[], room: number) => Math.max(spaced.least, Math.min(spaced.most, (room - lengthOf(row, 0)) / Math.max(row.length - 1, 1)))

/** Rows of about equal length: as few as there must be. */
function broken(sizes: Boxed[], room: number): Boxed[][] {
  const least = Math.max(1, Math.ceil(lengthOf(sizes, spaced.least) / room))
  for (let n = least; n < sizes.length; n++) {
    const found = intoRows(sizes, Math.min(room, lengthOf(sizes, spaced.least) / n + 60))
    if (found.length <= n) return found
  }
  return intoRows(sizes, room)
}

function intoRows(sizes: Boxed[], room: number): Boxed[][] {
  const found: Boxed[][] = []
  let row: Boxed[] = []
  for (const group of grouped(sizes)) {
    if (row.length && lengthOf([...row, ...group], spaced.least) > room) (found.push(row), (row = []))
    for (const s of group) {
      if (row.length && lengthOf([...row, s], spaced.least) > room) (found.push(row), (row = []))
      row.push(s)
    }
  }
  return row.length ? [...found, row] : found
}

/** What should not be torn apart: the things of a block. */
function grouped(sizes: Boxed[]): Boxed[][] {
  const out: Boxed[][] = []
  for (const s of sizes) {
    const last = out.at(-1)
    if (s.block && last?.[0]!.block === s.block) last.push(s)
    else out.push([s])
  }
  return out
}

function frame(out: Layout, block: string, x: number, y: number, width: number, height: number, goesOn: boolean) {
  const last = out.frames.at(-1)
  if (goesOn && last) last.width = x + width + 5 - last.x
  else out.frames.push({ block, x: x - 5, y: y - 2, width: width + 10, height: height + 7 })
}

/** Boxes with long names, all of one width, filled column by column so that the order is kept from left to right. */
function grid(layer: Thing[], top: number, width: number, out: Layout): number {
  const sizes = layer.map((t) => rowOf(t))
  const [wide, tall] = [Math.max(...sizes.map((s) => s.width)), Math.max(...sizes.map((s) => s.height))]
  const across = Math.max(1, Math.min(sizes.length, Math.floor((width - 2 * margin + 10) / (wide + 10))))
  const down = Math.ceil(sizes.length / across)
  const used = Math.ceil(sizes.length / down)
  const pitch = used > 1 ? Math.min(wide + 28, (width - 2 * margin - wide) / (used - 1)) : 0
  const left = (width - (wide + pitch * (used - 1))) / 2
  sizes.forEach((s, i) => out.spots.push({ ...s, width: wide, height: tall, x: left + wide / 2 + Math.floor(i / down) * pitch, y: top + tall / 2 + (i % down) * (tall + 8) }))
  return top + down * (tall + 8) - 8
}
