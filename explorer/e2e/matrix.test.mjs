import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { accessible, picture, product, settled } from './harness.mjs'
import { large, largeCode } from './large.mjs'

const it = product({ counties: [large()] })
const county = '410185'
const township = 'township/大冶镇'
const at = (more) => `/matrix?${new URLSearchParams({ county, ...more })}`

const matrix = async (rows, columns, { code = county, townships } = {}) => {
  const answer = await it.ask(
    'query($code: String!, $rows: MatrixAxis!, $columns: MatrixAxis!, $scope: ScopeInput) { county(code: $code) { matrix(rows: $rows, columns: $columns, scope: $scope) { rows { key name } columns { key name } cells { row column count roles overlaps severity } } } }',
    { code, rows, columns, scope: townships ? { townships } : null },
  )
  return answer.county.matrix
}
const grid = (page) => page.getByRole('grid')
const stoodOn = (page) => page.getByRole('gridcell')

test('by keyboard alone: to a cell, its evidence, and back', async () => {
  const page = await it.open(at({ township }))
  const { rows, columns, cells } = await matrix('ORGAN', 'DEPARTMENT', { townships: [township] })
  await grid(page).waitFor()
  assert.equal(await grid(page).getAttribute('aria-rowcount'), String(rows.length + 1))
  assert.equal(await grid(page).getAttribute('aria-colcount'), String(columns.length + 1))
  await grid(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.press('Home')

  // The gravest cell is walked to, row by row and cell by cell.
  const grave = cells.find((c) => c.severity === 'HIGH')
  for (let row = 0; row < grave.row; row++) await page.keyboard.press('ArrowDown')
  for (let column = 0; column < grave.column; column++) await page.keyboard.press('ArrowRight')
  const [row, column] = [rows[grave.row], columns[grave.column]]
  await page.getByRole('gridcell', { name: `${row.name} × ${column.name}：业务对口；${grave.overlaps} 项重叠，最高为重度`, exact: true }).waitFor()
  assert.equal(await stoodOn(page).getAttribute('aria-colindex'), String(grave.column + 2))
  assert.equal(await grid(page).getAttribute('aria-activedescendant'), await stoodOn(page).getAttribute('id'))

  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.searchParams.get('row') === row.key && url.searchParams.get('column') === column.key)
  const asked = await it.ask(
    'query($row: String!, $column: String!) { county(code: "410185") { meeting(row: $row, column: $column) { statements { sentence sources { quote } } overlaps { fingerprint explanation } } } }', { row: row.key, column: column.key },
  )
  const { statements, overlaps } = asked.county.meeting
  const panel = page.getByRole('region', { name: '这一处关系' })
  await panel.getByText(statements[0].sentence, { exact: true }).waitFor()
  await panel.getByText(statements[0].sources[0].quote, { exact: true }).waitFor()
  for (const o of overlaps) {
    const href = await panel.getByRole('link', { name: o.explanation, exact: true }).getAttribute('href')
    assert.equal(new URL(href, it.address).searchParams.get('overlap'), o.fingerprint)
  }
  await accessible(page)
  await picture(page, 'matrix')

  await page.reload()
  await panel.getByText(statements[0].sentence, { exact: true }).waitFor()
  assert.equal(await stoodOn(page).getAttribute('aria-selected'), 'true')
  await page.goBack()
  await panel.waitFor({ state: 'detached' })
  await page.goForward()
  await panel.getByRole('link', { name: column.name, exact: true }).click()
  await page.waitForURL(/\/departments\?/)
})

