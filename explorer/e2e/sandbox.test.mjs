import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { accessible, picture, product, settled } from './harness.mjs'
import { large, largeCode } from './large.mjs'

const it = product({ counties: [large()] })
const town = 'township/大冶镇'
const organ = (name) => `organ/大冶镇/${name}`

/** A new scenario, made beside the page. */
async function scenario(title, more = {}) {
  const { createScenario } = await it.ask('mutation($input: CreateScenarioInput!) { createScenario(input: $input) { scenario { id } } }', { input: { county: '410185', township: town, title, ...more } })
  return createScenario.scenario.id
}
const at = (id, more = '') => `/sandbox?county=410185&plan=${encodeURIComponent(id)}${more}`

/** The numbers as the API has them, as the cards show them. */
async function numbersOf(id) {
  const { scenario: s } = await it.ask(`query($id: ID!, $scope: ScopeInput) { scenario(id: $id) { version cursor result { metrics(scope: $scope) { organs structureCost overlaps } } diff { resolvedCount introducedCount } grouping { organs cost constraints { verdict } } } }`, { id, scope: { townships: [town] } })
  return { ...s.result.metrics, ...s.diff, version: s.version, cursor: s.cursor, cost: s.grouping.cost, broken: s.grouping.constraints.filter((c) => c.verdict === 'VIOLATED').length }
}
const shown = (page, metric) => page.locator(`[data-metric=${metric}] output`).textContent()
const plain = (n) => String(Math.round(n * 1000) / 1000)
async function agrees(page, id) {
  await settled(page)
  await page.getByText(/已保存/).waitFor()
  const api = await numbersOf(id)
  assert.equal(await shown(page, 'organs'), plain(api.organs))
  assert.equal(await shown(page, 'cost'), plain(api.structureCost))
  assert.equal(await shown(page, 'overlaps'), plain(api.overlaps))
  assert.equal(await shown(page, 'broken'), plain(api.broken))
  await page.locator('[data-metric=overlaps]').getByText(`消除 ${api.resolvedCount}，新增 ${api.introducedCount}`).waitFor()
  return api
}
/** Waits until a number is another than it was. */
const changed = (page, metric, was) => page.waitForFunction(([m, w]) => document.querySelector(`[data-metric=${m}] output`)?.textContent !== w, [metric, was])

/** Picks an organ up by its handle and carries it with the Tab key to the group of another. */
async function carry(page, name, other) {
  await page.getByRole('button', { name: `拖动${name}`, exact: true }).focus()
  await page.keyboard.press('Enter')
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((n) => document.activeElement?.closest('[role=group]')?.getAttribute('aria-label')?.includes(n), other)) break
    assert.notEqual(i, 39, 'the Tab key reaches every group')
  }
  await page.keyboard.press('Enter')
}

