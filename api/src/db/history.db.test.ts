import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database, Tx } from './database.ts'
import { queryRows } from './rows.ts'
import { onStage } from './test-acting.ts'
import { plantedDatabase } from './test-database.ts'
import { enterpriseId, idOf } from './test-fixture-places.ts'

let database: Database
beforeAll(async () => {
  database = await plantedDatabase()
})
afterAll(() => database.close())

const TODAY = sql`(now() AT TIME ZONE 'Asia/Shanghai')::date`
const POINT = idOf('b', 1)
const Stretch = z.object({ level: z.int().nullable(), from: z.int(), until: z.int().nullable() })

/** The stretches of point 1, in days from today. */
const stretches = (tx: Tx, id = POINT) =>
  queryRows(
    tx,
    Stretch,
    sql`
  SELECT level, from_on - ${TODAY} AS from, until_on - ${TODAY} AS until FROM risk_point_stretches WHERE enterprise_id = ${enterpriseId(1)} AND id = ${id} ORDER BY from_on`,
  )

/** As if the point had stood like this for so many days. */
const standing = (tx: Tx, days: number) =>
  tx.execute(
    sql`UPDATE risk_points SET stands_since = ${TODAY} - ${days}::integer WHERE id = ${POINT}`,
  )
const change = (tx: Tx, what: SQL) =>
  tx.execute(sql`UPDATE risk_points SET ${what} WHERE id = ${POINT}`)

describe('the past of a risk point', () => {
  it('begins on the day it is entered', () =>
    onStage(database, async ({ tx }) => {
      expect(await stretches(tx)).toEqual([{ level: 1, from: 0, until: null }])
    }))

  it('is kept until the day before a change, once a day', () =>
    onStage(database, async ({ tx }) => {
      await standing(tx, 40)
      await change(tx, sql`level = 3`)
      await change(tx, sql`level = 2`)
      expect(await stretches(tx)).toEqual([
        { level: 1, from: -40, until: -1 },
        { level: 2, from: 0, until: null },
      ])
    }))

  it('forgets what came and went in a day', () =>
    onStage(database, async ({ tx }) => {
      await standing(tx, 40)
      await change(tx, sql`level = 3`)
      await change(tx, sql`level = 1`)
      expect(await stretches(tx)).toEqual([{ level: 1, from: -40, until: null }])
    }))

  it.each([
    ['its place', sql`geom = ST_Translate(geom, 0.001, 0)`, 2],
    ['its number', sql`no = 99`, 2],
    ['its accident type', sql`accident_type = 5`, 2],
    ['its name, which the map does not show', sql`name = '锅炉'`, 1],
    ['nothing', sql`level = level`, 1],
  ])('has another stretch with %s', (_what, what, expected) =>
    onStage(database, async ({ tx }) => {
      await standing(tx, 40)
      await change(tx, what)
      expect(await stretches(tx)).toHaveLength(expected)
    }),
  )

  it('stays when the point is gone, and goes with the enterprise', () =>
    onStage(database, async ({ tx }) => {
      await standing(tx, 40)
      await tx.execute(sql`UPDATE hazards SET risk_point_id = NULL`)
      await tx.execute(sql`DELETE FROM risk_points WHERE id = ${POINT}`)
      expect(await stretches(tx)).toEqual([{ level: 1, from: -40, until: -1 }])
      await tx.execute(sql`DELETE FROM enterprises WHERE id = ${enterpriseId(1)}`)
      expect(await stretches(tx)).toEqual([])
    }))

  it('leaves none where a point did not see the end of a day', () =>
    onStage(database, async ({ tx }) => {
      await tx.execute(sql`UPDATE hazards SET risk_point_id = NULL`)
      await tx.execute(sql`DELETE FROM risk_points WHERE id = ${POINT}`)
      expect(await stretches(tx)).toEqual([])
    }))
})

