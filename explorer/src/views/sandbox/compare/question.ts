import { graphql, type ResultOf } from '../../../api/graphql'
import { PlanNumbers } from '../plan/question'

const Found = graphql(`
  fragment Found on Overlap @_unmask { id fingerprint kind severity cost explanation }
`)

export const ComparisonOf = graphql(`
  query ComparisonOf($ids: [ID!]!, $rules: ConstraintsInput) {
    compare(scenarios: $ids) {
      baseline { id overlaps(first: 0) { facets { kinds { value label } } } }
      metrics { ...PlanNumbers }
      columns {
        scenario { id title stateName stale base size township { key name } grouping(constraints: $rules) { organs cost } }
        metrics { ...PlanNumbers }
        costDelta organsDelta overlapsDelta
        resolves { ...Found } introduces { ...Found } lowers { ...Found } raises { ...Found }
        organMap { township { name } before { name } after { name } label }
      }
      edits { edit { kind sentence } in }
    }
  }
`, [PlanNumbers, Found])
export type Comparison = ResultOf<typeof ComparisonOf>['compare']
export type Side = Comparison['columns'][number]