/** Sends an organ by its menu: Enter opens it, the arrows go to the place, Enter sends. */
async function sendTo(page, name, place) {
  await page.getByRole('button', { name: `移到… ${name}` }).focus()
  await page.keyboard.press('Enter')
  const goal = page.getByRole('menuitem', { name: place })
  await goal.waitFor()
  for (let i = 0; i < 40 && !(await goal.evaluate((e) => e === document.activeElement)); i++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

test('a scenario is made, grouped, undone and redone, begun at K, handed in, carried out and found in the history: by keyboard alone', async () => {
  const page = await it.open(`/sandbox?county=410185&township=${encodeURIComponent(town)}`)
  await page.getByLabel('方案名称').focus()
  await page.keyboard.type('镇机构合并')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '镇机构合并' }).waitFor()
  const id = new URL(page.url()).searchParams.get('plan')
  const before = await agrees(page, id)

  await carry(page, '村镇规划建设办公室', '：乡村建设办公室')
  await changed(page, 'organs', plain(before.organs))
  await page.getByText('乡村规划建设办公室', { exact: true }).waitFor()
  const merged = await agrees(page, id)
  assert.equal(merged.organs, before.organs - 1)
  assert.ok(merged.structureCost < before.structureCost)
  assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), /村镇规划建设办公室/, 'the focus stays on what was moved')
  await accessible(page)

  await page.keyboard.press('Control+z')
  await changed(page, 'organs', plain(merged.organs))
  assert.equal((await agrees(page, id)).structureCost, before.structureCost)
  await page.keyboard.press('Control+Shift+z')
  await changed(page, 'organs', plain(before.organs))
  await agrees(page, id)

  // by the menu, against a rule: it is told and not refused
  await sendTo(page, '退役军人服务站', '平安建设办公室')
  await changed(page, 'broken', '0')
  assert.ok((await agrees(page, id)).broken > 0)
  await page.getByText('平安建设办公室、退役军人服务站在一组。').first().waitFor()
  await picture(page, 'sandbox')

  const { county } = await it.ask(`{ county(code: "410185") { frontier(scope: {townships: ["${town}"]}) { organs cost proposal { after { structureCost } } } } }`)
  const k = county.frontier.find((p) => p.organs === 9)
  await page.getByRole('button', { name: '从这里开始 9 个机构' }).focus()
  await page.keyboard.press('Enter')
  await changed(page, 'organs', '10')
  const best = await agrees(page, id)
  assert.equal(best.organs, 9)
  assert.equal(best.cost, k.cost)
  assert.equal(best.structureCost, k.proposal.after.structureCost)
  await page.getByText('即最优').waitFor()

  await page.getByRole('button', { name: '办理与论证' }).focus()
  await page.keyboard.press('Enter')
  await accessible(page)
  await page.getByRole('button', { name: '提交', exact: true }).focus()
  await page.keyboard.press('Enter')
  const authority = page.getByLabel('批准机关')
  await authority.focus()
  await page.keyboard.type('市委编委')
  await page.getByLabel('批准文号').focus()
  await page.keyboard.type('编〔2026〕9号')
  await page.getByLabel('批准日期').fill('2026-11-20')
  await accessible(page)
  await picture(page, 'sandbox-review')
  await page.getByRole('button', { name: '按批复登记' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(/已按批复登记为第 6 版/).waitFor()
  await page.getByRole('heading', { name: '跟踪落实' }).waitFor()
  await accessible(page)

  const report = page.waitForEvent('popup')
  await page.getByRole('link', { name: '打开报告' }).focus()
  await page.keyboard.press('Enter')
  await (await report).getByText('镇机构合并').first().waitFor()
  for (const [lang, name] of [['zh', '下载 Word'], ['en', 'Word document']]) {
    await page.goto(it.address + at(id, `&tab=cycle&lang=${lang}`))
    const link = page.getByRole('link', { name })
    assert.match(await link.getAttribute('href'), new RegExp(`language=${lang}$`), 'in the language of the app')
  }
  await page.goto(it.address + at(id, '&tab=cycle'))

  await page.getByRole('link', { name: '在历史中查看' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/history\?.*to=6/)
  await page.getByText('第 6 版').first().waitFor()
  const now = await it.ask(`{ county(code: "410185") { revision metrics(scope: {townships: ["${town}"]}) { organs structureCost } } }`)
  assert.deepEqual(now.county, { revision: 6, metrics: { organs: 9, structureCost: k.proposal.after.structureCost } })
})

test('a proposal and a portfolio go into the plan as steps, and the result is read in other views', async () => {
  const id = await scenario('建议与分工', { township: 'township/告成镇' })
  const page = await it.open(at(id, '&tab=ladder'))
  const first = page.locator('.sandbox-ladder > li summary').first()
  const title = await first.locator('b').textContent()
  await first.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /其他办法/ }).waitFor()
  await accessible(page)
  await picture(page, 'sandbox-ladder')
  await page.getByRole('button', { name: '放入方案' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('已保存（第 2 稿）').waitFor()
  const { scenario: put } = await it.ask('query($id: ID!) { scenario(id: $id) { steps { title } before { structureCost } after { structureCost } } }', { id })
  assert.deepEqual(put.steps, [{ title }])
  assert.ok(put.after.structureCost < put.before.structureCost)

  await page.getByRole('button', { name: '班子分工' }).click()
  await sendTo(page, '退役军人服务站', '宣传委员')
  await page.getByText('已保存（第 3 稿）').waitFor()
  const { scenario: led } = await it.ask('query($id: ID!) { scenario(id: $id) { result { leaders(filter: {townships: ["township/告成镇"]}) { nodes { name charges { role organ { name } } } } } } }', { id })
  const mine = led.result.leaders.nodes.filter((l) => l.charges.some((c) => c.role === 'LEAD' && c.organ.name === '退役军人服务站')).map((l) => l.name)
  assert.deepEqual(mine, ['宣传委员'])
  await page.getByRole('group', { name: /宣传委员/ }).getByText('退役军人服务站').first().waitFor()
  await accessible(page)
  await picture(page, 'sandbox-leaders')
  await page.locator('.sandbox-bar').getByRole('link', { name: '机构' }).click()
  await page.waitForURL(/\/organs\?.*at=s%3A/)
  await page.getByText('模拟方案').first().waitFor()
})

test('somebody else was faster: nothing is lost, and the change is made again on the newest version', async () => {
  const id = await scenario('两人同改', { township: 'township/告成镇' })
  const page = await it.open('')
  await page.routeWebSocket(/\/graphql$/, (socket) => socket.close()) // it does not hear of it
  await page.goto(it.address + at(id))
  page.expectRefusal = true
  await page.getByText('已保存（第 1 稿）').waitFor()
  await it.ask('mutation($input: EditScenarioInput!) { editScenario(input: $input) { scenario { id } } }', { input: { scenario: id, version: 1, actor: '李科长', change: { amend: { note: '另有考虑' } } } })
  await page.getByRole('button', { name: '移到… 应急管理办公室' }).click()
  await page.getByRole('menuitem', { name: '公共服务办公室' }).click()
  await page.getByRole('alert').getByText(/李科长/).waitFor()
  await accessible(page)
  await page.getByRole('button', { name: '在最新一稿上重做' }).click()
  await page.getByText('已保存（第 3 稿）').waitFor()
  const { scenario: s } = await it.ask('query($id: ID!) { scenario(id: $id) { note grouping { groups { organs { name } } } } }', { id })
  assert.equal(s.note, '另有考虑')
  assert.ok(s.grouping.groups.some((g) => g.organs.length === 2))
})

test('a plan of another revision is rebased; what both changed is asked', async () => {
  const id = await scenario('更新到最新', {
    township: 'township/告成镇', edits: [{ renameOrgan: { key: 'organ/告成镇/应急管理办公室', name: '应急办公室' } }, { renameOrgan: { key: 'organ/告成镇/公共服务办公室', name: '民生服务办公室' } }],
  })
  const { county } = await it.ask('{ county(code: "410185") { revision } }')
  await it.ask('mutation($input: ApplyEditsInput!) { applyEdits(input: $input) { commit { revision } } }', { input: { county: '410185', baseRevision: county.revision, edits: [{ renameOrgan: { key: 'organ/告成镇/应急管理办公室', name: '应急和消防办公室' } }], reason: '更名' } })
  const page = await it.open(at(id, '&tab=cycle'))
  await page.getByRole('button', { name: '更新到最新版本' }).click()
  await page.getByRole('table', { name: '冲突' }).getByText('应急和消防办公室').first().waitFor()
  await accessible(page)
  await picture(page, 'sandbox-rebase')
  await page.getByRole('button', { name: '按方案', exact: true }).click()
  await page.getByText(`基于第 ${county.revision + 1} 版`).waitFor()
  const { scenario: s } = await it.ask('query($id: ID!) { scenario(id: $id) { base stale result { organs(filter: {keys: ["organ/告成镇/应急管理办公室"]}) { nodes { name } } } } }', { id })
  assert.deepEqual(s, { base: county.revision + 1, stale: false, result: { organs: { nodes: [{ name: '应急办公室' }] } } })
})

test('two scenarios side by side, in English', async () => {
  const one = await scenario('甲案', { township: 'township/告成镇' })
  const two = await scenario('乙案', { township: 'township/告成镇', edits: [{ mergeOrgans: { organs: ['organ/告成镇/乡村建设办公室', 'organ/告成镇/村镇规划建设办公室'], into: 'organ/告成镇/乡村建设办公室' } }] })
  const page = await it.open('/sandbox?county=410185&lang=en')
  for (const name of ['甲案', '乙案']) await page.getByRole('checkbox', { name: new RegExp(name) }).check()
  await page.getByRole('button', { name: 'Compare chosen (2)' }).click()
  await page.waitForURL(/with=/)
  const { compare } = await it.ask('query($ids: [ID!]!) { compare(scenarios: $ids) { metrics { structureCost organs } columns { metrics { structureCost organs } } } }', { ids: [one, two] })
  const cells = async (row) => (await page.locator(`tr[data-row=${row}] td`).allTextContents()).map((c) => /^[\d.,]+/.exec(c)[0].replaceAll(',', ''))
  await page.locator('tr[data-row=cost]').waitFor()
  assert.deepEqual(await cells('cost'), [compare.metrics, ...compare.columns.map((c) => c.metrics)].map((m) => plain(m.structureCost)))
  assert.deepEqual(await cells('organs'), [compare.metrics, ...compare.columns.map((c) => c.metrics)].map((m) => plain(m.organs)))
  await page.locator('.frontier-chart svg').waitFor()
  await accessible(page)
  await picture(page, 'sandbox-compare')
  await page.goBack()
  await page.getByRole('heading', { name: /^Scenarios/, level: 2 }).waitFor()
})

test('a whole size class is grouped at once; copied, renamed, deleted', async () => {
  const id = await scenario('中型乡镇统一设置', { township: null, size: 'MEDIUM' })
  const page = await it.open(at(id, '&lang=en'))
  await page.getByRole('button', { name: 'Move… 应急管理办公室' }).click()
  await page.getByRole('menuitem', { name: '公共服务办公室' }).click()
  await page.getByText('Saved (version 2)').waitFor()
  const { scenario: s } = await it.ask('query($id: ID!) { scenario(id: $id) { editCount before { organs } after { organs } } }', { id })
  assert.equal(s.before.organs - s.after.organs, 9)
  await accessible(page)
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Copy' }).click()
  await page.waitForURL((url) => url.searchParams.get('plan') !== id)
  await page.getByRole('heading', { name: '中型乡镇统一设置 (copy)' }).waitFor()
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByRole('dialog').getByLabel('Title').fill('Second thoughts')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Second thoughts' }).waitFor()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete it' }).click()
  await page.getByRole('heading', { name: 'New scenario' }).waitFor()
  const { county } = await it.ask('{ county(code: "410185") { scenarios { nodes { title } } } }')
  assert.ok(!county.scenarios.nodes.some((n) => n.title === 'Second thoughts'))
})

