import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { enterpriseId, GRID, OFFICE, TODAY } from '../db/test-fixture-places.ts'
import {
  ratesOf,
  STATISTIC_DIMENSION_CODES,
  tally,
  type Counted,
  type Period,
  type StatisticDimension,
} from '../domain/statistics.ts'
import { HazardItem } from '../hazards/schema.ts'
import { testApp } from '../test-app.ts'
import { StatisticCourse, Statistics } from './schema.ts'

const Page = z.object({ items: z.array(HazardItem), nextCursor: z.string().nullable() })
const YEAR = { from: '2026-01-01', to: '2026-12-31', today: TODAY }

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.database.close())

/** The hazards of a list as the formulas count them, read through the API page by page. */
async function listed(query: string): Promise<Counted[]> {
  const all: Counted[] = []
  let cursor = ''
  do {
    const page = await app.read(
      `/api/hazards?limit=20${query}${cursor === '' ? '' : `&cursor=${cursor}`}`,
      Page,
    )
    all.push(
      ...page.items.map((item) => ({
        ...item,
        reportedAt: new Date(item.reportedAt),
        acceptedAt: item.acceptedAt === null ? null : new Date(item.acceptedAt),
        closedAt: item.closedAt === null ? null : new Date(item.closedAt),
      })),
    )
    cursor = page.nextCursor ?? ''
  } while (cursor !== '')
  return all
}

const statistics = (
  by: StatisticDimension,
  { from, to }: Pick<Period, 'from' | 'to'>,
  query = '',
) => app.read(`/api/statistics?by=${by}&from=${from}&to=${to}${query}`, Statistics)

/** How a list is narrowed to what a row counts. */
const NARROWING = {
  town: (key: string) => `&areaCode=${key}`,
  grid: (key: string) => `&gridId=${key}`,
  office: (key: string) => `&officeId=${key}`,
  industry: (key: string) => `&industryCode=${key}`,
} as const

