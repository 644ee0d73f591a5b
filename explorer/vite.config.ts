import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Two pages: the explorer, and GraphiQL for who wants to ask by hand. `npm run dev` passes questions on to a running server.
export default defineConfig({
  plugins: [react()],
  build: {
    target: 'chrome87',
    assetsInlineLimit: 0, // data: addresses are not in the content-security policy
    modulePreload: { polyfill: false }, // an inline script
    reportCompressedSize: false,
    rollupOptions: { input: { explorer: 'index.html', graphiql: 'graphiql/index.html' } },
  },
  optimizeDeps: { entries: ['index.html'], exclude: ['graphiql'] }, // GraphiQL's workers can't be bundled ahead
  server: { proxy: Object.fromEntries(['/graphql', '/import', '/export', '/dossier'].map((path) => [path, { target: 'http://127.0.0.1:8080', ws: path === '/graphql' }])) },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
} as Parameters<typeof defineConfig>[0])
