import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessible, picture, product, settled } from './harness.mjs'

const it = product()
const at = (view, more = '') => `/${view}?county=410185${more}`

for (const [view, title, row] of [['organs', '机构', /乡村建设办公室/], ['departments', '县直部门', /农业农村部门/], ['leaders', '班子成员', /党委书记/], ['duties', '职责', /.+/]]) {
  test(`${view}: from the list to one, with where it comes from, by keyboard`, async () => {
    const page = await it.open(at(view))
    await page.getByRole('navigation').getByRole('link', { name: title, exact: true }).and(page.locator('[aria-current=page]')).waitFor()
    const first = page.getByRole('row', { name: row }).locator('visible=true').nth(view === 'duties' ? 1 : 0)
    await first.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/key=/)
    await page.getByRole('heading', { name: '出处' }).waitFor()
    await accessible(page)
    await picture(page, view)
    const english = await it.open(at(view, '&lang=en'))
    await english.getByRole('table').waitFor()
  })
}

test('an organ leads to a department, and back', async () => {
  const page = await it.open(at('organs', '&township=township%2F大冶镇&key=organ%2F大冶镇%2F乡村建设办公室'))
  await page.getByRole('link', { name: '农业农村部门' }).first().click()
  await page.waitForURL(/\/departments/)
  await page.getByRole('heading', { name: '农业农村部门' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: /乡村建设办公室/ }).waitFor()
})

test('an organ tells what became of it, and shows itself as it was', async () => {
  const key = 'organ/告成镇/综合行政执法大队'
  const { county } = await it.ask('query($of: String!) { county(code: "410185") { history(of: $of) { nodes { revision } } } }', { of: key })
  const page = await it.open(at('organs', `&key=${encodeURIComponent(key)}`))
  const past = page.locator('.things-part', { has: page.getByRole('heading', { name: '历史' }) })
  for (const { revision } of county.history.nodes) await past.getByText(`第 ${revision} 版`, { exact: true }).waitFor()
  await past.getByText('新增 对口 农业农村部门').waitFor()
  await past.getByRole('link', { name: '查看当时的数据' }).last().press('Enter')
  await page.waitForURL(/at=r\d/)
  await page.getByRole('heading', { name: /综合行政执法大队/ }).waitFor()
})

test('a filter narrows, and the address keeps it', async () => {
  const page = await it.open(at('organs'))
  await page.getByPlaceholder('按名称筛选').fill('招商')
  await page.waitForURL(/q=/)
  await page.reload()
  await page.getByText('共 2 项').waitFor()
})

test('the order of a list stands in the address, for whoever opens its link', async () => {
  const page = await it.open(at('organs'))
  await page.getByRole('button', { name: '重叠成本' }).click()
  await page.waitForURL(/sort=-cost/)
  const first = async (p) => (await p.getByRole('table', { name: '机构' }).locator('tbody tr').first().textContent())
  const dearest = await first(page)
  const other = await it.open(new URL(page.url()).pathname + new URL(page.url()).search)
  await other.getByRole('columnheader', { name: '重叠成本' }).and(other.locator('[aria-sort=descending]')).waitFor()
  assert.equal(await first(other), dearest)
  await page.getByRole('button', { name: '重叠成本' }).click()
  await page.waitForURL(/sort=cost/)
  await page.goBack()
  await page.waitForURL(/sort=-cost/)
  await page.locator('[aria-sort=descending]').waitFor()
  assert.equal(await first(page), dearest)
})

for (const [lang, width] of [['en', 1440], ['en', 1024], ['zh', 1024], ['en', 700]]) {
  test(`every view can be reached from the header, ${lang} at ${width}`, async () => {
    const page = await it.open(at('questions', `&lang=${lang}`), { width })
    await settled(page)
    const links = page.locator('header nav a')
    assert.equal(await links.count(), 13)
    for (const link of await links.all()) {
      const box = await link.boundingBox()
      assert.ok(box.x >= 0 && box.x + box.width <= width, `${await link.textContent()} is in sight`)
    }
    const { scrolls } = await page.locator('header nav').evaluate((nav) => ({ scrolls: nav.scrollWidth > nav.clientWidth + 1 }))
    assert.ok(!scrolls, 'nothing is scrolled to')
  })
}

test('beside an open organ, or above it, the list keeps its columns', async () => {
  const page = await it.open(at('organs', `&key=${encodeURIComponent('organ/大冶镇/应急管理办公室')}`), { width: 1024 })
  const list = page.getByRole('table', { name: '机构' })
  await list.waitFor()
  assert.ok(await list.evaluate((t) => t.offsetWidth <= t.closest('.body').clientWidth), 'no column is cut')
})
