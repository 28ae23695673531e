import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { callerOf } from './accounts.ts'
import { openChromium } from './chromium.ts'
import { cuts, overlaps } from './overlaps.ts'
import { openPageAs, untilCounted } from './page.ts'

const origin = inject('origin')

/** Sizes at which parts came to lie on each other: an old projector, a small laptop, a page at 200 %, a small telephone. */
const SIZES = [
  [1920, 1080],
  [1440, 900],
  [1024, 768],
  [960, 540],
  [360, 640],
] as const

describe.runIf(inject('browser'))('geometry', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser.close())

  /** What lies on something else, is cut or sticks out, once the page has settled at each size. */
  async function faults(page: Page): Promise<readonly string[]> {
    const found: string[] = []
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height })
      const at = async (): Promise<string[]> => [
        ...(await overlaps(page)).map((pair) => `${width} × ${height}: ${pair}`),
        ...(await cuts(page)).map((text) => `${width} × ${height} cut: ${text}`),
        ...((await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
          ? [`${width} × ${height} scrolls sideways`]
          : []),
      ]
      // The page lays itself out anew after a change of size; what is wrong then stays wrong.
      await expect
        .poll(at, { timeout: 3_000 })
        .toEqual([])
        .catch(() => {})
      found.push(...(await at()))
    }
    return found
  }

  it.each(['zh-CN', 'en'])('no control of map and wall lies on another (%s)', async (locale) => {
    const { page } = await openPageAs(browser, origin, 'leader', { width: 1920, height: 1080 })
    await page.addInitScript((chosen) => localStorage.setItem('onemap.locale', chosen), locale)
    await page.goto(origin)
    await untilCounted(page)
    expect(await faults(page)).toEqual([])
    await page.goto(`${origin}/command`)
    await page.locator('.command-map canvas').first().waitFor()
    await page.locator('[data-tour] button').first().waitFor()
    expect(await faults(page)).toEqual([])
    await page.context().close()
  })

  it('flies to what an address names, marks it and opens what is known of it', async () => {
    const {
      items: [hazard],
    } = await (
      await callerOf(origin, 'leader')
    ).get<{
      items: { id: string; enterpriseId: string; location: { coordinates: [number, number] } }[]
    }>('/api/hazards?status=rectifying&limit=1')
    if (hazard === undefined) throw new Error('nothing is being rectified')
    const { page } = await openPageAs(browser, origin, 'leader', { width: 1440, height: 900 })
    await page.goto(`${origin}/hazards/${hazard.enterpriseId}/${hazard.id}`)
    await page.getByRole('link', { name: '在一张图上查看' }).click()
    await page.getByRole('complementary').getByText('治理过程').first().waitFor()
    // The address tells where the map came to rest: close to the hazard, left of its drawer.
    const restsAt = (): readonly number[] =>
      (new URL(page.url()).searchParams.get('view') ?? '').split(',').map(Number)
    await expect.poll(() => restsAt()[2] ?? 0, { timeout: 60_000 }).toBeGreaterThan(16)
    const [lon = 0, lat = 0] = restsAt()
    const [ownLon, ownLat] = hazard.location.coordinates
    expect(Math.abs(lon - ownLon)).toBeLessThan(0.01)
    expect(Math.abs(lat - ownLat)).toBeLessThan(0.01)
    await page.context().close()
  })
})
