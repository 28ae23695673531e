import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { queryRows } from '../db/rows.ts'
import { onStage } from '../db/test-acting.ts'
import { enterpriseId } from '../db/test-fixture-places.ts'
import { patrolling } from '../test-patrol.ts'

const Past = z.object({ level: z.int().nullable(), yesterday: z.boolean() })

let patrol: Awaited<ReturnType<typeof patrolling>>
beforeAll(async () => {
  patrol = await patrolling()
})
afterAll(() => patrol.database.close())

it('keeps what the level was until yesterday, and forgets what came and went in a day', () =>
  onStage(patrol.database, async ({ tx }) => {
    const past = () =>
      queryRows(
        tx,
        Past,
        sql`
    SELECT level, until_on = (now() AT TIME ZONE 'Asia/Shanghai')::date - 1 AS yesterday FROM enterprise_past_levels WHERE enterprise_id = ${enterpriseId(6)} ORDER BY until_on`,
      )
    const become = (level: number | null) =>
      tx.execute(sql`UPDATE enterprises SET risk_level = ${level} WHERE id = ${enterpriseId(6)}`)
    await become(null)
    expect(await past()).toEqual([])
    await become(3)
    expect(await past()).toEqual([{ level: null, yesterday: true }])
    await become(1)
    expect(await past()).toEqual([{ level: null, yesterday: true }])
    await become(null)
    expect(await past()).toEqual([])
  }))

it('begins with the level found on the day an enterprise was entered', () =>
  onStage(patrol.database, async ({ tx }) => {
    await tx.execute(sql`UPDATE enterprises SET created_at = now()`)
    await tx.execute(sql`UPDATE enterprises SET risk_level = 2 WHERE id = ${enterpriseId(6)}`)
    expect(await queryRows(tx, z.unknown(), sql`SELECT 1 FROM enterprise_past_levels`)).toEqual([])
  }))
