import 'graphiql/setup-workers/vite'
import { GraphiQL } from 'graphiql'
import 'graphiql/style.css'
import { createRoot } from 'react-dom/client'
import './graphiql.css'

// GraphiQL with the question that "show the query" put into the hash.
const asked = new URLSearchParams(location.hash.slice(1))

async function ask(params: { query: string; variables?: unknown; operationName?: string | null }) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(params),
  })
  return response.json() as Promise<Record<string, unknown>>
}

const given = asked.has('query') ? { initialQuery: asked.get('query')!, initialVariables: asked.get('variables') ?? '' } : {}
createRoot(document.getElementById('root')!).render(<GraphiQL fetcher={ask} {...given} />)
