// Compresses what the server sends, so that only small files are embedded in it: x.js becomes x.js.gz. The same input gives
// the same bytes on every machine.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const dist = new URL('../dist/', import.meta.url).pathname
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(html|js|css|svg|json|ttf)$/.test(entry.name)) continue
  const file = join(entry.parentPath ?? entry.path, entry.name)
  const pressed = gzipSync(readFileSync(file), { level: 9 })
  pressed[9] = 255 // the operating system, which differs
  writeFileSync(file + '.gz', pressed)
  rmSync(file)
}
