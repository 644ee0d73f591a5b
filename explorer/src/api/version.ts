/** The version that an address names: r5 a revision, s:ID a scenario, else a day; empty is the head. */
export function versionOf(at: string) {
  if (!at) return null
  if (/^r\d+$/.test(at)) return { revision: Number(at.slice(1)) }
  if (at.startsWith('s:')) return { scenario: at.slice(2) }
  return { time: at }
}

export const revisionAt = (revision: number) => `r${revision}`
export const scenarioAt = (id: string) => `s:${id}`
