import { useMemo, useRef } from 'react'
import { type Asked, useAsk, useWorld } from '../../api/hooks'
import { useCounty } from '../../app/county'
import { Panel } from '../../design/Panel'
import { Answer, Notice } from '../../design/State'
import { useTranslation } from '../../i18n'
import { CounterpartPicture } from '../../pictures/counterparts/CounterpartPicture'
import { savePNG, saveSVG } from '../../pictures/save'
import { facingOf, overlappedOf, type Facing } from './facing'
import { useOverlapValues } from './fields'
import { OverlappedList } from './OverlappedList'
import { CounterpartsOf } from './questions'
import { PickTownship } from './PickTownship'
import { Ties } from './Ties'
import { usePictureWords } from './usePictureWords'

/** The 对口 picture of one township, with the departments that several organs answer to and the relations as a table. */
export function Picture({ aside }: { aside: boolean }) {
  const [{ township, every }] = useOverlapValues()
  const result = useAsk(CounterpartsOf, { ...useWorld(), townships: [township] }, !!township)
  if (!township) return <PickTownship />
  return (
    <div className="stack">
      <Answer of={result}>{({ county }) => county && <Drawn county={county} every={every === 'ALL'} asked={result.asked} aside={aside} />}</Answer>
    </div>
  )
}

type Props = { county: Parameters<typeof facingOf>[0]; every: boolean; asked: Asked; aside: boolean }

function Drawn({ county, every, asked, aside }: Props) {
  const facing = useMemo(() => facingOf(county, every), [county, every])
  const overlapped = useMemo(() => overlappedOf(facing.departments), [facing])
  return (
    <div className={aside ? 'drawn' : 'drawn beside'}>
      <Board facing={facing} asked={asked} />
      {!aside && <OverlappedList of={overlapped} asked={asked} />}
      <Ties facing={facing} asked={asked} />
    </div>
  )
}

function Board({ facing, asked }: { facing: Facing; asked: Asked }) {
  const { t } = useTranslation()
  const [{ township, focus, every }, change] = useOverlapValues()
  const drawing = useRef<SVGSVGElement>(null)
  const name = useCounty().data?.county?.townships.nodes.find((n) => n.key === township)?.name ?? ''
  const words = usePictureWords(facing)
  const title = `${name} · ${t('overlaps.picture')}`
  const keep = (as: typeof saveSVG | typeof savePNG) => () => void (drawing.current && as(title, drawing.current))
  return (
    <Panel
      className="board" title={title} asked={asked}
      exports={[{ id: 'svg', label: t('panel.svg'), run: keep(saveSVG) }, { id: 'png', label: t('panel.png'), run: keep(savePNG) }]}
      tools={
        <label className="order small">{t('overlaps.natures')}
          <select className="input" value={every} onChange={(e) => change({ every: e.target.value as typeof every })}>
            <option value="BUSINESS">{t('overlaps.business')}</option>
            <option value="ALL">{t('overlaps.all')}</option>
          </select>
        </label>
      }
    >
      {facing.relations.length ? (
        <>
          <div className="spread over no-print">
            <p className="quiet small">{t('overlaps.help')}</p>
            {words.focused && <button type="button" className="button bare small" onClick={() => change({ focus: '' })}>{t('overlaps.unfocus')}</button>}
          </div>
          <p className="unseen" role="status">{words.focused && t('overlaps.focused', { name: words.focused })}</p>
          <CounterpartPicture ref={drawing} label={title} {...words.picture} focus={focus} onFocus={(focus) => change({ focus })} />
          {facing.silent.length > 0 && <p className="quiet small silent">{t('overlaps.silent', { n: facing.silent.length, names: facing.silent.join(t('overlaps.comma')) })}</p>}
        </>
      ) : <Notice title={t('overlaps.noTies')} hint={t('overlaps.noTiesHint')} />}
    </Panel>
  )
}
