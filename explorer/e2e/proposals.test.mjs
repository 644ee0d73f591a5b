import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessible, picture, product, settled } from './harness.mjs'

const it = product()
const township = 'township/大冶镇'
const at = (more) => `/proposals?${new URLSearchParams({ county: '410185', township, ...more })}`

test('by keyboard alone: from the list to one proposal in full, and on to a plan that begins with it', async () => {
  const { county } = await it.ask('query($t: [String!]) { county(code: "410185") { proposals(scope: {townships: $t}, kinds: [MERGE_ORGANS], first: 1) { totalCount nodes { title netGain rationale after { structureCost } } } } }', { t: [township] })
  const [first] = county.proposals.nodes
  const page = await it.open(at())
  await page.getByLabel('类别').selectOption({ label: '合并设置' })
  await page.waitForURL(/kinds=MERGE_ORGANS/)
  await page.getByText(`共 ${county.proposals.totalCount} 项`).waitFor()
  await page.getByRole('row', { name: first.title }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByText(first.rationale).waitFor()
  await page.locator('.proposal-figures', { hasText: '净收益' }).getByText(String(first.netGain), { exact: true }).waitFor()
  await page.getByRole('heading', { name: '其他办法，为什么没有排在前面' }).waitFor()
  await accessible(page)
  await picture(page, 'proposals')
  await page.reload()
  await page.getByRole('button', { name: '以此建立模拟方案' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/sandbox\?.*plan=/)
  await settled(page)
  const { scenario } = await it.ask('query($id: ID!) { scenario(id: $id) { title after { structureCost } } }', { id: new URL(page.url()).searchParams.get('plan') })
  assert.equal(scenario.title, first.title)
  assert.ok(scenario.after.structureCost < (await it.ask('{ county(code: "410185") { metrics { structureCost } } }')).county.metrics.structureCost)
})

test('in English, in the dark, at an older revision: read, but nothing begun', async () => {
  const page = await it.open(at({ lang: 'en', at: 'r4' }), { theme: 'dark' })
  await page.getByRole('row').nth(1).press('Enter')
  await page.getByText('Go back to the current version and every basis').waitFor()
  await accessible(page)
})
