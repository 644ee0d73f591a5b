import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { accessible, picture, product, settled } from './harness.mjs'

const it = product()

test('the sliders stop at changes; between two there is what changed', async () => {
  const page = await it.open('/history?county=410185')
  await page.getByText('第 4 版 → 第 5 版').waitFor()
  const from = page.getByRole('slider', { name: '从' })
  await from.focus()
  await page.keyboard.press('Home')
  await page.waitForURL(/from=1/)
  const to = page.getByRole('slider', { name: '到' })
  await to.focus()
  await page.keyboard.press('ArrowLeft')
  await page.waitForURL(/to=4/)
  const { diff } = await it.ask('{ diff(county: "410185", from: {revision: 1}, to: {revision: 4}) { counts { label added } } }')
  const organs = diff.counts.find((c) => c.label === '机构')
  await page.getByRole('row', { name: new RegExp(`^机构 ${organs.added}`) }).waitFor()
  await accessible(page)
  await picture(page, 'history')
})

test('a commit is told in sentences, and leads to the data as it was', async () => {
  const page = await it.open('/history?county=410185&lang=en')
  await page.getByText('What was done').last().click()
  await page.getByRole('button', { name: 'Show the data as it was' }).last().click()
  await page.waitForURL(/at=r1/)
  await page.getByRole('button', { name: 'Back to now' }).waitFor()
  await page.getByRole('navigation').getByRole('link', { name: 'Organs' }).click()
  await page.getByText(/in all/).waitFor()
  await settled(page)
  assert.match(page.url(), /at=r1/)
})

test('every change is taken along, those of later pages too', async () => {
  const { diff } = await it.ask('{ diff(county: "410185", from: {revision: 1}, to: {revision: 5}) { entities { totalCount } relations { totalCount } } }')
  assert.ok(diff.entities.totalCount > 200, `${diff.entities.totalCount} changes are more than a page`)
  const page = await it.open('/history?county=410185&from=1&to=5')
  const panel = page.getByRole('region', { name: /两个版本之间/ })
  await panel.getByRole('button', { name: '导出' }).press('Enter')
  const started = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: '导出 CSV' }).press('Enter')
  const file = readFileSync(await (await started).path(), 'utf8')
  assert.equal(file.trimEnd().split('\r\n').length - 1, diff.entities.totalCount + diff.relations.totalCount, 'things and relations')
  await panel.getByText(`关系变化 (${diff.relations.totalCount})`).click()
  const relations = panel.getByRole('table', { name: '关系变化' }).locator('tbody tr')
  assert.equal(await relations.count(), 200)
  await panel.getByRole('button', { name: '再列' }).click()
  await relations.nth(300).waitFor()
})

test('a change of a relation says where it is and what it was', async () => {
  const { county } = await it.ask('{ county(code: "410185") { revision } }')
  const edits = [{ assignLeader: { leader: 'leader/大金店镇/党委副书记', organ: 'organ/大金店镇/平安建设办公室', role: 'ASSIST' } }]
  await it.ask('mutation($input: ApplyEditsInput!) { applyEdits(input: $input) { commit { revision } } }', { input: { county: '410185', baseRevision: county.revision, edits, reason: '调整分工' } })
  const page = await it.open('/history?county=410185')
  await page.getByText('关系变化 (1)').click()
  await page.getByRole('row', { name: /修改 分管 大金店镇 党委副书记、政法委员 平安建设办公室 .*角色：分管 → 协助分管/ }).waitFor()
})
