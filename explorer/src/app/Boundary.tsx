import { Component, type ReactNode } from 'react'
import { Notice } from '../design/State'
import { i18n } from '../i18n'

/** Keeps a fault of one view from taking the page with it. */
export class Boundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {}

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <Notice failed title={i18n.t('state.broken')} hint={i18n.t('state.brokenHint')}>
        <code className="small">{error.message}</code>
      </Notice>
    )
  }
}
