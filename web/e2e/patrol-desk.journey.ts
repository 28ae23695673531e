import { dayAfter, firstDayOf } from '@onemap/api/domain/calendar'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { callerOf, type DemoAccount } from './accounts.ts'
import { openChromium } from './chromium.ts'
import { openPageAs, SIZES } from './page.ts'

const origin = inject('origin')

interface Figures {
  readonly dueObjects: number
  readonly visitedObjects: number
  readonly dueVisits: number
  readonly onTimeVisits: number
  readonly visits: number
  readonly hazardsFound: number
  readonly closuresVerified: number
  readonly rates: Readonly<Record<'coverage' | 'onTime' | 'hazardsPerVisit', number | null>>
}
interface Statistics {
  readonly from: string
  readonly to: string
  readonly total: Figures
  readonly rows: readonly (Figures & { readonly key: string; readonly name: string })[]
}

const statistics = async (account: DemoAccount, query: string): Promise<Statistics> =>
  (await callerOf(origin, account)).get(`/api/patrols/statistics?${query}`)
const percent = (rate: number | null): string =>
  rate === null ? '—' : `${(rate * 100).toFixed(1)}%`
const number = (text: string): number => Number(text.replaceAll(',', ''))

/** A row of the table says what the API says. */
async function rowIs(row: Locator, figures: Figures): Promise<void> {
  const cells = await row.locator('td').allInnerTexts()
  expect(cells[0]).toContain(percent(figures.rates.coverage))
  expect(cells[0]).toContain(`${figures.visitedObjects} / ${figures.dueObjects}`)
  expect(cells[1]).toContain(percent(figures.rates.onTime))
  expect(cells[1]).toContain(`${figures.onTimeVisits} / ${figures.dueVisits}`)
  expect(number(cells[2] ?? '')).toBe(figures.visits)
  expect(Number.parseInt(cells[3] ?? '', 10)).toBe(figures.hazardsFound)
  expect(number(cells[4] ?? '')).toBe(figures.closuresVerified)
}

const figureOf = (page: Page, measure: string): Promise<string> =>
  page.locator(`[data-measure="${measure}"] b`).innerText()

describe.runIf(inject('browser'))('patrols at the desk', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser.close())

  it.each(['grid', 'person'] as const)('shows the figures of the API by %s', async (by) => {
    const { page, errors } = await openPageAs(browser, origin, 'leader', SIZES.desk)
    await page.goto(`${origin}/patrols${by === 'grid' ? '' : '?by=person'}`)
    await page.locator('table tr.total').waitFor()
    const counted = await statistics('leader', `by=${by}`)
    expect(await figureOf(page, 'coverage')).toBe(percent(counted.total.rates.coverage))
    expect(await figureOf(page, 'onTime')).toBe(percent(counted.total.rates.onTime))
    expect(await figureOf(page, 'hazardsPerVisit')).toBe(
      (counted.total.rates.hazardsPerVisit ?? 0).toFixed(2),
    )
    expect(number(await figureOf(page, 'closures'))).toBe(counted.total.closuresVerified)
    const table = page.locator('table', { has: page.locator('tr.total') })
    expect(await table.locator('tbody tr').count()).toBe(counted.rows.length + 1)
    for (const row of counted.rows) await rowIs(page.locator(`tr[data-key="${row.key}"]`), row)
    await page.locator('.coverage canvas').waitFor()
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('chooses a grid in the table and on the map alike, keeps the period in the address, and leads to the visits', async () => {
    const { page, errors } = await openPageAs(browser, origin, 'bureau', SIZES.desk)
    await page.goto(`${origin}/patrols`)
    // The month before the one shown: over on any day, and told of nowhere by default.
    const shown = await statistics('bureau', 'by=grid')
    const to = dayAfter(shown.from, -1)
    await page.getByLabel('从', { exact: true }).fill(firstDayOf(to.slice(0, 7)))
    await page.waitForURL(/from=/)
    await page.getByLabel('到', { exact: true }).fill(to)
    await page.waitForURL(new RegExp(`to=${to}`))
    await page.locator('.coverage canvas').waitFor()
    const query = new URL(page.url()).searchParams
    const counted = await statistics(
      'bureau',
      `by=grid&from=${query.get('from')}&to=${query.get('to')}`,
    )
    const busiest = counted.rows.toSorted((one, other) => other.visits - one.visits)[0]
    if (busiest === undefined) throw new Error('no grid was patrolled')
    const row = page.locator(`tr[data-key="${busiest.key}"]`)
    await rowIs(row, busiest)
    await row.getByRole('button').click()
    await page.waitForURL(new RegExp(`grid=${busiest.key}`))
    await page.getByRole('region', { name: busiest.name }).getByText('网格人员').waitFor()
    // Another grid by a tap on the map, right of its middle, where the district is whole.
    const map = page.locator('.coverage .map')
    await map.scrollIntoViewIfNeeded()
    const box = await map.boundingBox()
    if (box === null) throw new Error('no map')
    await page.mouse.click(box.x + box.width * 0.66, box.y + box.height * 0.46)
    await expect
      .poll(() => page.locator('tr.chosen').getAttribute('data-key'))
      .not.toBe(busiest.key)
    await row.getByRole('link').click()
    await page.waitForURL(/patrols\/visits/)
    const { items } = await (
      await callerOf(origin, 'bureau')
    ).get<{ items: unknown[] }>(
      `/api/patrol-visits?gridId=${busiest.key}&from=${query.get('from')}&to=${query.get('to')}&limit=50`,
    )
    await expect.poll(() => page.locator('table tbody tr').count()).toBe(items.length)
    await page.locator('table tbody a').first().click()
    await page.getByText('检查表').first().waitFor()
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('prints the codes of a grid, one for each object of the office', async () => {
    const { page, errors } = await openPageAs(browser, origin, 'bureau', SIZES.desk)
    await page.goto(`${origin}/patrols/codes`)
    await page.getByText('打印后张贴').waitFor()
    expect(await page.locator('figure').count()).toBe(0)
    await page.getByRole('combobox', { name: '网格' }).selectOption('all')
    await page.locator('figure img').first().waitFor()
    const { items } = await (
      await callerOf(origin, 'bureau')
    ).get<{ items: { content: string }[] }>('/api/patrols/codes?limit=200')
    expect(await page.locator('figure').count()).toBe(items.length)
    expect(items[0]?.content).toContain('/patrol#SF1.')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('form').isVisible()).toBe(false)
    expect(errors).toEqual([])
    await page.context().close()
  })
})