describe('the past of a hazard', () => {
  const Standing = z.object({
    status: z.string(),
    grade: z.string().nullable(),
    deadline: z.string().nullable(),
    accepted: z.string().nullable(),
    from: z.string(),
    until: z.string().nullable(),
  })
  const HAZARD = idOf('7', 1)
  const stretchesOf = (tx: Tx) =>
    queryRows(
      tx,
      Standing,
      sql`
    SELECT status, grade, deadline::text, accepted_on::text AS accepted, from_on::text AS from, until_on::text AS until FROM hazard_stretches WHERE id = ${HAZARD} ORDER BY from_on`,
    )
  /** Grade, deadline and dates as the row has them; `events` as (type, to, time, detail). */
  async function plant(
    tx: Tx,
    status: string,
    at: { reported: string; accepted?: string; closed?: string },
    events: readonly (readonly [string, string, string, object])[] = [],
  ) {
    await tx.execute(sql`
      INSERT INTO hazards (enterprise_id, id, no, code, description, geom, origin, grade, status, deadline, reported_at, accepted_at, closed_at, last_seq, grid_id, office_id, town_code)
      SELECT e.id, ${HAZARD}, 500, 'YH500', '隐患', e.geom, 'daily', 'major', ${status}, '2026-06-30', ${at.reported}, ${at.accepted ?? null}, ${at.closed ?? null}, ${events.length}, e.grid_id, e.office_id, e.town_code
      FROM enterprises e WHERE e.id = ${enterpriseId(1)}`)
    for (const [index, [type, to, time, detail]] of events.entries()) {
      await tx.execute(sql`
        INSERT INTO hazard_events (enterprise_id, hazard_id, seq, type, to_status, actor_name, actor_role, occurred_at, detail)
        VALUES (${enterpriseId(1)}, ${HAZARD}, ${index + 1}, ${type}, ${to}, '张三', 'reporter', ${time}, ${JSON.stringify(detail)}::jsonb)`)
    }
  }

  it('is by the dates of the ledger where no event is on record', () =>
    onStage(database, async ({ tx }) => {
      await plant(tx, 'closed', {
        reported: '2026-06-01T17:00:00Z',
        accepted: '2026-06-10T02:00:00Z',
        closed: '2026-06-12T02:00:00Z',
      })
      const row = { grade: 'major', deadline: '2026-06-30' }
      expect(await stretchesOf(tx)).toEqual([
        { ...row, status: 'reported', accepted: null, from: '2026-06-02', until: '2026-06-09' },
        {
          ...row,
          status: 'accepted',
          accepted: '2026-06-10',
          from: '2026-06-10',
          until: '2026-06-11',
        },
        { ...row, status: 'closed', accepted: '2026-06-10', from: '2026-06-12', until: null },
      ])
    }))

  it('is by the dates of the ledger until the day of the import', () =>
    onStage(database, async ({ tx }) => {
      await plant(
        tx,
        'accepted',
        { reported: '2026-06-01T02:00:00Z', accepted: '2026-06-10T02:00:00Z' },
        [['report', 'accepted', '2026-07-01T02:00:00Z', { import: true }]],
      )
      expect(
        (await stretchesOf(tx)).map(({ status, from, until, accepted }) => [
          status,
          from,
          until,
          accepted,
        ]),
      ).toEqual([
        ['reported', '2026-06-01', '2026-06-09', null],
        ['accepted', '2026-06-10', '2026-06-30', '2026-06-10'],
        ['accepted', '2026-07-01', null, '2026-06-10'],
      ])
    }))

  it('takes the deadline that was asked for where it was granted without another', () =>
    onStage(database, async ({ tx }) => {
      await plant(tx, 'rectifying', { reported: '2026-06-01T02:00:00Z' }, [
        ['report', 'reported', '2026-06-01T02:00:00Z', {}],
        ['register', 'registered', '2026-06-02T02:00:00Z', {}],
        ['grade', 'graded', '2026-06-02T03:00:00Z', { grade: 'major' }],
        ['notify', 'notified', '2026-06-03T02:00:00Z', { deadline: '2026-06-15' }],
        ['request-extension', 'notified', '2026-06-04T02:00:00Z', { deadline: '2026-06-30' }],
        ['approve-extension', 'notified', '2026-06-05T02:00:00Z', {}],
        ['sign', 'rectifying', '2026-06-06T02:00:00Z', {}],
      ])
      expect(
        (await stretchesOf(tx)).map(({ from, status, grade, deadline }) => [
          from,
          status,
          grade,
          deadline,
        ]),
      ).toEqual([
        ['2026-06-01', 'reported', null, null],
        ['2026-06-02', 'graded', 'major', null],
        ['2026-06-03', 'notified', 'major', '2026-06-15'],
        ['2026-06-04', 'notified', 'major', '2026-06-15'],
        ['2026-06-05', 'notified', 'major', '2026-06-30'],
        ['2026-06-06', 'rectifying', 'major', '2026-06-30'],
      ])
    }))
})
