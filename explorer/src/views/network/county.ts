import { graphql, type ResultOf } from '../../api/graphql'
import { Network, type Relation, type Thing, type Tie } from '../../pictures/network/graph'

// A county is small: its whole graph is asked for once, ties as cells of matrices. Opening, hiding and counting then need
// no further question, and back and forward are instant.
const CellsOf = graphql(`
  fragment CellsOf on Matrix @_unmask { rows { key } columns { key name ... on Duty { id } } cells { row column roles } }
`)

export const CountyNetwork = graphql(`
  query CountyNetwork($code: String!, $at: VersionInput, $basis: [Basis!]) {
    county(code: $code, at: $at, basis: $basis) {
      id name
      townships(first: 500) {
        nodes { id key name organs { id key name kind sharesOfficeWith { key } } leaders { id key name } }
      }
      departments(first: 500) { nodes { id key name sections { id key name } dispatches { organ { key } } } }
      duties(first: 500) { nodes { id key name } }
      counterparts: matrix(rows: ORGAN, columns: DEPARTMENT) { ...CellsOf }
      charges: matrix(rows: LEADER, columns: ORGAN) { ...CellsOf }
      organDuties: matrix(rows: ORGAN, columns: DUTY) { ...CellsOf }
      departmentDuties: matrix(rows: DEPARTMENT, columns: DUTY) { ...CellsOf }
    }
  }
`, [CellsOf])
type County = NonNullable<ResultOf<typeof CountyNetwork>['county']>
type Cells = County['counterparts']

const known = new WeakMap<County, Network>()

/** The answer as a network; the same answer gives the same one. */
export function networkOf(county: County): Network {
  let network = known.get(county)
  if (!network) known.set(county, (network = new Network(things(county), ties(county))))
  return network
}

function* things({ townships, departments, duties, organDuties, departmentDuties }: County): Generator<Thing> {
  for (const d of departments.nodes) {
    yield { ...of(d), kind: 'DEPARTMENT', block: '' }
    for (const s of d.sections) yield { ...of(s), kind: 'SECTION', block: '' }
  }
  for (const t of townships.nodes) {
    yield { ...of(t), kind: 'TOWNSHIP', block: t.key }
    for (const o of t.organs) yield { ...of(o), kind: 'ORGAN', block: t.key, organKind: o.kind }
    for (const l of t.leaders) yield { ...of(l), kind: 'LEADER', block: t.key }
  }
  // A page of duties may not be all: those that somebody carries stand in the matrices too.
  const carried = [organDuties, departmentDuties].flatMap((m) => m.columns)
  for (const d of [...duties.nodes, ...carried]) if ('id' in d) yield { ...of({ id: d.id ?? '', key: d.key, name: d.name }), kind: 'DUTY', block: '' }
}

const of = ({ id, key, name }: { id: string; key: string; name: string }) => ({ id, key, name })

function* ties({ townships, departments, counterparts, charges, organDuties, departmentDuties }: County): Generator<Tie> {
  yield* met(counterparts, 'COUNTERPART')
  yield* met(charges, 'CHARGE')
  yield* met(organDuties, 'ASSIGNMENT')
  yield* met(departmentDuties, 'ASSIGNMENT')
  for (const d of departments.nodes) {
    for (const s of d.sections) yield { relation: 'SECTION', from: d.key, to: s.key, role: '' }
    for (const x of d.dispatches) yield { relation: 'DISPATCH', from: d.key, to: x.organ.key, role: '' }
  }
  for (const t of townships.nodes) {
    for (const o of t.organs) {
      yield { relation: 'ESTABLISHES', from: t.key, to: o.key, role: '' }
      for (const s of o.sharesOfficeWith) if (o.key < s.key) yield { relation: 'SHARED_OFFICE', from: o.key, to: s.key, role: '' }
    }
    for (const l of t.leaders) yield { relation: 'SERVES', from: l.key, to: t.key, role: '' }
  }
}

function* met({ rows, columns, cells }: Cells, relation: Relation): Generator<Tie> {
  for (const c of cells) yield { relation, from: rows[c.row]!.key, to: columns[c.column]!.key, role: c.roles[0] ?? '' }
}
