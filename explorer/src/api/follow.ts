import type { TadaDocumentNode } from 'gql.tada'
import { createClient } from 'graphql-ws'
import { useEffect, useRef } from 'react'
import { textOf } from './client'

type Heard<T> = {
  /** An event has come. */
  next: (event: T) => void
  /** The connection was broken and is there again, or what was followed is no more: something happened that was not heard. */
  missed: () => void
}

// One socket for all that is followed. Server-sent events would count among the six connections that a browser keeps to a
// host: with a few tabs open nothing else could be asked.
const socket = createClient({
  url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
  lazyCloseTimeout: 3_000,
  shouldRetry: () => true,
  retryAttempts: Infinity,
  retryWait: (tries) => waited(Math.min(1_000 * 2 ** tries, 15_000)),
})

/** A pause of so many milliseconds and up to half as many more, so that not all pages come back in the same moment. */
const waited = (pause: number) => new Promise<void>((done) => setTimeout(done, pause * (1 + Math.random() / 2)))

/** Hears of events, over broken connections too, until what it gives is called. */
function follow<T, V>(document: TadaDocumentNode<T, V>, variables: V, heard: Heard<T>): () => void {
  let ended = false
  let leave = () => {}
  const begin = () => {
    leave = socket.subscribe<T>({ query: textOf(document), variables: variables as Record<string, unknown> }, {
      next: ({ data }) => data && heard.next(data),
      error: (why) => isGone(why) || void waited(5_000).then(() => ended || (begin(), heard.missed())), // cut off for being slow
      complete: () => ended || heard.missed(),
    })
  }
  const quit = socket.on('connected', (_socket, _payload, again) => again && heard.missed())
  begin()
  return () => {
    ended = true
    quit()
    leave()
  }
}

const isGone = (why: unknown) => Array.isArray(why) && why[0]?.extensions?.code === 'NOT_FOUND'

/** Hears of events while a component stands. */
export function useFollow<T, V>(document: TadaDocumentNode<T, V>, variables: V, heard: Heard<T>) {
  const newest = useRef(heard)
  useEffect(() => {
    newest.current = heard
  })
  const asked = JSON.stringify(variables)
  useEffect(() => follow(document, JSON.parse(asked) as V, { next: (e) => newest.current.next(e), missed: () => newest.current.missed() }), [document, asked])
}
