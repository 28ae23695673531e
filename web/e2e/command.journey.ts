import { dayNumber, dayOfNumber } from '@onemap/api/domain/calendar'
import { todayInChina } from '@onemap/api/domain/overdue'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { callerOf } from './accounts.ts'
import { violations } from './axe.ts'
import { openChromium } from './chromium.ts'
import { figuresOf, untilShown } from './command-page.ts'
import { openPageAs, SIZES, untilCounted } from './page.ts'

const origin = inject('origin')
const WALLS = {
  desk: { width: 1280, height: 800 },
  wall: SIZES.desk,
  wide: { width: 3840, height: 1080 },
} as const

describe.runIf(inject('browser'))('the command screen', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser.close())

  it.each(['desk', 'wall', 'wide'] as const)(
    'shows the same figures as the API on a %s, limited by what one clicks, and nothing to object to',
    async (size) => {
      const { page, errors } = await openPageAs(browser, origin, 'leader', WALLS[size])
      const leader = await callerOf(origin, 'leader')
      await page.goto(`${origin}/command`)
      await untilCounted(page)
      const all = await figuresOf(leader)
      await untilShown(page, all)
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
        WALLS[size].width,
      )

      await page.locator('.figures [data-level="1"]').click()
      await page.waitForURL(/level=1/)
      await untilShown(page, await figuresOf(leader, '?riskLevel=1'), { levels: false })
      const [town] = all.towns
      await page
        .locator(`[data-panel="coverage"] .choices button`)
        .filter({ hasText: town?.name ?? '' })
        .focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(/town=/)
      await untilShown(page, await figuresOf(leader, `?riskLevel=1&areaCode=${town?.code}`), {
        levels: false,
      })
      await page.goBack()
      await untilShown(page, await figuresOf(leader, '?riskLevel=1'), { levels: false })
      await page.locator('.limits').getByRole('button', { name: '全部清除' }).click()
      await untilShown(page, all)
      const [industry] = all.industryLevels
      await page
        .locator('[data-panel="matrix"]')
        .getByRole('button', { name: industry?.name ?? '', exact: true })
        .click()
      await page.waitForURL(/industry=/)
      await untilShown(page, await figuresOf(leader, `?industryCode=${industry?.code}`))
      expect(errors).toEqual([])
      await page.context().close()
    },
  )

  it.each([30, 200])('shows the district as it stood %i days ago', async (ago) => {
    const { page } = await openPageAs(browser, origin, 'leader', WALLS.wall)
    const day = dayOfNumber(dayNumber(todayInChina(new Date())) - ago)
    await page.goto(`${origin}/command?day=${day}`)
    await untilCounted(page)
    await untilShown(page, await figuresOf(await callerOf(origin, 'leader'), `?at=${day}`), {
      day: true,
    })
    await page.context().close()
  })

  it('counts what the map shows, with the very numbers the server counts for the same bounds', async () => {
    const { page } = await openPageAs(browser, origin, 'leader', WALLS.wall)
    const asked: string[] = []
    page.on('request', (request) => {
      if (/command\/figures\?.*bbox=/.test(request.url())) asked.push(new URL(request.url()).search)
    })
    await page.goto(`${origin}/command?view=117.73,34.56,12.5&within=view`)
    await expect.poll(() => asked.length, { timeout: 45_000 }).toBeGreaterThan(0)
    await untilCounted(page)
    await untilShown(page, await figuresOf(await callerOf(origin, 'leader'), asked.at(-1)))
    await page.context().close()
  })

  it('counts what stands in a drawn shape, as the server does', async () => {
    const { page } = await openPageAs(browser, origin, 'leader', WALLS.wall)
    const shape = '117.6,34.48;117.82,34.5;117.74,34.64'
    await page.goto(`${origin}/command?area=${shape}`)
    await untilCounted(page)
    const [all, inside] = await Promise.all(
      ['', `?polygon=${shape}`].map(async (query) =>
        figuresOf(await callerOf(origin, 'leader'), query),
      ),
    )
    expect(inside?.riskPoints.total).toBeGreaterThan(0)
    expect(inside?.riskPoints.total).toBeLessThan(all?.riskPoints.total ?? 0)
    if (inside !== undefined) await untilShown(page, inside)
    await page.context().close()
  })

  it('leads from a figure to the list behind it and from a major hazard to its place', async () => {
    const { page } = await openPageAs(browser, origin, 'leader', WALLS.wall)
    const {
      oldestMajor: [oldest],
      enterprises,
    } = await figuresOf(await callerOf(origin, 'leader'))
    await page.goto(`${origin}/command`)
    await untilCounted(page)
    await page.locator('[data-figure="监管企业"] .open').click()
    await page
      .getByRole('dialog')
      .getByRole('heading', { name: String(enterprises.total) })
      .waitFor()
    await page.keyboard.press('Escape')
    await page
      .locator('[data-panel="majors"] button')
      .filter({ hasText: oldest?.enterpriseName ?? '' })
      .first()
      .click()
    await page.waitForURL(new RegExp(`at=hazard:${oldest?.enterpriseId}:${oldest?.id}`))
    await page.locator('[data-figure="超期隐患"] .open').click()
    await page.waitForURL(/\/hazards\?.*overdue=true/)
    await page.context().close()
  })

  it('folds its panels and remembers it in the address; fits a phone', async () => {
    const { page } = await openPageAs(browser, origin, 'leader', SIZES.phone, {
      hasTouch: true,
      isMobile: true,
    })
    await page.goto(`${origin}/command?fold=weeks`)
    await untilCounted(page)
    expect(await page.locator('[data-panel="weeks"] .body').count()).toBe(0)
    await page.locator('[data-panel="weeks"]').getByRole('button', { name: /展开/ }).tap()
    await page.locator('[data-panel="weeks"] .body').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(SIZES.phone.width)
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })
})
