import { useCounty } from '../../app/county'
import { Notice } from '../../design/State'
import { useTranslation } from '../../i18n'
import { useOverlapValues } from './fields'

/** The picture is of one township: offers them. */
export function PickTownship() {
  const { t } = useTranslation()
  const [, change] = useOverlapValues()
  const townships = useCounty().data?.county?.townships.nodes ?? []
  return (
    <div className="panel">
      <Notice title={t('overlaps.pickTownship')} hint={t('overlaps.pickTownshipHint')}>
        <div className="row pick">{townships.map((n) => <button key={n.key} type="button" className="button" onClick={() => change({ township: n.key })}>{n.name}</button>)}</div>
      </Notice>
    </div>
  )
}
