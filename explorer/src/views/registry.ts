import { type ComponentType, lazy } from 'react'
import type { Texts } from '../i18n/zh'

/** A view: one folder, one line here. Its title is the text `<id>.title`. */
export type View = { id: keyof { [K in keyof Texts as Texts[K] extends { title: string } ? K : never]: 1 }; path: string; component: ComponentType }

export const views: View[] = [
  { id: 'overview', path: '/', component: lazy(() => import('./overview/Overview')) },
  { id: 'overlaps', path: '/overlaps', component: lazy(() => import('./overlaps/Overlaps')) },
]
