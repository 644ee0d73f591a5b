import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { accessible, picture, product, settled } from './harness.mjs'

const it = product()
const town = 'township/大冶镇'
const at = (more = '') => `/overlaps?county=410185${more}`
const inTown = `&township=${encodeURIComponent(town)}`
const agriculture = 'department/农业农村部门'
const zh = (n) => new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 3 }).format(n)

/** What the API says of a filter. */
const overlapsBy = async (filter, more = '') => {
  const { county } = await it.ask(
    `query($filter: OverlapFilter) { county(code: "410185") { overlaps(filter: $filter, first: 1) { totalCount totalCost reducibleCost facets { kinds { value label count } severities { value count } } ${more} } } }`, { filter })
  return county.overlaps
}
const total = ({ totalCount, totalCost, reducibleCost }) => `共 ${zh(totalCount)} 项，成本 ${zh(totalCost)}，其中可优化 ${zh(reducibleCost)}`
const oneOf = (filter) => overlapsBy(filter, `nodes {
  fingerprint kind excess cost reducibleCost explanation(language: ZH) township { key name } subject { key name } participants { name }
  evidence { sentence(language: ZH) sources { quote } } counterfactuals { sentence(language: ZH) cost } case { status version note }
}`).then((o) => o.nodes[0])

/** Presses Tab until the focus is where it should be, as who has no mouse does. */
async function tabTo(page, selector) {
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((s) => document.activeElement?.matches(s), selector)) return
  }
  assert.fail(`no way by Tab to ${selector}`)
}

test('facets narrow the list; totals and counts are the API’s', async () => {
  const page = await it.open(at())
  const status = page.getByRole('status').filter({ hasText: '其中可优化' })
  await status.filter({ hasText: total(await overlapsBy({})) }).waitFor()
  await page.getByRole('group', { name: '类别' }).getByLabel('多对一').check()
  await page.waitForURL(/kinds=MANY_TO_ONE/)
  const many = await overlapsBy({ kinds: ['MANY_TO_ONE'] })
  await status.filter({ hasText: total(many) }).waitFor()
  await settled(page)
  const severities = { 重度: 'HIGH', 中度: 'MEDIUM', 轻度: 'LOW' }
  const counted = await page.getByRole('group', { name: '程度' }).locator('label').evaluateAll((all) => all.map((l) => [l.children[1].textContent, Number(l.children[2].textContent)]))
  assert.deepEqual(Object.fromEntries(counted.map(([label, n]) => [severities[label], n])), Object.fromEntries(many.facets.severities.map((s) => [s.value, s.count])))
  assert.equal(counted.reduce((n, [, c]) => n + c, 0), many.totalCount)
  await page.getByRole('group', { name: '程度' }).getByLabel('重度').check()
  await page.waitForURL(/severities=HIGH/)
  const grave = await overlapsBy({ kinds: ['MANY_TO_ONE'], severities: ['HIGH'] })
  await status.filter({ hasText: total(grave) }).waitFor()
  const kindsLeft = (await overlapsBy({ severities: ['HIGH'] })).facets.kinds
  for (const { label, count } of kindsLeft) await page.getByRole('group', { name: '类别' }).locator('label', { hasText: label }).getByText(String(count), { exact: true }).waitFor()
  assert.equal(await page.getByRole('table').getByRole('row').count(), Math.min(grave.totalCount, 50) + 1)
  await page.reload()
  await status.filter({ hasText: total(grave) }).waitFor()
  await page.goBack()
  await status.filter({ hasText: total(many) }).waitFor()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await status.filter({ hasText: total(await overlapsBy({})) }).waitFor()
})

test('the rest is read page by page, and the export has every row', async () => {
  const page = await it.open(at())
  await page.getByRole('button', { name: '再列 50 项' }).click()
  await page.getByRole('table').getByRole('row').nth(100).waitFor()
  await page.getByRole('button', { name: '导出' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: '导出 CSV' }).click()])
  const lines = readFileSync(await download.path(), 'utf8').split('\r\n').filter(Boolean)
  const { totalCount } = await overlapsBy({})
  assert.equal(lines.length, totalCount + 1)
  assert.match(lines[0], /^\uFEFF程度,类别,乡镇,对象,参与方,成本/)
})

