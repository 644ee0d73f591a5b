import type { ReactNode } from 'react'
import { Link } from '../../address/Link'
import { addressOf, go, useAddress, useShared } from '../../address/address'
import { useCounties, useCounty, useNoSuchCounty } from '../../app/county'
import { Notice } from '../../design/State'
import { useTranslation } from '../../i18n'

/** What is of one county asks for it first, and offers those there are; of one with nothing in it yet it says so. */
export function NeedsCounty({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [{ county }] = useShared()
  if (!county) return <Notice title={t('state.noCounty')}><Choice /></Notice>
  return <KnownCounty><Bare>{children}</Bare></KnownCounty>
}

/** Nothing is said of a county that is not there but that. */
export function KnownCounty({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [{ county: code }] = useShared()
  if (useNoSuchCounty()) return <Notice title={t('state.noSuchCounty', { code })} hint={t('state.noSuchCountyHint')}><Choice /></Notice>
  return children
}

function Choice() {
  const { t } = useTranslation()
  const { path, query } = useAddress()
  const counties = useCounties().data ?? []
  const choose = (county: string) => go(addressOf(path, query, { county, township: '', at: '' }))
  return (
    <div className="row">
      {counties.slice(0, 20).map((c) => <button key={c.code} type="button" className="button" onClick={() => choose(c.code)}>{c.name}</button>)}
      {counties.length > 20 && <Link to="/" with={{ county: '', township: '', at: '', basis: [] }}>{t('where.allCounties')}</Link>}
    </div>
  )
}

function Bare({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [{ at, basis }] = useShared()
  const { data, isPlaceholderData } = useCounty()
  const bare = !at && !basis.length && !isPlaceholderData && data?.county?.townships.nodes.length === 0 && data.county.departments.totalCount === 0
  if (!bare) return children
  return (
    <div className="stack">
      <div className="panel"><Notice title={t('state.bare')} hint={t('state.bareHint')}><Link className="button" to="/import">{t('state.toImport')}</Link></Notice></div>
      {children}
    </div>
  )
}