test('reviews in their order: an opinion passed, an approval refused with its reason; withdrawn and reopened before', async () => {
  const { county } = await it.ask(`{ county(code: "${largeCode}") { revision townships(first: 1) { nodes { key organs { key name } } } } }`)
  const [place] = county.townships.nodes
  await it.ask('mutation($input: ApplyEditsInput!) { applyEdits(input: $input) { commit { revision } } }', { input: { county: largeCode, baseRevision: county.revision, edits: [{ setSettings: { gates: ['TOWNSHIP_OPINION', 'APPROVAL'] } }] } })
  const [one, other] = place.organs
  const id = await scenario('逐级审核', { county: largeCode, township: place.key, edits: [{ mergeOrgans: { organs: [one.key, other.key], into: one.key } }] })
  const page = await it.open(`/sandbox?county=${largeCode}&plan=${encodeURIComponent(id)}&tab=cycle`)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByRole('heading', { name: '审核环节' }).waitFor()
  await page.getByRole('button', { name: '从这里开始' }).first().waitFor({ state: 'detached' }) // a plan in review is locked
  await page.getByRole('button', { name: '撤回' }).click()
  await page.getByRole('button', { name: '恢复草拟' }).click()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await accessible(page)
  await page.getByLabel('操作人').fill('镇党委')
  await page.getByRole('button', { name: '通过', exact: true }).click()
  await page.getByText('镇党委').first().waitFor()
  assert.ok(await page.getByRole('button', { name: '不予通过' }).isDisabled(), 'a refusal needs its reason')
  await page.locator('.sandbox-gates').getByLabel('意见').fill('编制来源未落实')
  await page.getByRole('button', { name: '不予通过' }).click()
  await page.locator('.sandbox-way').getByText('未通过').waitFor()
  const { scenario: s } = await it.ask('query($id: ID!) { scenario(id: $id) { state gates { kind passed note } trail { action } } }', { id })
  assert.equal(s.state, 'REJECTED')
  assert.deepEqual(s.gates.map((g) => [g.kind, g.passed, g.note]), [['TOWNSHIP_OPINION', true, null], ['APPROVAL', false, '编制来源未落实']])
  assert.deepEqual(s.trail.map((e) => e.action), ['CREATED', 'SUBMITTED', 'WITHDRAWN', 'REOPENED', 'SUBMITTED', 'PASSED', 'REJECTED'])
  await picture(page, 'sandbox-gates')
})

