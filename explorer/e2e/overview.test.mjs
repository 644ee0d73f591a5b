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
  await page.getByRole('link', { name: 'Many to one' }).waitFor()
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

test('the nation is sorted by the cost of overlaps, and summed', async () => {
  await it.ask('mutation($input: ApplyEditsInput!) { applyEdits(input: $input) { commit { revision } } }', {
    input: { county: '410184', baseRevision: 0, reason: '试', edits: [{ createCounty: { key: '410184', name: '新郑市' } }] },
  })
  const { counties } = await it.ask('{ counties { totalCount nodes { name metrics { overlaps structureCost } } } }')
  const page = await it.open('/')
  const table = page.getByRole('table', { name: '各县（市、区）' })
  const names = () => table.locator('tbody tr td:first-child b').allTextContents()
  await table.getByRole('row').nth(counties.totalCount).waitFor()
  const dearestFirst = [...counties.nodes].sort((a, b) => b.metrics.structureCost - a.metrics.structureCost).map((c) => c.name)
  assert.equal(await table.getByRole('columnheader', { name: /协调成本/ }).getAttribute('aria-sort'), 'descending')
  assert.deepEqual(await names(), dearestFirst)
  await table.getByRole('button', { name: '协调成本' }).click()
  assert.deepEqual(await names(), dearestFirst.toReversed())
  const overlaps = counties.nodes.reduce((n, c) => n + c.metrics.overlaps, 0)
  await page.locator('.card', { hasText: '重叠' }).getByText(String(overlaps), { exact: true }).waitFor()
})

test('a county’s kinds, townships, data quality and changes are the API’s', async () => {
  const { county } = await it.ask(`{ county(code: "410185") {
    metrics { byKind { kind count cost } } overlaps(first: 0) { facets { kinds { value label count } } }
    townships(orderBy: { field: OVERLAP_COST, direction: DESC }) { nodes { name metrics { structureCost } } }
    quality { coverage { label township { key } have of percent sufficient } notAssessable { reason } } history(first: 5) { nodes { revision reason } }
  } }`)
  const page = await it.open('/?county=410185')
  const kinds = page.getByRole('table', { name: '重叠类别' })
  await kinds.waitFor()
  for (const { value, label, count } of county.overlaps.facets.kinds) {
    const { cost } = county.metrics.byKind.find((k) => k.kind === value)
    const cells = await kinds.getByRole('row').filter({ has: page.getByRole('link', { name: label, exact: true }) }).locator('td.number').allTextContents()
    assert.deepEqual(cells.map(Number), [count, Number(cost.toFixed(3))], label)
  }
  const costs = await page.getByRole('table', { name: '各乡镇' }).locator('tbody tr td:nth-child(5)').allTextContents()
  assert.deepEqual(costs.map(Number), county.townships.nodes.map((n) => n.metrics.structureCost))
  for (const c of county.quality.coverage.filter((c) => !c.township)) {
    const gauge = page.getByRole('list', { name: '数据覆盖' }).getByRole('listitem').filter({ hasText: c.label }).filter({ hasText: `${c.have}/${c.of}` })
    await gauge.getByText(`${c.percent}%`, { exact: true }).waitFor()
    assert.equal(await gauge.getByText('不足').count(), c.sufficient ? 0 : 1, c.label)
  }
  for (const { reason } of county.quality.notAssessable) await page.locator('.marked').getByText(reason).first().waitFor()
  for (const { revision, reason } of county.history.nodes) await page.locator('.changes > li', { hasText: `第 ${revision} 版` }).getByText(reason).waitFor()
})
