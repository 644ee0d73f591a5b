import { useMemo } from 'react'
import { useShared } from '../../address/address'
import { useCounty } from '../../app/county'
import { type T, useTranslation } from '../../i18n'
import { number } from '../../i18n/numbers'
import type { Tone } from '../../pictures/counterparts/CounterpartPicture'
import { size } from '../../pictures/counterparts/layout'
import type { Faced, Facing, Relation } from './facing'
import { useOverlapValues } from './fields'

/** The picture's ends, ribbons, legend and caption in the reader's language. */
export function usePictureWords(facing: Facing) {
  const { t } = useTranslation()
  const [{ focus, every, township }] = useOverlapValues()
  const [{ at }] = useShared()
  const county = useCounty().data?.county
  const drawn = useMemo(() => ({
    organs: facing.organs.map((o) => ({ key: o.key, name: o.name, note: noteOf(o, t) })),
    departments: facing.departments.map((d) => ({ key: d.key, name: d.name, note: '', tone: toneOf(d), badge: d.organs > 1 ? t('overlaps.facing', { n: d.organs }) : '', told: toldOf(d, t) })),
    ties: facing.relations.map((r) => ({
      left: r.organ.key, right: r.department.key, weight: r.common, aside: !r.counted, said: saidOf(r, t), tone: toneOf(facing.departments.find((d) => d.key === r.department.key)),
    })),
  }), [facing, t])
  const version = at.startsWith('s:') ? t('version.scenario') : t('version.revision', { n: county?.revision ?? '' })
  const legend = (['HIGH', 'MEDIUM', 'LOW', 'NONE', 'aside'] as const).filter((tone) => tone !== 'aside' || every === 'ALL').map((tone) => ({ tone, words: t(`overlaps.legend.${tone}`) }))
  const name = county?.townships.nodes.find((n) => n.key === township)?.name ?? ''
  return {
    focused: [...facing.organs, ...facing.departments].find((e) => e.key === focus)?.name ?? '',
    picture: { ...drawn, legend, titles: [t('overlaps.organs'), t('overlaps.departments')] as [string, string], caption: t('overlaps.caption', { county: county?.name ?? '', township: name, version }) },
  }
}

const toneOf = (d: Faced | undefined): Tone => d?.finding?.severity ?? 'NONE'

/** Who is in charge of an organ; a station may only have someone who keeps in touch with it. */
export function leadersOf(organ: Facing['organs'][number], t: T): string {
  const lead = organ.charges.filter((c) => c.role === 'LEAD')
  const names = (of: typeof lead, more = '') => [...new Set(of.map((c) => c.leader.name + more))].join(t('overlaps.comma'))
  return lead.length ? names(lead) : names(organ.charges.filter((c) => c.role === 'LIAISON'), t('overlaps.share'))
}

const noteOf = (o: Facing['organs'][number], t: T) => shortened([t('overlaps.duties', { n: o.assignments.length }), leadersOf(o, t)].filter(Boolean).join(' · '))

/** As much of a note as stands beside the bars. */
function shortened(note: string) {
  if (size(note) <= 20) return note
  let cut = note
  while (size(cut) > 19) cut = cut.slice(0, -1)
  return `${cut}…`
}

const toldOf = ({ organs: n, finding }: Faced, t: T) =>
  finding ? t('overlaps.faced', { severity: t(`severity.${finding.severity}`), n, cost: number(finding.cost) }) : t('overlaps.facedFree', { n })

const saidOf = ({ organ, department, of, common }: Relation, t: T) => t('overlaps.ribbon', {
  organ: organ.name, department: department.name, nature: t(`things.nature.${of.nature}`),
  more: (of.sections.length ? t('overlaps.narrowed', { sections: of.sections.map((s) => s.name).join(t('overlaps.comma')) }) : '') + (common ? t('overlaps.common', { n: common }) : ''),
})
