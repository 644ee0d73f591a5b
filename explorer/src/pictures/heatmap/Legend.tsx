import { shapes } from '../../design/Severity'
import { useTranslation } from '../../i18n'
import type { Tone } from './grid'

const tones: Tone[] = ['HIGH', 'MEDIUM', 'LOW', 'NONE']
/** One sign for a relation, what it means, and whether it is the main one. */
export type Sign = { mark: string; means: string; main: boolean }

/** What colours, shapes and signs of a heat map mean. */
export function Legend({ signs }: { signs: Sign[] }) {
  const { t } = useTranslation()
  return (
    <div className="heat-legend">
      {tones.map((tone) => (
        <span key={tone}>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <rect width="20" height="20" fill={`var(--heat-${tone.toLowerCase()})`} />
            {tone !== 'NONE' && <path d={shapes[tone]} transform="translate(5.5 5.5) scale(.75)" fill={`var(--heat-${tone.toLowerCase()}-ink)`} />}
          </svg>
          {t(`severity.${tone}`)}
        </span>
      ))}
      {signs.map(({ mark, means, main }) => (
        <span key={mark + means}>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <rect x="1" y="1" width="18" height="18" fill={main ? 'var(--heat-none)' : 'var(--raised)'} stroke="var(--heat-none)" strokeWidth="2" />
            <text x="10" y="14.5" textAnchor="middle" fontSize="12" fontWeight="600" fill={main ? 'var(--heat-none-ink)' : 'var(--ink-soft)'}>{mark}</text>
          </svg>
          {means}
        </span>
      ))}
    </div>
  )
}
