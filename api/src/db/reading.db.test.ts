import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database } from './database.ts'
import { queryRows } from './rows.ts'
import { plantedDatabase } from './test-database.ts'
import { enterpriseId } from './test-fixture-places.ts'

let database: Database
beforeAll(async () => {
  database = await plantedDatabase()
})
afterAll(() => database.close())

const Named = z.object({ name: z.string() })

describe('a reading transaction', () => {
  it('sees the rows of its scope and no others', async () => {
    const rows = await database.reading(
      { audience: 'enterprise', enterpriseId: enterpriseId(1) },
      (tx) => queryRows(tx, Named, sql`SELECT name FROM enterprises`),
    )
    expect(rows).toEqual([{ name: '甲化工有限公司' }])
  })

  it('writes nothing, even where its audience may write', async () => {
    const write = database.reading(
      { audience: 'enterprise', enterpriseId: enterpriseId(1) },
      (tx) => tx.execute(sql`UPDATE enterprises SET activity = 'x'`),
    )
    await expect(write).rejects.toMatchObject({ cause: { code: '25006' } })
  })

  it('leaves its connection fit for the next, after an error too', async () => {
    for (let round = 0; round < 25; round += 1) {
      await expect(
        database.reading({ audience: 'wide' }, (tx) => tx.execute(sql`SELECT 1 / 0`)),
      ).rejects.toMatchObject({ cause: { code: '22012' } })
      await expect(
        database.reading({ audience: 'public' }, (tx) => tx.execute(sql`SELECT FROM enterprises`)),
      ).rejects.toMatchObject({ cause: { code: '42501' } })
    }
    const [row] = await database.reading({ audience: 'wide' }, (tx) =>
      queryRows(tx, z.object({ role: z.string() }), sql`SELECT current_user::text AS role`),
    )
    expect(row).toEqual({ role: 'onemap_wide' })
  })

  it('keeps many at once apart', async () => {
    const seen = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        database.reading(
          { audience: 'enterprise', enterpriseId: enterpriseId((index % 7) + 1) },
          (tx) => queryRows(tx, z.object({ id: z.string() }), sql`SELECT id FROM enterprises`),
        ),
      ),
    )
    expect(seen).toEqual(seen.map((_, index) => [{ id: enterpriseId((index % 7) + 1) }]))
  })
})
