// Starts the real server on a folder of its own and a real Chromium, and ends both. Every test file uses one of each.
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const root = fileURLToPath(new URL('../../', import.meta.url))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The server's program: given, or built for this run. */
function program(folder) {
  if (process.env.TIAOKUAI_SERVER_BINARY) return process.env.TIAOKUAI_SERVER_BINARY
  const path = join(folder, 'server')
  execFileSync('go', ['build', '-o', path, './server'], { cwd: root, stdio: 'inherit' })
  return path
}

/** Puts the seed and other counties into the data folder before the server opens it: by itself it loads the seed while it answers, revision by revision. */
function load(binary, folder, counties) {
  const put = (...file) => execFileSync(binary, ['load', '--data', join(folder, 'data'), ...file], { stdio: ['ignore', 'ignore', 'inherit'] })
  put()
  const file = join(folder, 'county.json')
  for (const county of counties) {
    writeFileSync(file, JSON.stringify(county))
    put(file)
  }
}

async function serve(folder, counties) {
  const binary = program(folder)
  load(binary, folder, counties)
  const server = spawn(binary, ['serve', '--data', join(folder, 'data'), '--listen', '127.0.0.1:0', '--lang', 'en'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const address = await new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk) => {
      said += chunk
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (found) resolve(found[0])
    }
    server.stdout.on('data', hear)
    server.stderr.on('data', hear)
    server.on('exit', () => reject(new Error(`the server ended: ${said}`)))
  })
  return { server, address }
}

/** What a test file has: the server's address and pages that fail the test on any fault of the page's own. Counties, as exported in JSON, are loaded beside the seed. */
export function product({ counties = [] } = {}) {
  const it = { faults: [] }
  before(async () => {
    it.folder = mkdtempSync(join(tmpdir(), 'explorer-'))
    Object.assign(it, await serve(it.folder, counties))
    it.browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'] })
  })
  after(async () => {
    await it.browser?.close()
    if (it.server) {
      const ended = new Promise((resolve) => it.server.on('exit', resolve))
      it.server.kill('SIGTERM')
      await ended
    }
    if (it.folder) rmSync(it.folder, { recursive: true, force: true })
    assert.deepEqual(it.faults, [], 'the pages reported nothing')
  })

  /** A page at an address of the app, or an empty one. Options: width, height, theme. */
  it.open = async (path, { width = 1440, height = 900, theme = 'light' } = {}) => {
    const context = await it.browser.newContext({ viewport: { width, height }, colorScheme: theme, acceptDownloads: true, reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    page.on('pageerror', (e) => it.faults.push(`${path}: ${e.message}`))
    page.on('console', (m) => m.type() === 'error' && !expected(m.text(), page) && it.faults.push(`${path}: ${m.text()}`))
    page.on('request', (r) => !r.url().startsWith(it.address) && !/^(data|blob):/.test(r.url()) && it.faults.push(`${path} asked ${r.url()}`))
    if (path) await page.goto(it.address + path)
    return page
  }

  /** Asks the API itself. */
  it.ask = async (query, variables = {}) => {
    const response = await fetch(it.address + '/graphql', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query, variables }) })
    const { data, errors } = await response.json()
    assert.equal(errors, undefined, JSON.stringify(errors))
    return data
  }
  return it
}

/** A test that makes the server refuse something says so by page.expectRefusal = true; browsers log each. */
const expected = (text, page) => page.expectRefusal && /status of (4|5)\d\d/.test(text)

/** Waits until nothing is loading. */
export async function settled(page) {
  await page.waitForLoadState('networkidle')
  await page.locator('[role=status]:has-text("…"), [aria-busy=true]').first().waitFor({ state: 'detached' }).catch(() => {})
}

/** No serious fault of accessibility on the page as it stands. */
export async function accessible(page) {
  await settled(page)
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
  const serious = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
  assert.deepEqual(serious.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target} ${n.failureSummary}`).slice(0, 3).join(' | ')}`), [])
}

/** Keeps a picture of the page where SCREENS names a folder. */
export async function picture(page, name) {
  if (!process.env.SCREENS) return
  await settled(page)
  mkdirSync(process.env.SCREENS, { recursive: true })
  await page.evaluate(() => scrollTo(0, 0))
  await page.screenshot({ path: join(process.env.SCREENS, `${name}.png`) })
}
