import { useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { addressOf, go, useAddress, useShared } from '../address/address'
import { graphql, type ResultOf } from '../api/graphql'
import { useAsk } from '../api/hooks'
import { useTranslation } from '../i18n'

const Search = graphql(`
  query Search($text: String!, $county: String) {
    search(text: $text, county: $county, first: 12) { nodes { county kind key name township matched how } }
  }
`)
type Hit = ResultOf<typeof Search>['search']['nodes'][number]

const viewOf: Partial<Record<Hit['kind'], string>> = {
  TOWNSHIP: '/', ORGAN: '/organs', DEPARTMENT: '/departments', SECTION: '/departments', LEADER: '/leaders', DUTY: '/duties',
}

/** Finds anything by part of its name, 简称 or pinyin initials, and goes there. */
export function SearchBox() {
  const { t } = useTranslation()
  const { query } = useAddress()
  const [{ county }] = useShared()
  const [text, setText] = useState('')
  const wanted = text.trim()
  const { data } = useAsk(Search, { text: wanted, county: county || null }, wanted.length > 0)
  const hits = wanted ? (data?.search.nodes ?? []).map((h) => ({ ...h, id: `${h.county} ${h.key}` })) : []
  const open = (id: unknown) => {
    const hit = hits.find((h) => h.id === id)
    if (!hit) return
    setText('')
    const at = hit.kind === 'TOWNSHIP' ? { township: hit.key } : { key: hit.key }
    go(addressOf(viewOf[hit.kind] ?? '/', query, { county: hit.county, ...at }))
  }
  return (
    <ComboBox className="search no-print" menuTrigger="input" allowsEmptyCollection={wanted.length > 0} items={hits} inputValue={text} onInputChange={setText} selectedKey={null} onSelectionChange={open}>
      <Label className="unseen">{t('search.label')}</Label>
      <Input className="input" placeholder={t('search.placeholder')} />
      <Popover className="menu hits">
        <ListBox renderEmptyState={() => <p className="quiet small">{t('search.none')}</p>}>
          {(h: Hit & { id: string }) => (
            <ListBoxItem id={h.id} textValue={h.name} className="hit">
              <b>{h.name}</b> <span className="badge">{t(`kind.${h.kind}`)}</span> <span className="quiet small">{h.township}{h.matched !== h.name ? ` ${t('search.how', { name: h.matched })}` : ''}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
