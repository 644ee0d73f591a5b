// What a heat map is drawn with. One set of strokes draws on the page (canvas) and into a file (SVG).

export type Font = { size: number; bold?: boolean; fill: string; align?: 'start' | 'center' | 'end' }

export interface Pen {
  /** A filled rectangle. */
  box(x: number, y: number, width: number, height: number, fill: string): void
  /** The outline of a rectangle. */
  frame(x: number, y: number, width: number, height: number, stroke: string, thickness: number): void
  /** A path drawn in a square of 12, at a place and a size. */
  shape(path: string, x: number, y: number, size: number, fill: string): void
  /** Words with their middle at a height; turned ones run downwards from the place. */
  words(text: string, x: number, y: number, font: Font, turned?: boolean): void
  /** Draws only within a rectangle. */
  within(x: number, y: number, width: number, height: number, draw: () => void): void
}

export function canvasPen(context: CanvasRenderingContext2D, family: string): Pen {
  const shapes = new Map<string, Path2D>()
  const shapeOf = (path: string) => {
    let shape = shapes.get(path)
    if (!shape) shapes.set(path, (shape = new Path2D(path)))
    return shape
  }
  let last = ''
  const set = ({ size, bold, fill, align = 'start' }: Font) => {
    const font = `${bold ? '600 ' : ''}${size}px ${family}`
    if (font !== last) context.font = last = font
    context.fillStyle = fill
    context.textAlign = align
    context.textBaseline = 'middle'
  }
  return {
    box: (x, y, width, height, fill) => {
      context.fillStyle = fill
      context.fillRect(x, y, width, height)
    },
    frame: (x, y, width, height, stroke, thickness) => {
      context.strokeStyle = stroke
      context.lineWidth = thickness
      context.strokeRect(x + thickness / 2, y + thickness / 2, width - thickness, height - thickness)
    },
    shape: (path, x, y, size, fill) => {
      context.save()
      context.translate(x, y)
      context.scale(size / 12, size / 12)
      context.fillStyle = fill
      context.fill(shapeOf(path))
      context.restore()
    },
    words: (text, x, y, font, turned) => {
      set(font)
      if (!turned) return context.fillText(text, x, y)
      context.save()
      context.translate(x, y)
      context.rotate(Math.PI / 2)
      context.fillText(text, 0, 0)
      context.restore()
    },
    within: (x, y, width, height, draw) => {
      context.save()
      context.beginPath()
      context.rect(x, y, width, height)
      context.clip()
      draw()
      context.restore()
      last = '' // the font was restored too
    },
  }
}

/** Writes SVG that stands alone: everything in attributes. `text` gives the file. */
export function svgPen(width: number, height: number, family: string): Pen & { text: () => string } {
  const parts: string[] = []
  let clips = 0
  const anchors = { start: 'start', center: 'middle', end: 'end' }
  return {
    box: (x, y, w, h, fill) => void parts.push(`<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" ${paint('fill', fill)}/>`),
    frame: (x, y, w, h, stroke, thickness) =>
      void parts.push(`<rect x="${round(x + thickness / 2)}" y="${round(y + thickness / 2)}" width="${round(w - thickness)}" height="${round(h - thickness)}" fill="none" ${paint('stroke', stroke)} stroke-width="${thickness}"/>`),
    shape: (path, x, y, size, fill) => void parts.push(`<path d="${path}" transform="translate(${round(x)} ${round(y)}) scale(${round(size / 12)})" ${paint('fill', fill)}/>`),
    words: (text, x, y, { size, bold, fill, align = 'start' }, turned) =>
      void parts.push(`<text ${turned ? `transform="translate(${round(x)} ${round(y)}) rotate(90)" x="0" y="${round(size * 0.36)}"` : `x="${round(x)}" y="${round(y + size * 0.36)}"`} font-size="${size}"${bold ? ' font-weight="600"' : ''} ${paint('fill', fill)} text-anchor="${anchors[align]}">${escaped(text)}</text>`),
    within: (x, y, w, h, draw) => {
      const id = `within${++clips}`
      parts.push(`<clipPath id="${id}"><rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}"/></clipPath><g clip-path="url(#${id})">`)
      draw()
      parts.push('</g>')
    },
    text: () => `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" font-family="${escaped(family)}">${parts.join('')}</svg>`,
  }
}

const round = (n: number) => Math.round(n * 100) / 100
const paint = (name: string, colour: string) => `${name}="${escaped(colour)}"`
const escaped = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
