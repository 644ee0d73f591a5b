import { useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useShared } from '../../address/address'
import { graphql } from '../../api/graphql'
import { useAsk } from '../../api/hooks'
import { useTranslation } from '../../i18n'
import type { Network, Thing } from '../../pictures/network/graph'

const Find = graphql(`
  query Find($text: String!, $county: String) {
    search(text: $text, county: $county, kinds: [TOWNSHIP, ORGAN, DEPARTMENT, SECTION, LEADER, DUTY], first: 30) { nodes { key matched } }
  }
`)

type Props = { label: string; placeholder: string; network: Network; onFind: (thing: Thing) => void }

/** Finds a thing of the network by part of its name, 简称 or pinyin initials. */
export function Finder({ label, placeholder, network, onFind }: Props) {
  const { t } = useTranslation()
  const [{ county, township }] = useShared()
  const [text, setText] = useState('')
  const wanted = text.trim()
  const { data } = useAsk(Find, { text: wanted, county }, wanted.length > 0)
  const found = (wanted ? (data?.search.nodes ?? []) : []).map((h) => network.things.get(h.key)).filter((x) => x !== undefined)
  // The search knows no township: what is of the one chosen comes first.
  const hits = [...found.filter((x) => x.block === township), ...found.filter((x) => x.block !== township)].slice(0, 12).map((x) => ({ ...x, id: x.key }))
  const pick = (key: unknown) => {
    const thing = network.things.get(String(key))
    if (!thing) return
    setText('')
    onFind(thing)
  }
  return (
    <ComboBox className="finder" menuTrigger="input" allowsEmptyCollection={wanted.length > 0} items={hits} inputValue={text} onInputChange={setText} selectedKey={null} onSelectionChange={pick}>
      <Label className="unseen">{label}</Label>
      <Input className="input" placeholder={placeholder} />
      <Popover className="menu hits">
        <ListBox renderEmptyState={() => <p className="quiet small">{t('search.none')}</p>}>
          {(h: Thing & { id: string }) => (
            <ListBoxItem id={h.id} textValue={h.name} className="hit">
              <b>{h.name}</b> <span className="badge">{t(`kind.${h.kind}`)}</span> <span className="quiet small">{h.block && h.kind !== 'TOWNSHIP' && network.things.get(h.block)?.name}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
