import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database, Tx } from './database.ts'
import { queryRows } from './rows.ts'
import { onStage } from './test-acting.ts'
import { testDatabase } from './test-database.ts'
import { plantFixture } from './test-fixture.ts'
import { enterpriseId, idOf } from './test-fixture-places.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await plantFixture(database)
})
afterAll(() => database.close())

const TODAY = sql`(now() AT TIME ZONE 'Asia/Shanghai')::date`
const POINT = idOf('b', 1)
const Stretch = z.object({ level: z.int().nullable(), from: z.int(), until: z.int().nullable() })

/** The stretches of point 1, in days from today. */
const stretches = (tx: Tx, id = POINT) => queryRows(tx, Stretch, sql`
  SELECT level, from_on - ${TODAY} AS from, until_on - ${TODAY} AS until FROM risk_point_stretches WHERE enterprise_id = ${enterpriseId(1)} AND id = ${id} ORDER BY from_on`)

/** As if the point had stood like this for so many days. */
const standing = (tx: Tx, days: number) => tx.execute(sql`UPDATE risk_points SET stands_since = ${TODAY} - ${days}::integer WHERE id = ${POINT}`)
const change = (tx: Tx, what: SQL) => tx.execute(sql`UPDATE risk_points SET ${what} WHERE id = ${POINT}`)

describe('the past of a risk point', () => {
  it('begins on the day it is entered', () => onStage(database, async ({ tx }) => {
    expect(await stretches(tx)).toEqual([{ level: 1, from: 0, until: null }])
  }))

  it('is kept until the day before a change, once a day', () => onStage(database, async ({ tx }) => {
    await standing(tx, 40)
    await change(tx, sql`level = 3`)
    await change(tx, sql`level = 2`)
    expect(await stretches(tx)).toEqual([{ level: 1, from: -40, until: -1 }, { level: 2, from: 0, until: null }])
  }))

  it('forgets what came and went in a day', () => onStage(database, async ({ tx }) => {
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
  ])('has another stretch with %s', (_what, what, expected) => onStage(database, async ({ tx }) => {
    await standing(tx, 40)
    await change(tx, what)
    expect(await stretches(tx)).toHaveLength(expected)
  }))

  it('stays when the point is gone, and goes with the enterprise', () => onStage(database, async ({ tx }) => {
    await standing(tx, 40)
    await tx.execute(sql`UPDATE hazards SET risk_point_id = NULL`)
    await tx.execute(sql`DELETE FROM risk_points WHERE id = ${POINT}`)
    expect(await stretches(tx)).toEqual([{ level: 1, from: -40, until: -1 }])
    await tx.execute(sql`DELETE FROM enterprises WHERE id = ${enterpriseId(1)}`)
    expect(await stretches(tx)).toEqual([])
  }))

  it('leaves none where a point did not see the end of a day', () => onStage(database, async ({ tx }) => {
    await tx.execute(sql`UPDATE hazards SET risk_point_id = NULL`)
    await tx.execute(sql`DELETE FROM risk_points WHERE id = ${POINT}`)
    expect(await stretches(tx)).toEqual([])
  }))
})
