import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openChromium } from './chromium.ts'
import { actBeside, begin, reportHazard, send, stepsOf } from './hazard-page.ts'
import { openPage, openPageAs, SIZES } from './page.ts'
import { besideOf, firmOf, photograph } from './phone.ts'

const origin = inject('origin')
const TYPED = '现场复核为检修临时拆除，防护罩当班已恢复'

describe.runIf(inject('browser'))('two people at the same hazard', () => {
  let browser: Browser
  let photo: Buffer
  beforeAll(async () => {
    browser = await openChromium()
    const { page } = await openPage(browser, SIZES.phone)
    photo = await photograph(page)
    await page.context().close()
  })
  afterAll(() => browser.close())

  async function reported(description: string) {
    const firm = await firmOf(origin, 'ent01')
    return reportHazard(origin, 'ent01', firm.id, besideOf(firm, 40, -60), description, photo)
  }

  it('the second learns what the first did, and keeps what was typed though it can no longer be done', async () => {
    const hazard = await reported('2 号打磨机防护罩缺失')
    const { page } = await openPageAs(browser, origin, 'ent01', SIZES.desk)
    // This page is not told of changes: only the server's answer says so.
    await page.route('**/api/events*', (route) => route.abort())
    await page.goto(`${origin}/hazards/${hazard.enterpriseId}/${hazard.id}`)
    const form = await begin(page, 'reject')
    await form.getByLabel('理由').fill(TYPED)

    const { page: other } = await openPageAs(browser, origin, 'grid01', SIZES.phone, {
      hasTouch: true,
      isMobile: true,
    })
    await other.goto(`${origin}/hazards/${hazard.enterpriseId}/${hazard.id}`)
    await begin(other, 'register')
    await other.getByLabel('已查看，这是一条新的隐患').check()
    await send(other, 'register')

    await form.getByRole('button', { name: /^核实不属实 / }).click()
    const notice = form.getByRole('alert').filter({ hasText: '您填写期间，这条隐患有了新进展' })
    await notice.getByText('登记 → 待定级').waitFor()
    await notice.getByText('网格长').waitFor()
    await notice.getByText('这一步现在不能再办理').waitFor()
    expect(await form.getByLabel('理由').inputValue()).toBe(TYPED)
    expect(await form.getByRole('button', { name: /^核实不属实 / }).isDisabled()).toBe(true)
    await page.context().close()
    await other.context().close()
  })

  it('the second is told while still typing, looks, and goes on', async () => {
    const hazard = await reported('3 号打磨机急停按钮失效')
    await actBeside(origin, 'grid01', hazard, { type: 'register', duplicatesChecked: true })
    const { page, errors } = await openPageAs(browser, origin, 'ent01', SIZES.desk)
    await page.goto(`${origin}/hazards/${hazard.enterpriseId}/${hazard.id}`)
    await page.locator('.live.live').waitFor()
    const form = await begin(page, 'grade')
    await form.getByLabel('判定依据').fill('岗位安全操作规程第 7 条')

    await actBeside(origin, 'bureau', hazard, {
      type: 'stop-work',
      reason: '打磨工位停用至急停恢复',
    })
    const notice = form.getByRole('alert').filter({ hasText: '您填写期间，这条隐患有了新进展' })
    await notice.getByText('打磨工位停用至急停恢复').waitFor()
    expect(await form.getByRole('button', { name: /^定级 / }).isDisabled()).toBe(true)
    expect(await form.getByLabel('判定依据').inputValue()).toBe('岗位安全操作规程第 7 条')
    await notice.getByRole('button', { name: '已看过，继续办理' }).click()
    await send(page, 'grade')
    expect((await stepsOf(page)).length).toBe(4)
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('of two who grade at once exactly one does, and the other sees by whom', async () => {
    const hazard = await reported('4 号打磨机除尘管脱落')
    const people = ['ent01', 'bureau'] as const
    await actBeside(origin, 'grid01', hazard, { type: 'register', duplicatesChecked: true })
    const pages = await Promise.all(
      people.map(async (account) => {
        const { page } = await openPageAs(browser, origin, account, SIZES.desk)
        await page.route('**/api/events*', (route) => route.abort())
        await page.goto(`${origin}/hazards/${hazard.enterpriseId}/${hazard.id}`)
        const form = await begin(page, 'grade')
        await form.getByLabel('判定依据').fill(`依据 ${account}`)
        return { page, form, account }
      }),
    )
    await Promise.all(pages.map(({ form }) => form.getByRole('button', { name: /^定级 / }).click()))
    const outcomes = await Promise.all(
      pages.map(async ({ page, form, account }) => {
        const done = page.getByText('已办理：定级', { exact: true })
        const told = page.getByText('您填写期间，这条隐患有了新进展')
        await done.or(told).first().waitFor()
        if ((await done.count()) > 0) return 'done'
        expect(await form.getByLabel('判定依据').inputValue()).toBe(`依据 ${account}`)
        return 'told'
      }),
    )
    expect([...outcomes].sort()).toEqual(['done', 'told'])
    await Promise.all(pages.map(({ page }) => page.context().close()))
  })
})
