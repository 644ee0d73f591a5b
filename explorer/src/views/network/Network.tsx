import { useMemo } from 'react'
import { useAsk, useWorld } from '../../api/hooks'
import { Answer, Notice } from '../../design/State'
import { useTranslation } from '../../i18n'
import type { Network } from '../../pictures/network/graph'
import { NeedsCounty } from '../things/NeedsCounty'
import { useNetworkAddress } from './address'
import { Contents } from './Contents'
import { CountyNetwork, networkOf } from './county'
import { Details } from './Details'
import { Drawn, type Question } from './Drawn'
import { shownOf } from './shown'
import { Start } from './Start'
import { useWays, Ways } from './Ways'
import { Whole } from './Whole'
import './network.css'

/** Who answers to whom, who is in charge of what, who carries what: a part of the county's graph, drawn and told. */
export default function NetworkView() {
  const { t } = useTranslation()
  const world = useWorld()
  const result = useAsk(CountyNetwork, world, !!world.code)
  return (
    <NeedsCounty>
      <Answer of={result}>
        {({ county }) => county
          ? <Explored network={networkOf(county)} question={{ asked: result.asked, county: county.name }} />
          : <Notice title={t('state.empty')} hint={t('state.noCounty')} />}
      </Answer>
    </NeedsCounty>
  )
}

function Explored({ network, question }: { network: Network; question: Question }) {
  const [address] = useNetworkAddress()
  const { township, seeds, open, hide, from, to, way } = address
  const ways = useWays(network)
  const path = useMemo(() => ways.found[Math.min(way, ways.found.length - 1)]?.nodes.map((n) => n.key) ?? [from, to].filter((k) => network.things.has(k)), [ways.found, way, from, to, network])
  // Lists come anew with every address: what they say decides, not which they are.
  const [s, o, h, p] = [seeds, open, hide, path].map((list) => JSON.stringify(list))
  const shown = useMemo(() => shownOf(network, { township, seeds, opened: open, hidden: hide, path }), [network, township, s, o, h, p])
  if (!shown.things.length) return address.whole ? <Whole network={network} question={question} /> : <Start network={network} />
  return (
    <div className="network-view">
      <div className="stack">
        <Drawn network={network} shown={shown} path={ways.found.length ? path : none} question={question} />
        <Contents network={network} shown={shown} />
      </div>
      <div className="stack network-aside">
        <Details network={network} shown={shown} />
        <Ways network={network} ways={ways} />
      </div>
    </div>
  )
}

const none: string[] = []
