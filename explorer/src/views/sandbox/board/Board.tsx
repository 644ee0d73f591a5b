import { useEffect, useMemo, useState } from 'react'
import { saveCSV } from '../../../design/save'
import type { Column } from '../../../design/Table'
import { listed } from '../../../design/listed'
import { type T, useTranslation } from '../../../i18n'
import type { Grouping, Organ } from '../plan/question'
import type { Desk } from '../plan/usePlan'
import { type Goal, type Groups, merged, move } from './groups'
import { Piece, type Place } from './Piece'
import { useCarried } from './useCarried'
import { Zone } from './Zone'

const organType = 'application/x-tiaokuai-organ'
const alone = 'alone'

/** The organs of the plan in their groups. A move is on the board at once; the numbers follow with the answer. */
export function Board({ desk, grouping, locked }: { desk: Desk; grouping: Grouping; locked: boolean }) {
  const { t } = useTranslation()
  const there = useMemo(() => grouping.groups.map((g) => g.organs.map((o) => o.key)), [grouping])
  const [wanted, setWanted] = useState<Groups>()
  const groups = wanted ?? there
  const carried = useCarried(groups)
  const organs = useMemo(() => new Map(grouping.groups.flatMap((g) => g.organs).map((o) => [o.key, o])), [grouping])
  const nameOf = (key: string) => organs.get(key)?.name ?? key
  useEffect(() => {
    if (!desk.busy) setWanted(undefined)
  }, [desk.busy, desk.trouble, grouping])

  const go = (organ: string, goal: Goal) => {
    const next = move(groups, organ, goal)
    if (next === groups || locked) return
    carried(organ)
    setWanted(next)
    const title = goal === alone ? t('sandbox.stepAlone', { name: nameOf(organ) }) : t('sandbox.stepMove', { name: nameOf(organ), other: nameOf(goal.with) })
    void desk.edit({ regroup: { groups: merged(next), title } })
  }
  const places = (of: readonly string[]): Place[] => [
    ...(of.length > 1 ? [{ id: alone, label: t('sandbox.alone') }] : []),
    ...groups.filter((g) => g !== of).map((g) => ({ id: g[0]!, label: g.map(nameOf).join(' + ') })),
  ]
  const becomes = (g: readonly string[]) => grouping.groups.find((h) => h.organs.length === g.length && h.organs.every((o) => g.includes(o.key)))?.becomes?.name
  return (
    <div className="sandbox-board">
      <div className="hint small quiet">
        <p>{!locked && t('sandbox.how')} {t('sandbox.fixed')}</p>
        <button type="button" className="button bare small no-print" onClick={() => saveCSV(`${t('sandbox.tab.groups')}`, columnsOf(t), rowsOf(grouping))}>{t('panel.csv')}</button>
      </div>
      <div className="groups">
        {groups.map((g, i) => {
          const name = becomes(g)
          const title = g.length > 1 ? (name ?? t('sandbox.naming')) : undefined
          return (
            <Zone key={g[0]} type={organType} disabled={locked} label={t('sandbox.group', { n: i + 1, names: listed(g.map(nameOf)) })} onDrop={(key) => go(key, { with: g[0]! })} className={g.length > 1 ? 'group merged' : 'group'}>
              {title && <div className="spread head"><b className="becomes">{title}</b><span className="badge">{t('sandbox.inOne', { n: g.length })}</span></div>}
              <ul>
                {g.map((key) => (
                  <Piece key={key} id={key} type={organType} name={nameOf(key)} disabled={locked} places={places(g)} onMove={(to) => go(key, to === alone ? alone : { with: to })}>
                    <Facts of={organs.get(key)} />
                  </Piece>
                ))}
              </ul>
            </Zone>
          )
        })}
        {!locked && groups.some((g) => g.length > 1) && (
          <Zone type={organType} label={t('sandbox.aloneZone')} onDrop={(key) => go(key, alone)} className="group blank"><span className="quiet small">{t('sandbox.aloneZone')}</span></Zone>
        )}
      </div>
    </div>
  )
}

type Row = { becomes: string; organ: Organ }

const rowsOf = (g: Grouping): Row[] => g.groups.flatMap((x) => x.organs.map((organ) => ({ becomes: x.becomes?.name ?? '', organ })))
const columnsOf = (t: T): Column<Row>[] => [
  { id: 'becomes', title: t('sandbox.fresh'), value: (r) => r.becomes },
  { id: 'organ', title: t('sandbox.old'), value: (r) => r.organ.name },
  { id: 'kind', title: t('things.kind'), value: (r) => t(`organKind.${r.organ.kind}`) },
  { id: 'departments', title: t('things.counterparts'), value: (r) => listed(r.organ.departments.map((d) => d.name)) },
]

/** What tells a planner whether an organ goes with others: its kind, its place by law, whom it answers to, what it leads. */
function Facts({ of }: { of: Organ | undefined }) {
  const { t } = useTranslation()
  if (!of) return null
  const leads = of.assignments.filter((a) => a.role === 'LEAD').length
  return (
    <span className="facts quiet small">
      <span title={t(`organKind.${of.kind}`)}>{t(`sandbox.kindOf.${of.kind}`)}{of.branch && ` · ${t(`sandbox.branch.${of.branch}`)}`}</span>
      {of.mandatory && <span className="mark">{t('things.mandatory')}</span>}
      {of.integrating && <span className="mark">{t('things.integrating')}</span>}
      <span title={listed(of.departments.map((d) => d.name))}>{t('sandbox.faces', { n: of.departments.length })}</span>
      <span>{t('sandbox.leads', { n: leads })}</span>
    </span>
  )
}
