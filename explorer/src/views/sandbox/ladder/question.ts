import { graphql, type ResultOf } from '../../../api/graphql'
import { RuleCheck } from '../plan/question'

export const LadderOf = graphql(`
  query LadderOf($code: String!, $at: VersionInput, $scope: ScopeInput, $rules: ConstraintsInput, $kinds: [ProposalKind!], $after: String) {
    county(code: $code, at: $at) {
      id
      proposals(scope: $scope, constraints: $rules, kinds: $kinds, first: 50, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { id key kind title gain price netGain units editCount township { name } }
      }
    }
  }
`)
export type Rung = NonNullable<ResultOf<typeof LadderOf>['county']>['proposals']['nodes'][number]

export const RungNames = graphql(`
  query RungNames { catalogue { proposalKinds { kind name unit } } }
`)

export const OneProposal = graphql(`
  query OneProposal($id: ID!) {
    node(id: $id) {
      ... on Proposal {
        id rationale request notes
        edits(first: 200) { sentence input }
        resolves { id fingerprint severity cost explanation }
        lowers { id fingerprint severity cost explanation }
        introduces { id fingerprint severity cost explanation }
        raises { id fingerprint severity cost explanation }
        constraints { ...RuleCheck }
        alternatives { kind title gain price netGain reason }
        sensitivity { weight now low high }
      }
    }
  }
`, [RuleCheck])
export type Proposal = Extract<NonNullable<ResultOf<typeof OneProposal>['node']>, { rationale: string }>
