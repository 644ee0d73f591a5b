import { useAsk } from '../../api/hooks'
import { OverlapKinds } from './questions'

/** What a kind of overlap is called, and how it is defined. */
export function useKinds() {
  const kinds = useAsk(OverlapKinds, {}).data?.catalogue.overlapKinds ?? []
  return (kind: string) => kinds.find((k) => k.kind === kind) ?? { kind, name: '', definition: '', formula: '', necessary: '' }
}
