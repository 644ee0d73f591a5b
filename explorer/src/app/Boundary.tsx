import { Component, type ReactNode, useEffect, useState } from 'react'
import { Refusal } from '../api/client'
import { Failure, Notice } from '../design/State'
import { i18n, useTranslation } from '../i18n'
import { isUnloaded, reachable } from './unloaded'

/** Keeps a fault of one view from taking the page with it. */
export class Boundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {}

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    if (isUnloaded(error)) return <Unloaded />
    return (
      <Notice failed title={i18n.t('state.broken')} hint={i18n.t('state.brokenHint')}>
        <code className="small">{error.message}</code>
      </Notice>
    )
  }
}

/** A browser may keep a failed import for good, so it is tried again by a reload (the address is the state); but only once the server answers, else the page itself would be lost. */
function Unloaded() {
  const { t } = useTranslation()
  const [offline, setOffline] = useState<boolean>()
  useEffect(() => void reachable().then((there) => setOffline(!there)), [])
  const retry = () => void reachable().then((there) => (there ? location.reload() : setOffline(true)))
  if (offline === undefined) return <div className="notice" role="status">{t('state.loading')}</div>
  if (offline) return <Failure error={new Refusal('OFFLINE', '')} retry={retry} />
  return <Notice failed title={t('state.unloaded')} hint={t('state.unloadedHint')}><button type="button" className="button" onClick={retry}>{t('state.reload')}</button></Notice>
}