test('a link to one opens it in full from any township; its numbers add up', async () => {
  const one = await oneOf({ kinds: ['MANY_TO_ONE'], townships: ['township/告成镇'], subject: agriculture })
  const page = await it.open(at(`${inTown}&kinds=UNLED_ORGAN&overlap=${one.fingerprint}`))
  const detail = page.locator('.detail')
  await detail.getByText(one.explanation, { exact: true }).waitFor()
  const [excess, weight, cost, necessary, reducible] = await detail.locator('.sum dd').evaluateAll((all) => all.map((x) => Number(x.textContent)))
  assert.deepEqual([excess, cost, reducible], [one.excess, one.cost, one.reducibleCost])
  assert.equal(excess * weight, cost)
  assert.equal(necessary + reducible, cost)
  for (const e of one.evidence) {
    await detail.locator('.evidence').getByText(e.sentence, { exact: true }).waitFor()
    for (const s of e.sources) await detail.locator('blockquote').getByText(s.quote, { exact: true }).waitFor()
  }
  for (const c of one.counterfactuals) await detail.locator('.without li', { hasText: c.sentence }).getByText(`少 ${one.cost - c.cost}`, { exact: true }).waitFor()
  for (const p of one.participants) await detail.locator('.participants').getByRole('link', { name: p.name, exact: true }).waitFor()
  await detail.getByRole('button', { name: '在对口图中看' }).click()
  await page.waitForURL(/tab=picture/)
  await page.getByRole('heading', { name: '告成镇 · 对口图' }).waitFor()
})

test('every kind of overlap is shown in full', async () => {
  const { county } = await it.ask('{ county(code: "410185") { overlaps(first: 300) { nodes { fingerprint kind cost } } } }')
  const kinds = new Map(county.overlaps.nodes.map((o) => [o.kind, o]))
  assert.ok(kinds.size >= 15)
  const page = await it.open(at('&lang=en'))
  for (const { fingerprint, cost } of kinds.values()) {
    await page.goto(it.address + at(`&lang=en&overlap=${fingerprint}`))
    await page.locator('.detail .explained').waitFor()
    assert.equal(Number(await page.locator('.detail .sum .main dd').textContent()), cost)
  }
})

test('what another page narrows the list to is seen, and dropped', async () => {
  const page = await it.open(at(`&subject=${encodeURIComponent(agriculture)}`))
  await page.getByText(total(await overlapsBy({ subject: agriculture }))).waitFor()
  await page.getByRole('button', { name: '取消“农业农村部门”' }).click()
  await page.getByText(total(await overlapsBy({}))).waitFor()
})

test('a case is decided by keyboard alone, seen after a reload, and opened again when its evidence changes', async () => {
  const filter = { kinds: ['MANY_TO_ONE'], townships: [town], subject: agriculture }
  const page = await it.open(at(`${inTown}&kinds=MANY_TO_ONE`))
  await page.getByRole('row', { name: /农业农村部门/ }).waitFor()
  await tabTo(page, 'tr.act')
  await page.keyboard.press('Enter')
  await page.waitForURL(/overlap=/)
  await page.locator('.detail .explained').waitFor()
  assert.ok(await page.evaluate(() => document.activeElement.classList.contains('detail')), 'the reader is taken there')
  await tabTo(page, 'input[type=radio]')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await tabTo(page, 'select')
  await page.keyboard.press('End') // 其他
  await tabTo(page, 'textarea')
  await page.keyboard.type('等待县级明确')
  await tabTo(page, '.button.main')
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByText('已保存：有正当理由').waitFor()
  const { case: decided, fingerprint } = await oneOf(filter)
  assert.deepEqual(decided, { status: 'JUSTIFIED', version: 1, note: '等待县级明确' })
  await page.reload()
  await page.locator('.decided').getByText('有正当理由 · 其他').waitFor()
  await page.locator('.decided').getByText('等待县级明确').waitFor()
  await page.getByRole('row', { name: /农业农村部门.*有正当理由/ }).waitFor()
  await accessible(page)
  await picture(page, 'overlaps-case')

  const { county } = await it.ask('{ county(code: "410185") { revision } }')
  const { applyEdits } = await it.ask('mutation($input: ApplyEditsInput!) { applyEdits(input: $input) { commit { revision } } }', {
    input: { county: '410185', baseRevision: county.revision, reason: '试', edits: [{ removeCounterpart: { organ: 'organ/大冶镇/经济发展办公室', department: agriculture } }] },
  })
  assert.equal(applyEdits.commit.revision, county.revision + 1)
  await page.reload()
  await page.locator('.detail .reopened').waitFor()
  await page.getByRole('button', { name: '研判记录' }).click()
  const record = page.getByRole('table', { name: '研判记录' }).getByRole('row', { name: /等待县级明确/ })
  await record.getByText('待研判').waitFor()
  await record.getByText(/已重新打开/).waitFor()
  await picture(page, 'overlaps-cases')
  await page.goto(it.address + at(`&at=r${county.revision}&overlap=${fingerprint}`))
  await page.getByText('只能对当前版本、全部依据的数据研判。').waitFor()
  await page.locator('.detail').focus()
  await page.keyboard.press('Escape')
  await page.waitForURL((u) => !u.searchParams.has('overlap'))
})

