import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useValues } from '../../../address/address'
import { graphql } from '../../../api/graphql'
import { useAsk } from '../../../api/hooks'
import { Icon } from '../../../design/Icon'
import { useTranslation } from '../../../i18n'
import { fields, leaves } from '../fields'

const Presets = graphql(`
  query Presets { catalogue { constraintPresets { id name text region year status always } } }
`)

/** What the planner lets in, and which rules of other places and years are held against the plan. */
export function RuleOptions() {
  const { t } = useTranslation()
  const [{ allow, presets, most }, change] = useValues(fields)
  const { data } = useAsk(Presets, {})
  const toggle = <T extends string>(list: T[], one: T) => (list.includes(one) ? list.filter((x) => x !== one) : [...list, one])
  const chosen = allow.length + presets.length + (most ? 1 : 0)
  return (
    <DialogTrigger>
      <Button className="button bare small">{t('sandbox.options')}{chosen > 0 && <span className="badge">{chosen}</span>}<Icon name="down" /></Button>
      <Popover placement="bottom end">
        <Dialog className="menu sandbox-options" aria-label={t('sandbox.options')}>
          <fieldset className="facet">
            <legend>{t('sandbox.allow')}</legend>
            {leaves.map((l) => <label key={l}><input type="checkbox" checked={allow.includes(l)} onChange={() => change({ allow: toggle(allow, l) })} /><span>{t(`sandbox.leave.${l}`)}</span></label>)}
          </fieldset>
          <label className="field">{t('sandbox.most')}<input type="number" min={0} max={64} value={most || ''} onChange={(e) => change({ most: Math.min(64, Math.max(0, Math.trunc(Number(e.target.value)))) }, true)} /></label>
          <fieldset className="facet">
            <legend>{t('sandbox.presets')}</legend>
            {data?.catalogue.constraintPresets.filter((p) => !p.always).map((p) => (
              <label key={p.id}><input type="checkbox" checked={presets.includes(p.id)} onChange={() => change({ presets: toggle(presets, p.id) })} /><span>{p.name} <span className="quiet small">{[p.region, p.year, p.status].filter(Boolean).join(' · ')}</span></span></label>
            ))}
          </fieldset>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
