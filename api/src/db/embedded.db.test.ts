import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import type { Database } from './database.ts'
import { DatabaseInUseError } from './directory-lock.ts'
import { makeEmbedded, openEmbedded } from './embedded.ts'
import { DatabaseRefusal } from './refusal.ts'
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

  describe('in a folder', () => {
    let dataDir: string
    beforeAll(async () => {
      dataDir = await mkdtemp(join(tmpdir(), 'onemap-embedded-'))
      await (await openEmbedded({ dataDir })).close()
    })
    afterAll(() => rm(dataDir, { recursive: true }))

    it('is opened again, by one at a time', async () => {
      const first = await openEmbedded({ dataDir })
      await expect(openEmbedded({ dataDir })).rejects.toThrow(DatabaseInUseError)
      await first.close()
      await (await openEmbedded({ dataDir })).close()
    })

    it('is not made anew over one that lost its version', async () => {
      const version = join(dataDir, 'pg', 'PG_VERSION')
      const before = await readFile(version)
      await rm(version)
      await expect(openEmbedded({ dataDir })).rejects.toThrow(DatabaseRefusal)
      await expect(makeEmbedded(dataDir, async () => undefined)).rejects.toThrow(DatabaseRefusal)
      await writeFile(version, before)
      await (await openEmbedded({ dataDir })).close()
    })

    it('is refused in a sentence when it is damaged', async () => {
      const control = join(dataDir, 'pg', 'global', 'pg_control')
      const before = await readFile(control)
      await writeFile(control, new Uint8Array(before.length))
      await expect(openEmbedded({ dataDir })).rejects.toThrow('is damaged and cannot be opened')
      await writeFile(control, before)
      await (await openEmbedded({ dataDir })).close()
    })

    it('appears whole or not at all', async () => {
      const other = join(dataDir, 'other')
      await expect(
        makeEmbedded(other, () => Promise.reject(new RangeError('interrupted'))),
      ).rejects.toThrow(RangeError)
      expect(await readdir(other)).not.toContain('pg')
    })
  })
})
