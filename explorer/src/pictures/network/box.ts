import { wrap } from '../counterparts/layout'
import type { Kind } from './graph'

// Sizes of things in a picture, in CSS pixels: pictures are drawn at their own size, so that text never shrinks.

/** How a thing stands: a column is written downwards as on Chinese charts of organs, a row as usual, a spoke away from a middle. */
export type Form = 'column' | 'row' | 'spoke'
/** Where a thing is drawn: the middle and size of its box, and its name in lines. `turn` in degrees, of a spoke. */
export type Spot = { key: string; kind: Kind; x: number; y: number; width: number; height: number; form: Form; lines: string[]; turn?: number }
export type Size = Omit<Spot, 'x' | 'y'>

export const font = { size: 13, line: 17, pitch: 15 }
/** Room at the end of a box for how many more there are. */
export const restRoom = 16
const restAside = 26
const longestColumn = 9

type Named = { key: string; kind: Kind; name: string }

export function columnOf({ key, kind, name }: Named): Size {
  const lines = columnsOf(name)
  const longest = Math.max(...lines.map((l) => lengthOf(l) * font.pitch))
  return { key, kind, form: 'column', lines, width: lines.length === 1 ? 26 : 40, height: longest + 14 + restRoom }
}

export function rowOf({ key, kind, name }: Named, longest = 13): Size {
  const lines = wrap(name, longest)
  const width = Math.max(...lines.map(widthOf)) + 20 + restAside
  return { key, kind, form: 'row', lines, width: Math.max(width, 60), height: lines.length * font.line + 10 }
}

/** A name in one or two columns, broken at a 、 or space where that helps. */
export function columnsOf(name: string): string[] {
  if (isLatin(name)) return wrap(name, longestColumn + 2)
  const signs = [...name]
  if (signs.length <= longestColumn) return [name]
  const at = signs.findIndex((c, i) => /[、，\s]/.test(c) && i > 1 && i <= longestColumn && signs.length - i - 1 <= longestColumn)
  if (at > 0) return [signs.slice(0, at + 1).join('').trim(), signs.slice(at + 1).join('')]
  const half = Math.min(longestColumn, Math.ceil(signs.length / 2))
  const second = signs.slice(half)
  return [signs.slice(0, half).join(''), second.length > longestColumn ? `${second.slice(0, longestColumn - 1).join('')}…` : second.join('')]
}

/** Names in letters are turned on their side in a column, as type is. */
export const isLatin = (name: string) => /^[\u0000-\u024f\u2010-\u2026]*$/.test(name)

const lengthOf = (line: string) => (isLatin(line) ? widthOf(line) / font.pitch : [...line].length)

/** The width of a line of text: a letter takes about 0.6 of a Chinese sign. */
export const widthOf = (line: string) => [...line].reduce((n, c) => n + (c.codePointAt(0)! < 0x2000 ? 0.6 : 1), 0) * font.size
