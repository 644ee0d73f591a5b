import { useTranslation } from '../../i18n'
import { NeedsCounty } from '../things/NeedsCounty'
import { Cases } from './Cases'
import { Detail } from './Detail'
import { useOverlapValues } from './fields'
import { Filters } from './Filters'
import { List } from './List'
import { Picture } from './Picture'
import './overlaps.css'

/** What makes coordination cost: as a list, drawn for one township, or by what was decided; and one of them in full. */
export default function Overlaps() {
  return <NeedsCounty><Here /></NeedsCounty>
}

const titles = { list: 'overlaps.list', picture: 'overlaps.picture', cases: 'overlaps.records' } as const

function Here() {
  const { t } = useTranslation()
  const [{ tab, overlap }, change] = useOverlapValues()
  return (
    <div className="stack">
      <div className="tabs no-print" role="group" aria-label={t('overlaps.title')}>
        {(['list', 'picture', 'cases'] as const).map((x) => <button key={x} type="button" aria-pressed={tab === x} onClick={() => change({ tab: x })}>{t(titles[x])}</button>)}
      </div>
      <div className={`overlaps ${tab} ${overlap ? 'open' : ''}`}>
        {tab === 'list' && <><Filters /><List /></>}
        {tab === 'picture' && <Picture aside={!!overlap} />}
        {tab === 'cases' && <Cases />}
        {overlap && <Detail key={overlap} of={overlap} onClose={() => change({ overlap: '' })} />}
      </div>
    </div>
  )
}
