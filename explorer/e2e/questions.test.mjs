import { test } from 'node:test'
import assert from 'node:assert/strict'
import { accessible, picture, product } from './harness.mjs'

const it = product()

test('a question is found by a word, and answered', async () => {
  const page = await it.open('/questions?county=410185')
  await accessible(page)
  await picture(page, 'questions')
  await page.getByRole('searchbox').fill('无人分管')
  await page.getByText('1 个问题').waitFor()
  await page.getByRole('link', { name: '看回答' }).click()
  await page.waitForURL(/\/overlaps\?.*UNLED_ORGAN/)
})

test('every question runs as GraphQL', async () => {
  const page = await it.open('/questions?county=410185&township=township%2F大冶镇')
  await page.getByLabel('县直部门').selectOption({ label: '农业农村部门' })
  const links = await page.getByRole('link', { name: '以 GraphQL 运行' }).evaluateAll((all) => all.map((a) => a.href))
  assert.ok(links.length >= 19, `${links.length} questions`)
  for (const link of links) {
    const asked = new URLSearchParams(new URL(link).hash.slice(1))
    const data = await it.ask(asked.get('query'), JSON.parse(asked.get('variables')))
    assert.ok(data.county, link)
  }
})

test('GraphiQL opens with the question, and runs it', async () => {
  const page = await it.open('/?county=410185')
  const link = page.getByRole('link', { name: '查看查询' }).first()
  const graphiql = await it.open((await link.getAttribute('href')))
  await graphiql.locator('.graphiql-query-editor .view-line', { hasText: 'structureCost' }).first().waitFor()
  await graphiql.getByRole('button', { name: /Execute/ }).click()
  await graphiql.locator('.result-window .view-line', { hasText: '"organs": 123' }).waitFor()
  await picture(graphiql, 'graphiql')
})

test('what a question is asked about stands in the address', async () => {
  const page = await it.open('/questions?county=410185')
  await page.getByLabel('县直部门').selectOption({ label: '农业农村部门' })
  await page.waitForURL(/department=/)
  await page.getByRole('combobox', { name: '乡镇' }).last().selectOption({ label: '大冶镇' })
  await page.waitForURL(/township=/)
  await page.reload()
  await page.getByLabel('县直部门').and(page.locator('select')).waitFor()
  assert.equal(await page.getByLabel('县直部门').locator('option:checked').textContent(), '农业农村部门')
  assert.equal(await page.getByRole('combobox', { name: '乡镇' }).last().locator('option:checked').textContent(), '大冶镇')
})
