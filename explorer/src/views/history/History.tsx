import { useValues } from '../../address/address'
import { whole } from '../../address/codec'
import { graphql, type ResultOf } from '../../api/graphql'
import { usePages } from '../../api/hooks'
import { revisionAt } from '../../api/version'
import { Panel } from '../../design/Panel'
import { Answer, Notice } from '../../design/State'
import { useTranslation } from '../../i18n'
import { day } from '../../i18n/numbers'
import { NeedsCounty } from '../things/NeedsCounty'
import { Difference } from './Difference'
import './history.css'

const Commits = graphql(`
  query Commits($code: String!, $after: String) {
    county(code: $code) {
      id
      history(first: 100, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { id revision effective recordedAt actor reason edits added removed changed sentences(first: 200) }
      }
    }
  }
`)
type Commit = NonNullable<ResultOf<typeof Commits>['county']>['history']['nodes'][number]

const fields = { from: whole(0), to: whole(0) }

/** The county's past: two sliders that stop at real changes, what lies between them, and every commit in words. */
export default function History() {
  const { t } = useTranslation()
  const [{ county, from, to }, change] = useValues(fields)
  const result = usePages(Commits, { code: county, after: null }, (a) => a.county?.history, !!county)
  const commits = [...result.rows].reverse()
  const last = commits.length - 1
  const place = (revision: number, usual: number) => Math.max(0, commits.findIndex((c) => c.revision === revision) === -1 ? usual : commits.findIndex((c) => c.revision === revision))
  const [a, b] = [place(from, last - 1), place(to, last)]
  return (
    <NeedsCounty>
      <Answer of={result}>
        {() => last < 0 ? <Notice title={t('history.none')} /> : (
          <div className="history">
            <Panel title={t('history.slider')} asked={result.asked}>
              <p className="quiet small">{t('history.pick')}</p>
              <Slider label={t('history.from')} of={commits} at={a} onMove={(i, done) => change({ from: commits[i]!.revision }, !done)} />
              <Slider label={t('history.to')} of={commits} at={b} onMove={(i, done) => change({ to: commits[i]!.revision }, !done)} />
              {result.more && <button type="button" className="button" onClick={result.more}>{t('table.more', { n: result.total - commits.length })}</button>}
            </Panel>
            <Difference from={commits[a]!.revision} to={commits[b]!.revision} />
            <Panel title={<>{t('history.commits')} <span className="quiet small">{t('table.total', { n: result.total })}</span></>} asked={result.asked}>
              <ol className="history-commits">
                {result.rows.map((c) => <Entry key={c.id} of={c} current={c.revision === commits[b]!.revision} onView={() => change({ at: revisionAt(c.revision) })} />)}
              </ol>
            </Panel>
          </div>
        )}
      </Answer>
    </NeedsCounty>
  )
}

/** A slider over commits: each place is one of them, none is between. */
function Slider({ label, of, at, onMove }: { label: string; of: Commit[]; at: number; onMove: (i: number, done: boolean) => void }) {
  const { t } = useTranslation()
  const c = of[at]!
  const said = `${t('version.revision', { n: c.revision })} · ${c.effective ?? day(c.recordedAt)}`
  return (
    <label className="history-slider">
      <span>{label}</span>
      <input type="range" min={0} max={of.length - 1} step={1} value={at} aria-valuetext={said} onChange={(e) => onMove(Number(e.target.value), false)} />
      <output>{said}</output>
    </label>
  )
}

function Entry({ of: c, current, onView }: { of: Commit; current: boolean; onView: () => void }) {
  const { t } = useTranslation()
  return (
    <li aria-current={current || undefined}>
      <div className="spread">
        <b>{t('version.revision', { n: c.revision })}</b>
        <span className="quiet small">{t('history.by', { actor: c.actor, day: c.effective ?? day(c.recordedAt) })}</span>
        <span className="badge">+{c.added} −{c.removed} ~{c.changed}</span>
        <button type="button" className="button bare small" onClick={onView}>{t('history.view')}</button>
      </div>
      {c.reason && <p>{c.reason}</p>}
      <details>
        <summary className="small">{t('history.sentences')} ({c.edits})</summary>
        <ul className="small">{c.sentences.map((s, i) => <li key={i}>{s}</li>)}</ul>
        {c.edits > c.sentences.length && <p className="quiet small">{t('table.rest', { n: c.edits - c.sentences.length })}</p>}
      </details>
    </li>
  )
}