test('Ctrl and an arrow leap to the next relation; Escape closes the evidence', async () => {
  const page = await it.open(at({ township, columns: 'DUTY' }))
  const { cells } = await matrix('ORGAN', 'DUTY', { townships: [township] })
  await grid(page).focus()
  await page.keyboard.press('Control+Home')
  const mine = cells.filter((c) => c.row === 0).map((c) => c.column + 2)
  const places = new Set()
  for (let i = 0; i <= mine.length; i++) {
    places.add(Number(await stoodOn(page).getAttribute('aria-colindex')))
    await page.keyboard.press('Control+ArrowRight')
  }
  assert.ok(mine.every((place) => places.has(place)), `${[...places]} of ${mine}`)
  await page.keyboard.press('Home')
  if (cells[0].column > 0) await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Enter')
  await page.waitForURL(/column=/)
  await page.keyboard.press('Escape')
  await page.waitForURL((url) => !url.searchParams.has('column'))
})

test('a click chooses what the cross-hair reads, on the dark page in English', async () => {
  const page = await it.open(at({ township, rows: 'LEADER', columns: 'ORGAN', lang: 'en' }), { theme: 'dark', width: 1280, height: 720 })
  await grid(page).waitFor()
  await settled(page)
  const box = await grid(page).boundingBox()
  const read = page.locator('.heat-read')
  let found = ''
  for (let y = box.y + box.height / 2; y < box.y + box.height && !found; y += 30)
    for (let x = box.x + box.width / 4; x < box.x + box.width && !found; x += 40) {
      await page.mouse.move(x, y)
      const text = await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(document.querySelector('.heat-read').textContent)))))
      if (/in charge/.test(text)) found = text
    }
  assert.match(found, / × .*: in charge/)
  await page.mouse.down()
  await page.mouse.up()
  await page.waitForURL(/row=leader/)
  await page.getByRole('region', { name: 'This relation' }).getByText(/is in charge of/).first().waitFor()
  assert.ok((await read.textContent()).length > 0)
  await accessible(page)
  await picture(page, 'matrix-leaders-dark-en')
})

test('order, filters and the list go with the picture', async () => {
  const page = await it.open(at({}))
  const { rows, columns, cells } = await matrix('ORGAN', 'DEPARTMENT')
  await page.getByText(`共 ${cells.length} 项`).waitFor()
  await page.getByLabel('排列').selectOption('name')
  await page.waitForURL(/order=name/)
  await grid(page).focus()
  await page.keyboard.press('Control+Home')
  const first = rows.map((r) => r.name).sort(new Intl.Collator('zh-CN').compare)[0]
  await page.getByRole('rowheader', { name: first, exact: true }).waitFor()
  await page.getByLabel('筛选列').fill('农业农村')
  const kept = cells.filter((c) => columns[c.column].name.includes('农业农村'))
  await page.getByText(`共 ${kept.length} 项`).waitFor()
  assert.equal(await grid(page).getAttribute('aria-rowcount'), String(new Set(kept.map((c) => c.row)).size + 1))
  await page.getByLabel('只看涉及重叠的').check()
  await page.getByText(`共 ${kept.filter((c) => c.overlaps).length} 项`).waitFor()
  await page.getByRole('table').getByRole('row').nth(1).click()
  await page.waitForURL(/row=.*|column=/)
  await page.getByRole('region', { name: '这一处关系' }).getByRole('link', { name: '农业农村部门', exact: true }).waitFor()
  await page.getByLabel('筛选行').fill('没有这样的机构')
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.getByText(`共 ${cells.length} 项`).waitFor()
  await page.getByRole('button', { name: '行列互换' }).click()
  await page.waitForURL(/rows=DEPARTMENT/)
  await page.getByText(`共 ${cells.length} 项`).waitFor()
  await page.getByRole('combobox', { name: '行', exact: true }).selectOption('ORGAN')
  await page.waitForURL((url) => !url.searchParams.has('rows') && !url.searchParams.has('columns'))
})

