import { type ReactNode, useRef } from 'react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, useDrag } from 'react-aria-components'
import { Icon } from '../../../design/Icon'
import { useTranslation } from '../../../i18n'

/** Where a piece can go. */
export type Place = { id: string; label: string; title?: string }

type Props = { id: string; type: string; name: string; places: Place[]; onMove: (place: string) => void; disabled?: boolean; children?: ReactNode }

/** What is dragged, or picked up by its handle with Enter, or sent by its menu. */
export function Piece({ id, type, name, places, onMove, disabled = false, children }: Props) {
  const { t } = useTranslation()
  const handle = useRef<HTMLButtonElement>(null)
  const { dragProps, dragButtonProps, isDragging } = useDrag({
    hasDragButton: true,
    isDisabled: disabled,
    getItems: () => [{ [type]: id, 'text/plain': name }],
    getAllowedDropOperations: () => ['move'],
  })
  return (
    <li {...(disabled ? {} : dragProps)} className={isDragging ? 'piece away' : 'piece'} data-key={id}>
      {!disabled && <Button {...dragButtonProps} ref={handle} className="handle" aria-label={t('sandbox.drag', { name })}><Grip /></Button>}
      <b className="what">{name}</b>
      {!disabled && (
        <MenuTrigger>
          <Button className="button bare small">{t('sandbox.move')}<span className="unseen"> {name}</span><Icon name="down" /></Button>
          <Popover placement="bottom end">
            <Menu className="menu sandbox-places" onAction={(key) => onMove(String(key))}>
              <MenuSection>
                <Header className="quiet small">{t('sandbox.moveOf', { name })}</Header>
                {places.map((p) => <MenuItem key={p.id} id={p.id} textValue={p.label}>{p.label}{p.title && <span className="quiet small"> {p.title}</span>}</MenuItem>)}
              </MenuSection>
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
      {children}
    </li>
  )
}

const Grip = () => (
  <svg viewBox="0 0 8 14" width="8" height="14" aria-hidden="true" fill="currentColor">
    {[2, 7, 12].flatMap((y) => [2, 6].map((x) => <circle key={`${x}${y}`} cx={x} cy={y} r="1.2" />))}
  </svg>
)
