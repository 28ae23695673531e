import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import type { Database } from './database.ts'
import { queryRow } from './rows.ts'
import { testDatabase } from './test-database.ts'

describe.runIf(inject('testDatabase').kind === 'embedded')('the embedded database', () => {
  let database: Database
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.close())

  it('answers after any number of refused statements', { timeout: 120_000 }, async () => {
    for (let refused = 0; refused < 2_500; refused++) {
      await expect(
        database.scoped({ audience: 'public' }, (tx) => tx.execute(sql`SELECT 1 FROM enterprises`)),
      ).rejects.toThrow()
    }
    expect(
      await database.scoped({ audience: 'wide' }, (tx) =>
        queryRow(tx, z.object({ n: z.number() }), sql`SELECT count(*)::int AS n FROM enterprises`),
      ),
    ).toEqual({ n: 0 })
  })
})
