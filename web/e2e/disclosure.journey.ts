import { isOutsideWindow } from '@onemap/api/domain/disclosure-window'
import { todayInChina } from '@onemap/api/domain/overdue'
import type { Browser } from 'playwright-core'
import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { callerOf } from './accounts.ts'
import { violations } from './axe.ts'
import { openChromium } from './chromium.ts'
import { openPage, openPageAs, SIZES } from './page.ts'
import { photograph } from './phone.ts'

const origin = inject('origin')
const Roster = z.object({ items: z.array(z.object({ code: z.string(), operator: z.string() })) })
const Named = z.object({ items: z.array(z.object({ name: z.string() })) })
const Hazard = z.object({
  origin: z.string(),
  events: z.array(z.object({ evidence: z.array(z.unknown()) })),
})

/** A form is not taken within three seconds of being opened. */
const FILLING_IN_MS = 4000

describe.runIf(inject('browser'))('the roster and the public', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser.close())

  it('takes two people to publish: one writes and cannot approve, the other approves, everybody reads', async () => {
    const words = `建筑垃圾临时堆放与转运（${Date.now()}）`
    const { page, errors } = await openPageAs(browser, origin, 'bureau02', SIZES.desk)
    await page.goto(`${origin}/disclosure`)
    await page.getByRole('button', { name: '开始续报' }).click()
    await page
      .getByRole('dialog')
      .getByText(/带入现行名册 \d+ 处/)
      .waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '开始续报' }).click()
    await page.waitForURL(/\/disclosure\/[0-9a-f-]{36}/)
    const batch = new URL(page.url()).pathname

    await page.getByRole('button', { name: /^新列入 \d+/ }).click()
    const site = page.locator('.list li.chosen, .list ul:not(.chips) li').first().getByRole('link')
    const operator = await site.innerText()
    await site.click()
    await page.getByLabel('这里做什么').fill(words)
    await page.getByText('有未保存的修改').waitFor()
    await page.getByLabel('公众将看到').getByText(words).waitFor()
    // What is typed outlives the page being left.
    await page.getByRole('link', { name: /^差异/ }).click()
    await page.goBack()
    expect(await page.getByLabel('这里做什么').inputValue()).toBe(words)
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('有未保存的修改').waitFor({ state: 'detached' })
    expect(await violations(page)).toEqual([])

    await page.getByRole('link', { name: /^公布内容/ }).click()
    await page.getByLabel('单位名称或公开编号').fill(operator)
    await page.getByRole('link', { name: operator }).click()
    const shown = page.getByLabel(`公众页面：${operator}`)
    await shown.getByText(words).waitFor()
    const code = /公开编号 (\w{8})/.exec(await shown.innerText())?.[1] ?? ''

    await page.getByRole('button', { name: '提交审批' }).click()
    await page
      .getByRole('dialog')
      .getByText(/将提交 \d+ 处供审批，其中新增 \d+、变更 \d+、撤出 \d+/)
      .waitFor()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^提交 \d+ 处$/ })
      .click()
    await page.getByText('您是起草人，须由另一名科长审批').waitFor()
    expect(await page.getByRole('button', { name: '批准公布' }).isDisabled()).toBe(true)
    expect((await fetch(`${origin}/public/sources/${code}`)).status).toBe(404)
    expect(errors).toEqual([])
    await page.context().close()

    const { page: head } = await openPageAs(browser, origin, 'bureau', SIZES.desk)
    await head.goto(`${origin}/disclosure`)
    await head.getByRole('link', { name: '查看待审批的批次' }).click()
    await head.waitForURL(`${origin}${batch}`)
    await head.getByRole('link', { name: /^差异/ }).click()
    await head.getByRole('listitem').filter({ hasText: operator }).waitFor()
    expect(await violations(head)).toEqual([])
    await head.getByRole('button', { name: '批准公布' }).click()
    await head
      .getByRole('dialog')
      .getByText(/将公布 \d+ 处，其中新增 \d+、变更 \d+、撤出 \d+；公布后不可修改/)
      .waitFor()
    // Outside the 11th to 20th of the month the form asks for a reason, whatever day the journey runs.
    if (isOutsideWindow(todayInChina(new Date())))
      await head.getByRole('dialog').getByLabel('期外公布理由').fill('名册内容有变，须即时公布')
    await head
      .getByRole('dialog')
      .getByRole('button', { name: /^公布 \d+ 处$/ })
      .click()
    const link = head.getByRole('status').filter({ hasText: '公众现在就能看到' }).getByRole('link')
    const edition = await link.getAttribute('href')
    await head.context().close()

    const { page: citizen } = await openPage(browser, SIZES.phone, { javaScriptEnabled: false })
    await citizen.goto(`${origin}${edition}`)
    await citizen.getByRole('link', { name: operator }).first().click()
    await citizen.getByRole('heading', { name: operator, level: 1 }).waitFor()
    await citizen.getByText(words).waitFor()
    await citizen.context().close()
  })

  it('leads a concern told without JavaScript to the grid, where it becomes a hazard with its photograph', async () => {
    const grid = await callerOf(origin, 'grid01')
    const own = new Set(
      Named.parse(await grid.get('/api/enterprises?limit=200')).items.map(({ name }) => name),
    )
    const published = Roster.parse(
      await (await fetch(`${origin}/api/public/risk-sources?limit=200`)).json(),
    )
    const about = published.items.find(({ operator }) => own.has(operator))
    if (about === undefined) throw new Error('the grid has a published site')
    const told = `北门外消防通道被货车堵住 ${Date.now()}`

    const { page: citizen } = await openPage(browser, SIZES.phone, { javaScriptEnabled: false })
    await citizen.goto(`${origin}/public/report?about=${about.code}`)
    await citizen.getByLabel('看到了什么').fill(told)
    await citizen.getByLabel('在哪里').fill('厂区北门外')
    await citizen.getByLabel(/^照片/).setInputFiles({
      name: 'gate.jpg',
      mimeType: 'image/jpeg',
      buffer: await photograph(citizen),
    })
    await citizen.waitForTimeout(FILLING_IN_MS)
    await citizen.getByRole('button', { name: '提交' }).click()
    await citizen.getByRole('heading', { name: '已经收到' }).waitFor()

    const { page, errors } = await openPageAs(browser, origin, 'grid01', SIZES.phone)
    await page.goto(`${origin}/concerns`)
    await page.getByRole('link', { name: told }).click()
    await page.getByAltText('反映人提供的照片').waitFor()
    await page.getByText('反映人指明').waitFor()
    await page.getByText(`将在“${about.operator}”名下生成一条隐患`).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '受理并生成隐患' }).click()
    await page.getByRole('heading', { name: '已受理' }).waitFor()
    await page.getByRole('link', { name: '查看生成的隐患' }).click()
    await page.waitForURL(/\/hazards\/[^/]+\/[^/]+/)
    await page.getByText(told).first().waitFor()
    const [, enterpriseId = '', id = ''] = /hazards\/([^/]+)\/([^/?]+)/.exec(page.url()) ?? []
    const hazard = Hazard.parse(await grid.get(`/api/enterprises/${enterpriseId}/hazards/${id}`))
    expect([hazard.origin, hazard.events[0]?.evidence.length]).toEqual(['public-report', 1])
    expect(errors).toEqual([])
    await page.context().close()

    await citizen.reload()
    await citizen.getByText('转入隐患治理').waitFor()
    await citizen.context().close()
  })
})
