import { Suspense, useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useAddress, useShared } from '../address/address'
import { Notice } from '../design/State'
import { i18n, tags, useTranslation } from '../i18n'
import { views } from '../views/registry'
import { Boundary } from './Boundary'
import { Header } from './Header'
import { News } from './News'
import { PastBanner } from './PastBanner'
import './app.css'

export function App() {
  const { path } = useAddress()
  const [{ lang }] = useShared()
  if (i18n.language !== lang) void i18n.changeLanguage(lang)
  const { t } = useTranslation()
  const view = views.find((v) => v.path === path)
  const title = view ? t(`${view.id}.title`) : t('state.notFound')
  useEffect(() => {
    document.documentElement.lang = tags[lang]
    document.title = `${title} · ${t('product')}`
  }, [lang, title, t])
  return (
    <I18nProvider locale={tags[lang]}>
      <a className="skip" href="#main">{t('skip')}</a>
      <Header />
      <PastBanner />
      <main id="main" tabIndex={-1}>
        <h1 className="unseen">{title}</h1>
        <Boundary key={path}>
          <Suspense fallback={<div className="notice" role="status">{t('state.loading')}</div>}>
            {view ? <view.component /> : <Notice title={t('state.notFound')} hint={t('state.notFoundHint')} />}
          </Suspense>
        </Boundary>
      </main>
      <News />
    </I18nProvider>
  )
}
