import type { ReactNode } from 'react'
import type { Asked } from '../../api/hooks'
import { Panel } from '../../design/Panel'
import { Answer, Notice } from '../../design/State'
import { useTranslation } from '../../i18n'

type Props<T> = { of: { data: { thing: T | undefined } | undefined; error: unknown; refetch: () => unknown; isPlaceholderData: boolean; asked: Asked }; title: (of: T) => ReactNode; onClose: () => void; children: (of: T) => ReactNode }

/** One thing with everything on record about it; says so where this version has no such thing. */
export function ThingPanel<T>({ of, title, onClose, children }: Props<T>) {
  const { t } = useTranslation()
  const thing = of.data?.thing
  return (
    <Panel title={thing ? title(thing) : '…'} asked={of.asked} onClose={onClose}>
      <Answer of={of}>
        {({ thing }) => thing ? <div className="stack">{children(thing)}</div> : <Notice title={t('things.gone')} hint={t('things.goneHint')} />}
      </Answer>
    </Panel>
  )
}

/** The answer of a question seen as the one thing that was asked for. */
export const only = <T, A>(result: { data: A | undefined; error: unknown; refetch: () => unknown; isPlaceholderData: boolean; asked: Asked }, pick: (answer: A) => T | undefined) => ({
  ...result, data: result.data === undefined ? undefined : { thing: pick(result.data) },
})
