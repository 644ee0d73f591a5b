import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { choice, type Fields, list, readAll, text, type Values, writeSome } from './codec'

// What every view's address has: the county, its version (r5, 2022-12-31, s:ID; empty is the head), the bases, the
// township that the question is narrowed to, and the language.
export const shared = { county: text(), at: text(), basis: list<Basis>(), township: text(), lang: choice('zh', 'en') }
export type Basis = 'DOCUMENT' | 'INFERRED' | 'ILLUSTRATIVE'
/** What a link changes of the address it stands at: shared values, and a view's own as texts. */
export type Change = { [name: string]: string | Basis[] | undefined }
export type Shared = Values<typeof shared>

const moved = 'tiaokuai:moved'

function subscribe(heard: () => void) {
  addEventListener('popstate', heard)
  addEventListener(moved, heard)
  return () => {
    removeEventListener('popstate', heard)
    removeEventListener(moved, heard)
  }
}

/** Goes to an address; replace leaves no step behind for "back", as while a slider is dragged. */
export function go(to: string, replace = false) {
  if (to === location.pathname + location.search) return
  history[replace ? 'replaceState' : 'pushState'](null, '', to)
  dispatchEvent(new Event(moved))
}

export const useAddress = () => {
  const where = useSyncExternalStore(subscribe, () => location.pathname + location.search)
  return useMemo(() => {
    const url = new URL(where, location.origin)
    return { path: url.pathname, query: url.searchParams }
  }, [where])
}

const join = (path: string, query: URLSearchParams) => (query.toString() ? `${path}?${query}` : path)

/** The address of a view with some values changed. What belongs to every view is kept, what belongs to another is not. */
export function addressOf(path: string, query: URLSearchParams, change: Change = {}): string {
  const kept = writeSome(shared, new URLSearchParams(), { ...readAll(shared, query), ...change })
  for (const [name, value] of Object.entries(change)) if (!(name in shared) && typeof value === 'string' && value) kept.set(name, value)
  return join(path, kept)
}

/** A view's own values with the shared ones, and the way to change them. */
export function useValues<F extends Fields>(fields: F) {
  const { path, query } = useAddress()
  const all = useMemo(() => ({ ...shared, ...fields }), [fields])
  const values = useMemo(() => readAll(all, query) as Values<F> & Shared, [all, query])
  const change = useCallback(
    (some: Partial<Values<F> & Shared>, replace = false) => {
      const next = writeSome(all, new URLSearchParams(location.search), some as Partial<Values<typeof all>>)
      go(join(path, next), replace)
    },
    [all, path],
  )
  return [values, change] as const
}

const none = {}
export const useShared = () => useValues(none)
