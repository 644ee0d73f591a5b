import { save } from '../design/save'

// A drawing on the page gets its looks from style sheets, which a file does not have. So a copy is put on a light page of
// its own, out of sight, and what the browser made of the styles is written into its attributes.
const looks = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'fill-opacity', 'font-size', 'font-weight', 'font-family', 'text-anchor', 'display'] as const

/** The drawing as a file of its own, always light, with its background. */
export function fileOf(picture: SVGSVGElement): string {
  const page = document.createElement('div')
  page.dataset.theme = 'light'
  page.className = 'drawing-board'
  const copy = picture.cloneNode(true) as SVGSVGElement
  page.append(copy)
  document.body.append(page)
  try {
    for (const part of copy.querySelectorAll<SVGElement>('*')) settle(part)
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
  const seen = getComputedStyle(part)
  for (const look of looks) part.setAttribute(look, seen.getPropertyValue(look))
  for (const name of ['class', 'style', 'tabindex', 'role', 'aria-label', 'aria-pressed']) part.removeAttribute(name)
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
