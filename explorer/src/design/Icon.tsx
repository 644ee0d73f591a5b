const paths = {
  up: 'M2 8l4-4 4 4', right: 'M4 2l4 4-4 4', more: 'M2 6h.01M6 6h.01M10 6h.01', cross: 'M3 3l6 6M9 3l-6 6', check: 'M2 6.5l2.5 2.5L10 3.5',
  down: 'M2 4l4 4 4-4',
} as const

/** A line drawing; fonts of old machines lack such signs. */
export const Icon = ({ name }: { name: keyof typeof paths }) => (
  <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round">
    <path d={paths[name]} />
  </svg>
)
