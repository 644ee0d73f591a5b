import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { accessible, picture, product, settled } from './harness.mjs'
import { large, largeCode } from './large.mjs'

const it = product({ counties: [large()] })
const county = '/network?county=410185'
const township = `${county}&township=township%2F大冶镇`
const organ = 'organ/大冶镇/乡村建设办公室'

const things = (page) => page.locator('.network-board [data-key]')
const drawn = (page, n) => page.getByText(new RegExp(`已画 ${n} 项`)).waitFor()

/** Chooses in a search box by keyboard alone. */
async function find(page, label, text, option) {
  await page.getByRole('combobox', { name: label }).focus()
  await page.keyboard.type(text)
  await page.getByRole('option', { name: option }).first().waitFor()
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('ArrowDown')
    if (option.test((await page.locator('[role=option][data-focused]').textContent()) ?? '')) return page.keyboard.press('Enter')
  }
  throw new Error(`${option} was not reached`)
}

async function press(button) {
  await button.focus()
  await button.page().keyboard.press('Enter')
}

test('by keyboard alone: search, seed, expand by type, the way to another, and back', async () => {
  const { county: { organs: { nodes: [of] } } } = await it.ask('query($k: [String!]) { county(code: "410185") { organs(filter: {keys: $k}) { nodes { id counterparts { department { id name } } charges { role } assignments { role } } } } }', { k: [organ] })
  const page = await it.open(county)
  await page.getByRole('heading', { name: '从哪里开始' }).waitFor()
  await accessible(page)
  await picture(page, 'network-start')
  await find(page, '加入一个对象', 'xcjs', /乡村建设办公室.*大冶镇/)
  await page.waitForURL(/seeds=/)
  await drawn(page, 1)
  const more = of.counterparts.length
  for (const [relation, n] of [['分管', of.charges.length], ['承担', of.assignments.length]]) {
    const button = page.getByRole('button', { name: `${relation} ${n} 已画 0` })
    if (n) await button.waitFor()
    else assert.equal(await button.count(), 0)
  }
  await press(page.getByRole('button', { name: `对口 ${more} 已画 0` }))
  await drawn(page, 1 + more)
  assert.equal(await things(page).count(), 1 + more)
  assert.equal(await page.getByRole('table', { name: '对象' }).locator('tbody tr').count(), 1 + more)

  await press(page.getByRole('button', { name: '作为路径起点' }))
  await page.waitForURL(/from=/)
  await find(page, '检索终点', '公安', /公安部门/)
  await page.waitForURL(/to=/)
  const { county: { departments: { nodes } } } = await it.ask('{ county(code: "410185") { departments(filter: {text: "公安部门"}) { nodes { id name } } } }')
  const to = nodes.find((d) => d.name === '公安部门')
  const { county: { paths } } = await it.ask('query($a: ID!, $b: ID!, $r: [RelationKind!]) { county(code: "410185") { paths(from: $a, to: $b, relations: $r) { sentence nodes { key } } } }', { a: of.id, b: to.id, r: ['COUNTERPART', 'CHARGE', 'ASSIGNMENT', 'DISPATCH', 'SHARED_OFFICE', 'SECTION'] })
  await page.getByRole('button', { name: paths[0].sentence }).and(page.locator('[aria-pressed=true]')).waitFor({ timeout: 10_000 })
  const steps = page.locator('.network-board .thing:has(.step)')
  assert.deepEqual((await steps.evaluateAll((all) => all.map((e) => [Number(e.querySelector('.step').textContent), e.querySelector('[data-key]').dataset.key]))).sort((a, b) => a[0] - b[0]).map((s) => s[1]), paths[0].nodes.map((n) => n.key))
  await press(page.getByRole('button', { name: paths[1].sentence }).nth(paths[1].sentence === paths[0].sentence ? 1 : 0))
  await page.waitForURL(/way=1/)
  await accessible(page)

  for (const gone of [/way=1/, /to=/, /from=/, /open=/, /seeds=/]) {
    assert.match(page.url(), gone)
    await page.goBack()
    await page.waitForURL((url) => !gone.test(url.href))
  }
  await page.getByRole('heading', { name: '从哪里开始' }).waitFor()
})

