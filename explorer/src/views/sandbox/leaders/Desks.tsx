import { saveCSV } from '../../../design/save'
import type { Column } from '../../../design/Table'
import { listed } from '../../../design/listed'
import { type T, useTranslation } from '../../../i18n'
import { Piece, type Place } from '../board/Piece'
import { useCarried } from '../board/useCarried'
import { Zone } from '../board/Zone'
import type { Desk } from '../plan/usePlan'
import { handOver, leadersOf } from './portfolio'
import type { Leader, Town } from './question'

const chargeType = 'application/x-tiaokuai-charge'
const nobody = 'nobody'
const marks = ['SPLIT_LEADERSHIP', 'DOUBLE_LEADERSHIP', 'LEADER_SPAN', 'UNLED_ORGAN'] as const

/** A place for each leader with the organs in charge of, and one for those nobody is in charge of. */
export function Desks({ town, desk, locked }: { town: Town; desk: Desk; locked: boolean }) {
  const { t } = useTranslation()
  const carried = useCarried(town)
  const { leaders } = town
  // Stations are kept in touch with, and statutory bodies lead themselves: neither has to be anybody's.
  const free = town.organs.filter((o) => o.kind !== 'STATUTORY' && o.kind !== 'DISPATCHED' && !leadersOf(o.key, leaders).length)
  const give = (organ: string, to: string) => {
    const edits = handOver(organ, to === nobody ? undefined : to, leaders)
    if (!edits.length || locked) return
    const name = town.organs.find((o) => o.key === organ)?.name ?? organ
    const leader = leaders.find((l) => l.key === to)?.name
    carried(organ)
    void desk.edit({ do: { edits, title: leader ? t('sandbox.stepLead', { name, leader }) : t('sandbox.stepUnlead', { name }) } })
  }
  const places = (but: string): Place[] => [
    ...leaders.filter((l) => l.key !== but && l.charges.every((c) => c.role !== 'OVERALL')).map((l) => ({ id: l.key, label: l.name, title: numbered(l, leaders) })),
    ...(but === nobody ? [] : [{ id: nobody, label: t('sandbox.nobody') }]),
  ]
  return (
    <div className="sandbox-board">
      <div className="hint small quiet">
        <p>{!locked && t('sandbox.howLeaders')}</p>
        <button type="button" className="button bare small no-print" onClick={() => saveCSV(`${town.name}-${t('sandbox.tab.leaders')}`, columnsOf(t), rowsOf(town))}>{t('panel.csv')}</button>
      </div>
      <div className="groups">
        {leaders.map((l) => (
          <Zone key={l.key} type={chargeType} disabled={locked} label={`${l.name} ${numbered(l, leaders)}`} onDrop={(organ) => give(organ, l.key)} className="group leader">
            <div className="spread head"><b className="becomes">{l.name} <span className="quiet small">{numbered(l, leaders)}</span></b><span className="badge">{t('unit.organs', { n: l.charges.filter((c) => c.role === 'LEAD').length })}</span></div>
            <Marks town={town} leader={l} />
            <ul>
              {l.charges.filter((c) => c.role === 'LEAD').map((c) => (
                <Piece key={c.organ.key} id={c.organ.key} type={chargeType} name={c.organ.name} disabled={locked} places={places(l.key)} onMove={(to) => give(c.organ.key, to)}>
                  {leadersOf(c.organ.key, leaders).length > 1 && <span className="badge MEDIUM">{t('sandbox.shared')}</span>}
                </Piece>
              ))}
            </ul>
            <p className="quiet small">{listed(l.charges.filter((c) => c.role !== 'LEAD').map((c) => `${t(`things.chargeRole.${c.role}`)} ${c.organ.name}`))}</p>
          </Zone>
        ))}
        <Zone type={chargeType} disabled={locked} label={t('sandbox.nobody')} onDrop={(organ) => give(organ, nobody)} className="group blank">
          <div className="spread head"><b>{t('sandbox.nobody')}</b><span className="badge">{t('unit.organs', { n: free.length })}</span></div>
          <ul>{free.map((o) => <Piece key={o.key} id={o.key} type={chargeType} name={o.name} disabled={locked} places={places(nobody)} onMove={(to) => give(o.key, to)} />)}</ul>
        </Zone>
      </div>
    </div>
  )
}

/** Leaders of one post are told apart by a number. */
function numbered(of: Leader, all: readonly Leader[]) {
  const alike = all.filter((l) => l.name === of.name)
  return alike.length > 1 ? `(${alike.indexOf(of) + 1})` : ''
}

/** The findings that a leader is part of, by kind. */
function Marks({ town, leader }: { town: Town; leader: Leader }) {
  const mine = town.overlaps.nodes.filter((o) => o.subject.key === leader.key || o.participants.some((p) => p.key === leader.key))
  const label = (kind: string) => town.overlaps.facets.kinds.find((k) => k.value === kind)?.label ?? kind
  const found = marks.map((kind) => [kind, mine.filter((o) => o.kind === kind).length] as const).filter(([, n]) => n)
  return found.length ? <div className="row">{found.map(([kind, n]) => <span key={kind} className="badge MEDIUM">{label(kind)} {n}</span>)}</div> : null
}

type Row = { leader: string; charge: Leader['charges'][number] }

const rowsOf = (town: Town): Row[] => town.leaders.flatMap((l) => l.charges.map((charge) => ({ leader: `${l.name}${numbered(l, town.leaders)}`, charge })))
const columnsOf = (t: T): Column<Row>[] => [
  { id: 'leader', title: t('kind.LEADER'), value: (r) => r.leader },
  { id: 'role', title: t('things.role'), value: (r) => t(`things.chargeRole.${r.charge.role}`) },
  { id: 'organ', title: t('kind.ORGAN'), value: (r) => r.charge.organ.name },
]
