import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessible, product, settled } from './harness.mjs'

const it = product()
const code = '410185'
const town = 'township/大冶镇'

/** A leader more in the county, by somebody else. */
async function another(reason) {
  const { county: { revision } } = await it.ask('query($code: String!) { county(code: $code) { revision } }', { code })
  const input = { county: code, baseRevision: revision, reason, actor: '王五', edits: [{ createLeader: { township: town, posts: ['副镇长'] } }] }
  const { applyEdits } = await it.ask('mutation($input: ApplyEditsInput!) { applyEdits(input: $input) { commit { revision } } }', { input })
  return applyEdits.commit.revision
}
/** A page at an address once it has asked to be told what happens. */
async function listening(path) {
  const page = await it.open('')
  const asked = new Promise((resolve) => page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => String(payload).includes('"subscribe"') && resolve())))
  await page.goto(it.address + path)
  await asked
  await settled(page)
  return page
}
const leaders = (page) => page.locator('.card', { hasText: '班子成员' }).first().locator('dd')
const count = async (page) => parseInt(await leaders(page).innerText(), 10)

test('what others change is shown at once, and said with the way to it', async () => {
  const page = await listening(`/?county=${code}`)
  const nation = await listening('/')
  const cell = nation.getByRole('row', { name: /登封市/ })
  const [before, row] = [await count(page), await cell.innerText()]
  const revision = await another('增补班子成员')
  const said = page.locator('.news')
  await said.getByText(`数据已更新到第 ${revision} 版`).waitFor()
  await leaders(page).getByText(String(before + 1), { exact: true }).waitFor()
  assert.match(await said.innerText(), /增补班子成员[^]*王五/)
  await nation.waitForFunction((was) => [...document.querySelectorAll('tr')].every((r) => r.innerText !== was), row)
  assert.equal(await nation.locator('.news p').count(), 0, 'the nation says nothing of each county')
  await accessible(page)

  await said.getByRole('link', { name: '查看变更' }).press('Enter')
  await page.waitForURL(/\/history\?/)
  await page.getByText('增补班子成员').first().waitFor()
  await said.getByRole('button', { name: '关闭' }).press('Enter')
  await said.locator('p').waitFor({ state: 'detached' })
})

test('what was changed while the connection was broken is shown when it is there again', async () => {
  const page = await it.open('')
  let [broken, sockets] = [false, []]
  await page.routeWebSocket(/\/graphql$/, (socket) => {
    if (broken) return socket.close({ code: 1012 })
    sockets.push(socket)
    socket.connectToServer()
  })
  await page.goto(`${it.address}/?county=${code}`)
  await settled(page)
  const before = await count(page)
  assert.equal(sockets.length, 1, 'one socket for a page')
  broken = true
  await sockets[0].close({ code: 1012 })
  await another('连接中断时')
  await page.waitForTimeout(500)
  assert.equal(await count(page), before)
  broken = false
  await leaders(page).getByText(String(before + 1), { exact: true }).waitFor()
})

test('a plan that somebody else works on too shows what they do', async () => {
  const { createScenario: { scenario: { id } } } = await it.ask('mutation($input: CreateScenarioInput!) { createScenario(input: $input) { scenario { id } } }', { input: { county: code, township: town, title: '两人' } })
  const open = () => listening(`/sandbox?county=${code}&plan=${encodeURIComponent(id)}`)
  const [one, other] = [await open(), await open()]
  const organs = (page) => page.locator('[data-metric=organs] output')
  const before = Number(await organs(one).innerText())
  await one.getByRole('button', { name: '移到… 村镇规划建设办公室' }).click()
  await one.getByRole('menuitem', { name: '乡村建设办公室' }).click()
  for (const page of [one, other]) await organs(page).getByText(String(before - 1), { exact: true }).waitFor()
  await other.getByText('刚刚改动了方案，这里已是最新的第 2 稿').waitFor()
  await settled(one)
  assert.equal(await one.getByText('刚刚改动了方案').count(), 0, 'one’s own changes are no news')
  await other.getByRole('button', { name: '撤销' }).click()
  for (const page of [one, other]) await organs(page).getByText(String(before), { exact: true }).waitFor()
  await one.getByText('刚刚改动了方案').waitFor()
  assert.equal(await other.getByText('刚刚改动了方案').count(), 0)

  await another('方案之外的变更')
  for (const page of [one, other]) await page.getByText('待更新', { exact: true }).waitFor()
  await it.ask('mutation($input: ScenarioActInput!) { deleteScenario(input: $input) { __typename } }', { input: { scenario: id, version: 3 } })
  for (const page of [one, other]) await page.getByText('没有这个方案').waitFor()
})

test('GraphiQL follows a subscription', async () => {
  const { county } = await it.ask('query($code: String!) { county(code: $code) { history(first: 1) { nodes { seq } } } }', { code })
  const page = await it.open(`/graphiql#${new URLSearchParams({ query: `subscription { commits(county: "${code}", since: ${county.history.nodes[0].seq}) { revision reason } }` })}`)
  await page.locator('.graphiql-query-editor .view-line', { hasText: 'commits' }).first().waitFor()
  await page.getByRole('button', { name: /Execute/ }).click()
  await page.getByRole('button', { name: /Stop/ }).waitFor()
  await another('订阅收到')
  await page.locator('.result-window .view-line', { hasText: '订阅收到' }).waitFor()
})
