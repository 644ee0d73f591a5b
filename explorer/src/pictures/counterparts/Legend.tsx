import { shapes } from '../../design/Severity'
import type { Tone } from './CounterpartPicture'
import { size } from './layout'

/** A tone, or the line of what does not count, with its words. */
export type LegendItem = { tone: Tone | 'aside'; words: string }

/** What the ribbons' colours and shapes mean; it stands in the picture, so that an exported one has it too. */
export function Legend({ of }: { of: LegendItem[] }) {
  const at = of.map((_, i) => 4 + of.slice(0, i).reduce((x, item) => x + 56 + size(item.words) * 13, 0))
  return (
    <g className="legend">
      {of.map(({ tone, words }, i) => (
        <g key={tone} transform={`translate(${at[i]} 8)`}>
          {tone === 'aside' ? <path className="ribbon aside" d="M0 6h26" /> : <rect className={`ribbon ${tone}`} width="26" height="12" rx="3" />}
          {tone !== 'aside' && tone !== 'NONE' && <path className="mark" d={shapes[tone]} transform="translate(8.5 1.5) scale(.75)" />}
          <text x="32" y="11">{words}</text>
        </g>
      ))}
    </g>
  )
}
