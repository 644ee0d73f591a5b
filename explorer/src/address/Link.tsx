import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { addressOf, type Change, go, useAddress } from './address'

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { to: string; with?: Change }

/** A link to a view; a click with a modifier opens it elsewhere, as links do. */
export function Link({ to, with: change, onClick, ...rest }: Props) {
  const { query } = useAddress()
  const href = addressOf(to, query, change)
  const follow = (e: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(e)
    if (e.defaultPrevented || e.button || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return
    e.preventDefault()
    go(href)
  }
  return <a href={href} onClick={follow} {...rest} />
}
