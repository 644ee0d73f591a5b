import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { accessible, picture, product, settled } from './harness.mjs'

const it = product()

test('the nation leads to a county, and back', async () => {
  const page = await it.open('/')
  await page.getByRole('row', { name: /登封市/ }).click()
  await page.waitForURL(/county=410185/)
  await page.getByText('协调成本').first().waitFor()
  const { county } = await it.ask('{ county(code: "410185") { metrics { organs overlaps } } }')
  await page.locator('.card', { hasText: '机构' }).first().getByText(String(county.metrics.organs), { exact: true }).waitFor()
  await page.goBack()
  await page.getByRole('row', { name: /登封市/ }).waitFor()
})

test('in English, in the dark, of a township, on documents alone', async () => {
  const page = await it.open('/?county=410185&lang=en', { theme: 'dark' })
  await page.getByRole('heading', { name: 'Overlaps by kind' }).waitFor()
  await page.getByLabel('Township', { exact: true }).selectOption({ label: '大冶镇' })
  await page.waitForURL(/township=/)
  await page.getByLabel('Basis').selectOption({ label: 'Documents only' })
  await page.waitForURL(/basis=DOCUMENT/)
  await page.getByRole('link', { name: 'Many to one' }).or(page.getByRole('link', { name: /多对一|Many/ })).first().waitFor()
  await accessible(page)
  await picture(page, 'overview-township-dark-en')
})

test('a search goes to what was found, by keyboard alone', async () => {
  const page = await it.open('/')
  await page.getByRole('combobox', { name: '检索' }).focus()
  await page.keyboard.type('大冶')
  await page.getByRole('option', { name: /大冶镇/ }).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/township=/)
})

test('the county is had as a file, in the version looked at', async () => {
  const page = await it.open('/?county=410185&at=r1')
  await page.getByRole('button', { name: '下载数据' }).press('Enter')
  await accessible(page)
  const started = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: /GraphML/ }).press('Enter')
  const download = await started
  assert.equal(download.suggestedFilename(), '登封市-第1版.graphml')
  assert.match(readFileSync(await download.path(), 'utf8'), /综合执法办公室/)
})

test('the pages are accessible and look right', async () => {
  const nation = await it.open('/')
  await settled(nation)
  await accessible(nation)
  await picture(nation, 'nation')
  const county = await it.open('/?county=410185')
  await accessible(county)
  await picture(county, 'overview')
  assert.match(await county.title(), /总览/)
})

test('the first page is small', async () => {
  const page = await it.open()
  const sizes = []
  page.on('response', async (r) => sizes.push(Number((await r.request().sizes()).responseBodySize)))
  await page.goto(it.address + '/?county=410185')
  await settled(page)
  const kB = sizes.reduce((a, b) => a + b, 0) / 1000
  console.log(`first load: ${kB.toFixed(0)} kB in ${sizes.length} answers`)
  assert.ok(kB <= 400, `${kB} kB`)
})
