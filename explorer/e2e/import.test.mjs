import { test } from 'node:test'
import assert from 'node:assert/strict'
import { accessible, picture, product } from './harness.mjs'

const it = product()
const rows = (...lines) => ({ name: '机构.csv', mimeType: 'text/csv', buffer: Buffer.from('\uFEFF' + lines.join('\r\n')) })

test('a file with faults changes nothing, and each is named with its cell', async () => {
  const page = await it.open('/import?county=410185')
  page.expectRefusal = true
  await page.locator('input[type=file]').setInputFiles(rows('乡镇,机构名称,机构类别', '大冶镇,文旅办公室,不知道什么', '大治镇,文旅办公室,党政机构'))
  await page.getByText('文件有问题，什么都没有改').waitFor()
  await page.getByRole('row', { name: /大冶镇/ }).first().waitFor()
  await accessible(page)
  await picture(page, 'import-problems')
  const { county } = await it.ask('{ county(code: "410185") { revision } }')
  assert.equal(county.revision, 5)
})

test('a file is tried, written as one commit, and taken back', async () => {
  const page = await it.open('/import?county=410185')
  await page.getByLabel('批准机关').fill('市委编委')
  await page.getByLabel('批准文号').fill('编〔2026〕1号')
  await page.getByLabel('批准日期').fill('2026-11-20')
  await page.locator('input[type=file]').setInputFiles(rows('乡镇,机构名称,机构类别', '大冶镇,文旅办公室,党政机构'))
  await page.getByText(/将要改什么/).waitFor()
  await page.getByText(/文旅办公室/).first().waitFor()
  await accessible(page)
  await picture(page, 'import')
  await page.getByRole('button', { name: '写入' }).click()
  await page.getByText('已写入第 6 版').waitFor()
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByText('已撤销，成为第 7 版').waitFor()
  const { county } = await it.ask('{ county(code: "410185") { revision organs(filter: {text: "文旅办公室"}) { totalCount } } }')
  assert.deepEqual(county, { revision: 7, organs: { totalCount: 0 } })
})

test('what was exported is dropped again: nothing to change', async () => {
  const page = await it.open('/import?county=410185&lang=en')
  const file = Buffer.from(await (await fetch(it.address + '/export/410185.xlsx')).arrayBuffer())
  const data = await page.evaluateHandle(([bytes]) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], 'county.xlsx'))
    return transfer
  }, [file.toString('base64')])
  await page.locator('.import-drop').dispatchEvent('drop', { dataTransfer: data })
  await page.getByText('nothing to change').waitFor()
})
