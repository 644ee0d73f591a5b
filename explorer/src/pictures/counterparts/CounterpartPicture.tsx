import { type Ref, useMemo } from 'react'
import type { Severity } from '../../design/Severity'
import { EndOf } from './EndOf'
import { columnsOf, type End, head, layOut, type Link, middle, outline } from './layout'
import { Legend, type LegendItem } from './Legend'
import { useArrows } from './useArrows'
import { useWidth } from './useWidth'
import './counterparts.css'

export type Tone = Severity | 'NONE'
export type Organ = End
/** A department, with what its badge says. */
export type Department = End & { tone: Tone; badge: string; told: string }
/** A relation; one that does not count in overlaps is drawn as a line aside. */
export type Tie = Link & { tone: Tone; said: string; aside: boolean }

type Props = {
  label: string
  titles: [left: string, right: string]
  caption: string
  legend: LegendItem[]
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
export function CounterpartPicture({ label, titles, caption, legend, organs, departments, ties, focus, onFocus, ref }: Props) {
  const { left, right, ribbons, height } = useMemo(() => layOut<Organ | Department, Tie>(organs, departments, ties), [organs, departments, ties])
  const [width, board] = useWidth()
  const columns = columnsOf(width)
  const known = left.some((b) => b.of.key === focus) || right.some((b) => b.of.key === focus)
  const at = known ? focus : ''
  const lit = useMemo(() => new Set(ties.filter((t) => t.left === at || t.right === at).flatMap((t) => [t.left, t.right]).concat(at)), [at, ties])
  const { stop, onKeyDown, group } = useArrows(left.map((b) => b.of.key), right.map((b) => b.of.key), at, onFocus)
  const drawn = at ? [...ribbons].sort((a, b) => Number(touches(a.of, at)) - Number(touches(b.of, at))) : ribbons
  return (
    <div ref={board} className="counterparts-board">
      <svg ref={ref} className="counterparts" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label={label} onKeyDown={onKeyDown}>
        <Legend of={legend} />
        <g ref={group}>
          <text className="column" x={columns.leftText} y={head - 10} textAnchor="end">{titles[0]}</text>
          <text className="column" x={columns.rightText} y={head - 10}>{titles[1]}</text>
          {drawn.map((r) => (
            <path
              key={`${r.of.left} ${r.of.right} ${r.of.aside}`} d={r.of.aside ? middle(r, columns) : outline(r, columns)}
              className={`ribbon ${r.of.aside ? 'aside' : r.of.tone} ${at && !touches(r.of, at) ? 'dim' : ''} ${at && touches(r.of, at) ? 'lit' : ''}`}
            >
              <title>{r.of.said}</title>
            </path>
          ))}
          {[...left, ...right].map((b, i) => (
            <EndOf
              key={b.of.key} bar={b} side={i < left.length ? 'left' : 'right'} columns={columns} dim={!!at && !lit.has(b.of.key)} focused={at === b.of.key} stop={stop === b.of.key}
              said={saidOf(b.of, ties, i < left.length ? 'left' : 'right')} onAct={() => onFocus(at === b.of.key ? '' : b.of.key)}
            />
          ))}
        </g>
        <text className="caption" x={width - 4} y={height - 6} textAnchor="end">{caption}</text>
      </svg>
    </div>
  )
}

const touches = (t: Tie, key: string) => t.left === key || t.right === key

/** What a screen reader says of an end: its name, how grave, and whom it meets. */
const saidOf = (of: Organ | Department, ties: Tie[], side: 'left' | 'right') =>
  [of.name, 'told' in of ? of.told : of.note, ...ties.filter((t) => t[side] === of.key).map((t) => t.said)].filter(Boolean).join('；')
