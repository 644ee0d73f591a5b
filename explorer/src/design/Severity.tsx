import { useTranslation } from '../i18n'

export type Severity = 'LOW' | 'MEDIUM' | 'HIGH'
export const severities: Severity[] = ['HIGH', 'MEDIUM', 'LOW']

/** A shape for each, in a square of 12, for who can't tell the colours apart. */
export const shapes: Record<Severity, string> = { HIGH: 'M6 0l6 6-6 6-6-6z', MEDIUM: 'M6 1l6 10H0z', LOW: 'M1 1h10v10H1z' }

/** How grave a finding is: a colour, a shape and a word. */
export function SeverityBadge({ of }: { of: Severity }) {
  const { t } = useTranslation()
  return (
    <span className={`badge ${of}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true"><path d={shapes[of]} /></svg>
      {t(`severity.${of}`)}
    </span>
  )
}
