import { shapes } from '../../design/Severity'
import type { Department, Organ } from './CounterpartPicture'
import { type Bar, bar as barWidth, type Columns } from './layout'

type Props = { bar: Bar<Organ | Department>; side: 'left' | 'right'; columns: Columns; dim: boolean; focused: boolean; stop: boolean; said: string; onAct: () => void }

/** An organ or a department: its bar, its name, and what is said beside. */
export function EndOf({ bar: { of, y, height, lines }, side, columns, dim, focused, stop, said, onAct }: Props) {
  const tone = 'tone' in of ? of.tone : 'organ'
  const onLeft = side === 'left'
  const x = onLeft ? columns.leftText : columns.rightText
  const rows = onLeft && of.note ? [...lines, null] : lines
  const middle = y + height / 2
  const top = middle - (rows.length - 1) * 8.5 + 5
  const area = onLeft ? { x: 1, width: columns.leftBar + barWidth - 1 } : { x: columns.rightBar, width: columns.width - columns.rightBar - 1 }
  const room = Math.max(height, rows.length * 17) + 4
  return (
    <g role="button" tabIndex={stop ? 0 : -1} data-key={of.key} aria-pressed={focused} className={`end ${tone} ${dim ? 'dim' : ''} ${focused ? 'focused' : ''}`} onClick={onAct}>
      <title>{said}</title>
      <rect className="area" x={area.x} y={middle - room / 2} width={area.width} height={room} rx={6} />
      <rect className="bar" x={onLeft ? columns.leftBar : columns.rightBar} y={y} width={barWidth} height={height} rx={2} />
      {rows.map((text, i) => (
        <text key={i} className={text === null ? 'note' : 'name'} x={x} y={top + i * 17} textAnchor={onLeft ? 'end' : 'start'}>{text ?? of.note}</text>
      ))}
      {'badge' in of && of.badge && <Badge of={of} columns={columns} y={middle} />}
    </g>
  )
}

function Badge({ of, columns, y }: { of: Department; columns: Columns; y: number }) {
  const x = columns.badge
  return (
    <g className="tag">
      <rect x={x} y={y - 10} width={columns.width - x - 4} height={20} rx={10} />
      {of.tone !== 'NONE' && <path d={shapes[of.tone]} transform={`translate(${x + 10} ${y - 4.5}) scale(.75)`} />}
      <text x={x + 26} y={y + 4.5}>{of.badge}</text>
    </g>
  )
}
