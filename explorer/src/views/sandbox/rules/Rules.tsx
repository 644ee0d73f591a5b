import { type Asked } from '../../../api/hooks'
import { Panel } from '../../../design/Panel'
import { saveCSV } from '../../../design/save'
import type { Column } from '../../../design/Table'
import { useTranslation } from '../../../i18n'
import { Checks } from '../../proposals/Checks'
import type { Grouping } from '../plan/question'
import { RuleOptions } from './RuleOptions'

type Check = Grouping['constraints'][number]

/** The rules that the grouping was held to: those it does not keep first, each with where it comes from. */
export function Rules({ of, asked }: { of: Grouping; asked: Asked }) {
  const { t } = useTranslation()
  const by = (verdict: Check['verdict']) => of.constraints.filter((c) => c.verdict === verdict)
  const [broken, attention, kept] = [by('VIOLATED'), by('ATTENTION'), by('SATISFIED')]
  const columns: Column<Check>[] = [
    { id: 'verdict', title: t('sandbox.state'), value: (c) => t(`sandbox.verdict.${c.verdict}`) },
    { id: 'text', title: t('sandbox.rule'), value: (c) => c.text },
    { id: 'detail', title: t('sandbox.detail'), value: (c) => c.detail ?? '' },
    { id: 'source', title: t('sandbox.source'), value: (c) => c.source || t('sandbox.ownRule') },
  ]
  return (
    <Panel
      asked={asked} tools={<RuleOptions />} exports={[{ id: 'csv', label: t('panel.csv'), run: () => saveCSV(t('sandbox.rules'), columns, of.constraints) }]}
      title={<>{t('sandbox.rules')} <span className={broken.length ? 'badge HIGH' : 'badge'}>{broken.length ? t('sandbox.brokenOf', { n: broken.length }) : t('sandbox.allKept')}</span></>}
    >
      <Checks of={broken} />
      <details>
        <summary>{t('sandbox.otherRules', { attention: attention.length, kept: kept.length })}</summary>
        <Checks of={[...attention, ...kept]} />
      </details>
    </Panel>
  )
}
