import { type ComponentType, lazy } from 'react'
import type { Texts } from '../i18n/zh'

/** A view: one folder, one line here. Its title is the text `<id>.title`. */
export type View = { id: keyof { [K in keyof Texts as Texts[K] extends { title: string } ? K : never]: 1 }; path: string; component: ComponentType }

export const views: View[] = [
  { id: 'overview', path: '/', component: lazy(() => import('./overview/Overview')) },
  { id: 'overlaps', path: '/overlaps', component: lazy(() => import('./overlaps/Overlaps')) },
  { id: 'matrix', path: '/matrix', component: lazy(() => import('./matrix/Matrix')) },
  { id: 'network', path: '/network', component: lazy(() => import('./network/Network')) },
  { id: 'proposals', path: '/proposals', component: lazy(() => import('./proposals/Proposals')) },
  { id: 'sandbox', path: '/sandbox', component: lazy(() => import('./sandbox/Sandbox')) },
  { id: 'organs', path: '/organs', component: lazy(() => import('./organs/Organs')) },
  { id: 'departments', path: '/departments', component: lazy(() => import('./departments/Departments')) },
  { id: 'leaders', path: '/leaders', component: lazy(() => import('./leaders/Leaders')) },
  { id: 'duties', path: '/duties', component: lazy(() => import('./duties/Duties')) },
  { id: 'history', path: '/history', component: lazy(() => import('./history/History')) },
  { id: 'import', path: '/import', component: lazy(() => import('./import/Import')) },
  { id: 'questions', path: '/questions', component: lazy(() => import('./questions/Questions')) },
]
