import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TadaDocumentNode } from 'gql.tada'
import { useShared } from '../address/address'
import { ask, textOf } from './client'
import { versionOf } from './version'

/** What a panel shows with the question it asked, for "show the query". */
export type Asked = { document: object; variables: unknown }

/** Asks, and keeps showing the last answer while the next is on its way. */
export function useAsk<T, V>(document: TadaDocumentNode<T, V>, variables: V, enabled = true) {
  const [{ lang }] = useShared()
  const result = useQuery({
    queryKey: [textOf(document), variables, lang],
    queryFn: ({ signal }) => ask(document, variables, lang, signal),
    placeholderData: keepPreviousData,
    enabled,
  })
  return { ...result, asked: { document, variables } satisfies Asked }
}

type Page<N> = { nodes: N[]; totalCount?: number; pageInfo: { hasNextPage: boolean; endCursor: string | null } }

/** Reads a connection to its end. */
async function toTheEnd<T, V extends { after?: string | null }, N>(document: TadaDocumentNode<T, V>, variables: V, pageOf: (answer: T) => Page<N> | undefined, lang: string, signal?: AbortSignal): Promise<N[]> {
  const rows: N[] = []
  for (let after: string | null = null; ; ) {
    const page = pageOf(await ask(document, { ...variables, after }, lang, signal))
    rows.push(...(page?.nodes ?? []))
    if (!page?.pageInfo.hasNextPage) return rows
    after = page.pageInfo.endCursor
  }
}

/** Asks for a whole connection. */
export function useAll<T, V extends { after?: string | null }, N>(document: TadaDocumentNode<T, V>, variables: V, pageOf: (answer: T) => Page<N> | undefined) {
  const [{ lang }] = useShared()
  const result = useQuery({ queryKey: [textOf(document), variables, lang, 'all'], queryFn: ({ signal }) => toTheEnd(document, variables, pageOf, lang, signal), placeholderData: keepPreviousData })
  return { ...result, asked: { document, variables } satisfies Asked }
}

/** Asks for a connection page by page: `rows` are those of all pages read, `more` reads the next, if there is one, `every` gives the rows of all pages, to take along. */
export function usePages<T, V extends { after?: string | null }, N>(document: TadaDocumentNode<T, V>, variables: V, pageOf: (answer: T) => Page<N> | undefined, enabled = true) {
  const [{ lang }] = useShared()
  const result = useInfiniteQuery({
    queryKey: [textOf(document), variables, lang, 'pages'],
    queryFn: ({ signal, pageParam }) => ask(document, { ...variables, after: pageParam }, lang, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => {
      const page = pageOf(last)
      return page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined
    },
    placeholderData: keepPreviousData,
    enabled,
  })
  const pages = result.data?.pages ?? []
  return {
    error: result.error,
    refetch: result.refetch,
    isPlaceholderData: result.isPlaceholderData,
    data: pages[0],
    rows: pages.flatMap((p) => pageOf(p)?.nodes ?? []),
    total: pages[0] ? (pageOf(pages[0])?.totalCount ?? 0) : 0,
    more: result.hasNextPage ? () => void result.fetchNextPage() : undefined,
    every: () => toTheEnd(document, variables, pageOf, lang),
    asked: { document, variables } satisfies Asked,
  }
}

/** A change. All answers are asked for anew afterwards. */
export function useChange<T, V>(document: TadaDocumentNode<T, V>) {
  const [{ lang }] = useShared()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (variables: V) => ask(document, variables, lang),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** The county, version and bases of the address, as every question names them. */
export function useWorld() {
  const [{ county, at, basis }] = useShared()
  return { code: county, at: versionOf(at), basis: basis.length ? basis : null }
}
