import type { ReactNode } from 'react'
import { Refusal } from '../api/client'
import { useTranslation } from '../i18n'

/** What stands where there is nothing to show, and what to do about it. */
export const Notice = ({ title, hint, failed, children }: { title: string; hint?: string | undefined; failed?: boolean; children?: ReactNode }) => (
  <div className={failed ? 'notice failed' : 'notice'} role={failed ? 'alert' : undefined}>
    <strong>{title}</strong>
    {hint && <span>{hint}</span>}
    {children}
  </div>
)

export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation()
  const offline = error instanceof Refusal && error.code === 'OFFLINE'
  const title = offline ? t('state.offline') : error instanceof Error ? error.message : String(error)
  return (
    <Notice failed title={title} hint={offline ? t('state.offlineHint') : error instanceof Refusal ? error.hint : undefined}>
      {retry && <button type="button" className="button" onClick={retry}>{t('state.retry')}</button>}
    </Notice>
  )
}

type Result<T> = { data: T | undefined; error: unknown; isPlaceholderData?: boolean; refetch?: () => unknown }

/** The answer of a question, or why there is none yet. */
export function Answer<T>({ of, children }: { of: Result<T>; children: (data: NonNullable<T>) => ReactNode }) {
  const { t } = useTranslation()
  if (of.error) return <Failure error={of.error} retry={() => void of.refetch?.()} />
  if (of.data === undefined || of.data === null) return <div className="notice" role="status">{t('state.loading')}</div>
  return <div className={of.isPlaceholderData ? 'stale' : undefined} aria-busy={of.isPlaceholderData || undefined}>{children(of.data)}</div>
}
