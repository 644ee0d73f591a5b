import { useShared } from '../address/address'
import { useTranslation } from '../i18n'
import { Named } from './VersionPicker'

/** Says so while what is shown is not the county as it is. */
export function PastBanner() {
  const { t } = useTranslation()
  const [{ at, basis }, change] = useShared()
  if (!at && !basis.length) return null
  return (
    <div className="past" role="status">
      {at && <Named at={at} />}
      {basis.length > 0 && <span>{t('basis.documentOnly')}</span>}
      <button type="button" className="button bare" onClick={() => change({ at: '', basis: [] })}>{t('version.back')}</button>
    </div>
  )
}