test('the frontier is taken along as a picture and as a table', async () => {
  const id = await scenario('导出', { township: 'township/告成镇' })
  const page = await it.open(at(id))
  await page.locator('.frontier-chart svg').waitFor()
  const panel = page.getByRole('region', { name: '机构数—协调成本曲线' }).first()
  const take = async (what) => {
    await panel.getByRole('button', { name: '导出' }).click()
    const file = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: what }).click()
    return readFileSync(await (await file).path())
  }
  const svg = (await take('导出 SVG')).toString()
  assert.match(svg, /机构数（个）/)
  assert.match(svg, /当前方案/)
  const { county } = await it.ask('{ county(code: "410185") { frontier(scope: {townships: ["township/告成镇"]}) { organs cost } } }')
  const csv = (await take('导出 CSV')).toString().trim().split('\r\n').slice(1).map((l) => l.split(',').slice(0, 2).map(Number))
  assert.deepEqual(csv, county.frontier.map((p) => [p.organs, p.cost]))
  const png = await take('导出 PNG')
  if (process.env.SCREENS) writeFileSync(`${process.env.SCREENS}/sandbox-frontier-saved.png`, png)
  assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from('PNG')])
  const pixels = await page.evaluate(async (data) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))]))
    const canvas = new OffscreenCanvas(image.width, image.height)
    const pen = canvas.getContext('2d')
    pen.drawImage(image, 0, 0)
    const { data: all } = pen.getImageData(0, 0, image.width, image.height)
    const seen = new Set()
    for (let i = 0; i < all.length; i += 4) seen.add(all[i] >> 4 << 8 | all[i + 1] >> 4 << 4 | all[i + 2] >> 4)
    return { width: image.width, height: image.height, colours: seen.size }
  }, png.toString('base64'))
  const drawn = await page.locator('.frontier-chart svg').boundingBox()
  assert.deepEqual([pixels.width, pixels.height], [drawn.width * 2, drawn.height * 2].map(Math.round))
  assert.ok(pixels.colours > 20, `${pixels.colours} colours`)
})

