import { graphql, type ResultOf, type VariablesOf } from '../../../api/graphql'
import { RuleCheck } from '../../proposals/Checks'

export const PlanNumbers = graphql(`
  fragment PlanNumbers on Metrics @_unmask { organs stations overlaps structureCost reducibleCost byKind { kind count cost } }
`)

export const ChangedOverlap = graphql(`
  fragment ChangedOverlap on Overlap @_unmask { id fingerprint kind severity cost explanation township { key } }
`)

/** All that the page of a plan shows live: one answer to every change of it. */
export const PlanOf = graphql(`
  fragment PlanOf on Scenario @_unmask {
    id key version title note state stateName actions base stale size editCount cursor updatedAt updatedBy
    township { key name }
    steps { index title reason anew inForce commit effective }
    grouping(constraints: $rules) {
      organs cost interfaces dutiesLed span integration
      groups { organs { key name kind branch mandatory integrating departments { key name } assignments { role } } becomes { key name } }
      constraints { ...RuleCheck }
    }
    baseline { id metrics(scope: $scope) { ...PlanNumbers } }
    result { id metrics(scope: $scope) { ...PlanNumbers } }
    diff {
      resolvedCount resolved(first: 60) { ...ChangedOverlap }
      introducedCount introduced(first: 60) { ...ChangedOverlap }
      loweredCount lowered(first: 60) { ...ChangedOverlap }
      raisedCount raised(first: 60) { ...ChangedOverlap }
    }
  }
`, [PlanNumbers, ChangedOverlap, RuleCheck])

/** What a plan is for, which says what its numbers are asked of. */
export const PlanScope = graphql(`
  query PlanScope($id: ID!) { scenario(id: $id) { id county size township { key } } }
`)

export const OnePlan = graphql(`
  query OnePlan($id: ID!, $scope: ScopeInput, $rules: ConstraintsInput) { scenario(id: $id) { ...PlanOf } }
`, [PlanOf])
export type Plan = NonNullable<ResultOf<typeof OnePlan>['scenario']>
export type Grouping = NonNullable<Plan['grouping']>
export type Organ = Grouping['groups'][number]['organs'][number]

/** That a plan was changed, by whoever it was, or that its county has moved on. */
export const PlanMoved = graphql(`
  subscription PlanMoved($id: ID!) { scenario(id: $id) { id version stale } }
`)

export const EditPlan = graphql(`
  mutation EditPlan($input: EditScenarioInput!, $scope: ScopeInput, $rules: ConstraintsInput) {
    done: editScenario(input: $input) { scenario { ...PlanOf } }
  }
`, [PlanOf])

/** One edit as it is sent; what the server gives as JSON in Edit.input can be sent as it is. */
type Done = Extract<VariablesOf<typeof EditPlan>['input']['change'], { do: unknown }>['do']
export type EditInput = Done['edits'][number]

export const SubmitPlan = graphql(`
  mutation SubmitPlan($input: ScenarioActInput!, $scope: ScopeInput, $rules: ConstraintsInput) {
    done: submitScenario(input: $input) { scenario { ...PlanOf } }
  }
`, [PlanOf])

export const WithdrawPlan = graphql(`
  mutation WithdrawPlan($input: ScenarioActInput!, $scope: ScopeInput, $rules: ConstraintsInput) {
    done: withdrawScenario(input: $input) { scenario { ...PlanOf } }
  }
`, [PlanOf])

export const ReopenPlan = graphql(`
  mutation ReopenPlan($input: ScenarioActInput!, $scope: ScopeInput, $rules: ConstraintsInput) {
    done: reopenScenario(input: $input) { scenario { ...PlanOf } }
  }
`, [PlanOf])

export const ReviewPlan = graphql(`
  mutation ReviewPlan($input: ReviewScenarioInput!, $scope: ScopeInput, $rules: ConstraintsInput) {
    done: reviewScenario(input: $input) { scenario { ...PlanOf } }
  }
`, [PlanOf])

export const ApplyPlan = graphql(`
  mutation ApplyPlan($input: ApplyScenarioInput!, $scope: ScopeInput, $rules: ConstraintsInput) {
    done: applyScenario(input: $input) { scenario { ...PlanOf } commit { revision } }
  }
`, [PlanOf])

export const RebasePlan = graphql(`
  mutation RebasePlan($input: RebaseScenarioInput!, $scope: ScopeInput, $rules: ConstraintsInput) {
    done: rebaseScenario(input: $input) {
      scenario { ...PlanOf }
      conflicts { step edit sentence subject attribute base theirs mine refusal }
      dropped { step edit sentence reason }
    }
  }
`, [PlanOf])
