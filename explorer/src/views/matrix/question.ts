import { graphql, type ResultOf } from '../../api/graphql'

export const Crossing = graphql(`
  query Crossing($code: String!, $at: VersionInput, $basis: [Basis!], $rows: MatrixAxis!, $columns: MatrixAxis!, $scope: ScopeInput) {
    county(code: $code, at: $at, basis: $basis) {
      id
      matrix(rows: $rows, columns: $columns, scope: $scope) {
        rows { key name ... on Organ { township { key name } } ... on Leader { township { key name } } }
        columns { key name ... on Organ { township { key name } } ... on Leader { township { key name } } }
        cells { row column count roles overlaps severity }
        emptyRows emptyColumns
      }
    }
  }
`)
export type Matrix = NonNullable<ResultOf<typeof Crossing>['county']>['matrix']
export type MatrixLine = Matrix['rows'][number]
export type MatrixCell = Matrix['cells'][number]

export type Axis = 'ORGAN' | 'DEPARTMENT' | 'DUTY' | 'LEADER'
export const axes: Axis[] = ['ORGAN', 'DEPARTMENT', 'DUTY', 'LEADER']

/** The township that a line belongs to; none for departments and duties. */
export const townshipOf = (line: MatrixLine) => ('township' in line ? line.township : undefined)

/** Whether things of an axis belong to townships. */
export const isOfTownships = (axis: Axis) => axis === 'ORGAN' || axis === 'LEADER'

/** What relates the two axes, by the words there are for it. */
export function relationOf(rows: Axis, columns: Axis): 'nature' | 'duty' | 'chargeRole' {
  const both = [rows, columns]
  return both.includes('DUTY') ? 'duty' : both.includes('DEPARTMENT') ? 'nature' : 'chargeRole'
}

/** The main one of each kind of relation, the one that counts in overlaps. */
export const isMain = (role: string) => role === 'BUSINESS' || role === 'LEAD'
