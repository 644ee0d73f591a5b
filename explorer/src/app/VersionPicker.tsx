import { useState } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useShared } from '../address/address'
import { graphql } from '../api/graphql'
import { useAsk } from '../api/hooks'
import { revisionAt, scenarioAt } from '../api/version'
import { Icon } from '../design/Icon'
import { useTranslation } from '../i18n'

const Versions = graphql(`
  query Versions($code: String!) {
    county(code: $code) {
      id revision
      history(first: 20) { totalCount nodes { revision effective reason } }
      scenarios(first: 20) { nodes { id title stateName } }
    }
  }
`)

/** Chooses what is read: now, a revision, a day, or what a scenario leads to. */
export function VersionPicker() {
  const { t } = useTranslation()
  const [{ at }] = useShared()
  return (
    <DialogTrigger>
      <Button className="button"><span className="unseen">{t('where.version')}</span>{at ? <Named at={at} /> : t('where.now')}<Icon name="down" /></Button>
      <Popover placement="bottom start">
        <Dialog className="menu versions" aria-label={t('where.version')}>{({ close }) => <Choices close={close} />}</Dialog>
      </Popover>
    </DialogTrigger>
  )
}

const TitleOf = graphql(`
  query TitleOf($id: ID!) { scenario(id: $id) { title } }
`)

/** What a version is called in a sentence: a scenario by its title. */
export function useVersionName(at: string) {
  const { t } = useTranslation()
  const title = useTitle(at)
  if (at.startsWith('s:')) return title ? t('version.of', { title }) : t('version.ofScenario')
  return /^r\d+$/.test(at) ? t('version.ofRevision', { n: at.slice(1) }) : t('version.ofDay', { day: at })
}

function useTitle(at: string) {
  const id = at.startsWith('s:') ? at.slice(2) : ''
  const { data, isPlaceholderData } = useAsk(TitleOf, { id }, id !== '')
  return isPlaceholderData ? undefined : data?.scenario?.title
}

/** What a version is called for short. */
function Named({ at }: { at: string }) {
  const { t } = useTranslation()
  const title = useTitle(at)
  if (at.startsWith('s:')) return <>{title && title.length <= 12 ? title : t('version.scenario')}</>
  return <>{/^r\d+$/.test(at) ? t('version.revision', { n: at.slice(1) }) : t('version.day', { day: at })}</>
}

function Choices({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const [{ county, at }, change] = useShared()
  const [day, setDay] = useState('')
  const { data } = useAsk(Versions, { code: county })
  const pick = (next: string) => (change({ at: next }), close())
  return (
    <div className="stack">
      <ul>
        <li><button type="button" className="button bare" aria-pressed={!at} onClick={() => pick('')}>{t('version.now')}</button></li>
        {data?.county?.history.nodes.map((c) => (
          <li key={c.revision}>
            <button type="button" className="button bare" aria-pressed={at === revisionAt(c.revision)} onClick={() => pick(revisionAt(c.revision))}>
              {t('version.revision', { n: c.revision })} <span className="quiet small">{c.effective} {c.reason}</span>
            </button>
          </li>
        ))}
        {data?.county?.scenarios.nodes.map((s) => (
          <li key={s.id}>
            <button type="button" className="button bare" aria-pressed={at === scenarioAt(s.id)} onClick={() => pick(scenarioAt(s.id))}>
              {t('version.scenario')} <span className="quiet small">{s.title} · {s.stateName}</span>
            </button>
          </li>
        ))}
      </ul>
      <form className="row" onSubmit={(e) => (e.preventDefault(), day && pick(day))}>
        <label className="field">{t('version.pickDay')}<input type="date" value={day} onChange={(e) => setDay(e.target.value)} /></label>
        <button className="button" disabled={!day}>{t('version.go')}</button>
      </form>
    </div>
  )
}
