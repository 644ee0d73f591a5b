import { print } from '@0no-co/graphql.web'
import type { TadaDocumentNode } from 'gql.tada'

/** What the server refused, in the reader's language: what is wrong, and what to do. */
export class Refusal extends Error {
  constructor(readonly code: string, message: string, readonly hint?: string, readonly path?: readonly (string | number)[]) {
    super(message)
  }
}

type Answer<T> = { data?: T | null; errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string; hint?: string } }[] }

/** Asks once. A refusal is thrown, and so is an unreachable server (code OFFLINE). */
export async function ask<T, V>(document: TadaDocumentNode<T, V>, variables: V, language: string, signal?: AbortSignal): Promise<T> {
  let response: Response
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'Accept-Language': language },
      body: JSON.stringify({ query: textOf(document), variables }),
      signal: signal ?? null,
    })
  } catch (e) {
    if (signal?.aborted) throw e
    throw new Refusal('OFFLINE', '')
  }
  const answer = (await response.json().catch(() => null)) as Answer<T> | null
  const first = answer?.errors?.[0]
  if (first) throw new Refusal(first.extensions?.code ?? 'INTERNAL', first.message, first.extensions?.hint, first.path)
  if (!answer?.data) throw new Refusal('OFFLINE', '')
  return answer.data
}

const texts = new WeakMap<object, string>()

/** The operation as text. */
export function textOf(document: object): string {
  let text = texts.get(document)
  if (!text) texts.set(document, (text = print(document as never)))
  return text
}
