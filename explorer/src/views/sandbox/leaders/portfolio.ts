import type { EditInput } from '../plan/question'

type Charge = { role: string; organ: { key: string } }
type Leader = { key: string; charges: readonly Charge[] }

/** Keys of the leaders in charge of an organ. */
export const leadersOf = (organ: string, leaders: readonly Leader[]) =>
  leaders.filter((l) => l.charges.some((c) => c.role === 'LEAD' && c.organ.key === organ)).map((l) => l.key)

/** The edits that put one leader in charge of an organ in place of all others; with none it is nobody's. */
export function handOver(organ: string, to: string | undefined, leaders: readonly Leader[]): EditInput[] {
  const now = leadersOf(organ, leaders)
  const edits: EditInput[] = now.filter((l) => l !== to).map((leader) => ({ unassignLeader: { leader, organ } }))
  if (to && !now.includes(to)) edits.push({ assignLeader: { leader: to, organ } })
  return edits
}
