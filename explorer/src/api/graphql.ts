import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './schema'

/** Operations are typed by ../schema.graphqls: a field that is not there does not compile. */
export const graphql = initGraphQLTada<{ introspection: introspection; scalars: { ID: string; Time: string; JSON: unknown } }>()
export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada'
export { readFragment } from 'gql.tada'