test('the picture: focus by keyboard dims the rest, list and table follow', async () => {
  const place = 'township/君召乡'
  const { county } = await it.ask(`query($t: [String!]) { county(code: "410185") {
    organs(filter: { townships: $t }) { nodes { key name counterparts { nature department { key } } } }
    overlaps(filter: { townships: $t, kinds: [MANY_TO_ONE] }) { totalCount nodes { cost subject { key name } participants { key } } }
  } }`, { t: [place] })
  const page = await it.open(at(`&tab=picture&township=${encodeURIComponent(place)}`))
  const drawing = page.getByRole('group', { name: '君召乡 · 对口图' })
  await drawing.waitFor()
  const ties = county.organs.nodes.flatMap((o) => o.counterparts.filter((c) => c.nature === 'BUSINESS'))
  assert.equal(await drawing.locator('path.ribbon').count(), ties.length)
  assert.equal(await page.locator('.overlapped li').count(), county.overlaps.totalCount)
  const first = county.overlaps.nodes[0]
  await tabTo(page, 'g.end')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Home')
  for (let i = 0; i < 60 && (await page.evaluate(() => document.activeElement.getAttribute('data-key'))) !== first.subject.key; i++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL((u) => u.searchParams.get('focus') === first.subject.key)
  await drawing.locator('.end.focused').waitFor()
  assert.equal(await drawing.locator('.end.organ:not(.dim)').count(), first.participants.length)
  assert.equal(await drawing.locator('path.ribbon:not(.dim)').count(), first.participants.length)
  const entry = page.locator('.overlapped li', { hasText: first.subject.name })
  await entry.getByText(`成本 ${first.cost}`, { exact: true }).waitFor()
  assert.equal(await entry.locator('dt').count(), first.participants.length)
  assert.equal(await page.getByRole('table', { name: '对口关系表' }).getByRole('row').count(), first.participants.length + 1)
  await accessible(page)
  await picture(page, 'overlaps-focus')
  await page.reload()
  await drawing.locator('.end.focused').waitFor()
  await tabTo(page, 'g.end')
  await page.keyboard.press('Escape')
  await page.waitForURL((u) => !u.searchParams.has('focus'))
  assert.equal(await drawing.locator('.end.dim').count(), 0)
  await picture(page, 'overlaps-picture')
  await page.goBack()
  await drawing.locator('.end.focused').waitFor()
  await entry.getByRole('button', { name: '看详情' }).click()
  await page.locator('.detail .explained').waitFor()
  await page.getByLabel('对口范围').selectOption('ALL')
  const all = county.organs.nodes.flatMap((o) => o.counterparts).length
  await drawing.locator('g:not(.legend) > path.ribbon').nth(all - 1).waitFor({ state: 'attached' })
})

/** Reads a drawing's pixels on an empty page, as who opens the file does. */
const pixelsOf = async (file, type) => {
  const page = await it.browser.newPage()
  const seen = await page.evaluate(async ([data, type]) => {
    const image = new Image()
    image.src = `data:${type};base64,${data}`
    await image.decode()
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: image.naturalWidth, height: image.naturalHeight })
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    const { data: p } = context.getImageData(0, 0, canvas.width, canvas.height)
    const share = { dark: 0, white: 0, red: 0, orange: 0 }
    for (let i = 0; i < p.length; i += 4) {
      const [r, g, b] = [p[i], p[i + 1], p[i + 2]]
      if (r + g + b < 150) share.dark++
      if (r > 250 && g > 250 && b > 250) share.white++
      if (r > 170 && g < 110 && b < 140) share.red++
      if (r > 220 && g > 100 && g < 200 && b < 150) share.orange++
    }
    for (const k in share) share[k] /= p.length / 4
    return { width: canvas.width, height: canvas.height, ...share }
  }, [file.toString('base64'), type])
  await page.close()
  return seen
}

