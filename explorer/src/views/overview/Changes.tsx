import { Link } from '../../address/Link'
import { useShared } from '../../address/address'
import { graphql } from '../../api/graphql'
import { useAsk, useWorld } from '../../api/hooks'
import { revisionAt } from '../../api/version'
import { Panel } from '../../design/Panel'
import { Answer } from '../../design/State'
import { useTranslation } from '../../i18n'
import { day } from '../../i18n/numbers'

const LatestChanges = graphql(`
  query LatestChanges($code: String!, $at: VersionInput) {
    county(code: $code, at: $at) { id history(first: 5) { totalCount nodes { id revision effective recordedAt actor reason edits sentences(first: 3) } } }
  }
`)

/** The latest commits up to the version looked at, each with its first sentences. */
export function Changes() {
  const { t } = useTranslation()
  const [, change] = useShared()
  const { code, at } = useWorld()
  const result = useAsk(LatestChanges, { code, at })
  return (
    <Panel title={t('overview.changes')} asked={result.asked} tools={<Link className="button bare small" to="/history">{t('overview.more')}</Link>}>
      <Answer of={result}>
        {({ county }) => (
          <ol className="changes">
            {county?.history.nodes.map((c) => (
              <li key={c.id}>
                <div className="spread">
                  <button type="button" className="button bare" onClick={() => change({ at: revisionAt(c.revision) })}>{t('version.revision', { n: c.revision })}</button>
                  <span className="quiet small">{t('overview.by', { actor: c.actor, day: c.effective ?? day(c.recordedAt) })}</span>
                </div>
                {c.reason && <p>{c.reason}</p>}
                <ul className="quiet small">
                  {c.sentences.map((s, i) => <li key={i}>{s}</li>)}
                  {c.edits > c.sentences.length && <li>{t('table.rest', { n: c.edits - c.sentences.length })}</li>}
                </ul>
              </li>
            ))}
          </ol>
        )}
      </Answer>
    </Panel>
  )
}
