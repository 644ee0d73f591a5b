import { useShared } from '../address/address'
import { useTranslation } from '../i18n'
import { useVersionName } from './VersionPicker'

/** Says so while what is shown is not the county as it is. */
export function PastBanner() {
  const { t } = useTranslation()
  const [{ county, at, basis }, change] = useShared()
  const what = useVersionName(at)
  if (!county || (!at && !basis.length)) return null
  return (
    <div className="past" role="status">
      {at && <span>{t('version.past', { what })}</span>}
      {basis.length > 0 && <span>{t('basis.documentOnly')}</span>}
      <button type="button" className="button bare" onClick={() => change({ at: '', basis: [] })}>{t('version.back')}</button>
    </div>
  )
}
