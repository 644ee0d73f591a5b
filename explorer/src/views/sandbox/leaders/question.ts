import { graphql, type ResultOf } from '../../../api/graphql'

export const PortfoliosOf = graphql(`
  query PortfoliosOf($code: String!, $at: VersionInput, $keys: [String!]!, $scope: ScopeInput!) {
    county(code: $code, at: $at) {
      id
      townships(filter: { keys: $keys }, first: 1) {
        nodes {
          id key name
          organs { key name kind }
          leaders { id key name posts charges { role organ { key name kind } } lines { name } }
          overlaps(filter: { kinds: [SPLIT_LEADERSHIP, DOUBLE_LEADERSHIP, LEADER_SPAN, UNLED_ORGAN] }, first: 100) {
            totalCount totalCost facets { kinds { value label count } }
            nodes { id fingerprint kind severity cost explanation participants { __typename key } subject { __typename key } }
          }
        }
      }
      proposals(scope: $scope, kinds: [REASSIGN_LEADERS], first: 1) {
        nodes { id title rationale gain price netGain editCount edits(first: 200) { sentence input } }
      }
    }
  }
`)
type County = NonNullable<ResultOf<typeof PortfoliosOf>['county']>
export type Town = County['townships']['nodes'][number]
export type Leader = Town['leaders'][number]
export type Finding = Town['overlaps']['nodes'][number]
export type Suggested = County['proposals']['nodes'][number]
