import { type KeyboardEvent, type Ref, useMemo, useRef, useState } from 'react'
import { type Severity, shapes } from '../../design/Severity'
import { useTranslation } from '../../i18n'
import { type Bar, columns, type End, layOut, type Link, outline } from './layout'
import './counterparts.css'

export type Tone = Severity | 'NONE'
export type Organ = End
/** A department, with what its badge says. */
export type Department = End & { tone: Tone; badge: string }
export type Tie = Link & { tone: Tone; said: string; aside: boolean }

type Props = {
  label: string
  titles: [left: string, right: string]
  organs: Organ[]
  departments: Department[]
  ties: Tie[]
  focus: string
  onFocus: (key: string) => void
  ref?: Ref<SVGSVGElement>
}

/**
 * Which organ answers to which department. A click, or Enter, on one dims what has nothing to do with it; arrow keys go from
 * one to the next, Escape leaves. Severity is told by colour, by the shape and by the words of the badge.
 */
export function CounterpartPicture({ label, titles, organs, departments, ties, focus, onFocus, ref }: Props) {
  const { left, right, ribbons, height } = useMemo(() => layOut<Organ | Department, Tie>(organs, departments, ties), [organs, departments, ties])
  const lit = useMemo(() => litBy(focus, ties), [focus, ties])
  const { stop, onKeyDown, group } = useArrows(left.map((b) => b.of.key), right.map((b) => b.of.key), focus, onFocus)
  const bar = (b: Bar<Organ | Department>, side: 'left' | 'right') => (
    <Node
      key={b.of.key} bar={b} side={side} dim={!!focus && !lit.has(b.of.key)} focused={focus === b.of.key} stop={stop === b.of.key}
      said={saidOf(b.of, ties, side)} onAct={() => onFocus(focus === b.of.key ? '' : b.of.key)}
    />
  )
  return (
    <svg ref={ref} className="counterparts" viewBox={`0 0 ${columns.width} ${height}`} role="group" aria-label={label} onKeyDown={onKeyDown}>
      <g ref={group}>
        <text className="column" x={columns.leftText} y={18} textAnchor="end">{titles[0]}</text>
        <text className="column" x={columns.rightText} y={18}>{titles[1]}</text>
        {ribbons.map((r) => (
          <path key={`${r.of.left} ${r.of.right}`} d={outline(r)} className={`ribbon ${r.of.tone} ${r.of.aside ? 'aside' : ''} ${focus && r.of.left !== focus && r.of.right !== focus ? 'dim' : ''}`}>
            <title>{r.of.said}</title>
          </path>
        ))}
        {left.map((b) => bar(b, 'left'))}
        {right.map((b) => bar(b, 'right'))}
      </g>
    </svg>
  )
}

type NodeProps = { bar: Bar<Organ | Department>; side: 'left' | 'right'; dim: boolean; focused: boolean; stop: boolean; said: string; onAct: () => void }

function Node({ bar: { of, y, height, lines }, side, dim, focused, stop, said, onAct }: NodeProps) {
  const tone = 'tone' in of ? of.tone : 'organ'
  const onLeft = side === 'left'
  const x = onLeft ? columns.leftText : columns.rightText
  const rows = onLeft && of.note ? [...lines, null] : lines
  const top = y + height / 2 - (rows.length - 1) * 8.5 + 5
  const area = onLeft ? { x: 0, width: columns.leftBar + columns.bar } : { x: columns.rightBar, width: columns.width - columns.rightBar }
  const room = Math.max(height, rows.length * 17) + 6
  return (
    <g role="button" tabIndex={stop ? 0 : -1} data-key={of.key} aria-pressed={focused} aria-label={said} className={`end ${tone} ${dim ? 'dim' : ''} ${focused ? 'focused' : ''}`} onClick={onAct}>
      <title>{said}</title>
      <rect className="area" x={area.x} y={y + height / 2 - room / 2} width={area.width} height={room} rx={6} />
      <rect className="bar" x={onLeft ? columns.leftBar : columns.rightBar} y={y} width={columns.bar} height={height} rx={2} />
      {rows.map((text, i) => (
        <text key={i} className={text === null ? 'note' : 'name'} x={x} y={top + i * 17} textAnchor={onLeft ? 'end' : 'start'}>{text ?? of.note}</text>
      ))}
      {'badge' in of && of.badge && <Badge of={of} y={y + height / 2} />}
    </g>
  )
}

function Badge({ of, y }: { of: Department; y: number }) {
  return (
    <g className="tag">
      <rect x={columns.badge} y={y - 10} width={columns.width - columns.badge - 4} height={20} rx={10} />
      {of.tone !== 'NONE' && <path d={shapes[of.tone]} transform={`translate(${columns.badge + 8} ${y - 4.5}) scale(.75)`} />}
      <text x={columns.badge + (of.tone === 'NONE' ? 10 : 21)} y={y + 4.5}>{of.badge}</text>
    </g>
  )
}

const litBy = (focus: string, ties: Tie[]) => new Set(ties.filter((t) => t.left === focus || t.right === focus).flatMap((t) => [t.left, t.right]).concat(focus))

/** What a screen reader says of an end: its name, its badge, and whom it meets. */
const saidOf = (of: Organ | Department, ties: Tie[], side: 'left' | 'right') =>
  [of.name, 'badge' in of ? of.badge : of.note, ...ties.filter((t) => t[side] === of.key).map((t) => t.said)].filter(Boolean).join('；')

/** One stop for the Tab key; arrows go from end to end, Enter focuses one, Escape leaves. */
function useArrows(left: string[], right: string[], focus: string, onFocus: (key: string) => void) {
  const [at, setAt] = useState('')
  const group = useRef<SVGGElement>(null)
  const all = [...left, ...right]
  const stop = all.includes(at) ? at : all.includes(focus) ? focus : all[0]
  const move = (key: string | undefined) => {
    if (!key) return
    setAt(key)
    group.current?.querySelector<SVGGElement>(`[data-key=${CSS.escape(key)}]`)?.focus()
  }
  const onKeyDown = (e: KeyboardEvent) => {
    const key = (e.target as Element).closest('[data-key]')?.getAttribute('data-key')
    if (!key) return
    const [mine, other] = left.includes(key) ? [left, right] : [right, left]
    const i = mine.indexOf(key)
    const acts: Record<string, () => void> = {
      ArrowDown: () => move(mine[i + 1]), ArrowUp: () => move(mine[i - 1]), Home: () => move(mine[0]), End: () => move(mine.at(-1)),
      ArrowLeft: () => mine === right && move(across(i, mine, other)), ArrowRight: () => mine === left && move(across(i, mine, other)),
      Enter: () => onFocus(focus === key ? '' : key), ' ': () => onFocus(focus === key ? '' : key), Escape: () => focus && onFocus(''),
    }
    const act = acts[e.key]
    if (!act) return
    e.preventDefault()
    setAt(key)
    act()
  }
  return { stop, onKeyDown, group }
}

const across = (i: number, mine: string[], other: string[]) => other[Math.round((i / Math.max(mine.length - 1, 1)) * (other.length - 1))]

export function ToneLabel({ tone }: { tone: Tone }) {
  const { t } = useTranslation()
  return (
    <span className="tone">
      <svg viewBox="0 0 26 12" width="26" height="12" aria-hidden="true">
        <rect className={`ribbon ${tone}`} width="26" height="12" rx="3" />
        {tone !== 'NONE' && <path className={`mark ${tone}`} d={shapes[tone]} transform="translate(8 1.5) scale(.75)" />}
      </svg>
      {t(`severity.${tone}`)}
    </span>
  )
}