test('a plan is carried out in phases: days are given to its steps, and what is due is registered', async () => {
  const id = await scenario('分步调整', { township: 'township/告成镇' })
  const edit = (version, title, edits) => it.ask('mutation($input: EditScenarioInput!) { editScenario(input: $input) { scenario { version } } }', { input: { scenario: id, version, change: { do: { title, edits } } } })
  await edit(1, '先合并', [{ mergeOrgans: { organs: ['organ/告成镇/乡村建设办公室', 'organ/告成镇/村镇规划建设办公室'], new: { name: '建设办公室' } } }])
  await edit(2, '再更名', [{ renameOrgan: { key: 'organ/告成镇/建设办公室', name: '乡村规划建设办公室' } }])
  const page = await it.open(at(id, '&tab=cycle'))
  const day = (step) => page.getByLabel(`${step}的计划实施日期`)
  await day('再更名').fill('2027-06-30')
  await day('再更名').press('Enter')
  await page.getByText('已保存（第 4 稿）').waitFor()
  page.expectRefusal = true
  await day('先合并').fill('2028-01-01')
  await day('先合并').press('Enter')
  await page.getByRole('alert').getByText('按计划日期逐步实施行不通').waitFor()
  assert.equal(await day('先合并').inputValue(), '')
  page.expectRefusal = false
  await day('先合并').fill('2026-12-31')
  await day('先合并').press('Enter')
  await page.getByText('已保存（第 5 稿）').waitFor()
  await accessible(page)

  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByLabel('本次登记').selectOption({ label: '2026-12-31 及以前的 1 步' })
  for (const [field, text] of [['批准机关', '登封市委编委'], ['批准文号', '登编〔2026〕9号'], ['批准日期', '2026-12-01']]) await page.getByLabel(field).fill(text)
  await page.getByLabel('生效日期').fill('2026-12-31')
  await page.getByRole('button', { name: '按批复登记' }).click()
  await page.locator('.sandbox-steps').getByText('已登记').waitFor()
  await page.getByText('计划 2027-06-30 实施').waitFor()
  const names = async () => (await it.ask('{ county(code: "410185") { townships(filter: {keys: ["township/告成镇"]}) { nodes { organs { name } } } } }')).county.townships.nodes[0].organs.map((o) => o.name)
  assert.ok((await names()).includes('建设办公室'))
  await page.getByLabel('生效日期').fill('2027-06-30')
  await page.getByRole('button', { name: '按批复登记' }).click()
  await page.locator('.badge.state.APPLIED').waitFor()
  assert.ok((await names()).includes('乡村规划建设办公室'))
})

