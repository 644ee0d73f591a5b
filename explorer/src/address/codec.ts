// The address is the state: what a view shows is read from the address, and every change of it is a change of the
// address. A codec turns the query of an address into typed values and back; what is at its default stays out.

export interface Field<T> {
  read(texts: string[]): T
  write(value: T): string[]
}

export type Fields = Record<string, Field<unknown>>
export type Values<F> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never }

const only = (texts: string[]) => texts[0] ?? ''

/** A text; empty is absent. */
export const text = (): Field<string> => ({ read: only, write: (v) => (v ? [v] : []) })

/** An address may be cut or mistyped: what can't be decoded stays as it is. */
const unescaped = (s: string) => {
  try {
    return decodeURIComponent(s)
  } catch {
    return s
  }
}

/** A list of texts in the order given. */
export const list = <T extends string = string>(): Field<T[]> => ({
  read: (texts) => only(texts).split(',').filter(Boolean).map(unescaped) as T[],
  write: (v) => (v.length ? [v.map(encodeURIComponent).join(',')] : []),
})

/** One of some words, else the first. */
export const choice = <T extends string>(...words: [T, ...T[]]): Field<T> => ({
  read: (texts) => words.find((w) => w === only(texts)) ?? words[0],
  write: (v) => (v === words[0] ? [] : [v]),
})

/** A whole number at a default. */
export const whole = (usual: number): Field<number> => ({
  read: (texts) => (/^-?\d{1,9}$/.test(only(texts)) ? Number(only(texts)) : usual),
  write: (v) => (v === usual ? [] : [String(v)]),
})

/** Yes or no, by default no. */
export const flag = (): Field<boolean> => ({ read: (texts) => only(texts) === '1', write: (v) => (v ? ['1'] : []) })

export function readAll<F extends Fields>(fields: F, query: URLSearchParams): Values<F> {
  const out: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) out[name] = field.read(query.getAll(name))
  return out as Values<F>
}

/** The query with some values written into it; others keep theirs. */
export function writeSome<F extends Fields>(fields: F, query: URLSearchParams, values: Partial<Values<F>>): URLSearchParams {
  const out = new URLSearchParams(query)
  for (const [name, value] of Object.entries(values)) {
    const field = fields[name]
    if (!field || value === undefined) continue
    out.delete(name)
    for (const written of field.write(value)) out.append(name, written)
  }
  out.sort()
  return out
}
