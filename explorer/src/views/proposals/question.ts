import { useAsk } from '../../api/hooks'
import { graphql, type ResultOf, type VariablesOf } from '../../api/graphql'
import { RuleCheck } from './Checks'

export const LadderOf = graphql(`
  query LadderOf($code: String!, $at: VersionInput, $basis: [Basis!], $scope: ScopeInput, $rules: ConstraintsInput, $kinds: [ProposalKind!], $after: String) {
    county(code: $code, at: $at, basis: $basis) {
      id
      proposals(scope: $scope, constraints: $rules, kinds: $kinds, first: 50, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { id key kind title gain price netGain units editCount township { name } }
      }
    }
  }
`)
export type Kind = NonNullable<VariablesOf<typeof LadderOf>['kinds']>[number]
export type Rung = NonNullable<ResultOf<typeof LadderOf>['county']>['proposals']['nodes'][number]

const RungNames = graphql(`
  query RungNames { catalogue { proposalKinds { kind name unit } } }
`)

/** What the rungs of the ladder are called, the cheapest first. */
export function useRungNames() {
  const rungs = useAsk(RungNames, {}).data?.catalogue.proposalKinds ?? []
  return { rungs, nameOf: (kind: string) => rungs.find((r) => r.kind === kind)?.name ?? kind }
}

export const OneProposal = graphql(`
  query OneProposal($id: ID!) {
    node(id: $id) {
      ... on Proposal {
        id title rationale request notes editCount gain price netGain size township { key }
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
