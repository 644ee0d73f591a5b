import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { idOf } from '../../pictures/network/graph'
import { force, squeezed } from '../../pictures/network/force'
import { layered, type Layout } from '../../pictures/network/layered'
import { ring } from '../../pictures/network/ring'
import type { Shown } from './shown'

/** Where everything stands. The force layout loads Cytoscape when it is first asked for, and takes a moment. */
export function useLayout(kind: 'layered' | 'force' | 'ring', { things, ties }: Shown, width: number): { layout: Layout | undefined; busy: boolean } {
  const at = useMemo(() => (kind === 'layered' ? (width ? layered(things, ties, width) : undefined) : kind === 'ring' ? ring(things, ties) : undefined), [kind, things, ties, width])
  const forced = useQuery({
    queryKey: ['force layout', things.map((t) => t.key), ties.map(idOf)],
    queryFn: () => force(things, ties),
    enabled: kind === 'force',
    staleTime: Infinity,
  })
  const inWidth = useMemo(() => forced.data && width > 600 ? squeezed(forced.data, width) : forced.data, [forced.data, width])
  return kind === 'force' ? { layout: inWidth, busy: forced.isFetching } : { layout: at, busy: false }
}
