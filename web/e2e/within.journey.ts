import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { callerOf, type DemoAccount } from './accounts.ts'
import { violations } from './axe.ts'
import { openChromium } from './chromium.ts'
import { openPageAs, SIZES, untilCounted } from './page.ts'

const origin = inject('origin')
/** In the middle of the old town. */
const CENTRE = '117.733000,34.563000'
const SHAPE = '117.700000,34.540000;117.760000,34.540000;117.760000,34.580000;117.720000,34.590000'

interface Within {
  readonly counts: {
    readonly enterprises: {
      readonly total: number
      readonly byLevel: Readonly<Record<string, number>>
      readonly byKind: Readonly<Record<string, number>>
    }
    readonly riskPoints: {
      readonly total: number
      readonly byLevel: Readonly<Record<string, number>>
    }
    readonly openHazards: { readonly total: number; readonly major: number }
  }
  readonly items: readonly { readonly id: string; readonly name: string }[]
}

const within = async (query: string, account: DemoAccount): Promise<Within> =>
  (await callerOf(origin, account)).get(`/api/within?${query}`)
const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: '周边查询' })
const numbers = async (cells: Locator): Promise<number[]> =>
  (await cells.allInnerTexts()).map((text) => Number(text.replaceAll(',', '')))

/** What the panel says equals what the API says. */
async function sameAsApi(
  panel: Locator,
  query: string,
  account: DemoAccount = 'leader',
): Promise<Within> {
  const { counts, items } = await within(query, account)
  await panel.locator('tr[data-level="total"]').waitFor()
  for (const level of ['1', '2', '3', '4', 'unassessed']) {
    await expect
      .poll(() => numbers(panel.locator(`tr[data-level="${level}"] td`)), { timeout: 15_000 })
      .toEqual([counts.enterprises.byLevel[level], counts.riskPoints.byLevel[level]])
  }
  expect(await numbers(panel.locator('tr[data-level="total"] td'))).toEqual([
    counts.enterprises.total,
    counts.riskPoints.total,
  ])
  for (const [kind, count] of Object.entries(counts.enterprises.byKind).filter(([, n]) => n > 0)) {
    expect(await numbers(panel.locator(`li[data-kind="${kind}"] b`))).toEqual([count])
  }
  await panel
    .getByText(`未闭环隐患 ${counts.openHazards.total} 项，其中重大 ${counts.openHazards.major} 项`)
    .waitFor()
  expect(await panel.locator('.list li').count()).toBe(items.length)
  return { counts, items }
}

describe.runIf(inject('browser'))('what is within so many metres', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser.close())

  it('places a ring by a tap, widens it, narrows it by the filters, and takes it away as a workbook', async () => {
    const { page, errors } = await openPageAs(browser, origin, 'leader', SIZES.desk)
    await page.goto(`${origin}/?view=117.73300,34.56300,13.00`)
    await untilCounted(page)
    await page.locator('.map canvas').first().waitFor()
    await page.getByRole('button', { name: '周边查询' }).click()
    const panel = panelOf(page)
    await panel.getByText('在地图上点选中心').waitFor()
    // The map is there once a tap has a place.
    await expect
      .poll(
        async () => {
          await page.mouse.click(900, 700)
          return new URL(page.url()).searchParams.get('within') ?? ''
        },
        { timeout: 40_000, interval: 1000 },
      )
      .toMatch(/^ring:117\.\d{6},34\.\d{6}:500$/)
    const at = (new URL(page.url()).searchParams.get('within') ?? '').split(':')[1]
    await sameAsApi(panel, `at=${at}&radius=500`)
    await panel.getByRole('button', { name: '3,000', exact: true }).click()
    await page.waitForURL(/3000/)
    await sameAsApi(panel, `at=${at}&radius=3000`)
    await panel.getByRole('slider').focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => panel.getByRole('spinbutton').inputValue()).not.toBe('3000')
    const radius = await panel.getByRole('spinbutton').inputValue()
    await page.waitForURL(new RegExp(`:${radius}|%3A${radius}`))
    await sameAsApi(panel, `at=${at}&radius=${radius}`)
    await page.locator('.facets label', { hasText: '重大' }).first().click()
    const { counts } = await sameAsApi(panel, `at=${at}&radius=${radius}&riskLevel=1`)
    expect(counts.enterprises.byLevel['2']).toBe(0)
    const download = page.waitForEvent('download')
    await panel.getByRole('link', { name: '导出 Excel' }).click()
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('opens a shared address: a shape and what lies around it, and goes to an enterprise and back', async () => {
    const { page, errors } = await openPageAs(browser, origin, 'bureau', SIZES.desk)
    await page.goto(`${origin}/?within=shape:${SHAPE}:500`)
    const panel = panelOf(page)
    const { items } = await sameAsApi(panel, `polygon=${SHAPE}&radius=500`, 'bureau')
    expect(await violations(page)).toEqual([])
    await panel.locator('.list button').first().click()
    await page
      .locator('aside')
      .getByRole('heading', { name: items[0]?.name ?? '' })
      .waitFor()
    await page.keyboard.press('Escape')
    await panel.getByText('范围及外扩 500 米内').waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(page.url()).not.toContain('within')
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('is placed from the keyboard alone, by typed coordinates', async () => {
    const { page } = await openPageAs(browser, origin, 'leader', SIZES.desk)
    await page.goto(`${origin}/?within=ring::1000`)
    const panel = panelOf(page)
    await panel.locator('summary').click()
    await panel.getByLabel('经度（东经）').fill(CENTRE.split(',')[0] ?? '')
    await panel.getByLabel('纬度（北纬）').fill(CENTRE.split(',')[1] ?? '')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.waitForURL(/117\.733000/)
    await sameAsApi(panel, `at=${CENTRE}&radius=1000`)
    await page.context().close()
  })

  it('sticks out nowhere on a phone', async () => {
    const { page } = await openPageAs(browser, origin, 'leader', SIZES.phone)
    await page.goto(`${origin}/?within=ring:${CENTRE}:800`)
    await sameAsApi(panelOf(page), `at=${CENTRE}&radius=800`)
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(SIZES.phone.width)
    await page.context().close()
  })
})
