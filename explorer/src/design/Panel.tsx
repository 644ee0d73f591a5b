import { type ReactNode, useId } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { Asked } from '../api/hooks'
import { queryAddress } from '../api/query'
import { useTranslation } from '../i18n'
import { Icon } from './Icon'

export type ExportItem = { id: string; label: string; run: () => void }

type Props = { title: ReactNode; asked?: Asked | undefined; exports?: ExportItem[]; tools?: ReactNode; onClose?: () => void; children: ReactNode; className?: string }

/** A titled part of a page, with the question behind it and what can be taken along. */
export function Panel({ title, asked, exports, tools, onClose, children, className = '' }: Props) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <div className="head">
        <h2 id={id}>{title}</h2>
        <div className="row no-print">
          {tools}
          {asked && <a className="button bare small" href={queryAddress(asked)} target="_blank" rel="noreferrer">{t('panel.query')}</a>}
          {!!exports?.length && (
            <MenuTrigger>
              <Button className="button bare small">{t('panel.menu')}<Icon name="down" /></Button>
              <Popover placement="bottom end">
                <Menu className="menu" onAction={(key) => exports.find((e) => e.id === key)?.run()}>
                  {exports.map((e) => <MenuItem key={e.id} id={e.id}>{e.label}</MenuItem>)}
                </Menu>
              </Popover>
            </MenuTrigger>
          )}
          {onClose && <button type="button" className="button bare" aria-label={t('panel.close')} onClick={onClose}><Icon name="cross" /></button>}
        </div>
      </div>
      <div className="body">{children}</div>
    </section>
  )
}
