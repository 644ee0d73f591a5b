import type { Tone } from './grid'

/** Colours and the typeface, as the style sheets have them where the picture stands. */
export type Looks = {
  family: string
  ink: string; soft: string; line: string; strong: string; ground: string; raised: string; band: string; focus: string
  fill: Record<Tone, string>; on: Record<Tone, string>; tint: Record<Tone, string>; deep: Record<Tone, string>
}

export function looksAt(element: Element): Looks {
  const style = getComputedStyle(element)
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const byTone = (pattern: (tone: string) => string) => ({ NONE: of(pattern('none')), LOW: of(pattern('low')), MEDIUM: of(pattern('medium')), HIGH: of(pattern('high')) })
  return {
    family: of('font'), ink: of('ink'), soft: of('ink-soft'), line: of('line'), strong: of('line-strong'), ground: of('surface'), raised: of('raised'), band: of('accent-soft'), focus: of('focus'),
    fill: byTone((t) => `heat-${t}`), on: byTone((t) => `heat-${t}-ink`), tint: byTone((t) => (t === 'none' ? 'raised' : `${t}-soft`)), deep: byTone((t) => (t === 'none' ? 'ink-soft' : `${t}-ink`)),
  }
}

/** The looks of a file: always those of the light theme. */
export function looksOfFile(): Looks {
  const page = document.createElement('div')
  page.dataset.theme = 'light'
  page.className = 'heat-page'
  document.body.append(page)
  try {
    return looksAt(page)
  } finally {
    page.remove()
  }
}
