import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { callerOf } from './accounts.ts'
import { openChromium } from './chromium.ts'
import { figure, openPageAs, SIZES, untilCounted } from './page.ts'

const origin = inject('origin')

interface Summary {
  readonly enterprises: {
    readonly total: number
    readonly byKind: Readonly<Record<string, number>>
  }
  readonly riskPoints: {
    readonly total: number
    readonly byLevel: Readonly<Record<string, number>>
  }
  readonly hazards: { readonly open: number; readonly overdue: number }
}

async function summary(query = ''): Promise<Summary> {
  return (await callerOf(origin, 'leader')).get(`/api/summary${query}`)
}

interface Items {
  readonly items: readonly {
    readonly id: string
    readonly name: string
    readonly creditCode: string
  }[]
}

/** Asks as who sees the whole district. */
async function enterprises(query: string): Promise<Items['items']> {
  return (await (await callerOf(origin, 'leader')).get<Items>(`/api/enterprises${query}`)).items
}

describe.runIf(inject('browser'))('the one map', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser.close())

  it('shows the district with the same figures as the API', async () => {
    const { page, errors } = await openPageAs(browser, origin, 'leader', SIZES.desk)
    await page.goto(origin)
    await untilCounted(page)
    const counted = await summary()
    expect(await figure(page, '监管企业')).toBe(counted.enterprises.total)
    expect(await figure(page, '风险点')).toBe(counted.riskPoints.total)
    expect(await figure(page, '未闭环隐患')).toBe(counted.hazards.open)
    expect(await figure(page, '超期')).toBe(counted.hazards.overdue)
    await page.locator('.map canvas').first().waitFor()
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('filters without a request, says so in the address, and Back undoes it', async () => {
    const { page } = await openPageAs(browser, origin, 'leader', SIZES.desk)
    await page.goto(origin)
    await untilCounted(page)
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/api/')) asked.push(request.url())
    })
    const before = await figure(page, '风险点')
    await page.locator('.facets label', { hasText: '重大' }).first().click()
    await page.locator('.facets label', { hasText: '焚烧发电' }).click()
    await page.waitForURL(/level=1/)
    expect(page.url()).toContain('kind=incineration-power')
    const counted = await summary('?riskLevel=1&kind=incineration-power')
    await expect.poll(() => figure(page, '风险点')).toBe(counted.riskPoints.total)
    expect(asked).toEqual([])
    await page.goBack()
    await page.goBack()
    await expect.poll(() => figure(page, '风险点')).toBe(before)
    await page.context().close()
  })

  it('opens a shared address: the enterprise, its risk points, a hazard and its neighbours', async () => {
    const { page, errors } = await openPageAs(browser, origin, 'leader', SIZES.desk)
    const [plant] = await enterprises('?kind=incineration-power')
    if (plant === undefined) throw new Error('no such plant')
    await page.goto(`${origin}/?at=enterprise:${plant.id}`)
    const drawer = page.locator('aside')
    await drawer.getByRole('heading', { name: plant.name }).waitFor()
    await drawer.getByRole('tab', { name: '风险点' }).click()
    await drawer.locator('li button').first().click()
    await page.waitForURL(/at=risk-point/)
    await drawer.getByText('危险源与评价').waitFor()
    await drawer.getByRole('button', { name: '返回企业' }).click()
    await drawer.getByRole('tab', { name: '相邻企业' }).click()
    await drawer.getByText('周边企业').click()
    await drawer.getByText('3,000 米').click()
    await drawer.locator('li button').first().waitFor()
    const neighbours = await enterprises(`/${plant.id}/neighbours?radius=3000`)
    await expect.poll(() => drawer.locator('li button').count()).toBe(neighbours.length)
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('finds an enterprise by its pinyin initials from the keyboard alone', async () => {
    const { page } = await openPageAs(browser, origin, 'leader', SIZES.desk)
    const [first] = await enterprises('?limit=1')
    if (first === undefined) throw new Error('no enterprise')
    await page.goto(origin)
    await untilCounted(page)
    await page.getByRole('combobox').fill(first.creditCode.toLowerCase())
    await page.getByRole('option', { name: first.name }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('aside').getByRole('heading', { name: first.name }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('aside').waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('speaks English when asked, and remembers', async () => {
    const { page } = await openPageAs(browser, origin, 'leader', SIZES.desk)
    await page.goto(origin)
    await untilCounted(page)
    await page.getByRole('button', { name: 'Switch to English' }).click()
    await page.getByText('Regulated objects').waitFor()
    const text = await page.locator('.west').innerText()
    // Names of places and industries stay as they are; every term and sentence changes.
    const industries = await page
      .locator('fieldset')
      .filter({ has: page.getByText('Industries') })
      .locator('.text')
      .allInnerTexts()
    expect(industries).toHaveLength(6)
    const names = new RegExp(['运河街道|[一-龥]+镇', ...industries].join('|'), 'g')
    expect(text.replaceAll(names, '')).not.toMatch(/[一-龥]/)
    await page.reload()
    await page.getByText('Regulated objects').waitFor()
    await page.context().close()
  })

  it('keeps what it shows when the server is gone, and says so', async () => {
    const { page } = await openPageAs(browser, origin, 'leader', SIZES.desk)
    await page.goto(origin)
    await untilCounted(page)
    await page.route('**/api/map/**', (route) => route.abort())
    await page.evaluate(() => {
      dispatchEvent(new Event('online'))
    })
    await page.getByText('数据停留在').waitFor()
    expect(await figure(page, '监管企业')).toBeGreaterThan(100)
    await page.unroute('**/api/map/**')
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByText('数据停留在').waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('says what to do when nothing can be fetched at first, and recovers', async () => {
    const { page } = await openPageAs(browser, origin, 'leader', SIZES.desk)
    await page.route('**/api/map/**', (route) => route.fulfill({ status: 503, body: '' }))
    await page.goto(`${origin}/?level=1`)
    await page.getByText('地图数据没有取到').waitFor()
    await page.unroute('**/api/map/**')
    await page.getByRole('button', { name: '重试' }).click()
    await untilCounted(page)
    expect(page.url()).toContain('level=1')
    await page.context().close()
  })

  it('fits a phone: nothing sticks out, filters open from the thumb', async () => {
    const { page } = await openPageAs(browser, origin, 'leader', SIZES.phone, {
      hasTouch: true,
      isMobile: true,
    })
    await page.goto(origin)
    await untilCounted(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(SIZES.phone.width)
    await page.getByRole('button', { name: '筛选', exact: true }).tap()
    const choice = page.locator('.facets label').first()
    const box = await choice.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
    await choice.tap()
    await page.waitForURL(/level=1/)
    await page.context().close()
  })
})
