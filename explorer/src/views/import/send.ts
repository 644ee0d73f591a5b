import { Refusal } from '../../api/client'

/** What the server says of a file: the shape of POST /import/{county}. */
export type Imported = {
  commit: { commitId: string; revision: number } | null
  edits: { kind: string; sentence: string }[]
  editCount: number
  before: { overlaps: number; structureCost: number } | null
  after: { overlaps: number; structureCost: number } | null
  sheets: { sheet: string; kind: string; rows: number; added: number; changed: number; removed: number; unchanged: number }[]
  notes: { sheet?: string; row?: number; cell?: string; message: string }[]
  errors?: ImportProblem[]
  omittedErrors?: number
}
export type ImportProblem = { message: string; extensions?: { code?: string; hint?: string; sheet?: string; row?: number; cell?: string; value?: string } }

export type Progress = { stage: string; done: number; total?: number }

/** Sends a file, and tells how far the server is with it. Problems of the file are part of the answer; a conflict with somebody else, and a server that is not there to the end (code OFFLINE), are thrown. */
export async function send(file: File, { county = '', ...query }: Record<string, string>, language: string, hear: (p: Progress) => void, signal?: AbortSignal): Promise<Imported> {
  const given = new URLSearchParams(Object.entries({ name: file.name, ...query }).filter(([, v]) => v))
  let answer: Imported | undefined
  try {
    const response = await fetch(`/import/${encodeURIComponent(county)}?${given}`, {
      method: 'POST',
      headers: { 'Tiaokuai-Import': '1', Accept: 'text/event-stream', 'Accept-Language': language },
      body: file,
      signal: signal ?? null,
    })
    answer = response.headers.get('Content-Type')?.startsWith('text/event-stream') ? await toTheEnd(response.body!, hear) : ((await response.json()) as Imported)
  } catch (e) {
    if (signal?.aborted) throw e
  }
  if (!answer) throw new Refusal('OFFLINE', '')
  const conflict = answer.errors?.find((e) => e.extensions?.code === 'CONFLICT')
  if (conflict) throw new Refusal('CONFLICT', conflict.message, conflict.extensions?.hint)
  return answer
}

/** Reads events up to the one that is the answer; nothing where they are cut. */
async function toTheEnd(body: NonNullable<Response['body']>, hear: (p: Progress) => void): Promise<Imported | undefined> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    text += value ?? ''
    const events = text.split('\n\n')
    text = events.pop()!
    for (const event of events) {
      const name = /^event: (.*)$/m.exec(event)?.[1]
      const data = JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? 'null') as unknown
      if (name === 'progress') hear(data as Progress)
      else return data as Imported
    }
    if (done) return undefined
  }
}
