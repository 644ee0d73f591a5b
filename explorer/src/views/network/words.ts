import type { TFunction } from 'i18next'
import { otherEnd, type Network, type Thing, type Tie } from '../../pictures/network/graph'

/** How a role or nature is called. */
export function roleName(t: TFunction, { relation, role }: Tie): string {
  if (!role) return ''
  const group = relation === 'COUNTERPART' ? 'nature' : relation === 'CHARGE' ? 'chargeRole' : relation === 'ASSIGNMENT' ? 'duty' : ''
  return group ? String(t(`things.${group}.${role}` as 'things.nature.BUSINESS')) : ''
}

/** A tie as a sentence: 乡村建设办公室 对口 农业农村部门（业务对口）. */
export function tieSaid(t: TFunction, network: Network, tie: Tie): string {
  const [from, to] = [network.things.get(tie.from)?.name, network.things.get(tie.to)?.name]
  const role = roleName(t, tie)
  const said = t(`network.said.${tie.relation}`, { from, to })
  return role ? t('network.withRole', { said, role }) : said
}

export const blockName = (network: Network, of: Thing) => (of.block && of.kind !== 'TOWNSHIP' ? (network.things.get(of.block)?.name ?? '') : '')

/** What a screen reader says of a thing: its kind, name and township, and by which relations it meets whom. */
export function thingSaid(t: TFunction, network: Network, of: Thing, ties: Tie[], rest: number): string {
  const met = new Map<string, string[]>()
  for (const tie of ties) {
    if (tie.from !== of.key && tie.to !== of.key) continue
    const name = network.things.get(otherEnd(tie, of.key))?.name ?? ''
    met.set(tie.relation, [...(met.get(tie.relation) ?? []), name])
  }
  const meets = [...met].map(([relation, names]) => `${t(`network.relation.${relation as Tie['relation']}`)}${t('network.colon')}${names.slice(0, 12).join('、')}${names.length > 12 ? '…' : ''}`)
  return [`${t(`kind.${of.kind}`)} ${of.name}`, blockName(network, of), ...meets, rest ? t('network.restSaid', { n: rest }) : ''].filter(Boolean).join(t('network.stop'))
}
