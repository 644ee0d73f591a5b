import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link } from '../address/Link'
import { useShared } from '../address/address'
import { useFollow } from '../api/follow'
import { graphql, type ResultOf } from '../api/graphql'
import { useTranslation } from '../i18n'

const Commits = graphql(`
  subscription Commits($county: String) { commitBatches(county: $county) { commits { county revision actor reason } } }
`)
type Commit = ResultOf<typeof Commits>['commitBatches']['commits'][number]

/** Keeps what is shown as new as the data, and says in a county what has changed. */
export function News() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [{ county }] = useShared()
  const [last, setLast] = useState<Commit>()
  const renew = useMemo(() => together(400, () => void client.invalidateQueries()), [client])
  useFollow(Commits, { county: county || null }, {
    next: ({ commitBatches: { commits } }) => (setLast(commits.at(-1)), renew()),
    missed: renew,
  })
  const of = last?.county === county ? last : undefined
  return (
    <div className="news no-print" role="status">
      {of && (
        <p>
          <span><b>{t('news.newest', { n: of.revision })}</b> {of.reason} <span className="quiet small">{of.actor}</span></span>
          <Link to="/history" with={{ at: '', from: String(of.revision - 1), to: String(of.revision) }}>{t('news.see')}</Link>
          <button type="button" className="button bare" onClick={() => setLast(undefined)}>{t('panel.close')}</button>
        </p>
      )}
    </div>
  )
}

/** Runs a task once for all calls that come within so many milliseconds. */
function together(pause: number, task: () => void) {
  let due: ReturnType<typeof setTimeout> | undefined
  return () => {
    due ??= setTimeout(() => ((due = undefined), task()), pause)
  }
}
