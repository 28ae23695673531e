import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { callerOf, type DemoAccount } from './accounts.ts'
import { violations } from './axe.ts'
import { openChromium } from './chromium.ts'
import { openPage, openPageAs, SIZES, untilCounted } from './page.ts'

const origin = inject('origin')
describe.runIf(inject('browser'))('accessibility', () => {
  let browser: Browser
  beforeAll(async () => { browser = await openChromium() })
  afterAll(() => browser.close())

  it.each([
    ['desk', 'dark'], ['desk', 'light'], ['phone', 'dark'],
  ] as const)('has nothing to object to at the %s, %s', async (size, theme) => {
    const { page } = await openPageAs(browser, origin, 'leader', SIZES[size])
    await page.addInitScript((chosen) => { localStorage.setItem('onemap.theme', chosen) }, theme)
    await page.goto(origin)
    await untilCounted(page)
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  it.each(['概况', '风险点', '隐患', '相邻企业'])('has nothing to object to in the drawer: %s', async (tab) => {
    const { page } = await openPageAs(browser, origin, 'leader', SIZES.desk)
    const { items: [first] } = await (await callerOf(origin, 'leader')).get<{ items: { id: string }[] }>('/api/enterprises?limit=1')
    await page.goto(`${origin}/?at=enterprise:${first?.id}`)
    await page.getByRole('tab', { name: tab }).click()
    await page.getByText('正在取详情').waitFor({ state: 'detached' })
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  it.each([['desk', 'dark'], ['desk', 'light'], ['phone', 'light']] as const)('has nothing to object to at the sign-in, %s, %s', async (size, theme) => {
    const { page } = await openPage(browser, SIZES[size])
    await page.addInitScript((chosen) => { localStorage.setItem('onemap.theme', chosen) }, theme)
    await page.goto(origin)
    await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
    await page.getByRole('button', { name: /leader/ }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  const DESKS: readonly (readonly [DemoAccount, string])[] = [
    ['ent01', '/account'], ['ent01', '/account/password'], ['ent01', '/account/two-factor'],
    ['admin', '/admin/people'], ['admin', '/admin/people/new'], ['admin', '/admin/offices'], ['admin', '/admin/grids'],
    ['auditor', '/audit'],
  ]
  it.each(DESKS)('has nothing to object to and nothing sticking out for %s at %s', async (account, path) => {
    for (const [size, theme] of [['desk', 'light'], ['phone', 'dark']] as const) {
      const { page } = await openPageAs(browser, origin, account, SIZES[size])
      await page.addInitScript((chosen) => { localStorage.setItem('onemap.theme', chosen) }, theme)
      await page.goto(`${origin}${path}`)
      await page.locator('main h2').first().waitFor()
      await page.getByText('正在读取').waitFor({ state: 'detached' })
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(SIZES[size].width)
      await page.context().close()
    }
  })
})
