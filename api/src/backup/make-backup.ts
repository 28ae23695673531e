import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { OwnedDatabase } from '../db/database.ts'
import type { EvidenceStore } from '../db/evidence-store.ts'
import { appliedMigrations } from '../db/migrations.ts'
import { copyEvidenceOut, digestsInUse } from './evidence-files.ts'
import type { Manifest } from './manifest.ts'
import { BackupRefusal } from './refusal.ts'
import { copySecretsOut, type SecretSources } from './secrets.ts'
import { dumpTables } from './tables.ts'

interface BackupSources {
  readonly database: OwnedDatabase
  readonly evidence: EvidenceStore
  readonly config: SecretSources
  readonly version: string
}

/**
 * Writes a backup into a new folder: rows as one moment has them, the files they name, the secrets of the data folder.
 * The folder appears under its name when everything is in it.
 * @throws BackupRefusal if the folder is there already, or the database has no schema
 */
export async function makeBackup(sources: BackupSources, folder: string): Promise<Manifest> {
  if (await stat(folder).catch(() => undefined))
    throw new BackupRefusal(
      `${folder} 已存在，不会覆盖：请另选一个目录。\n${folder} is there already and is not overwritten: choose another folder.`,
    )
  const unfinished = `${folder}.unfinished-${process.pid}`
  await mkdir(join(unfinished, 'tables'), { recursive: true, mode: 0o700 })
  try {
    const manifest = await fillFolder(sources, unfinished)
    await rename(unfinished, folder)
    return manifest
  } catch (error) {
    await rm(unfinished, { recursive: true })
    throw error
  }
}

async function fillFolder(
  { database, evidence, config, version }: BackupSources,
  folder: string,
): Promise<Manifest> {
  const madeAt = new Date().toISOString()
  const { digests, ...rows } = await database.asOwner(async (tx) => {
    await tx.execute(sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`)
    const migrations = [...(await appliedMigrations(tx))]
    if (migrations.length === 0)
      throw new BackupRefusal('数据库里还没有数据。\nThe database holds nothing yet.')
    const dumped = await dumpTables(database, tx, folder)
    return { migrations, ...dumped, digests: await digestsInUse(tx) }
  })
  const manifest: Manifest = {
    format: 1,
    version,
    madeAt,
    database: database.kind,
    ...rows,
    ...(await copyEvidenceOut(evidence, digests, folder)),
    secrets: await copySecretsOut(config, folder),
  }
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`, {
    mode: 0o600,
  })
  return manifest
}
