import { useQuery } from '@tanstack/react-query'
import { tags } from '../i18n'
import { useShared } from '../address/address'

/** A file that a county can be had as. */
export type Format = { extension: string; title: string; description: string; href: string }

/** The files there are of a county, as the server lists them. */
export function useFormats(county: string) {
  const [{ lang }] = useShared()
  return useQuery({
    queryKey: ['formats', county, lang],
    enabled: county !== '',
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<Format[]> => {
      const response = await fetch(`/export/${county}`, { headers: { 'Accept-Language': tags[lang] }, signal })
      if (!response.ok) throw new Error(response.statusText)
      return ((await response.json()) as { formats: Format[] }).formats
    },
  })
}
