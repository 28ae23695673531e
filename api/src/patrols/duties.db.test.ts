import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { enterprisePastLevels, patrolVisits } from '../db/schema/patrols.ts'
import { queryRows } from '../db/rows.ts'
import { ENTERPRISES, enterpriseId, GRID, placeOf } from '../db/test-fixture-places.ts'
import { userIdOf } from '../db/test-fixture-accounts.ts'
import { dueVisits, patrolStanding, type PatrolObject } from '../domain/patrol.ts'
import { PATROL_LEVELS, type PatrolLevel } from '../domain/patrol-profile.ts'
import { dayAfter } from '../domain/calendar.ts'
import { patrolCounts, type PatrolFlag } from '../domain/patrol-visit.ts'
import { isRiskLevel } from '../domain/risk-level.ts'
import { bodyOf, problemOf } from '../test-visitor.ts'
import { MyPatrols, PatrolCode, PatrolDuty, PatrolStatistics } from './schema.ts'
import { patrolling } from '../test-patrol.ts'

const TODAY = '2026-11-24'
const Duties = z.object({ items: z.array(PatrolDuty.strict()), nextCursor: z.string().nullable() })
type Statistics = z.output<typeof PatrolStatistics>

interface Told extends PatrolObject {
  readonly number: number
  readonly visits: readonly { readonly on: string; readonly flags: readonly PatrolFlag[] }[]
}

/** The same numbers on every run. */
function* chance(): Generator<number, never> {
  for (let state = 7; ;) yield (state = (state * 48271) % 2147483647) / 2147483647
}

let patrol: Awaited<ReturnType<typeof patrolling>>
let told: Told[]
beforeAll(async () => {
  patrol = await patrolling()
  const numbers = chance()
  const int = (most: number) => Math.floor(numbers.next().value * most)
  const Level = z.object({ level: z.int().nullable() })
  told = []
  for (const index of ENTERPRISES.keys()) {
    const place = placeOf(index + 1)
    const since = dayAfter(TODAY, -120 - int(300))
    const past: { level: PatrolLevel; untilOn: string }[] = []
    for (
      let untilOn = dayAfter(since, int(40));
      past.length < index % 4 && untilOn < TODAY;
      untilOn = dayAfter(untilOn, 1 + int(80))
    )
      past.push({ level: PATROL_LEVELS[int(5)] ?? null, untilOn })
    const visits = Array.from({ length: 4 + int(20) }, () => ({
      on: dayAfter(TODAY, -int(200)),
      flags: int(6) === 0 ? ['too-far' as const] : int(6) === 0 ? ['too-fast' as const] : [],
    }))
    await patrol.database.asOwner(async (tx) => {
      await tx.execute(
        sql`UPDATE enterprises SET created_at = ${`${since}T12:00:00+08:00`}::timestamptz WHERE id = ${place.enterpriseId}`,
      )
      if (past.length > 0)
        await tx.insert(enterprisePastLevels).values(past.map((one) => ({ ...place, ...one })))
      await tx.insert(patrolVisits).values(
        visits.map(({ on, flags }) => ({
          ...place,
          id: randomUUID(),
          userId: userIdOf(place.gridId === GRID.plant ? 'grid02' : 'grid01'),
          userName: '曾用名',
          startedAt: new Date(`${on}T09:00:00+08:00`),
          finishedAt: new Date(`${on}T09:20:00+08:00`),
          receivedAt: new Date(`${on}T09:21:00+08:00`),
          visitedOn: on,
          checkIn: 'qr' as const,
          kind: 'general' as const,
          templateVersion: 1,
          answers: [],
          result: 'normal' as const,
          flags,
          profileVersion: 1,
          digest: '0'.repeat(64),
        })),
      )
    })
    const [row] = await patrol.database.asOwner((tx) =>
      queryRows(
        tx,
        Level,
        sql`SELECT risk_level AS level FROM enterprises WHERE id = ${place.enterpriseId}`,
      ),
    )
    const level = isRiskLevel(row?.level) ? row.level : null
    told.push({ number: index + 1, since, past, level, visits })
  }
})
afterAll(async () => {
  expect(patrol.failures).toEqual([])
  await patrol.database.close()
})