test('a township in layers: arrows walk the picture, the table follows, and the other way round', async () => {
  const { county: { townships: { nodes: [town] } } } = await it.ask('{ county(code: "410185") { townships(filter: {keys: ["township/大冶镇"]}) { nodes { organs { key name counterparts { department { key } } } leaders { key } } } } }')
  const faced = new Set(town.organs.flatMap((o) => o.counterparts.map((c) => c.department.key)))
  const page = await it.open(township)
  await drawn(page, town.organs.length + town.leaders.length + faced.size)
  const at = (key) => page.locator(`.network-board [data-key="${key}"]`)
  const [department, middle, leader] = await Promise.all([at('department/农业农村部门').boundingBox(), at(organ).boundingBox(), at(town.leaders[0].key).boundingBox()])
  assert.ok(department.y + department.height < middle.y && middle.y + middle.height < leader.y, 'departments over organs over leaders')

  await page.locator('.network-board [tabindex="0"]').focus()
  await page.keyboard.press('ArrowDown')
  const here = await page.evaluate(() => document.activeElement.dataset.key)
  assert.ok(here)
  await page.keyboard.press('Enter')
  await page.locator(`.network-board [data-key="${here}"][aria-pressed=true]`).waitFor()
  const chosen = page.getByRole('table', { name: '对象' }).locator('tr[aria-selected=true]')
  const said = await page.locator(`.network-board [data-key="${here}"]`).getAttribute('aria-label')
  assert.ok(said.includes(await chosen.locator('td').first().innerText()), said)
  await page.keyboard.press('Escape')
  await chosen.waitFor({ state: 'detached' })
  await page.getByRole('row', { name: /^乡村建设办公室/ }).focus()
  await page.keyboard.press('Enter')
  await page.locator(`.network-board [data-key="${organ}"][aria-pressed=true]`).waitFor()
  await press(page.getByRole('button', { name: /^承担 \d+ 已画 0/ }))
  await page.getByText(/^职责 \d+$/).first().waitFor()
  await accessible(page)
  await picture(page, 'network')
})

test('the legend hides a relation with what it alone brings; the address keeps it', async () => {
  const page = await it.open(township)
  await page.getByRole('checkbox', { name: /^对口/ }).focus()
  await page.keyboard.press('Space')
  await page.waitForURL(/hide=COUNTERPART/)
  await page.reload()
  await page.locator(`.network-board [data-key="${organ}"]`).waitFor()
  assert.equal(await page.locator('.network-board .thing.DEPARTMENT').count(), 0)
  await page.goBack()
  await page.locator('.network-board .thing.DEPARTMENT').first().waitFor()
})

test('force and ring draw the same things, each time in the same places', async () => {
  const page = await it.open(township)
  await settled(page)
  const all = await things(page).evaluateAll((of) => of.map((e) => e.dataset.key).sort())
  const places = () => things(page).evaluateAll((of) => of.map((e) => `${e.dataset.key} ${e.parentElement.getAttribute('transform')}`).sort())
  for (const [name, form] of [['力导向', 'row'], ['环形', 'spoke']]) {
    await page.getByRole('button', { name }).click()
    await page.locator(`.network-board .thing.${form}`).first().waitFor()
    assert.deepEqual(await things(page).evaluateAll((of) => of.map((e) => e.dataset.key).sort()), all)
    const before = await places()
    await page.reload()
    await page.locator(`.network-board .thing.${form}`).first().waitFor()
    assert.deepEqual(await places(), before)
    await picture(page, `network-${form === 'row' ? 'force' : 'ring'}`)
  }
})

test('what is over the budget is counted', async () => {
  const { county: { townships: { nodes: towns } } } = await it.ask('{ county(code: "410185") { townships { nodes { key organs { key } leaders { key } } } } }')
  const total = towns.reduce((n, t) => n + 1 + t.organs.length + t.leaders.length, 0)
  const of = (relation) => towns.map((t) => encodeURIComponent(encodeURIComponent(`${relation}~${t.key}`)))
  const page = await it.open(`${county}&seeds=${towns.map((t) => encodeURIComponent(encodeURIComponent(t.key))).join(',')}&open=${[...of('ESTABLISHES'), ...of('SERVES')].join(',')}`)
  await page.getByText(`另有 ${total - 300} 项未画出`).waitFor()
  assert.equal(await things(page).count(), 300)
})

