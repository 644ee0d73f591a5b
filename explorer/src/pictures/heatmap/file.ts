import { save } from '../../design/save'
import { shapes } from '../../design/Severity'
import { drawGrid } from './draw'
import type { Grid, Tone } from './grid'
import type { Sign } from './Legend'
import { extent, type Geometry } from './layout'
import { looksOfFile, type Looks } from './looks'
import { roomForNames } from './names'
import { canvasPen, type Pen, svgPen } from './pen'
import { lengthOf } from './upright'

/** What stands above the picture in a file. */
export type Caption = { title: string; severities: [Tone, string][]; signs: Sign[] }

const top = 64
const margin = 14
// A cell of a file: many columns are narrow, or the file would be too wide to print.
const cell = (columns: number) => ({ width: columns > 60 ? 26 : 40, height: 28 })
// Browsers refuse larger canvases, and old machines run out of memory before.
const mostPixels = 48e6
const longest = 16_000

/** The whole grid on a page of its own, always light. */
function drawFile(pen: Pen, grid: Grid, g: Geometry, caption: Caption, looks: Looks) {
  const { width, height } = extent(g)
  pen.box(0, 0, width + 2 * margin, height + top + margin, looks.ground)
  drawCaption(pen, caption, looks)
  drawGrid(moved(pen, margin, top), grid, g, { left: 0, top: 0, width, height }, looks)
}

/** The title, and below it what colours, shapes and signs mean. */
function drawCaption(pen: Pen, { title, severities, signs }: Caption, looks: Looks) {
  pen.words(title, margin, 22, { size: 17, bold: true, fill: looks.ink })
  let x = margin
  const name = (text: string) => {
    pen.words(text, x + 22, 46.5, { size: 13, fill: looks.soft })
    x += 22 + lengthOf(text) * 13.5 + 18
  }
  for (const [tone, text] of severities) {
    pen.box(x, 38, 16, 16, looks.fill[tone])
    if (tone !== 'NONE') pen.shape(shapes[tone], x + 4, 42, 8, looks.on[tone])
    name(text)
  }
  for (const { mark, means, main } of signs) {
    pen.box(x, 38, 16, 16, main ? looks.fill.NONE : looks.tint.NONE)
    pen.frame(x, 38, 16, 16, looks.fill.NONE, 2)
    pen.words(mark, x + 8, 46.5, { size: 11, bold: true, fill: main ? looks.on.NONE : looks.deep.NONE, align: 'center' })
    name(means)
  }
}

/** A pen whose zero is elsewhere. */
const moved = (pen: Pen, dx: number, dy: number): Pen => ({
  box: (x, y, ...rest) => pen.box(x + dx, y + dy, ...rest),
  frame: (x, y, ...rest) => pen.frame(x + dx, y + dy, ...rest),
  shape: (path, x, y, ...rest) => pen.shape(path, x + dx, y + dy, ...rest),
  words: (text, x, y, ...rest) => pen.words(text, x + dx, y + dy, ...rest),
  within: (x, y, ...rest) => pen.within(x + dx, y + dy, ...rest),
})

function pageOf(grid: Grid) {
  const names = roomForNames(grid, { width: 1000, height: 600 })
  const g = { rows: grid.rows.length, columns: grid.columns.length, ...cell(grid.columns.length), ...names }
  const { width, height } = extent(g)
  return { g, width: Math.max(width + 2 * margin, 720), height: height + top + margin }
}

/** The grid alone, every row and column of it, to be printed below the page's own title. */
export function drawingOf(grid: Grid): string {
  const { g } = pageOf(grid)
  const { width, height } = extent(g)
  const looks = looksOfFile()
  const pen = svgPen(width, height, looks.family)
  drawGrid(pen, grid, g, { left: 0, top: 0, width, height }, looks)
  return pen.text()
}

export function saveSVG(name: string, grid: Grid, caption: Caption) {
  const { g, width, height } = pageOf(grid)
  const looks = looksOfFile()
  const pen = svgPen(width, height, looks.family)
  pen.box(0, 0, width, height, looks.ground)
  drawFile(pen, grid, g, caption, looks)
  save(`${name}.svg`, pen.text(), 'image/svg+xml')
}

export function savePNG(name: string, grid: Grid, caption: Caption) {
  const { g, width, height } = pageOf(grid)
  const fine = Math.min(2, Math.sqrt(mostPixels / (width * height)), longest / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(width * fine)
  canvas.height = Math.floor(height * fine)
  const context = canvas.getContext('2d')!
  context.scale(fine, fine)
  const looks = looksOfFile()
  const pen = canvasPen(context, looks.family)
  pen.box(0, 0, width, height, looks.ground)
  drawFile(pen, grid, g, caption, looks)
  return new Promise<void>((resolve) => canvas.toBlob((blob) => {
    if (blob) save(`${name}.png`, blob, 'image/png')
    resolve()
  }, 'image/png'))
}
