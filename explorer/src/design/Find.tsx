import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useTranslation } from '../i18n'
import type { Texts } from '../i18n/zh'

/** Something found: what it is, and what tells it from others of its name. */
export type Hit = { id: string; name: string; kind: keyof Texts['kind']; beside: string }

type Props = { className: string; label: string; placeholder: string; text: string; onText: (text: string) => void; hits: Hit[]; onPick: (id: string) => void }

/** A field that offers what it finds while one types. What was picked closes the list and empties the field. */
export function Find({ className, label, placeholder, text, onText, hits, onPick }: Props) {
  const { t } = useTranslation()
  const pick = (id: unknown) => {
    if (!hits.some((h) => h.id === id)) return
    onText('')
    onPick(String(id))
  }
  return (
    <ComboBox className={className} menuTrigger="input" allowsEmptyCollection={text.trim() !== ''} items={hits} inputValue={text} onInputChange={onText} selectedKey={null} onSelectionChange={pick}>
      <Label className="unseen">{label}</Label>
      <Input className="input" placeholder={placeholder} />
      <Popover className="menu hits">
        <ListBox renderEmptyState={() => <p className="quiet small">{t('search.none')}</p>}>
          {(h: Hit) => <ListBoxItem id={h.id} textValue={h.name} className="hit"><b>{h.name}</b> <span className="badge">{t(`kind.${h.kind}`)}</span> <span className="quiet small">{h.beside}</span></ListBoxItem>}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
