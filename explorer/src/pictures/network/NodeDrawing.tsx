import { memo } from 'react'
import { font, isLatin, restRoom, type Spot } from './box'
import { outline } from './shapes'

type Props = { spot: Spot; organKind: string; said: string; stop: boolean; selected: boolean; dim: boolean; step: number; rest: number; onSelect: (key: string) => void; onHover: (key: string) => void }

/** One thing: a box of its kind's shape with its name, how many more are around it, and its place on a way. */
export const NodeDrawing = memo(function NodeDrawing({ spot, organKind, said, stop, selected, dim, step, rest, onSelect, onHover }: Props) {
  const { key, kind, x, y, width, height, form } = spot
  const shape = outline(kind, width, height)
  return (
    <g
      transform={`translate(${round(x)} ${round(y)})`} className={`thing ${kind} ${organKind} ${form} ${selected ? 'selected' : ''} ${dim ? 'dim' : ''} ${step ? 'on-way' : ''}`}
      onClick={() => onSelect(selected ? '' : key)} onMouseEnter={() => onHover(key)}
    >
      <path className="ground" d={shape} />
      <g className="ink" aria-hidden="true">
        <path className="box" d={shape} />
        {form === 'column' ? <Column spot={spot} /> : form === 'row' ? <Row spot={spot} alone={!rest} /> : <Spoke spot={spot} />}
        {rest > 0 && form === 'column' && <text className="rest" y={height / 2 - 5} textAnchor="middle">{short(rest)}</text>}
        {rest > 0 && form === 'row' && <text className="rest" x={width / 2 - 6} y={4.5} textAnchor="end">{short(rest)}</text>}
      </g>
      {step > 0 && (
        <g className="step" aria-hidden="true" transform={`translate(${-width / 2} ${-height / 2})`}>
          <circle r={9} />
          <text y={4.5} textAnchor="middle">{step}</text>
        </g>
      )}
      {/* What is pressed and read out lies over the drawing: a name in columns, cut or turned, is no text to be read. */}
      <path className="touch" role="button" tabIndex={stop ? 0 : -1} data-key={key} aria-pressed={selected} aria-label={said} d={shape}><title>{said}</title></path>
    </g>
  )
})

/** The exact number is told by the details; this one fits. */
const short = (rest: number) => (rest > 99 ? '99+' : `+${rest}`)

const round = (n: number) => Math.round(n * 10) / 10

// In a column brackets stand across and pauses at the upper right, as in type.
const across: Record<string, string> = { '（': '︵', '）': '︶', '(': '︵', ')': '︶', '“': '﹁', '”': '﹂', '《': '︽', '》': '︾', '—': '︱', '…': '︙' }

/** Lines downwards, the first at the right. A place for each sign, which every program that reads SVG understands. */
function Column({ spot: { lines, height } }: { spot: Spot }) {
  const room = height - restRoom
  return lines.map((line, i) => {
    const x = ((lines.length - 1) / 2 - i) * 16
    if (isLatin(line)) return <text key={i} className="name" transform={`translate(${x} ${-restRoom / 2}) rotate(90)`} y={4.5} textAnchor="middle">{line}</text>
    const signs = [...line]
    const top = -height / 2 + (room - signs.length * font.pitch) / 2 + font.pitch - 2
    const pause = (c: string) => (/[、，。]/.test(c) ? 6 : 0)
    return (
      <text key={i} className="name" textAnchor="middle" x={signs.map((c) => x + pause(c)).join(' ')} y={signs.map((c, j) => round(top + j * font.pitch - pause(c))).join(' ')}>
        {signs.map((c) => across[c] ?? c).join('')}
      </text>
    )
  })
}

/** In the middle, unless a number stands beside it. */
function Row({ spot: { lines, width }, alone }: { spot: Spot; alone: boolean }) {
  return lines.map((line, i) => (
    <text key={i} className="name" textAnchor={alone ? 'middle' : 'start'} x={alone ? 0 : round(-width / 2 + 9)} y={round((i - (lines.length - 1) / 2) * font.line + 4.5)}>{line}</text>
  ))
}

/** The name reads outwards on the right half of the ring, inwards on the left. */
function Spoke({ spot: { lines, turn = 0, width } }: { spot: Spot }) {
  const left = turn > 90 || turn < -90
  const out = width / 2 + 6
  return <text className="name" transform={`rotate(${round(left ? turn + 180 : turn)})`} x={left ? -out : out} y={4.5} textAnchor={left ? 'end' : 'start'}>{lines[0]}</text>
}
