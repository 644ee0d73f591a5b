import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useShared } from '../address/address'
import { useFormats } from '../api/formats'
import { versionOf } from '../api/version'
import { Icon } from '../design/Icon'
import { useTranslation } from '../i18n'
import { useCounty } from './county'

/** The county as a file, in the version and on the bases that are looked at. What a scenario leads to is no version of it. */
export function Downloads() {
  const { t } = useTranslation()
  const [{ county, at, basis }] = useShared()
  const there = useCounty().data?.county?.code === county
  const formats = useFormats(there ? county : '').data
  const version = versionOf(at)
  if (!formats || (version && 'scenario' in version)) return null
  const query = new URLSearchParams(basis.map((b) => ['basis', b]))
  for (const [name, value] of Object.entries(version ?? {})) query.set(name, String(value))
  return (
    <MenuTrigger>
      <Button className="button">{t('download')}<Icon name="down" /></Button>
      <Popover placement="bottom end">
        <Menu className="menu downloads" aria-label={t('download')}>
          {formats.map((f) => (
            <MenuItem key={f.extension} href={`${f.href}?${query}`} download textValue={f.title}>{f.title} <span className="quiet small">.{f.extension}</span></MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
