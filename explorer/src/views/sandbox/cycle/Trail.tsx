import { Panel } from '../../../design/Panel'
import { useTranslation } from '../../../i18n'
import { day } from '../../../i18n/numbers'
import type { CycleData } from './question'

/** Who did what with the plan, the newest first. */
export function Trail({ of }: { of: CycleData }) {
  const { t } = useTranslation()
  return (
    <Panel title={<>{t('sandbox.trail')} <span className="quiet small">{t('table.total', { n: of.trail.length })}</span></>}>
      <ol className="sandbox-trail">
        {[...of.trail].reverse().slice(0, 60).map((e, i) => <li key={i}><b>{e.label}</b> <span className="quiet small">{e.actor} · {day(e.time)}</span>{e.note && <div className="small">{e.note}</div>}</li>)}
      </ol>
    </Panel>
  )
}
