import { useTranslation } from '../../i18n'

type Source = { key: string; name: string; article: string | null; quote: string | null; issuer: string | null; date: string | null }

/** Where a statement comes from, with the words quoted. */
export function Sources({ of }: { of: readonly Source[] }) {
  const { t } = useTranslation()
  if (!of.length) return <p className="quiet small">{t('overlaps.noSource')}</p>
  return (
    <ul className="things-sources">
      {of.map((s) => (
        <li key={s.key}>
          <span>{s.name}</span> <span className="quiet small">{[s.issuer, s.article, s.date].filter(Boolean).join(' · ')}</span>
          {s.quote && <blockquote>{s.quote}</blockquote>}
        </li>
      ))}
    </ul>
  )
}
