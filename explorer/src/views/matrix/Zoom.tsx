import { useTranslation } from '../../i18n'
import { sizes, zoomed } from '../../pictures/heatmap/layout'

// About what fits, to start from.
const usual = 28

/** How large a cell is. */
export function Zoom({ of, onChange }: { of: number; onChange: (size: number) => void }) {
  const { t } = useTranslation()
  const at = of || usual
  return (
    <span className="row matrix-zoom" role="group" aria-label={t('matrix.zoom')}>
      <button type="button" className="button small" aria-label={t('matrix.smaller')} disabled={at <= sizes[0]!} onClick={() => onChange(zoomed(at, -1))}><Sign path="M2 6h8" /></button>
      <button type="button" className="button small" aria-pressed={!of} onClick={() => onChange(0)}>{of ? `${of} px` : t('matrix.fit')}</button>
      <button type="button" className="button small" aria-label={t('matrix.larger')} disabled={at >= sizes.at(-1)!} onClick={() => onChange(zoomed(at, 1))}><Sign path="M2 6h8M6 2v8" /></button>
    </span>
  )
}

const Sign = ({ path }: { path: string }) => <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round"><path d={path} /></svg>
