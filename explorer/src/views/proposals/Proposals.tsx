import { useValues } from '../../address/address'
import { list, text } from '../../address/codec'
import { usePages, useWorld } from '../../api/hooks'
import type { Column } from '../../design/Table'
import { useTranslation } from '../../i18n'
import { number } from '../../i18n/numbers'
import { Browse } from '../things/Browse'
import { NeedsCounty } from '../things/NeedsCounty'
import { OnePage } from './OnePage'
import { type Kind, LadderOf, type Rung, useRungNames } from './question'

const fields = { kinds: list<Kind>(), proposal: text() }

/** 优化建议: what could be done about the overlaps of the county or township, the greatest net gain first. */
export default function Proposals() {
  return <NeedsCounty><Here /></NeedsCounty>
}

function Here() {
  const { t } = useTranslation()
  const [{ kinds, proposal, township }, change] = useValues(fields)
  const { rungs, nameOf } = useRungNames()
  const scope = township ? { townships: [township] } : null
  const result = usePages(LadderOf, { ...useWorld(), scope, rules: null, kinds: kinds.length ? kinds : null, after: null }, (a) => a.county?.proposals)
  const columns: Column<Rung>[] = [
    { id: 'kind', title: t('sandbox.rung'), value: (r) => nameOf(r.kind), show: (r) => <span className="badge">{nameOf(r.kind)}</span> },
    { id: 'title', title: t('sandbox.proposal'), value: (r) => r.title, show: (r) => <b>{r.title}</b> },
    ...(township ? [] : [{ id: 'township', short: true, title: t('where.township'), value: (r: Rung) => r.township?.name ?? t('where.allTownships') }]),
    ...(['gain', 'price', 'netGain'] as const).map((k) => ({ id: k, title: t(`sandbox.${k}`), number: true, value: (r: Rung) => r[k], show: (r: Rung) => number(r[k]) })),
  ]
  return (
    <Browse
      title={t('proposals.title')} columns={columns} list={result} rowKey={(r) => r.id} chosen={proposal} onChoose={(proposal) => change({ proposal })}
      facets={
        <label className="field">{t('sandbox.rung')}
          <select value={kinds[0] ?? ''} onChange={(e) => change({ kinds: e.target.value ? [e.target.value as Kind] : [] })}>
            <option value="">{t('proposals.all')}</option>
            {rungs.map((r) => <option key={r.kind} value={r.kind}>{r.name}</option>)}
          </select>
        </label>
      }
    >
      <OnePage key={proposal} of={proposal} nameOf={nameOf} onClose={() => change({ proposal: '' })} />
    </Browse>
  )
}
