/** Groups of organs by their keys: every organ is in one. */
export type Groups = readonly (readonly string[])[]

/** Where an organ goes: into the group of another, or by itself. */
export type Goal = { with: string } | 'alone'

/** The groups with an organ moved; the very same ones where nothing changes. */
export function move(groups: Groups, organ: string, goal: Goal): Groups {
  const from = groups.findIndex((g) => g.includes(organ))
  const to = goal === 'alone' ? -1 : groups.findIndex((g) => g.includes(goal.with))
  if (from < 0 || from === to || (goal === 'alone' && groups[from]!.length === 1)) return groups
  const left = groups[from]!.filter((key) => key !== organ)
  if (goal === 'alone') return [...groups.slice(0, from), left, [organ], ...groups.slice(from + 1)]
  return groups.map((g, i) => (i === to ? [...g, organ] : i === from ? left : g)).filter((g) => g.length > 0)
}

/** The groups as a change names them: those of two and more. */
export const merged = (groups: Groups) => groups.filter((g) => g.length > 1).map((g) => [...g])
