import { type ReactNode, useRef } from 'react'
import { isTextDropItem, useDrop } from 'react-aria-components'

type Props = { label: string; type: string; onDrop: (key: string) => void; disabled?: boolean; className?: string; children: ReactNode }

/**
 * A place where pieces are dropped, by mouse, by touch, or by keyboard: while a piece is carried the Tab key goes from one
 * place to the next, and Enter drops.
 */
export function Zone({ label, type, onDrop, disabled = false, className = '', children }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  const { dropProps, isDropTarget } = useDrop({
    ref,
    isDisabled: disabled,
    getDropOperation: (types) => (types.has(type) ? 'move' : 'cancel'),
    onDrop: (e) => {
      const piece = e.items.find((i) => isTextDropItem(i) && i.types.has(type))
      if (piece && isTextDropItem(piece)) void piece.getText(type).then(onDrop)
    },
  })
  return (
    <div {...dropProps} ref={ref} role="group" aria-label={label} tabIndex={-1} className={`zone ${isDropTarget ? 'over' : ''} ${className}`}>
      {children}
    </div>
  )
}
