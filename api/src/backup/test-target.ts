import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Config } from '../config.ts'
import { databaseOn, onServer } from '../db/test-postgis.ts'

type TargetConfig = Pick<
  Config,
  | 'dataDir'
  | 'databaseUrl'
  | 'migrationDatabaseUrl'
  | 'personalDataKey'
  | 'authSecret'
  | 'evidenceStorage'
>

let made = 0

/** An empty place to restore to: a folder, and on PostGIS a database that was only just created. */
export async function testTarget(): Promise<{
  readonly config: TargetConfig
  drop(): Promise<void>
}> {
  const source = inject('testDatabase')
  const dataDir = await mkdtemp(join(tmpdir(), 'onemap-restored-'))
  const nothing = {
    dataDir,
    migrationDatabaseUrl: undefined,
    personalDataKey: undefined,
    authSecret: undefined,
    evidenceStorage: undefined,
  }
  const dropFolder = () => rm(dataDir, { recursive: true })
  if (source.kind === 'embedded')
    return { config: { ...nothing, databaseUrl: undefined }, drop: dropFolder }
  const name = `restored_${process.pid}_${made++}`
  await onServer(source.server, `CREATE DATABASE ${name}`)
  return {
    config: { ...nothing, databaseUrl: databaseOn(source.server, name) },
    async drop() {
      await onServer(source.server, `DROP DATABASE ${name} WITH (FORCE)`)
      await dropFolder()
    },
  }
}
