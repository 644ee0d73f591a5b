// What a network is made of: things, and ties between them. A picture is drawn of a part of one.

export const kinds = ['DEPARTMENT', 'SECTION', 'TOWNSHIP', 'ORGAN', 'LEADER', 'DUTY'] as const
export type Kind = (typeof kinds)[number]

export const relations = ['COUNTERPART', 'CHARGE', 'ASSIGNMENT', 'DISPATCH', 'SHARED_OFFICE', 'SECTION', 'ESTABLISHES', 'SERVES'] as const
export type Relation = (typeof relations)[number]

/** A node. `block` is the key of the township it stands in, empty at the county. */
export type Thing = { key: string; id: string; name: string; kind: Kind; block: string; organKind?: string }
/** An edge in its own direction; its role or nature, empty where it has none. */
export type Tie = { relation: Relation; from: string; to: string; role: string }

export const idOf = (t: Tie) => `${t.relation}|${t.from}|${t.to}`
export const otherEnd = (t: Tie, key: string) => (t.from === key ? t.to : t.from)

/** Things by key, and the ties at each. */
export class Network {
  readonly things = new Map<string, Thing>()
  readonly ties: Tie[] = []
  private readonly at = new Map<string, Tie[]>()

  constructor(things: Iterable<Thing>, ties: Iterable<Tie>) {
    for (const t of things) this.things.set(t.key, t)
    for (const t of ties) {
      if (!this.things.has(t.from) || !this.things.has(t.to)) continue
      this.ties.push(t)
      for (const end of [t.from, t.to]) {
        const known = this.at.get(end)
        if (known) known.push(t)
        else this.at.set(end, [t])
      }
    }
  }

  tiesOf(key: string, relation?: Relation): Tie[] {
    const all = this.at.get(key) ?? []
    return relation ? all.filter((t) => t.relation === relation) : all
  }

  /** What a thing is joined to by a relation, in the order of the ties. */
  around(key: string, relation: Relation): Thing[] {
    return this.tiesOf(key, relation).map((t) => this.things.get(otherEnd(t, key))!)
  }
}
