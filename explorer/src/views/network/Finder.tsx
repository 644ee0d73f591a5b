import { useState } from 'react'
import { useShared } from '../../address/address'
import { graphql } from '../../api/graphql'
import { useAsk } from '../../api/hooks'
import { Find } from '../../design/Find'
import type { Network, Thing } from '../../pictures/network/graph'

const Names = graphql(`
  query Names($text: String!, $county: String) {
    search(text: $text, county: $county, kinds: [TOWNSHIP, ORGAN, DEPARTMENT, SECTION, LEADER, DUTY], first: 30) { nodes { key matched } }
  }
`)

type Props = { label: string; placeholder: string; network: Network; onFind: (thing: Thing) => void }

/** Finds a thing of the network by part of its name, 简称 or pinyin initials. */
export function Finder({ label, placeholder, network, onFind }: Props) {
  const [{ county, township }] = useShared()
  const [text, setText] = useState('')
  const wanted = text.trim()
  const { data } = useAsk(Names, { text: wanted, county }, wanted.length > 0)
  const found = (wanted ? (data?.search.nodes ?? []) : []).map((h) => network.things.get(h.key)).filter((x) => x !== undefined)
  // The search knows no township: what is of the one chosen comes first.
  const hits = [...found.filter((x) => x.block === township), ...found.filter((x) => x.block !== township)].slice(0, 12)
    .map((x) => ({ id: x.key, name: x.name, kind: x.kind, beside: (x.kind !== 'TOWNSHIP' && x.block && network.things.get(x.block)?.name) || '' }))
  return <Find className="finder" label={label} placeholder={placeholder} text={text} onText={setText} hits={hits} onPick={(key) => onFind(network.things.get(key)!)} />
}
