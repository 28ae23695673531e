import { tableFromIPC } from 'apache-arrow'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from '../app.ts'
import type { Database } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { ENTERPRISES, enterpriseId, placeOf } from '../db/test-fixture-places.ts'
import { dayNumber, dayOfNumber, lastDayOf } from '../domain/calendar.ts'
import { figuresPeriod } from '../domain/figures-period.ts'
import { historyBegins, STANDS, weekOf } from '../domain/history.ts'
import { OPEN_HAZARD_STATUSES } from '../domain/hazard.ts'
import { isOverdue, todayInChina } from '../domain/overdue.ts'
import { ratio, tally, type Counted } from '../domain/statistics.ts'
import { testDeps } from '../test-deps.ts'
import { CommandFigures } from './schema.ts'
import { enterprisesOn, liveThroughLevels, pointsOn, type LevelLog } from './test-levels.ts'
import { drawing, plantHazardYear, stateOn, type Logged } from './test-past.ts'

/* A past day as the API shows it, against the state rebuilt from the log in plain TypeScript. */

const draw = drawing(20_260)
let database: Database
let api: ReturnType<typeof createApp>
let today: string
let levels: LevelLog
let hazards: Logged[]

beforeAll(async () => {
  database = await plantedDatabase()
  const now = await database.asOwner(async (tx) => {
    const clock = await queryRow(
      tx,
      z.object({ now: z.coerce.date() }),
      sql`SELECT now()::text AS now`,
    )
    if (clock === undefined) throw new Error('a SELECT without FROM has one row')
    today = todayInChina(clock.now)
    await tx.execute(sql`DELETE FROM risk_point_past_levels`)
    await tx.execute(sql`DELETE FROM enterprise_past_levels`)
    await tx.execute(sql`DELETE FROM hazards`)
    levels = await liveThroughLevels(tx, draw, dayNumber(today))
    hazards = await plantHazardYear(tx, draw, 160, clock.now)
    return clock.now
  })
  api = createApp({ ...testDeps(database), now: () => now }, () => ({
    role: 'leader',
    scope: { audience: 'wide' },
    barrier: null,
    sessionId: null,
  }))
}, 300_000)
afterAll(() => database.close())

/** The first and the last day, and some between. */
const DAYS = () => [
  historyBegins(today),
  today,
  ...Array.from({ length: 7 }, () => dayOfNumber(dayNumber(today) - draw.int(1, 365))),
]

async function figures(query: string): Promise<CommandFigures> {
  const response = await api.request(`/api/command/figures?${query}`)
  expect(response.status, await response.clone().text()).toBe(200)
  return CommandFigures.parse(await response.json())
}

/** The rows of a layer's past that stood on a day. */
async function rowsOn(layer: string, day: string): Promise<Record<string, unknown>[]> {
  const response = await api.request(`/api/map/history/${layer}.arrow`)
  const at = dayNumber(day)
  return tableFromIPC(new Uint8Array(await response.arrayBuffer()))
    .toArray()
    .map((row: { toJSON(): Record<string, unknown> }) => row.toJSON())
    .filter(({ from, to }) => Number(from) <= at && at < Number(to))
}

/** The hazards of the log as they stood, with what the statistics ask of them. */
function countedOn(day: string, keep: (hazard: Logged) => boolean = () => true): Counted[] {
  return hazards.filter(keep).flatMap((hazard) => {
    const state = stateOn(hazard, day)
    return state === undefined
      ? []
      : [{ ...state, enterpriseId: enterpriseId(hazard.enterprise), reportedAt: hazard.reportedAt }]
  })
}

const isOpen = ({ status }: Counted) => OPEN_HAZARD_STATUSES.some((open) => open === status)
const byLevel = (all: readonly { level: number | null }[]) => ({
  ...Object.fromEntries(
    [1, 2, 3, 4].map((level) => [level, all.filter((one) => one.level === level).length]),
  ),
  unassessed: all.filter(({ level }) => level === null).length,
})

describe('the map of a past day', () => {
  it('has the levels that the assessments came to', async () => {
    for (const day of DAYS()) {
      const points = (await rowsOn('risk-points', day)).map(
        ({ enterprise, no, level, accidentType }) =>
          [enterprise, no, level, accidentType].join(' '),
      )
      expect(points.sort(), day).toEqual(
        pointsOn(levels, day)
          .map(({ enterprise, no, level, accidentType }) =>
            [enterpriseId(enterprise), no, level ?? 0, accidentType ?? 0].join(' '),
          )
          .sort(),
      )
      const enterprises = (await rowsOn('enterprises', day)).map(({ id, level }) =>
        [id, level].join(' '),
      )
      expect(enterprises.sort(), day).toEqual(
        enterprisesOn(levels, day, ENTERPRISES.length)
          .map(({ id, level }) => [id, level ?? 0].join(' '))
          .sort(),
      )
    }
  })

  it('has the hazards that their events led to', async () => {
    for (const day of DAYS()) {
      const rows = (await rowsOn('hazards', day)).map(({ no, status, grade, deadline }) =>
        [no, status, grade, deadline].join(' '),
      )
      expect(rows.sort(), day).toEqual(
        hazards
          .flatMap((hazard, index) => {
            const state = stateOn(hazard, day)
            return state === undefined
              ? []
              : [
                  [
                    1001 + index,
                    state.status,
                    state.grade ?? '',
                    state.deadline === null ? -1 : dayNumber(state.deadline),
                  ].join(' '),
                ]
          })
          .sort(),
      )
    }
  })

  it.each(['enterprises', 'risk-points', 'hazards'])(
    'is today’s map of %s at the end',
    async (layer) => {
      const still = (await rowsOn(layer, today)).map(({ from: _from, to, ...row }) => {
        expect(to).toBe(STANDS)
        return JSON.stringify(row)
      })
      const response = await api.request(`/api/map/${layer}.arrow`)
      const live = tableFromIPC(new Uint8Array(await response.arrayBuffer()))
        .toArray()
        .map((row: { toJSON(): unknown }) => JSON.stringify(row.toJSON()))
      expect(still.sort()).toEqual(live.sort())
    },
  )

  it('is another edition every day, and is not sent twice', async () => {
    const first = await api.request('/api/map/history/hazards.arrow')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toContain(today)
    expect(
      (await api.request('/api/map/history/hazards.arrow', { headers: { 'If-None-Match': etag } }))
        .status,
    ).toBe(304)
    expect((await api.request('/api/map/hazards.arrow')).headers.get('etag')).not.toBe(etag)
  })
})

