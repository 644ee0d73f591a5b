import { listed } from '../../design/listed'
import { i18n, type T } from '../../i18n'

/** An attribute that differs, as the API gives it: by the name it has in edits, with values in JSON. */
export type Changed = { attribute: string; before: unknown; after: unknown }

// Where the words of a code stand, by the attribute it is the value of; those not here are in texts.
const groups: Record<string, string> = {
  basis: 'basis', organKind: 'organKind', branch: 'sandbox.branch', management: 'things.managementOf', power: 'things.power', holder: 'things.level', lead: 'things.level', level: 'things.level',
  enforcementSubject: 'things.level', type: 'things.postType', list: 'things.list', departmentKind: 'things.department', reason: 'things.reason',
  'CHARGE role': 'things.chargeRole', 'LEADER role': 'things.chargeRole', 'ASSIGNMENT role': 'things.duty', 'COUNTERPART nature': 'things.nature',
}

/** What became of an attribute of a thing or relation of some kind, in words: 角色：分管 → 协助分管. */
export const changeSaid = (t: T, kind: string, { attribute, before, after }: Changed) =>
  `${attributeSaid(kind, attribute)}${i18n.language === 'en' ? ': ' : '：'}${valueSaid(t, kind, attribute, before)} → ${valueSaid(t, kind, attribute, after)}`

/** What an attribute is called. */
export const attributeSaid = (kind: string, attribute: string) => word(kind === 'LEADER' && `history.of.ofLeader.${attribute}`, `history.of.attribute.${attribute}`) ?? attribute

/** A value as people read it: codes by their words, the parts of a record one after the other, the things of a list with commas. */
export function valueSaid(t: T, kind: string, attribute: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return t(value ? 'history.of.yes' : 'history.of.no')
  if (Array.isArray(value)) return listed(value.map((v) => valueSaid(t, kind, attribute, v)))
  if (typeof value === 'object') return Object.entries(value).map(([name, v]) => valueSaid(t, kind, name, v)).join(' ')
  const text = String(value)
  if (attribute === 'attribute') return attributeSaid(kind, text)
  const group = groups[`${kind} ${attribute}`] ?? groups[attribute] ?? `history.of.code.${attribute}`
  return (/^[A-Z_]+$/.test(text) && word(`${group}.${text}`)) || text
}

/** The first text there is. */
const word = (...keys: (string | false)[]) => keys.filter((k) => k && i18n.exists(k)).map((k) => i18n.t(k as 'product'))[0]
