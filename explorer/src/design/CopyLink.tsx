import { useState } from 'react'
import { useTranslation } from '../i18n'

/** Puts the address of what is shown into the clipboard. */
export function CopyLink({ bare = false }: { bare?: boolean }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard?.writeText(location.href)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return <button type="button" className={bare ? 'button bare small' : 'button'} onClick={() => void copy()}><span aria-live="polite">{copied ? t('copied') : t('copy')}</span></button>
}
