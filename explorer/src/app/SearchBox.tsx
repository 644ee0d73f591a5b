import { useState } from 'react'
import { addressOf, go, useAddress, useShared } from '../address/address'
import { graphql, type ResultOf } from '../api/graphql'
import { useAsk } from '../api/hooks'
import { Find } from '../design/Find'
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
  const found = wanted ? (data?.search.nodes ?? []) : []
  const idOf = (h: Hit) => `${h.county} ${h.key}`
  const hits = found.map((h) => ({ id: idOf(h), name: h.name, kind: h.kind, beside: [h.township, h.matched !== h.name && t('search.how', { name: h.matched })].filter(Boolean).join(' ') }))
  const open = (id: string) => {
    const hit = found.find((h) => idOf(h) === id)!
    const at = hit.kind === 'TOWNSHIP' ? { township: hit.key } : { key: hit.key }
    go(addressOf(viewOf[hit.kind] ?? '/', query, { county: hit.county, ...at }))
  }
  return <Find className="search no-print" label={t('search.label')} placeholder={t('search.placeholder')} text={text} onText={setText} hits={hits} onPick={open} />
}
