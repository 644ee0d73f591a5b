import { useTranslation } from '../../i18n'
import { NeedsCounty } from '../things/NeedsCounty'
import { Detail } from './Detail'
import { useOverlapValues } from './fields'
import { Filters } from './Filters'
import { List } from './List'
import { Picture } from './Picture'
import './overlaps.css'

/** What makes coordination cost: as a list, or drawn for one township; and one of them in full. */
export default function Overlaps() {
  return <NeedsCounty><Here /></NeedsCounty>
}

function Here() {
  const { t } = useTranslation()
  const [values, change] = useOverlapValues()
  const { tab, overlap } = values
  const close = () => change({ overlap: '' })
  return (
    <div className="stack">
      <div className="tabs no-print" role="group" aria-label={t('overlaps.title')}>
        <button type="button" aria-pressed={tab === 'list'} onClick={() => change({ tab: 'list' })}>{t('overlaps.list')}</button>
        <button type="button" aria-pressed={tab === 'picture'} onClick={() => change({ tab: 'picture' })}>{t('overlaps.picture')}</button>
      </div>
      <div className={`overlaps ${tab} ${overlap ? 'open' : ''}`}>
        {tab === 'list' ? <><Filters /><List /></> : <Picture />}
        {overlap && <Detail key={overlap} of={overlap} onClose={close} />}
      </div>
    </div>
  )
}
