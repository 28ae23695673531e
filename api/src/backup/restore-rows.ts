import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OwnedDatabase, Tx } from '../db/database.ts'
import { migrate } from '../db/migrations.ts'
import { isInhabited } from './catalog.ts'
import { Manifest } from './manifest.ts'
import { BackupRefusal, damagedFile } from './refusal.ts'
import { loadTables } from './tables.ts'

/** The manifest of a backup. @throws BackupRefusal if the folder is none */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, 'manifest.json')
  try {
    return Manifest.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw damagedFile(path, error)
  }
}

/** @throws BackupRefusal if a database holds anything */
export async function requireEmpty(tx: Tx): Promise<void> {
  if (await isInhabited(tx))
    throw new BackupRefusal(
      '目标数据库不是空的，不会覆盖：请新建一个空数据库。\nThe target database is not empty and is not overwritten: create a new, empty one.',
    )
}

/**
 * Restores the rows of a backup into an empty database, in one transaction: a schema as the backup's was, its rows,
 * compared with what was written down. What this version has beyond that comes by the migrations of its next start.
 * @throws BackupRefusal if the database is not empty or the backup not what it was
 * @throws SchemaError if the backup is of a newer version
 */
export async function restoreRows(
  database: OwnedDatabase,
  folder: string,
  manifest: Manifest,
): Promise<void> {
  await database.asOwner(async (tx) => {
    await requireEmpty(tx)
    await migrate(tx, manifest.migrations)
    await loadTables(database, tx, folder, manifest)
  })
}
