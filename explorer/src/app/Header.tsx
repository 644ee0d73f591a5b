import { Link } from '../address/Link'
import { useAddress, useShared } from '../address/address'
import { useTranslation } from '../i18n'
import { views } from '../views/registry'
import { Place } from './Place'
import { SearchBox } from './SearchBox'
import { Tools } from './Tools'

export function Header() {
  const { t } = useTranslation()
  const { path } = useAddress()
  const [{ lang }] = useShared()
  return (
    <header>
      <div className="bar">
        <Link className="brand" to="/" with={{ county: '', township: '', at: '', basis: [] }} lang={lang === 'zh' ? 'zh-CN' : 'en'}>
          <img src={new URL('../icon.svg', import.meta.url).href} alt="" width="28" height="28" />
          <span><b>{t('product')}</b><small>{t('tagline')}</small></span>
        </Link>
        <Place />
        <SearchBox />
      </div>
      <div className="bar below">
        <nav aria-label={t('nav.label')}>
          {views.map((v) => (
            <Link key={v.id} to={v.path} aria-current={v.path === path ? 'page' : undefined}>{t(`${v.id}.title`)}</Link>
          ))}
        </nav>
        <Tools />
      </div>
    </header>
  )
}
