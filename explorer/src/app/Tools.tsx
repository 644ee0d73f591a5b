import { useEffect, useState } from 'react'
import { useShared } from '../address/address'
import { CopyLink } from '../design/CopyLink'
import { useTranslation } from '../i18n'
import { Downloads } from './Downloads'

const kept = 'tiaokuai:theme'
const dark = () => (localStorage.getItem(kept) ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark'

/** Language, theme, and the link to what is shown. */
export function Tools() {
  const { t } = useTranslation()
  const [{ lang }, change] = useShared()
  const [isDark, setDark] = useState(dark)
  useEffect(() => {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  }, [isDark])
  const turn = () => {
    localStorage.setItem(kept, isDark ? 'light' : 'dark')
    setDark(!isDark)
  }
  return (
    <div className="row no-print tools">
      <Downloads />
      <CopyLink />
      <button type="button" className="button" onClick={turn}>{isDark ? t('theme.light') : t('theme.dark')}</button>
      <button type="button" className="button" lang={lang === 'zh' ? 'en' : 'zh-CN'} onClick={() => change({ lang: lang === 'zh' ? 'en' : 'zh' })}>{t('language')}</button>
    </div>
  )
}
