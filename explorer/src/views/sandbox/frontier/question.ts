import { graphql, type ResultOf } from '../../../api/graphql'

export const FrontierOf = graphql(`
  query FrontierOf($code: String!, $at: VersionInput, $scope: ScopeInput!, $rules: ConstraintsInput) {
    county(code: $code, at: $at) {
      id
      frontier(scope: $scope, constraints: $rules) {
        organs cost interfaces dutiesLed span integration gap groups { key name }
        proposal { title editCount after { organs structureCost overlaps } }
      }
    }
  }
`)
export type Point = NonNullable<ResultOf<typeof FrontierOf>['county']>['frontier'][number]

/** The edits of the plans, asked for when one is chosen. */
export const FrontierEdits = graphql(`
  query FrontierEdits($code: String!, $at: VersionInput, $scope: ScopeInput!, $rules: ConstraintsInput) {
    county(code: $code, at: $at) { id frontier(scope: $scope, constraints: $rules) { organs proposal { edits(first: 500) { input } } } }
  }
`)

export type Measure = 'objective' | 'structure'
export const costOf = (p: Point, measure: Measure) => (measure === 'objective' ? p.cost : p.proposal.after.structureCost)
