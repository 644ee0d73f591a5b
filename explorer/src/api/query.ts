import { textOf } from './client'
import type { Asked } from './hooks'

/** The address of GraphiQL with a question in it, ready to run. It stands in the hash, which no server sees. */
export function queryAddress({ document, variables }: Asked): string {
  const hash = new URLSearchParams({ query: textOf(document), variables: JSON.stringify(variables, null, 2) })
  return `/graphiql/#${hash}`
}