test('the list, the drawing and its pixels can be taken along', async () => {
  const page = await it.open(at({ township }))
  const { rows, columns, cells } = await matrix('ORGAN', 'DEPARTMENT', { townships: [township] })
  await grid(page).waitFor()
  const take = async (name) => {
    await page.getByRole('button', { name: '导出' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name }).click()])
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }
  const csv = await take('导出 CSV')
  assert.equal(csv.bytes.toString().trim().split('\r\n').length, cells.length + 1)
  const svg = await take('导出 SVG')
  assert.match(svg.name, /大冶镇.*\.svg$/)
  for (const line of rows) assert.ok(svg.bytes.includes(`>${line.name}</text>`), line.name)
  const drawn = await page.evaluate(async (text) => {
    const image = new Image()
    image.src = `data:image/svg+xml,${encodeURIComponent(text)}`
    await image.decode()
    return [image.naturalWidth, image.naturalHeight]
  }, svg.bytes.toString())
  assert.ok(drawn[0] > columns.length * 20 && drawn[1] > rows.length * 20, `${drawn}`)
  const png = await take('导出 PNG')
  assert.equal(png.bytes.subarray(1, 4).toString(), 'PNG')
  assert.ok(png.bytes.readUInt32BE(16) >= drawn[0] && png.bytes.length > 20_000, `${png.bytes.length} bytes`)
})

test('30 townships × 14 organs × 200 duties: drawn, walked and zoomed, with little on the page', async () => {
  const page = await it.open(`/matrix?county=${largeCode}&columns=DUTY`)
  const { rows, columns, cells } = await matrix('ORGAN', 'DUTY', { code: largeCode })
  assert.deepEqual([rows.length, columns.length], [420, 200])
  await grid(page).waitFor()
  await grid(page).focus()
  await page.keyboard.press('Control+End')
  await page.locator('[role=gridcell][aria-colindex="201"]').waitFor()
  assert.equal(await page.locator('[role=row]:has([role=gridcell])').getAttribute('aria-rowindex'), '421')
  const scrolled = await grid(page).evaluate((e) => [e.scrollLeft > 1000, e.scrollTop > 5000])
  assert.deepEqual(scrolled, [true, true])
  await page.keyboard.press('Control+ArrowUp')
  const place = { row: Number(await page.locator('[role=row]:has([role=gridcell])').getAttribute('aria-rowindex')) - 2, column: Number(await stoodOn(page).getAttribute('aria-colindex')) - 2 }
  assert.ok(cells.some((c) => c.row === place.row && c.column === place.column), `${await stoodOn(page).textContent()}`)
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: '这一处关系' }).getByText(columns[place.column].name).first().waitFor()
  await page.keyboard.press('-')
  await page.waitForURL(/zoom=/)
  assert.ok((await page.locator('main *').count()) < 3000)
  const painted = await page.locator('.heat canvas').evaluate((c) => new Set(c.getContext('2d').getImageData(0, 0, c.width, c.height).data).size)
  assert.ok(painted > 20, `${painted} shades`)
  await picture(page, 'matrix-large')
})

test('an address of nothing still says what is wrong', async () => {
  const page = await it.open(at({ township, rows: 'ORGAN', columns: 'ORGAN', row: 'organ/大冶镇/乡村建设办公室', column: 'department/公安部门' }))
  await page.getByRole('region', { name: '这一处关系' }).getByText('两者之间没有登记的关系').waitFor()
  await page.getByRole('button', { name: '关闭' }).click()
  await page.waitForURL((url) => !url.searchParams.has('row'))
  await page.getByRole('heading', { name: /机构 × 县直部门/ }).waitFor()
})

test('on paper there is the whole of it, scaled to the page', async () => {
  const page = await it.open(at({}), { width: 1000 })
  await grid(page).waitFor()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const { rows, columns } = await matrix('ORGAN', 'DEPARTMENT')
  const drawing = page.locator('.heat-printed svg')
  const words = await drawing.textContent()
  for (const { name } of columns) assert.ok(words.includes([...name][0]), name)
  assert.ok(await drawing.locator('text').count() > rows.length + columns.length)
  const { width } = await drawing.boundingBox()
  assert.ok(width <= 1000, `${width} wide`)
  assert.ok(await grid(page).isHidden() && await page.locator('.heat-read').isHidden())
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  assert.equal(await drawing.count(), 0)
})