describe('the figures of a past day', () => {
  it('count what stood', async () => {
    // Of a year in which something happened.
    expect(hazards.flatMap(({ steps }) => steps).length).toBeGreaterThan(400)
    expect(levels.assessed.length).toBeGreaterThan(50)
    for (const day of DAYS()) {
      const shown = await figures(`at=${day}`)
      const enterprises = enterprisesOn(levels, day, ENTERPRISES.length)
      const points = pointsOn(levels, day)
      const counted = countedOn(day)
      expect(shown, day).toMatchObject({
        day,
        past: day < today,
        enterprises: { total: enterprises.length, byLevel: byLevel(enterprises) },
        riskPoints: { total: points.length, byLevel: byLevel(points) },
        hazards: {
          total: counted.length,
          open: counted.filter(isOpen).length,
          overdue: counted.filter((one) => isOverdue(one, day)).length,
          majorOpen: counted.filter((one) => isOpen(one) && one.grade === 'major').length,
        },
      })
      for (const [status, count] of Object.entries(shown.hazards.byStatus))
        expect(count, `${day} ${status}`).toBe(
          counted.filter((one) => one.status === status).length,
        )
      const types = Object.entries(shown.riskPoints.byAccidentType).map(([type, count]) => [
        type,
        count,
        points.filter(({ accidentType }) => String(accidentType ?? 'none') === type).length,
      ])
      for (const [type, count, expected] of types) expect(count, `${day} ${type}`).toBe(expected)
    }
  })

  it('have the official rates as they were then', async () => {
    for (const day of DAYS()) {
      const { rectification, rates, towns } = await figures(`at=${day}`)
      const { from: first, to: last } = figuresPeriod(day)
      const lastMonth = dayOfNumber(dayNumber(first) - 1).slice(0, 7)
      expect(rates, day).toEqual({ from: first, to: last })
      for (const [shown, from, to] of [
        [rectification.month, first, last < day ? last : day],
        [rectification.before, `${lastMonth}-01`, lastDayOf(lastMonth)],
      ] as const) {
        const { found, fixed } = tally(countedOn(day), { from, to, today: day })
        expect(shown, day).toEqual({ from, to, found, fixed, rate: ratio(fixed, found) })
      }
      for (const town of towns) {
        const counted = countedOn(
          day,
          ({ enterprise }) => placeOf(enterprise).townCode === town.code,
        )
        const { due, late, overdue } = tally(counted, { ...rates, today: day })
        expect(town, day).toMatchObject({
          open: counted.filter(isOpen).length,
          overdue: counted.filter((one) => isOverdue(one, day)).length,
          due,
          late: late + overdue,
          overdueRate: ratio(late + overdue, due),
        })
      }
    }
  })

  it('say how hazards came and went by week', async () => {
    for (const day of DAYS().slice(0, 4)) {
      const { weeks } = await figures(`at=${day}`)
      expect([weeks.length, weeks.at(-1)?.week]).toEqual([52, weekOf(day)])
      const counted = countedOn(day)
      for (const { week, found, closed, backlog } of weeks) {
        const sunday = dayOfNumber(dayNumber(week) + 6)
        const end = sunday < day ? sunday : day
        const settled = (on: string) => (hazard: Logged) =>
          ['accepted', 'closed'].includes(stateOn(hazard, on)?.status ?? '')
        const days = Array.from(
          { length: dayNumber(end) - dayNumber(week) + 1 },
          (_, index) => dayNumber(week) + index,
        )
        expect([found, closed, backlog], `${week} seen from ${day}`).toEqual([
          counted.filter(
            ({ status, reportedAt }) =>
              status !== 'void' && weekOf(todayInChina(reportedAt)) === week,
          ).length,
          days.flatMap((on) =>
            hazards.filter(
              (hazard) => settled(dayOfNumber(on))(hazard) && !settled(dayOfNumber(on - 1))(hazard),
            ),
          ).length,
          countedOn(end).filter(isOpen).length,
        ])
      }
    }
  })

  it('name the oldest open major hazards', async () => {
    for (const day of DAYS()) {
      const expected = hazards
        .filter((hazard) => {
          const state = stateOn(hazard, day)
          return (
            state?.grade === 'major' && OPEN_HAZARD_STATUSES.some((open) => open === state.status)
          )
        })
        .toSorted((a, b) => a.reportedAt.getTime() - b.reportedAt.getTime())
        .slice(0, 10)
      expect(
        (await figures(`at=${day}`)).oldestMajor.map(({ id }) => id),
        day,
      ).toEqual(expected.map(({ id }) => id))
    }
  })
})
