import { graphql } from '../../api/graphql'

export const OverlapList = graphql(`
  query OverlapList($code: String!, $at: VersionInput, $basis: [Basis!], $filter: OverlapFilter, $orderBy: OverlapOrder, $first: Int, $after: String) {
    county(code: $code, at: $at, basis: $basis) {
      id
      overlaps(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        totalCount totalCost reducibleCost pageInfo { hasNextPage endCursor }
        nodes { id fingerprint kind severity cost reducibleCost topic township { name } subject { key name } participants { key name } case { status } }
      }
    }
  }
`)

export const OverlapFacets = graphql(`
  query OverlapFacets($code: String!, $at: VersionInput, $basis: [Basis!], $byKind: OverlapFilter, $bySeverity: OverlapFilter, $byCase: OverlapFilter, $byTownship: OverlapFilter) {
    county(code: $code, at: $at, basis: $basis) {
      id
      kinds: overlaps(filter: $byKind, first: 0) { facets { kinds { value label count } } }
      severities: overlaps(filter: $bySeverity, first: 0) { facets { severities { value label count } } }
      cases: overlaps(filter: $byCase, first: 0) { facets { cases { value label count } } }
      townships: overlaps(filter: $byTownship, first: 0) { facets { townships { value label count } } }
    }
  }
`)

export const OverlapKinds = graphql(`
  query OverlapKinds { catalogue { overlapKinds { kind name definition formula necessary } } }
`)

export const OneOverlap = graphql(`
  query OneOverlap($code: String!, $at: VersionInput, $basis: [Basis!], $fingerprints: [String!]) {
    county(code: $code, at: $at, basis: $basis) {
      id
      overlaps(filter: { fingerprints: $fingerprints }, first: 1) {
        nodes {
          id fingerprint evidenceHash kind severity excess cost reducibleCost topic explanation
          township { key name } subject { __typename key name } participants { __typename key name }
          evidence { sentence basis sources { key name article quote issuer date address } }
          counterfactuals { relation sentence cost from { key } to { key } }
          case { id status decided reason note actor decidedAt version reopened measure { key name } }
        }
      }
      measures { id key name status }
      settings { weights { kind weight } }
    }
  }
`)

export const DecideCase = graphql(`
  mutation DecideCase($input: DecideCaseInput!) { decideCase(input: $input) { id status version } }
`)

export const CaseList = graphql(`
  query CaseList($code: String!, $at: VersionInput, $filter: CaseFilter, $after: String) {
    county(code: $code, at: $at) {
      id
      cases(filter: $filter, first: 500, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { id fingerprint status decided reason note actor decidedAt version reopened said kind township { name } measure { name } }
      }
    }
  }
`)

export const CounterpartsOf = graphql(`
  query CounterpartsOf($code: String!, $at: VersionInput, $basis: [Basis!], $townships: [String!]) {
    county(code: $code, at: $at, basis: $basis) {
      id
      organs(first: 500, filter: { townships: $townships }) {
        nodes {
          id key name kind charges { role leader { name } } assignments { duty { key } }
          counterparts { nature scope basis sections { name } department { key } }
        }
      }
      departments(first: 500) { nodes { id key name assignments { duty { key } } } }
      overlaps(filter: { townships: $townships, kinds: [MANY_TO_ONE] }, first: 500) { nodes { id fingerprint severity cost subject { key } } }
    }
  }
`)
