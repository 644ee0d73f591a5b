import type { ResultOf } from '../../api/graphql'
import type { CounterpartsOf } from './questions'

type County = NonNullable<ResultOf<typeof CounterpartsOf>['county']>
type Organ = County['organs']['nodes'][number]
type Counterpart = Organ['counterparts'][number]
type Finding = County['overlaps']['nodes'][number]

/** An organ's relation to a department, with the duties that both carry. Only business ones count in overlaps. */
export type Relation = { key: string; organ: Organ; department: { key: string; name: string }; of: Counterpart; counted: boolean; common: number }
/** A department with the organs that answer to it, and the overlap that this makes. */
export type Faced = { key: string; name: string; by: Relation[]; organs: number; finding: Finding | undefined }
export type Facing = { organs: Organ[]; departments: Faced[]; relations: Relation[]; silent: string[] }

/** Who answers to whom in one township: departments nobody answers to are named apart, as silent. */
export function facingOf({ organs, departments, overlaps }: Pick<County, 'organs' | 'departments' | 'overlaps'>, every: boolean): Facing {
  const names = new Map(departments.nodes.map((d) => [d.key, d]))
  const relations = organs.nodes.flatMap((organ) => {
    const carried = new Set(organ.assignments.map((a) => a.duty.key))
    return organ.counterparts.flatMap((of): Relation[] => {
      const department = names.get(of.department.key)
      const counted = of.nature === 'BUSINESS'
      if (!department || !(counted || every)) return []
      const common = department.assignments.filter((a) => carried.has(a.duty.key)).length
      return [{ key: `${organ.key} ${department.key}`, organ, department, of, counted, common }]
    })
  })
  const faced = departments.nodes.map(({ key, name }): Faced => {
    const by = relations.filter((r) => r.department.key === key)
    return { key, name, by, organs: by.filter((r) => r.counted).length, finding: overlaps.nodes.find((o) => o.subject.key === key) }
  })
  return { organs: organs.nodes, departments: faced.filter((d) => d.by.length), relations, silent: faced.filter((d) => !d.by.length).map((d) => d.name) }
}

/** Departments with an overlap, dearest first. */
export const overlappedOf = (departments: Faced[]) =>
  departments.flatMap((d) => (d.finding ? [{ ...d, finding: d.finding }] : [])).sort((a, b) => b.finding.cost - a.finding.cost)
export type Overlapped = ReturnType<typeof overlappedOf>[number]
