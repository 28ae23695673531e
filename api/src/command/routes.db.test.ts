import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CANAL_TOWN, GRID, NORTH_TOWN, OFFICE, TODAY } from '../db/test-fixture-places.ts'
import { queryRow } from '../db/rows.ts'
import { historyBegins } from '../domain/history.ts'
import { PatrolStatistics } from '../patrols/schema.ts'
import { Statistics } from '../statistics/schema.ts'
import { Summary } from '../summary/schema.ts'
import { testApp } from '../test-app.ts'
import { CommandFigures } from './schema.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
  // The fixture is entered by the clock of the database, and asked by another.
  await app.database.asOwner(async (tx) => {
    await tx.execute(sql`UPDATE enterprises SET created_at = '2025-06-01'`)
    await tx.execute(sql`UPDATE risk_points SET stands_since = '2025-06-01'`)
  })
})
afterAll(() => app.database.close())

const figures = (query = '') => app.read(`/api/command/figures${query}`, CommandFigures.strict())

describe('GET /api/command/figures', () => {
  it.each([
    '',
    `gridId=${GRID.west}`,
    `areaCode=${NORTH_TOWN}`,
    'kind=general',
    'q=yzy',
    'riskLevel=2',
    'riskLevel=4,unassessed',
    'accidentType=16,5',
    'hazardStatus=closed',
    'grade=major',
    'overdue=true',
    'overdue=false',
    'bbox=117.6,34.6,117.7,34.7',
    `kind=general,high-risk-plant&areaCode=${CANAL_TOWN}&riskLevel=1,2&hazardStatus=rectifying&overdue=true`,
  ])('says of today what the summary says: ?%s', async (query) => {
    const [shown, summary] = [
      await figures(`?${query}`),
      await app.read(`/api/summary?${query}`, Summary),
    ]
    const { byKind: _kinds, ...enterprises } = summary.enterprises
    expect(shown).toMatchObject({
      day: TODAY,
      past: false,
      enterprises,
      riskPoints: summary.riskPoints,
      hazards: summary.hazards,
    })
    expect(shown.towns.map(({ code, open, overdue }) => [code, open, overdue])).toEqual(
      summary.towns.map(({ code, openHazards, overdueHazards }) => [
        code,
        openHazards,
        overdueHazards,
      ]),
    )
    const sums = (levels: readonly { byLevel: Record<string, number> }[]) =>
      [1, 2, 3, 4].map((level) =>
        levels.reduce((sum, { byLevel }) => sum + (byLevel[level] ?? 0), 0),
      )
    expect(sums(shown.industryLevels)).toEqual(sums([summary.riskPoints]))
    expect(shown.industryLevels.reduce((sum, one) => sum + one.enterprises, 0)).toBe(
      summary.enterprises.total,
    )
  })

  it('counts what is of the chosen industries, and beside it all that could be chosen', async () => {
    const [all, paper, summary] = [
      await figures(),
      await figures('?industryCode=2221'),
      await app.read('/api/summary?industryCode=2221', Summary),
    ]
    expect(paper.enterprises.total).toBeLessThan(all.enterprises.total)
    expect(paper).toMatchObject({
      riskPoints: summary.riskPoints,
      hazards: summary.hazards,
      industryLevels: all.industryLevels,
    })
    const own = paper.industryLevels.find(({ code }) => code === '2221')
    expect(own).toMatchObject({
      name: '造纸',
      enterprises: paper.enterprises.total,
      byLevel: paper.riskPoints.byLevel,
    })
    expect(paper.grids.total).toBeLessThanOrEqual(all.grids.total)
    expect((await figures('?industryCode=9999')).riskPoints.total).toBe(0)
  })

  it('counts what stands in a drawn shape as in the same bounds', async () => {
    const { asOf: _boxAt, ...box } = await figures('?bbox=117.6,34.6,117.7,34.7')
    const { asOf: _shapeAt, ...shape } = await figures(
      '?polygon=117.6,34.6;117.7,34.6;117.7,34.7;117.6,34.7',
    )
    expect(shape).toEqual(box)
    expect(shape.enterprises.total).toBe(3)
    const triangle = await figures('?polygon=117.6,34.6;117.7,34.6;117.6,34.7')
    expect(triangle.enterprises.total).toBeLessThanOrEqual(3)
  })

  it('covers by patrols what the statistics of patrols say', async () => {
    const { rates, towns } = await figures()
    // Asked without a period: the one by which coverage is told everywhere.
    const { from, to, rows } = await app.read('/api/patrols/statistics?by=town', PatrolStatistics)
    expect(rates).toEqual({ from, to })
    expect(
      towns.map(({ code, dueObjects, visitedObjects, coverage }) => [
        code,
        dueObjects,
        visitedObjects,
        coverage,
      ]),
    ).toEqual(
      rows.map(({ key, dueObjects, visitedObjects, rates: { coverage } }) => [
        key,
        dueObjects,
        visitedObjects,
        coverage,
      ]),
    )
    expect(rows.some(({ dueObjects }) => dueObjects > 0)).toBe(true)
  })

  it('covers on a past day what had been visited by then', async () => {
    const covered: number[] = []
    for (const day of ['2026-11-11', '2026-11-16', '2026-11-20', TODAY]) {
      const { towns } = await figures(`?at=${day}`)
      covered.push(towns.reduce((sum, { visitedObjects }) => sum + visitedObjects, 0))
    }
    expect(covered).toEqual(covered.toSorted((one, other) => one - other))
    expect(covered[0]).toBeLessThan(covered.at(-1) ?? 0)
  })

  it('tells of overdue hazards what the statistics say', async () => {
    const { rates, towns } = await figures()
    const { from, to, rows } = await app.read('/api/statistics?by=town', Statistics)
    expect([from, to]).toEqual([rates.from, TODAY])
    expect(towns.map(({ code, due, late, overdueRate }) => [code, due, late, overdueRate])).toEqual(
      rows.map(({ key, due, late, overdue, rates: told }) => [
        key,
        due,
        late + overdue,
        told.overdue,
      ]),
    )
    expect(rows.some(({ due }) => due > 0)).toBe(true)
  })

  it('counts the grids patrolled on the day', async () => {
    expect((await figures()).grids).toEqual({ patrolled: 0, total: 3 })
    expect((await figures('?at=2026-11-20')).grids).toEqual({ patrolled: 3, total: 3 })
    expect((await figures(`?at=2026-11-20&gridId=${GRID.west}`)).grids).toEqual({
      patrolled: 1,
      total: 1,
    })
  })

  it('counts neighbours who hold a notice that they had not signed by then', async () => {
    await app.database.asOwner(async (tx) => {
      await tx.execute(
        sql`UPDATE received_notices SET status = 'current', ended_at = NULL, signed_at = NULL, signed_by_name = NULL, issued_at = '2026-11-10T02:00:00Z'`,
      )
    })
    const held = await app.database.asOwner((tx) =>
      queryRow(
        tx,
        z.object({ n: z.coerce.number() }),
        sql`SELECT count(*) AS n FROM received_notices`,
      ),
    )
    const all = held?.n ?? 0
    expect(all).toBeGreaterThan(0)
    expect((await figures('?at=2026-11-09')).neighbours).toEqual({ untold: 0, late: 0 })
    expect((await figures('?at=2026-11-10')).neighbours).toEqual({ untold: all, late: 0 })
    expect((await figures('?at=2026-11-17')).neighbours).toEqual({ untold: all, late: all })
    await app.database.asOwner((tx) =>
      tx.execute(
        sql`UPDATE received_notices SET signed_at = '2026-11-15T02:00:00Z', signed_by_name = '某人'`,
      ),
    )
    expect((await figures('?at=2026-11-14')).neighbours).toEqual({ untold: all, late: 0 })
    expect((await figures('?at=2026-11-15')).neighbours).toEqual({ untold: 0, late: 0 })
  })

  it('is for who leads, and for the bureau', async () => {
    expect(
      (
        await app.get('/api/command/figures', {
          scope: { audience: 'wide', officeId: OFFICE.safety },
        })
      ).status,
    ).toBe(200)
    expect(
      (await app.get('/api/command/figures', { scope: { audience: 'grid', gridIds: [GRID.west] } }))
        .status,
    ).toBe(403)
  })

  it.each([`at=${historyBegins(TODAY)}`, `at=${TODAY}`])(
    'shows the ends of the year: ?%s',
    async (query) => {
      expect((await app.get(`/api/command/figures?${query}`)).status).toBe(200)
    },
  )

  it.each([
    'at=2025-11-22',
    'at=2026-11-25',
    'at=yesterday',
    'kind=x',
    'industryCode=paper',
    'bbox=x',
    'polygon=117,34;118,35',
    'polygon=117,34;118,35;117,34',
    'polygon=117,34;118,35;118,34;117,35',
    'limit=1',
  ])('refuses ?%s and names it', async (query) => {
    expect(await app.wrongFields(`/api/command/figures?${query}`)).toEqual([query.split('=')[0]])
  })
})
