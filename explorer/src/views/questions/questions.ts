import { graphql } from '../../api/graphql'
import type { Change } from '../../address/address'
import type { zh } from './texts'

// Ready-made questions. Each names the view that answers it, with what it asks of that view, and may be asked as GraphQL.
// Its words stand in texts.ts under its id. A parameter is chosen by the reader before.

export type Parameter = 'township' | 'department' | 'organ'
export type Question = { id: keyof typeof zh.ask; about: keyof typeof zh.about; to: string; with?: Change; by?: Parameter; needs?: 'township'; document: object }

const OverlapsOfKind = graphql(`
  query OverlapsOfKind($code: String!, $at: VersionInput, $basis: [Basis!], $filter: OverlapFilter) {
    county(code: $code, at: $at, basis: $basis) {
      name
      overlaps(filter: $filter, first: 50) { totalCount totalCost nodes { kind severity cost township { name } subject { name } participants { name } explanation } }
    }
  }
`)
const WhoAnswersTo = graphql(`
  query WhoAnswersTo($code: String!, $at: VersionInput, $basis: [Basis!], $keys: [String!], $townships: [String!]) {
    county(code: $code, at: $at, basis: $basis) {
      departments(filter: { keys: $keys }) { nodes { name counterparts(townships: $townships) { nature organ { name township { name } } } } }
    }
  }
`)
const WhatToDo = graphql(`
  query WhatToDo($code: String!, $at: VersionInput, $basis: [Basis!], $scope: ScopeInput, $kinds: [ProposalKind!]) {
    county(code: $code, at: $at, basis: $basis) { proposals(scope: $scope, kinds: $kinds, first: 10) { nodes { kind title gain netGain rationale } } }
  }
`)
const HowManyOrgans = graphql(`
  query HowManyOrgans($code: String!, $at: VersionInput, $basis: [Basis!], $scope: ScopeInput!) {
    county(code: $code, at: $at, basis: $basis) { frontier(scope: $scope) { organs cost gap groups { name } } }
  }
`)
const WhatChanged = graphql(`
  query WhatChanged($code: String!) { county(code: $code) { history(first: 20) { nodes { revision effective actor reason sentences(first: 20) } } } }
`)
const WhatIsMissing = graphql(`
  query WhatIsMissing($code: String!, $at: VersionInput, $basis: [Basis!]) {
    county(code: $code, at: $at, basis: $basis) { quality { notAssessable { township { name } kinds reason collect } conflicts { text } } }
  }
`)
const Formers = graphql(`
  query FormersOf($code: String!, $at: VersionInput, $basis: [Basis!], $keys: [String!]) {
    county(code: $code, at: $at, basis: $basis) { townships(filter: { keys: $keys }) { nodes { name formers { name reason revision successors { name } } } } }
  }
`)

const overlaps = (id: Question['id'], about: Question['about'], ...kinds: string[]): Question => ({ id, about, to: '/overlaps', with: { kinds: kinds.join(',') }, by: 'township', document: OverlapsOfKind })

export const questions: Question[] = [
  overlaps('manyToOne', 'structure', 'MANY_TO_ONE'),
  overlaps('oneToMany', 'structure', 'ONE_TO_MANY'),
  overlaps('similar', 'structure', 'SIMILAR_ORGANS'),
  { id: 'answersTo', about: 'structure', to: '/departments', by: 'department', document: WhoAnswersTo },
  { id: 'picture', about: 'structure', to: '/overlaps', with: { tab: 'picture' }, by: 'township', needs: 'township', document: OverlapsOfKind },
  overlaps('split', 'leaders', 'SPLIT_LEADERSHIP', 'DOUBLE_LEADERSHIP'),
  overlaps('unled', 'leaders', 'UNLED_ORGAN'),
  overlaps('leaderSpan', 'leaders', 'LEADER_SPAN'),
  overlaps('sharedDuty', 'duties', 'SHARED_DUTY', 'DEPARTMENT_DUTY_CONFLICT'),
  overlaps('unowned', 'duties', 'UNOWNED_DUTY'),
  overlaps('offList', 'duties', 'OFF_LIST', 'RECALLED_STILL_DONE', 'ROLE_INVERSION'),
  overlaps('authority', 'powers', 'AUTHORITY_SPLIT', 'AUTHORITY_GAP', 'PARTIAL_DEVOLUTION'),
  overlaps('enforcement', 'powers', 'CROSS_LEVEL_ENFORCEMENT', 'LINE_BLOCK_GAP'),
  { id: 'whatToDo', about: 'reform', to: '/proposals', by: 'township', document: WhatToDo },
  { id: 'mergers', about: 'reform', to: '/proposals', with: { kinds: 'MERGE_ORGANS' }, by: 'township', document: WhatToDo },
  { id: 'frontier', about: 'reform', to: '/sandbox', by: 'township', needs: 'township', document: HowManyOrgans },
  { id: 'changed', about: 'past', to: '/history', document: WhatChanged },
  { id: 'became', about: 'past', to: '/organs', by: 'township', document: Formers },
  { id: 'missing', about: 'data', to: '/', document: WhatIsMissing },
]