/** Notes in the page how many milliseconds go by from each drop, or choice in a menu, to the frame after the cost has changed. */
const timed = (page) => page.evaluate(() => {
  window.times = []
  let sent = 0
  addEventListener('drop', () => { sent = performance.now() }, true)
  addEventListener('click', (e) => { if (e.target.closest('[role=menuitem]')) sent = performance.now() }, true)
  const number = document.querySelector('[data-metric=cost] output')
  new MutationObserver(() => requestAnimationFrame(() => window.times.push(Math.round(performance.now() - sent)))).observe(number, { characterData: true, childList: true, subtree: true })
})

test('a class of 24 townships with 200 duties stays fluid', async () => {
  const id = await scenario('全县统一', { county: largeCode, township: null, size: 'MEDIUM' })
  const page = await it.open(`/sandbox?county=${largeCode}&plan=${encodeURIComponent(id)}`)
  await page.locator('.frontier-chart svg').waitFor()
  await settled(page)
  await timed(page)
  for (const place of ['公共服务办公室', '经济发展办公室', '平安建设办公室', '单独设置', '公共服务办公室']) {
    const was = await shown(page, 'cost')
    await page.getByRole('button', { name: '移到… 生态环境保护办公室' }).click()
    await page.getByRole('menuitem', { name: place }).click()
    await changed(page, 'cost', was)
    await settled(page)
  }
  console.log(`# a class of 24 townships: ${(await page.evaluate(() => window.times)).join(', ')} ms from the choice to the numbers`)
  const { scenario: s } = await it.ask('query($id: ID!) { scenario(id: $id) { before { organs } after { organs } } }', { id })
  assert.equal(s.before.organs - s.after.organs, 24)
  await picture(page, 'sandbox-class')
})

test('every drop moves the numbers; how long it takes is printed', async () => {
  const id = await scenario('用时', { township: 'township/告成镇' })
  const page = await it.open(at(id))
  await page.getByText('已保存（第 1 稿）').waitFor()
  await page.locator('.frontier-chart svg').waitFor()
  await settled(page)
  await timed(page)
  for (let i = 0; i < 12; i++) {
    const was = await shown(page, 'cost')
    const handle = page.getByRole('button', { name: '拖动党建工作办公室' })
    const goal = i % 2 ? page.getByRole('group', { name: '拖到这里：单独设置' }) : page.getByRole('group', { name: /公共服务办公室/ }).first()
    await handle.dragTo(goal)
    await changed(page, 'cost', was)
    await settled(page)
  }
  const times = (await page.evaluate(() => window.times)).sort((a, b) => a - b)
  console.log(`# drop to numbers: median ${times[6]} ms, worst ${times.at(-1)} ms`)
  assert.equal(times.length, 12)
})
