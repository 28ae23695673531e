import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyChain } from '../audit/verify-chain.ts'
import { openEvidenceStore } from '../db/open-evidence-store.ts'
import { appliedMigrations, knownMigrations } from '../db/migrations.ts'
import { openDatabase, openOwned } from '../db/open.ts'
import { readManifest } from './restore-rows.ts'
import { restoreBackup } from './restore-backup.ts'
import { digestTable } from './tables.ts'
import { testTarget } from './test-target.ts'

/** A small database with rows in every table that has any, as the first frozen schema had it. */
const FIRST = fileURLToPath(new URL('./kept/58a7482', import.meta.url))

let target: Awaited<ReturnType<typeof testTarget>>
beforeAll(async () => {
  target = await testTarget()
  await restoreBackup(
    { config: target.config, evidence: openEvidenceStore(target.config) },
    FIRST,
    false,
  )
})
afterAll(() => target.drop())

it('brings a database of the first frozen schema to the newest', async () => {
  const database = await openOwned(target.config)
  try {
    const applied = await database.asOwner(appliedMigrations)
    expect(applied.map(({ at }) => at)).toEqual(knownMigrations().map(({ at }) => at))
  } finally {
    await database.close()
  }
})

it('keeps every row of every table as it was', async () => {
  const { tables } = await readManifest(FIRST)
  expect(tables.filter(({ rows }) => rows > 0).length).toBeGreaterThan(50)
  const database = await openOwned(target.config)
  try {
    for (const table of tables) {
      const found = await database.asOwner((tx) => digestTable(database, tx, table))
      expect(found, table.name).toEqual({ rows: table.rows, digest: table.digest })
    }
  } finally {
    await database.close()
  }
})

it('is read as requests read, and its record of acts is whole', async () => {
  const database = await openDatabase(target.config)
  try {
    expect(await verifyChain(database, undefined)).toMatchObject({ whole: true })
  } finally {
    await database.close()
  }
})
