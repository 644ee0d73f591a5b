import type { ReactNode } from 'react'
import { useShared } from '../../address/address'
import { useCounties } from '../../app/county'
import { Notice } from '../../design/State'
import { useTranslation } from '../../i18n'

/** What is of one county asks for it first, and offers those there are. */
export function NeedsCounty({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [{ county }, change] = useShared()
  const counties = useCounties().data ?? []
  if (county) return children
  return (
    <Notice title={t('state.noCounty')}>
      <div className="row">{counties.slice(0, 20).map((c) => <button key={c.code} type="button" className="button" onClick={() => change({ county: c.code })}>{c.name}</button>)}</div>
    </Notice>
  )
}