test('exported as SVG and PNG: light, in colour, with Chinese labels', async () => {
  const page = await it.open(at(`&tab=picture${inTown}`), { theme: 'dark' })
  const drawing = page.getByRole('group', { name: '大冶镇 · 对口图' })
  await drawing.waitFor()
  await settled(page)
  const take = async (what) => {
    await page.locator('.board').getByRole('button', { name: '导出' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: what }).click()])
    return [download.suggestedFilename(), readFileSync(await download.path())]
  }
  const [name, svg] = await take('导出 SVG')
  assert.equal(name, '大冶镇 · 对口图.svg')
  const { county } = await it.ask('query($t: [String!]) { county(code: "410185") { organs(filter: { townships: $t }) { nodes { name } } } }', { t: [town] })
  const text = svg.toString()
  for (const { name } of county.organs.nodes) assert.ok(text.includes(`>${name}</text>`), name)
  assert.ok(text.includes('>登封市大冶镇 · 第'), 'it says what it shows')
  assert.doesNotMatch(text, /class=|style=|var\(/)
  const seen = await pixelsOf(svg, 'image/svg+xml')
  const box = await drawing.evaluate((e) => [e.viewBox.baseVal.width, e.viewBox.baseVal.height])
  assert.deepEqual([seen.width, seen.height], box.map(Math.floor))
  assert.ok(seen.white > 0.6 && seen.dark < 0.1, `not black: ${JSON.stringify(seen)}`)
  assert.ok(seen.orange > 0.001, `in colour: ${JSON.stringify(seen)}`)
  const [, png] = await take('导出 PNG')
  const fine = await pixelsOf(png, 'image/png')
  assert.deepEqual([fine.width, fine.height], [seen.width * 2, seen.height * 2])
  assert.ok(fine.white > 0.6 && fine.dark < 0.1)
})

test('in English, in the dark, on a small screen', async () => {
  const one = await oneOf({ kinds: ['SHARED_DUTY'] })
  const dark = await it.open(at(`&lang=en&overlap=${one.fingerprint}`), { theme: 'dark', width: 1280, height: 720 })
  await dark.getByRole('heading', { name: 'How the cost adds up' }).waitFor()
  await accessible(dark)
  await picture(dark, 'overlaps-dark-en')
  const drawn = await it.open(at(`&lang=en&tab=picture${inTown}&focus=${encodeURIComponent(agriculture)}`), { theme: 'dark', width: 1280, height: 720 })
  await drawn.locator('.end.focused').waitFor()
  await accessible(drawn)
  await picture(drawn, 'overlaps-picture-dark-en')
  const small = await it.open(at(`&overlap=${one.fingerprint}`), { width: 390, height: 844 })
  await small.getByRole('heading', { name: '成本怎么算' }).waitFor()
  await small.getByRole('table').waitFor({ state: 'hidden' })
  assert.ok(await small.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out')
  await small.getByRole('button', { name: '关闭' }).click()
  await small.getByRole('table').waitFor()
})

test('no township chosen, nothing found, nothing decided: it says what to do', async () => {
  const page = await it.open(at('&tab=picture'))
  await page.getByRole('button', { name: '大冶镇' }).click()
  await page.getByRole('heading', { name: '大冶镇 · 对口图' }).waitFor()
  await page.goto(it.address + at('&kinds=UNLED_ORGAN'))
  await page.getByText('所选范围内没有这类重叠').waitFor()
  await page.goto(it.address + at(`&tab=cases&township=${encodeURIComponent('township/君召乡')}`))
  await page.getByText('还没有研判记录').waitFor()
  await page.goto(it.address + at('&overlap=0000000000000000'))
  await page.getByText('这里没有这项重叠').waitFor()
})

test('on paper it is light, whole, and nothing sticks out', async () => {
  const page = await it.open(at(`&tab=picture${inTown}`), { theme: 'dark', width: 1440 })
  await page.locator('.counterparts').waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 794, height: 1123 }) // A4
  const [ground, ink] = await page.locator('.board').evaluate((e) => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color])
  assert.deepEqual([ground, ink], ['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
  for (const part of ['.counterparts', '.ties table']) {
    const { right } = await page.locator(part).evaluate((e) => e.getBoundingClientRect())
    assert.ok(right <= 794, `${part} ${right}`)
  }
})
