import 'graphiql/setup-workers/vite'
import { GraphiQL } from 'graphiql'
import 'graphiql/style.css'
import { getOperationAST } from 'graphql'
import { createClient } from 'graphql-ws'
import type { ComponentProps } from 'react'
import { createRoot } from 'react-dom/client'
import './graphiql.css'

// GraphiQL with the question that "show the query" put into the hash. Subscriptions run over a websocket.
const asked = new URLSearchParams(location.hash.slice(1))
const socket = createClient({ url: `${location.origin.replace(/^http/, 'ws')}/graphql` })

const ask: ComponentProps<typeof GraphiQL>['fetcher'] = async (params, { documentAST } = {}) => {
  if (documentAST && getOperationAST(documentAST, params.operationName)?.operation === 'subscription') return socket.iterate(params)
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(params),
  })
  return response.json()
}

const given = asked.has('query') ? { initialQuery: asked.get('query')!, initialVariables: asked.get('variables') ?? '' } : {}
createRoot(document.getElementById('root')!).render(<GraphiQL fetcher={ask} {...given} />)
