import { graphql, type FragmentOf } from '../../api/graphql'
import { Icon } from '../../design/Icon'
import { useTranslation } from '../../i18n'
import './proposals.css'

export const RuleCheck = graphql(`
  fragment RuleCheck on ConstraintCheck @_unmask { rule text source verdict detail }
`)

/** Rules that something was held to, each with its verdict and where it comes from. */
export function Checks({ of }: { of: readonly FragmentOf<typeof RuleCheck>[] }) {
  const { t } = useTranslation()
  return (
    <ul className="checks">
      {of.map((c, i) => (
        <li key={c.rule + i} className={c.verdict}>
          <span className="verdict"><Icon name={c.verdict === 'SATISFIED' ? 'check' : c.verdict === 'VIOLATED' ? 'cross' : 'more'} />{t(`sandbox.verdict.${c.verdict}`)}</span>
          <span>{c.text}{c.detail && <b className="small"> {c.detail}</b>}<span className="quiet small source">{c.source || t('sandbox.ownRule')}</span></span>
        </li>
      ))}
    </ul>
  )
}
