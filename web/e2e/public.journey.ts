import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { violations } from './axe.ts'
import { openChromium } from './chromium.ts'
import { openPage, SIZES } from './page.ts'

const origin = inject('origin')
const Roster = z.object({ items: z.array(z.object({ code: z.string(), operator: z.string() })) })

const MOST_SCRIPT_BYTES = 60_000
const MOST_REQUESTS = 12

describe.runIf(inject('browser'))('the public pages', () => {
  let browser: Browser
  let first: { code: string; operator: string }
  beforeAll(async () => {
    browser = await openChromium()
    const {
      items: [most],
    } = Roster.parse(await (await fetch(`${origin}/api/public/risk-sources?limit=1`)).json())
    if (most === undefined) throw new Error('the demonstration publishes a roster')
    first = most
  })
  afterAll(() => browser.close())

  const sticksOut = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

  it('tell in three touches, without JavaScript, what is near a place and what to do', async () => {
    const { page } = await openPage(browser, SIZES.phone, {
      javaScriptEnabled: false,
      hasTouch: true,
    })
    await page.goto(`${origin}/public`)
    await page.getByLabel('地名、单位或编号').fill('张山子')
    await page.getByRole('button', { name: '查询' }).tap()
    await page.getByRole('heading', { name: /离“.*张山子.*”最近的风险源/ }).waitFor()
    const nearest = page
      .locator('section', { has: page.locator('#near') })
      .locator('li a')
      .first()
    const operator = await nearest.innerText()
    await nearest.tap()
    await page.getByRole('heading', { name: operator, level: 1 }).waitFor()
    expect(await page.locator('.steps li').count()).toBeGreaterThan(0)
    expect(await page.getByRole('heading', { name: '怎样知道出事了' }).count()).toBe(1)
    // What only a script could do is not offered.
    expect(await page.locator('.needs-script:visible').count()).toBe(0)
    await page.context().close()
  })

  it('lists what is near the device without telling anybody where that is', async () => {
    const { page, errors } = await openPage(browser, SIZES.phone, {
      geolocation: { longitude: 117.731234, latitude: 34.561234 },
      permissions: ['geolocation'],
    })
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
    await page.goto(`${origin}/public`)
    await page.getByRole('button', { name: '看我附近的' }).click()
    await page.getByText(/离您最近的 8 处/).waitFor()
    const metres = (await page.locator('#near-me .facts').allInnerTexts()).map(
      (text) =>
        Number(/([\d.]+) (米|公里)/.exec(text)?.[1] ?? NaN) * (text.includes('公里') ? 1000 : 1),
    )
    expect(metres).toEqual([...metres].sort((a, b) => a - b))
    expect(
      asked.filter((request) => request.includes('117.73') || request.includes('34.56')),
    ).toEqual([])
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('draws every risk source on a map that comes when asked for', async () => {
    const { page, errors } = await openPage(browser, SIZES.phone)
    const scripts: string[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.url())
    })
    await page.goto(`${origin}/public`)
    await page.waitForLoadState('networkidle')
    expect(scripts.filter((url) => /maplibre|public-map/.test(url))).toEqual([])
    await page.getByRole('button', { name: '在地图上看' }).click()
    await page.locator('.map canvas').waitFor()
    await page.locator('.map:has(canvas)[data-marks]').waitFor()
    const { items } = Roster.parse(
      await (await fetch(`${origin}/api/public/risk-sources.json`)).json(),
    )
    expect(await page.locator('.map').getAttribute('data-marks')).toBe(String(items.length))
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('takes a concern without JavaScript and tells what becomes of it', async () => {
    const { page } = await openPage(browser, SIZES.phone, { javaScriptEnabled: false })
    await page.goto(`${origin}/public/sources/${first.code}`)
    await page.getByRole('link', { name: '反映这里的问题' }).click()
    await page.getByLabel('看到了什么').fill('厂门口的消防栓漏水，地面结冰')
    await page.getByLabel('在哪里').fill('南门外')
    await new Promise((resolve) => {
      setTimeout(resolve, 3500)
    })
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('heading', { name: '已经收到' }).waitFor()
    const receipt = await page.locator('.receipt').innerText()
    await page.getByLabel('回执号').fill(receipt.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: '查进展' }).click()
    await page.getByText('已收到，等待核实').waitFor()
    await page.context().close()
  })

  const PAGES = [
    '',
    '?q=%E5%BC%A0%E5%B1%B1%E5%AD%90',
    '/levels',
    '/batches',
    '/data',
    '/report',
    '/report/AAAA-BBBB-CCCC',
    '/en',
    '/en/levels',
    '/en/report',
  ] as const
  it.each(PAGES)(
    '/public%s has nothing to object to and nothing sticking out, at any size and at 200 %% zoom',
    async (path) => {
      for (const size of [SIZES.desk, SIZES.phone, { width: 320, height: 568 }]) {
        const { page } = await openPage(browser, size)
        await page.goto(`${origin}/public${path}`)
        expect([path, size.width, await violations(page)]).toEqual([path, size.width, []])
        expect([path, size.width, await sticksOut(page)]).toEqual([path, size.width, false])
        await page.context().close()
      }
    },
  )

  it.each(['', '/print'])(
    '/public/sources/…%s and the newest edition have nothing to object to',
    async (part) => {
      const { page } = await openPage(browser, SIZES.phone)
      await page.goto(`${origin}/public/sources/${first.code}${part}`)
      expect(await violations(page)).toEqual([])
      expect(await sticksOut(page)).toBe(false)
      await page.goto(`${origin}/public/batches`)
      await page.locator('main h2 a').first().click()
      await page.getByRole('heading', { name: '与上一批相比' }).waitFor()
      expect(await violations(page)).toEqual([])
      expect(await sticksOut(page)).toBe(false)
      await page.context().close()
    },
  )

  it('is reached and used by keyboard alone', async () => {
    const { page } = await openPage(browser, SIZES.desk)
    await page.goto(`${origin}/public`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
    await page.keyboard.type('涧头集')
    await page.keyboard.press('Enter')
    await page
      .getByRole('heading', { name: /“涧头集”/ })
      .first()
      .waitFor()
    await page.context().close()
  })

  it.each(['phone', 'desk'] as const)('starts lean on a %s and nothing moves', async (size) => {
    const { page } = await openPage(browser, SIZES[size])
    const beforeMap: { url: string; bytes: number }[] = []
    page.on('response', (response) => {
      if (/maplibre|public-map|ground\.json|places\.json|\.pbf|worker/.test(response.url())) return
      void response.body().then(
        (body) => {
          const script = response.url().endsWith('.js')
          beforeMap.push({ url: response.url(), bytes: script ? gzipSync(body).length : 0 })
        },
        () => undefined,
      )
    })
    await page.addInitScript(() => {
      Object.assign(globalThis, { shifted: 0 })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if ('value' in entry && typeof entry.value === 'number')
            Object.assign(globalThis, {
              shifted: Number(Reflect.get(globalThis, 'shifted')) + entry.value,
            })
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(`${origin}/public`)
    await page.waitForLoadState('networkidle')
    expect(beforeMap.length).toBeGreaterThan(2)
    expect(beforeMap.map(({ url }) => url).length).toBeLessThanOrEqual(MOST_REQUESTS)
    expect(beforeMap.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(
      MOST_SCRIPT_BYTES,
    )
    expect(await page.evaluate(() => Number(Reflect.get(globalThis, 'shifted')))).toBe(0)
    await page.context().close()
  })
})