describe('GET /api/statistics', () => {
  it.each(['town', 'grid', 'office', 'industry'] as const)(
    'counts by %s what the list shows for the same filter',
    async (by) => {
      const { total, rows } = await statistics(by, YEAR)
      expect(rows.length).toBeGreaterThan(0)
      for (const { key, name, rates, ...counts } of rows) {
        const expected = tally(await listed(NARROWING[by](key)), YEAR)
        expect([name, counts]).toEqual([name, expected])
        expect(rates).toEqual(ratesOf(expected))
      }
      const { rates, ...whole } = total
      expect(whole).toEqual(tally(await listed(''), YEAR))
      expect(rates).toEqual(ratesOf(whole))
    },
  )

  it('counts by month what was found and what was due in it', async () => {
    const { rows, total } = await statistics('month', YEAR)
    expect(rows.map(({ key }) => key)).toEqual(
      Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`),
    )
    for (const { key, found, foundMajor, due, onTime, late, overdue } of rows) {
      const within = `${key}-01`
      const last =
        rows.find((row) => row.key === key) === undefined
          ? ''
          : new Date(Date.UTC(2026, Number(key.slice(5)), 0)).toISOString().slice(0, 10)
      const reported = await listed(
        `&reportedFrom=${within}&reportedTo=${last}&status=reported,registered,graded,notified,rectifying,in-review,accepted,closed`,
      )
      expect([key, found]).toEqual([key, reported.length])
      expect(foundMajor).toBe(reported.filter(({ grade }) => grade === 'major').length)
      const counted = tally(await listed(`&deadlineFrom=${within}&deadlineTo=${last}`), {
        from: within,
        to: last,
        today: TODAY,
      })
      expect([key, { due, onTime, late, overdue }]).toEqual([
        key,
        { due: counted.due, onTime: counted.onTime, late: counted.late, overdue: counted.overdue },
      ])
    }
    expect(rows.reduce((sum, row) => sum + row.found, 0)).toBe(total.found)
    expect(rows.reduce((sum, row) => sum + row.due, 0)).toBe(total.due)
  })

  it.each(STATISTIC_DIMENSION_CODES)('by %s adds up to the whole', async (by) => {
    const { total, rows } = await statistics(by, { from: '2026-10-05', to: '2026-11-24' })
    for (const of of [
      'found',
      'foundGeneral',
      'foundMajor',
      'fixed',
      'due',
      'onTime',
      'late',
      'overdue',
    ] as const) {
      expect([of, rows.reduce((sum, row) => sum + row[of], 0)]).toEqual([of, total[of]])
    }
    expect(total).toMatchObject(
      tally(await listed(''), { from: '2026-10-05', to: '2026-11-24', today: TODAY }),
    )
  })

  it('has the overdue of the list, which is the one rule', async () => {
    const { total } = await statistics('town', { from: '2000-01-01', to: '2009-12-31' })
    expect(total).toMatchObject({
      found: 0,
      due: 0,
      rates: { rectification: null, onTime: null, overdue: null },
    })
    const all = await statistics('town', YEAR)
    expect(all.total.overdue).toBe((await listed('&overdue=true')).length)
    expect(all.total.overdue).toBeGreaterThan(0)
  })

  it('is narrowed as the list is', async () => {
    for (const query of [
      `&kind=general`,
      `&q=${encodeURIComponent('甲化')}`,
      `&gridId=${GRID.west}`,
      `&officeId=${OFFICE.energy}`,
      '&origin=grid-patrol',
      '&origin=daily',
      '&areaCode=370405001001',
    ]) {
      const { total } = await statistics('grid', YEAR, query)
      expect([query, total]).toEqual([
        query,
        expect.objectContaining(tally(await listed(query), YEAR)),
      ])
    }
  })

  it('shows a grid and an enterprise their own', async () => {
    const own = await app.read(
      `/api/statistics?by=office&from=2026-01-01&to=2026-12-31`,
      Statistics,
      { audience: 'enterprise', enterpriseId: enterpriseId(2) },
    )
    expect(own.total.found).toBe(1)
    expect(own.rows.map(({ key }) => key)).toEqual([OFFICE.safety])
    const grid = await app.read(`/api/statistics?by=grid`, Statistics, {
      audience: 'grid',
      gridIds: [GRID.plant],
    })
    expect(grid.rows.map(({ key }) => key)).toEqual([GRID.plant])
    expect(grid.asOf).toBe(TODAY)
  })

  it('says what is wrong with a period', async () => {
    expect(await app.wrongFields('/api/statistics?from=2026-12-01&to=2026-01-01')).toEqual(['to'])
    expect(await app.wrongFields('/api/statistics?from=1990-01-01')).toEqual(['from'])
    expect(await app.wrongFields('/api/statistics?by=colour')).toEqual(['by'])
  })
})

describe('GET /api/statistics/course', () => {
  const course = (query: string) => app.read(`/api/statistics/course?${query}`, StatisticCourse)

  it('says of every month what is said of it when it is asked for alone', async () => {
    const { months } = await course('to=2026-11&months=12')
    expect(months).toHaveLength(12)
    // What October found was accepted in November: rectified within the year, not within its month.
    const october = (await statistics('month', YEAR)).rows.find(({ key }) => key === '2026-10')
    expect(october?.fixed).toBeGreaterThan(0)
    expect(months.find(({ month }) => month === '2026-10')?.fixed).toBe(0)
    for (const { month, from, to, ...figures } of months) {
      const { total } = await statistics('town', { from, to })
      expect([month, figures]).toEqual([month, total])
    }
  })

  it('ends today, and goes back as far as two years are compared', async () => {
    const { asOf, months } = await course('')
    expect(asOf).toBe(TODAY)
    expect([months.length, months.at(-1)?.to]).toEqual([25, TODAY])
    expect(months.at(0)?.from).toBe(`${Number(TODAY.slice(0, 4)) - 2}-${TODAY.slice(5, 7)}-01`)
  })

  it('is narrowed as the figures are', async () => {
    const { months } = await course(`to=2026-11&months=1&officeId=${OFFICE.safety}`)
    const [month] = months
    if (month === undefined) throw new Error('no month')
    const { total } = await statistics('town', month, `&officeId=${OFFICE.safety}`)
    expect(month.found).toBe(total.found)
  })

  it.each(['months=0', 'months=121', 'to=2026-13', 'to=0000-01', 'from=2026-01-01'])(
    'refuses %s',
    async (query) => {
      expect((await app.get(`/api/statistics/course?${query}`)).status).toBe(400)
    },
  )
})
