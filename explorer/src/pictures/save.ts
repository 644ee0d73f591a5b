import { save } from '../design/save'

// A drawing on the page gets its looks from style sheets, which a file does not have. So a copy is put on a light page of
// its own, out of sight, and what the browser made of the styles is written into its attributes.
const looks = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'fill-opacity', 'stroke-opacity', 'display'] as const
const letters = ['font-size', 'font-weight', 'font-family', 'text-anchor'] as const
// Programs other than browsers take a colour with four numbers for black.
const clear = /^rgba\(0, 0, 0, 0\)$|^transparent$/
const ofThePage = ['class', 'style', 'tabindex', 'role', 'aria-label', 'aria-pressed'] as const

/** The drawing as a file of its own, always light, with its background. */
export function fileOf(picture: SVGSVGElement): string {
  const page = document.createElement('div')
  page.dataset.theme = 'light'
  page.className = 'drawing-board'
  const copy = picture.cloneNode(true) as SVGSVGElement
  page.append(copy)
  document.body.append(page)
  try {
    const parts = [...copy.querySelectorAll<SVGElement>('*')]
    parts.forEach(settle)
    for (const part of [copy, ...parts]) for (const name of ofThePage) part.removeAttribute(name) // when no look depends on them any more
    const [, , width, height] = (copy.getAttribute('viewBox') ?? '0 0 1000 600').split(' ')
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
    copy.setAttribute('width', width!)
    copy.setAttribute('height', height!)
    const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
    for (const [name, value] of [['width', width!], ['height', height!], ['fill', '#ffffff']] as const) ground.setAttribute(name, value)
    copy.prepend(ground)
    return new XMLSerializer().serializeToString(copy)
  } finally {
    page.remove()
  }
}

function settle(part: SVGElement) {
  if (part instanceof SVGTitleElement) return
  const seen = getComputedStyle(part)
  for (const look of part instanceof SVGTextContentElement ? [...looks, ...letters] : looks) part.setAttribute(look, seen.getPropertyValue(look).replace(clear, 'none'))
}

export const saveSVG = (name: string, picture: SVGSVGElement) => save(`${name}.svg`, fileOf(picture), 'image/svg+xml')

/** The same as pixels, twice as fine as on the page. */
export async function savePNG(name: string, picture: SVGSVGElement) {
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([fileOf(picture)], { type: 'image/svg+xml' }))
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * 2
  canvas.height = image.naturalHeight * 2
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(image.src)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob) save(`${name}.png`, blob, 'image/png')
}
