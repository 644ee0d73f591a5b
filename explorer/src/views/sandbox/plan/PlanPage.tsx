import { memo, useCallback, useDeferredValue, useEffect, useMemo } from 'react'
import { useValues } from '../../../address/address'
import { Answer, Notice } from '../../../design/State'
import { useTranslation } from '../../../i18n'
import { Board } from '../board/Board'
import { Cycle } from '../cycle/Cycle'
import { fields, type Tab, tabs } from '../fields'
import { Frontier } from '../frontier/Frontier'
import { Ladder } from '../ladder/Ladder'
import { Leaders } from '../leaders/Leaders'
import { Rules } from '../rules/Rules'
import { Bar } from './Bar'
import { Changes } from './Changes'
import { Numbers } from './Numbers'
import type { Plan } from './question'
import { Told } from './Told'
import { type Desk, usePlan } from './usePlan'

/** One plan: its numbers above, what is worked on at the left, what it comes to at the right. */
export function PlanPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const [, change] = useValues(fields)
  const desk = usePlan(id)
  const gone = desk.scoped.data && !desk.scoped.data.scenario
  const back = <button type="button" className="button" onClick={() => change({ plan: '' })}>{t('sandbox.toList')}</button>
  if (gone) return <Notice title={t('sandbox.gone')} hint={t('sandbox.goneHint')}>{back}</Notice>
  const asked = desk.scoped.error ? desk.scoped : desk.result
  return <Answer of={{ ...asked, data: asked.data as { scenario: Plan | null } | undefined, isPlaceholderData: false }}>{({ scenario }) => scenario && <Open desk={desk} plan={scenario} />}</Answer>
}

function Open({ desk, plan }: { desk: Desk; plan: Plan }) {
  const [{ tab }, change] = useValues(fields)
  const locked = !plan.actions.includes('EDITED')
  // The numbers are drawn first, the rest right after: what is watched while organs are dragged does not wait for it.
  const late = useDeferredValue(useMemo(() => ({ desk, plan }), [desk, plan]))
  const onTab = useCallback((tab: Tab) => change({ tab }), [change])
  useKeys(desk, plan)
  return (
    <div className="sandbox">
      <Bar desk={desk} plan={plan} />
      <Told desk={desk} plan={plan} locked={locked} />
      <Numbers of={plan} />
      <Body {...late} tab={tab} onTab={onTab} />
    </div>
  )
}

type Late = { desk: Desk; plan: Plan }

/** What is worked on, and what it comes to. */
const Body = memo(function Body({ desk, plan, tab, onTab }: Late & { tab: Tab; onTab: (tab: Tab) => void }) {
  const { t } = useTranslation()
  const { grouping } = plan
  const locked = !plan.actions.includes('EDITED')
  return (
    <div className="sandbox-body">
      <div className="stack work">
        <div className="tabs no-print" role="group" aria-label={t('sandbox.tabs')}>
          {tabs.map((x) => <button key={x} type="button" aria-pressed={tab === x} onClick={() => onTab(x)}>{t(`sandbox.tab.${x}`)}</button>)}
        </div>
        {tab === 'groups' && (grouping ? <Board desk={desk} grouping={grouping} locked={locked} /> : <Notice title={t('sandbox.noScope')} />)}
        {tab === 'ladder' && <Ladder desk={desk} plan={plan} locked={locked} />}
        {tab === 'leaders' && <Leaders desk={desk} plan={plan} locked={locked} />}
        {tab === 'cycle' && <Cycle desk={desk} plan={plan} />}
      </div>
      <div className="stack beside">
        {grouping && <Rules of={grouping} asked={desk.result.asked} />}
        {grouping && <Frontier desk={desk} plan={plan} grouping={grouping} locked={locked} />}
        <Changes of={plan} asked={desk.result.asked} />
      </div>
    </div>
  )
})

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y), but not while a text is written. */
function useKeys(desk: Desk, plan: Plan) {
  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      const key = e.key.toLowerCase()
      if (!(e.ctrlKey || e.metaKey) || e.altKey || (key !== 'z' && key !== 'y') || (e.target as Element).closest('input, textarea, select')) return
      const redo = key === 'y' || e.shiftKey
      if (!plan.actions.includes(redo ? 'REDONE' : 'UNDONE')) return
      e.preventDefault()
      void desk.edit(redo ? { redo: true } : { undo: true })
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}