test('files: a drawing with its names and colours, pixels, and rows', async () => {
  const page = await it.open(township, { theme: 'dark' })
  await settled(page)
  const take = async (panel, item) => {
    await page.getByRole('region', { name: panel }).getByRole('button', { name: '导出' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()])
    return readFileSync(await download.path())
  }
  const svg = String(await take('大冶镇的关系网络', '导出 SVG'))
  for (const wanted of ['乡村建设办公室', '农业农村部门', 'rgb(31, 58, 95)', 'rgb(228, 240, 250)']) assert.ok(svg.includes(wanted), wanted)
  const png = await take('大冶镇的关系网络', '导出 PNG')
  assert.equal(png.subarray(1, 4).toString(), 'PNG')
  assert.ok(await page.evaluate(colours, `data:image/png;base64,${png.toString('base64')}`) > 20, 'the picture has its colours')
  const csv = String(await take('图中内容', '导出 CSV · 关系'))
  assert.match(csv, /乡村建设办公室,对口,农业农村部门,业务对口/)
})

/** How many colours an image has. */
async function colours(address) {
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size
}

test('the whole county on one picture, worked by its table', async () => {
  const page = await it.open(county)
  await press(page.getByRole('button', { name: '全县一张图' }))
  await page.locator('.county-map canvas').first().waitFor()
  await press(page.getByRole('button', { name: '县直部门', exact: true }))
  await page.getByRole('row', { name: /^农业农村部门/ }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/pick=/)
  const { county: { departments: { nodes } } } = await it.ask('{ county(code: "410185") { departments(filter: {keys: ["department/农业农村部门"]}) { nodes { counterparts { nature } } } } }')
  await page.getByText(`对口 ${nodes[0].counterparts.length}`, { exact: false }).first().waitFor()
  await accessible(page)
  await picture(page, 'network-county')
  await press(page.getByRole('button', { name: '看它的网络' }))
  await drawn(page, 1)
  await page.goBack()
  await page.locator('.county-map canvas').first().waitFor()
})

test('in English, in the dark, on a narrow page', async () => {
  const page = await it.open(`${township}&lang=en&layout=ring`, { theme: 'dark' })
  await page.getByRole('heading', { name: 'Network of 大冶镇' }).waitFor()
  await page.locator('.network-board .spoke').first().waitFor()
  await accessible(page)
  await picture(page, 'network-dark-en')
  const narrow = await it.open(`${township}&lang=en`, { width: 390, height: 844 })
  await narrow.locator('.network-board .column').first().waitFor()
  assert.ok(await narrow.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page is no wider than the screen')
})

test('a county of 30 townships, 420 organs and 200 duties stays fluid', async () => {
  const page = await it.open(`/network?county=${largeCode}&whole=1&listed=DUTY`)
  const took = async (what, act) => {
    const started = Date.now()
    await act()
    console.log(`${what}: ${Date.now() - started} ms`)
  }
  await page.locator('.county-map canvas').first().waitFor()
  const { county: { duties: { nodes: [duty] } } } = await it.ask('query($c: String!) { county(code: $c) { duties(first: 1) { nodes { key name assignments { role } } } } }', { c: largeCode })
  await took('selecting in the picture of the county', async () => {
    await page.getByRole('row', { name: duty.name }).click()
    await page.getByRole('button', { name: '看它的网络' }).waitFor()
  })
  await page.getByRole('button', { name: '看它的网络' }).click()
  await drawn(page, 1)
  const carried = duty.assignments.length
  await took(`expanding to ${carried} more`, async () => {
    await page.getByRole('button', { name: `承担 ${carried} 已画 0` }).click()
    await drawn(page, 1 + carried)
  })
  await took('selecting', async () => {
    await things(page).first().click()
    await page.locator('.network-board [aria-pressed=true]').waitFor()
  })
  await took('undoing', async () => {
    await page.goBack()
    await page.waitForURL(/open=/)
    await page.goBack()
    await drawn(page, 1)
  })
})