const counted = ({ visits }: Told) =>
  visits.filter(({ flags }) => patrolCounts(flags)).map(({ on }) => on)

describe('what is due today', () => {
  it('is in SQL what the rules say', async () => {
    const { items } = await bodyOf(await patrol.get('leader', '/api/patrols?limit=200'), Duties)
    const shown = Object.fromEntries(
      items.map(({ id, state, dueOn, level }) => [id, { state, dueOn, level }]),
    )
    expect(shown).toEqual(
      Object.fromEntries(
        told.map((one) => [
          enterpriseId(one.number),
          { ...patrolStanding(one, counted(one), TODAY), level: one.level },
        ]),
      ),
    )
    expect(new Set(items.map(({ state }) => state)).size).toBeGreaterThan(1)
    expect(items.map(({ dueOn }) => dueOn)).toEqual(items.map(({ dueOn }) => dueOn).sort())
  })

  it('is paged, narrowed, and shown to each as far as it is theirs', async () => {
    const pages: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: z.output<typeof Duties> = await bodyOf(
        await patrol.get(
          'leader',
          `/api/patrols?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
        ),
        Duties,
      )
      pages.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect([...pages].sort()).toEqual(told.map(({ number }) => enterpriseId(number)).sort())
    const { items } = await bodyOf(await patrol.get('leader', '/api/patrols?state=overdue'), Duties)
    expect(items.every(({ state }) => state === 'overdue')).toBe(true)
    expect(
      (await bodyOf(await patrol.get('ent01', '/api/patrols'), Duties)).items.map(({ id }) => id),
    ).toEqual([enterpriseId(1)])
    expect((await patrol.get('admin', '/api/patrols')).status).toBe(403)
  })
})

describe('what a telephone keeps', () => {
  it('is everything of its grids and nothing else, and is not sent again while it stands', async () => {
    const response = await patrol.get('grid01', '/api/patrols/mine')
    const tag = response.headers.get('etag') ?? ''
    const mine = await bodyOf(response, MyPatrols.strict())
    expect(mine.objects.map(({ id }) => id).sort()).toEqual([enterpriseId(3), enterpriseId(4)])
    expect(mine.grids.map(({ id }) => id)).toEqual([GRID.north])
    const { objects } = await bodyOf(await patrol.get('grid02', '/api/patrols/mine'), MyPatrols)
    expect(objects.flatMap(({ hazards }) => hazards).length).toBeGreaterThan(0)
    expect(objects.flatMap(({ riskPoints }) => riskPoints).length).toBeGreaterThan(0)
    expect(mine.templates).toHaveLength(4)
    expect(mine.profile).toMatchObject({ geofence: 200, rates: { 1: { times: 2, months: 1 } } })
    expect(
      (await patrol.send('grid01', 'GET', '/api/patrols/mine', undefined, { 'If-None-Match': tag }))
        .status,
    ).toBe(304)
    expect(
      (await patrol.send('grid02', 'GET', '/api/patrols/mine', undefined, { 'If-None-Match': tag }))
        .status,
    ).toBe(200)
    for (const who of ['leader', 'bureau', 'ent01', 'admin'] as const)
      expect((await patrol.get(who, '/api/patrols/mine')).status, who).toBe(403)
  })
})

describe('statistics', () => {
  const read = async (query: string, who: 'leader' | 'grid01' = 'leader') =>
    bodyOf(await patrol.get(who, `/api/patrols/statistics?${query}`), PatrolStatistics)
  const expected = (of: readonly Told[], from: string, to: string) => {
    const asked = of.flatMap((one) =>
      dueVisits(one, from, to, TODAY).map((window) => ({
        ...window,
        number: one.number,
        made: counted(one).some((on) => on >= window.opensOn && on <= window.dueOn),
      })),
    )
    const over = asked.filter(({ dueOn }) => dueOn < TODAY)
    const visits = of.flatMap((one) => one.visits.filter(({ on }) => on >= from && on <= to))
    return {
      dueObjects: new Set(asked.map(({ number }) => number)).size,
      visitedObjects: new Set(asked.filter(({ made }) => made).map(({ number }) => number)).size,
      dueVisits: over.length,
      onTimeVisits: over.filter(({ made }) => made).length,
      visits: visits.length,
      tooFar: visits.filter(({ flags }) => flags.includes('too-far')).length,
      tooFast: visits.filter(({ flags }) => flags.includes('too-fast')).length,
    }
  }

  it.each([
    ['2026-11-01', '2026-11-30'],
    ['2026-09-10', '2026-11-24'],
    ['2026-01-01', '2026-12-31'],
    ['2025-06-01', '2026-05-31'],
  ])('of %s to %s are what the rules say, by grid and together', async (from, to) => {
    const { total, rows } = await read(`by=grid&from=${from}&to=${to}`)
    expect(total).toMatchObject(expected(told, from, to))
    for (const grid of Object.values(GRID)) {
      expect(rows.find(({ key }) => key === grid)).toMatchObject(
        expected(
          told.filter(({ number }) => placeOf(number).gridId === grid),
          from,
          to,
        ),
      )
    }
  })

  it('add up by month, town and office, and are this month’s unless told otherwise', async () => {
    const sum = ({ rows }: Statistics) =>
      rows.reduce(
        (counts, row) =>
          [row.dueVisits, row.onTimeVisits, row.visits].map(
            (count, index) => count + (counts[index] ?? 0),
          ),
        [0, 0, 0],
      )
    for (const by of ['month', 'town', 'office'] as const) {
      const figures = await read(`by=${by}&from=2026-06-01&to=2026-11-30`)
      expect([by, sum(figures)]).toEqual([
        by,
        [figures.total.dueVisits, figures.total.onTimeVisits, figures.total.visits],
      ])
    }
    expect(await read('')).toMatchObject({
      asOf: TODAY,
      by: 'grid',
      from: '2026-11-01',
      to: '2026-11-30',
    })
    expect(
      await problemOf(
        await patrol.get('leader', '/api/patrols/statistics?from=2026-11-02&to=2026-11-01'),
        400,
      ),
    ).toBe('bad-request')
  })

  it('of a person are of the grids they were appointed to, and of what they did', async () => {
    const from = '2026-09-01'
    const { total, rows } = await read(`by=person&from=${from}&to=2026-11-30`)
    const of = (grid: string) =>
      expected(
        told.filter(({ number }) => placeOf(number).gridId === grid),
        from,
        '2026-11-30',
      )
    const person = rows.find(({ key }) => key === userIdOf('grid02'))
    const { visits, ...due } = of(GRID.plant)
    expect(person).toMatchObject({
      name: '网格乙',
      visits,
      dueObjects: due.dueObjects,
      dueVisits: due.dueVisits,
      onTimeVisits: due.onTimeVisits,
    })
    // grid01 is appointed to the north alone, and walked through the west as well.
    const { dueObjects, visitedObjects, onTimeVisits } = of(GRID.north)
    expect(rows.find(({ key }) => key === userIdOf('grid01'))).toMatchObject({
      dueObjects,
      visitedObjects,
      onTimeVisits,
      visits: of(GRID.north).visits + of(GRID.west).visits,
    })
    // Somebody who was due to go, while another went.
    expect(rows.find(({ key }) => key === userIdOf('former'))).toMatchObject({
      dueObjects: of(GRID.west).dueObjects,
      visitedObjects: 0,
      onTimeVisits: 0,
      visits: 0,
      rates: { hazardsPerVisit: null },
    })
    const whole = expected(told, from, '2026-11-30')
    expect(total).toMatchObject(whole)
  })

  it('show a grid its own, and nothing divided by nothing', async () => {
    const mine = await read('from=2026-09-01&to=2026-11-30', 'grid01')
    expect(mine.rows.map(({ key }) => key)).toEqual([GRID.north])
    const { total } = await read('from=2019-01-01&to=2019-12-31')
    expect(total).toMatchObject({
      dueObjects: 0,
      visits: 0,
      rates: { coverage: null, onTime: null, hazardsPerVisit: null },
    })
    expect((await patrol.get('ent01', '/api/patrols/statistics')).status).toBe(403)
  })
})

describe('hazards found and closures verified', () => {
  it('count once each, whether reviewed or seen on a visit', async () => {
    const before = (
      await bodyOf(await patrol.get('leader', '/api/patrols/statistics'), PatrolStatistics)
    ).total
    await patrol.database.asOwner(async (tx) => {
      const visit = sql`(SELECT id FROM patrol_visits WHERE enterprise_id = h.enterprise_id ORDER BY visited_on DESC LIMIT 1)`
      await tx.execute(
        sql`UPDATE patrol_visits SET visited_on = '2026-11-20', started_at = '2026-11-20T01:00:00Z', finished_at = '2026-11-20T01:20:00Z' WHERE enterprise_id = ${enterpriseId(1)}`,
      )
      await tx.execute(sql`
        INSERT INTO patrol_hazards (enterprise_id, visit_id, hazard_id, part)
        SELECT h.enterprise_id, ${visit}, h.id, CASE WHEN row_number() OVER (ORDER BY h.no) = 1 THEN 'found' ELSE 'fixed' END
        FROM hazards h WHERE h.enterprise_id = ${enterpriseId(1)} AND h.status <> 'void' ORDER BY h.no LIMIT 2`)
      await tx.execute(sql`
        INSERT INTO hazard_events (enterprise_id, hazard_id, seq, type, to_status, actor_id, actor_name, actor_role, occurred_at)
        SELECT l.enterprise_id, l.hazard_id, 90, 'pass', 'accepted', ${userIdOf('grid01')}, '网格甲', 'grid-member', '2026-11-21T10:00:00+08:00'
        FROM patrol_hazards l WHERE l.part = 'fixed'`)
    })
    const after = (
      await bodyOf(await patrol.get('leader', '/api/patrols/statistics'), PatrolStatistics)
    ).total
    expect([
      after.hazardsFound - before.hazardsFound,
      after.closuresVerified - before.closuresVerified,
    ]).toEqual([1, 1])
    const people = await bodyOf(
      await patrol.get('leader', '/api/patrols/statistics?by=person'),
      PatrolStatistics,
    )
    expect(people.rows.find(({ key }) => key === userIdOf('grid01'))?.closuresVerified).toBe(1)
  })
})

describe('codes', () => {
  it('are for the office that answers for the objects, signed, drawn, and their export is on record', async () => {
    const Codes = z.object({
      items: z.array(PatrolCode.strict()),
      nextCursor: z.string().nullable(),
    })
    const { items } = await bodyOf(
      await patrol.get('bureau', '/api/patrols/codes?limit=200'),
      Codes,
    )
    expect(items.map(({ enterpriseId: id }) => id).sort()).toEqual([1, 2, 3, 4].map(enterpriseId))
    for (const { enterpriseId: id, content, svg } of items) {
      expect(patrol.codes.isOf(id, content)).toBe(true)
      expect(content).toMatch(/^http.*\/patrol#SF1\./)
      expect(svg).toMatch(/^<svg /)
    }
    const recorded = await patrol.database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({ n: z.int() }),
        sql`SELECT count(*)::int AS n FROM audit_log WHERE action = 'export' AND object_name = '巡查码'`,
      ),
    )
    expect(recorded).toEqual([{ n: 1 }])
    for (const who of ['grid01', 'leader', 'ent01', 'admin'] as const)
      expect((await patrol.get(who, '/api/patrols/codes')).status, who).toBe(403)
  })
})
