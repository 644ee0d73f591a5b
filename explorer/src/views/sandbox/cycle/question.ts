import { graphql, type ResultOf } from '../../../api/graphql'

export const Strength = graphql(`
  fragment Strength on Strength @_unmask { posts { type count } staff leadingPosts managementPosts technicalPosts }
`)

export const CycleOf = graphql(`
  query CycleOf($id: ID!) {
    scenario(id: $id) {
      id
      dossiers { html docx }
      gates { kind name township { key name } passed actor note time }
      trail { action label actor note time }
      completeness { kind severity text township { name } }
      organMap { township { name } before { name } after { name } label }
      dutyMoves { township { name } duty { name } leadBefore { name } leadAfter { name } supportBefore { name } supportAfter { name } label }
      balance { before { ...Strength } after { ...Strength } flows { from { name } to { name } strength { ...Strength } } }
      tracker { kind status text since { key revision actor reason date } }
      commit { id revision recordedAt effective }
      baseline { id sandbox }
      edits(first: 500) { kind sentence }
    }
  }
`, [Strength])
export type CycleData = NonNullable<ResultOf<typeof CycleOf>['scenario']>
