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

const revision = async () => (await it.ask('{ county(code: "410185") { revision } }')).county.revision
const two = ['乡镇,机构名称,机构类别', '大冶镇,文旅办公室,党政机构']
async function withApproval(page) {
  await page.getByLabel('批准机关').fill('市委编委')
  await page.getByLabel('批准文号').fill('编〔2026〕1号')
  await page.getByLabel('批准日期').fill('2026-11-20')
}

test('another way of importing is tried before it can be written, and what was tried is what is sent', async () => {
  const page = await it.open('/import?county=410185')
  await withApproval(page)
  const asked = []
  page.on('request', (r) => r.url().includes('/import/410185') && asked.push(new URL(r.url()).searchParams))
  await page.locator('input[type=file]').setInputFiles(rows(...two))
  const write = page.getByRole('button', { name: '写入' })
  await write.waitFor()
  await page.getByLabel('批准文号').fill('编〔2026〕2号')
  assert.equal(await write.count(), 0, 'what was tried on other terms can’t be written')
  await write.waitFor()
  await page.getByLabel('理由').fill('机构改革')
  assert.equal(await write.count(), 1, 'the reason decides nothing')
  const before = await revision()
  await write.click()
  await page.getByText(`已写入第 ${before + 1} 版`).waitFor()
  await page.getByText('已经改了什么').waitFor()
  const [tried, written] = asked.slice(-2)
  assert.deepEqual([tried.get('dryRun'), written.get('dryRun'), written.get('reason'), written.get('approvalDocument')], ['true', null, '机构改革', '编〔2026〕2号'])
  for (const name of ['mode', 'effective', 'base', 'approvalAuthority', 'approvalDocument', 'approvalDate']) assert.equal(tried.get(name), written.get(name), name)
  assert.equal(tried.get('base'), String(before))
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByText(`已撤销，成为第 ${before + 2} 版`).waitFor()
})

test('replacing instead of adding comes to something else, which is shown', async () => {
  const page = await it.open('/import?county=410185')
  page.expectRefusal = true
  await withApproval(page)
  await page.locator('input[type=file]').setInputFiles(rows(...two))
  const write = page.getByRole('button', { name: '写入' })
  await write.waitFor()
  await page.getByLabel('方式').selectOption('replace')
  await page.getByText('替换导入将删除机构表').waitFor()
  assert.equal(await write.count(), 0)
})

test('a file without a county is not ignored without a word', async () => {
  const page = await it.open('/import')
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['x'], 'a.csv'))
    return transfer
  })
  await page.locator('.import-drop').dispatchEvent('drop', { dataTransfer: data })
  await page.getByRole('alert').getByText('先选择县（市、区），或填写要新建的代码').waitFor()
})

test('a version looked at is not what a file is held against, and the page says so', async () => {
  const page = await it.open('/import?county=410185&at=r1')
  await page.getByText('文件总是对照当前数据').waitFor()
})
