// What is shown where there is nothing to show: no such county, an empty one, no server, a program that has been replaced.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessible, product, settled } from './harness.mjs'

const it = product()
const paths = ['/', '/overlaps', '/matrix', '/network', '/proposals', '/sandbox', '/organs', '/departments', '/leaders', '/duties', '/history', '/import', '/questions']

test('of a county that is not there nothing is said but that, and another is offered', async () => {
  const page = await it.open()
  for (const path of paths) {
    await page.goto(`${it.address}${path}?county=999999&plan=x&key=y`)
    await page.getByText('没有代码为 999999 的县（市、区）').waitFor()
    await page.waitForLoadState('networkidle')
    assert.equal(await page.locator('main .panel').count(), 0, path)
  }
  await accessible(page)
  await page.goto(`${it.address}/organs?county=999999&key=y`)
  await page.locator('main').getByRole('button', { name: '登封市' }).click()
  await page.locator('main .panel').waitFor()
  assert.equal(new URL(page.url()).search, '?county=410185')
})

test('an empty county leads to the import, and another county is looked at without what belonged to the first', async () => {
  await it.ask('mutation($input: ApplyEditsInput!) { applyEdits(input: $input) { commit { revision } } }', {
    input: { county: '410184', baseRevision: 0, reason: '试', edits: [{ createCounty: { key: '410184', name: '新郑市' } }] },
  })
  const page = await it.open('/organs?county=410185&basis=DOCUMENT&key=x&q=%E5%8A%9E')
  await settled(page)
  const county = page.getByLabel('县（市、区）', { exact: true })
  await county.selectOption('410184')
  await page.waitForURL((url) => url.search === '?basis=DOCUMENT&county=410184')
  await page.getByLabel('依据范围').selectOption('')
  await page.getByText('这个县（市、区）还没有数据').waitFor()
  await accessible(page)
  await page.getByRole('link', { name: '去导入' }).click()
  await page.getByText('下载填报模板').waitFor()
  await page.goto(`${it.address}/?county=410184`)
  await page.getByText('还没有乡镇').waitFor()
  await page.goto(`${it.address}/sandbox?county=410185&plan=x&basis=DOCUMENT`)
  await settled(page)
  await county.selectOption('')
  await page.waitForURL((url) => url.search === '' && url.pathname === '/sandbox')
})

test('the nation is neither past nor filtered', async () => {
  const page = await it.open('/?at=r1&basis=DOCUMENT')
  await page.getByRole('row', { name: /登封市/ }).waitFor()
  assert.equal(await page.locator('.past').count(), 0)
  await page.goto(`${it.address}/?county=410185&at=r1&basis=DOCUMENT`)
  await page.getByText('正在查看第 1 版，不是当前数据').waitFor()
  await page.getByRole('link', { name: /条块/ }).click()
  await page.waitForURL((url) => url.search === '')
})

test('a version says what it is, and has no later changes', async () => {
  const { createScenario: { scenario: { id } } } = await it.ask('mutation($input: CreateScenarioInput!) { createScenario(input: $input) { scenario { id } } }', { input: { county: '410185', township: 'township/大冶镇', title: '合并试点' } })
  const page = await it.open(`/?county=410185&at=${encodeURIComponent(`s:${id}`)}`)
  await page.getByText('正在查看模拟方案“合并试点”的结果，不是当前数据').waitFor()
  await page.getByRole('button', { name: '版本 合并试点' }).waitFor()
  await page.goto(`${it.address}/?county=410185&at=r2`)
  await page.locator('.changes > li').first().waitFor()
  assert.deepEqual(await page.locator('.changes > li .spread button').allTextContents(), ['第 2 版', '第 1 版'])
})

/** A page whose complaints are expected: browsers log each question that goes unanswered. */
async function apart(path) {
  const page = await it.browser.newPage()
  await page.goto(it.address + path)
  await settled(page)
  return page
}

test('a view first opened while the server is away is there when the server is', async () => {
  const page = await apart('/?county=410185')
  await page.context().setOffline(true)
  await page.getByRole('link', { name: '矩阵' }).click()
  await page.getByText('连接不上服务器').waitFor()
  await page.getByRole('button', { name: '重试' }).click()
  await page.getByText('连接不上服务器').waitFor()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '重试' }).click()
  await page.locator('.matrix').waitFor()
  await page.context().close()
})

test('a page that an upgrade has overtaken offers to load anew', async () => {
  const page = await apart('/?county=410185')
  await page.route(/assets\/Matrix-/, (route) => route.fulfill({ status: 404, body: '' }))
  await page.getByRole('link', { name: '矩阵' }).click()
  await page.getByText('这一页没有载入').waitFor()
  await page.unroute(/assets\/Matrix-/)
  await page.getByRole('button', { name: '重新载入' }).click()
  await page.locator('.matrix').waitFor()
  await page.context().close()
})

test('an import while the server is away says so, and goes on', async () => {
  const page = await apart('/import?county=410185')
  await page.context().setOffline(true)
  await page.locator('input[type=file]').setInputFiles({ name: '机构.csv', mimeType: 'text/csv', buffer: Buffer.from('\uFEFF乡镇,机构名称,机构类别\r\n大冶镇,文旅办公室,党政机构') })
  const main = page.locator('main')
  await main.getByText('连接不上服务器').waitFor()
  await page.context().setOffline(false)
  await main.getByRole('button', { name: '重试' }).click()
  await main.getByText(/文旅办公室/).first().waitFor()
  await page.context().close()
})
