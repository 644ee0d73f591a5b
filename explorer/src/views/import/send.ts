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

/** Sends a file, and tells how far the server is with it. Problems of the file are part of the answer. */
export async function send(county: string, file: File, query: Record<string, string>, language: string, hear: (p: Progress) => void): Promise<Imported> {
  const given = new URLSearchParams(Object.entries({ name: file.name, ...query }).filter(([, v]) => v))
  const response = await fetch(`/import/${encodeURIComponent(county)}?${given}`, {
    method: 'POST',
    headers: { 'Tiaokuai-Import': '1', Accept: 'text/event-stream', 'Accept-Language': language },
    body: file,
  })
  if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) return (await response.json()) as Imported
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
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
    if (done) throw new Error('the answer was cut')
  }
}
