import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { RESTORING } from '../db/data-folder.ts'
import { openScratch, requireNew } from '../db/embedded.ts'
import type { EvidenceStore } from '../db/evidence-store.ts'
import { fillEmpty, openDatabase, openOwned } from '../db/open.ts'
import { copyEvidenceIn, readEvidence } from './evidence-files.ts'
import type { Manifest } from './manifest.ts'
import { readManifest, requireEmpty, restoreRows } from './restore-rows.ts'
import { prepareSecrets } from './secrets.ts'
import { proveTables } from './tables.ts'

type RestoreConfig = Pick<
  Config,
  'dataDir' | 'databaseUrl' | 'migrationDatabaseUrl' | 'personalDataKey' | 'authSecret'
>

/**
 * Restores a backup to where the configuration points. Everything is looked at before anything is written; files and
 * secrets come first, the rows last and in one transaction, so that what was interrupted can be done again.
 * @throws BackupRefusal or DatabaseRefusal if the target is not empty or the backup not what it was
 */
export async function restoreBackup(
  { config, evidence }: { readonly config: RestoreConfig; readonly evidence: EvidenceStore },
  folder: string,
  acceptLoss: boolean,
): Promise<Manifest> {
  const manifest = await readManifest(folder)
  const keepSecrets = await prepareSecrets(config, folder, manifest.secrets, acceptLoss)
  await requireEmptyTarget(config)
  await proveFiles(folder, manifest)
  const embedded = config.databaseUrl === undefined
  await mkdir(config.dataDir, { recursive: true })
  if (embedded) await writeFile(join(config.dataDir, RESTORING), `${manifest.madeAt}\n`)
  await copyEvidenceIn(evidence, manifest.evidence, folder)
  await keepSecrets()
  await fillEmpty(config, (database) => restoreRows(database, folder, manifest))
  if (embedded) await rm(join(config.dataDir, RESTORING))
  // Opening brings the schema to this version, makes the login of requests, and reads as they do.
  await (await openDatabase(config)).close()
  return manifest
}

async function requireEmptyTarget(config: RestoreConfig): Promise<void> {
  if (config.databaseUrl === undefined) return requireNew(config.dataDir)
  const database = await openOwned(config)
  try {
    await database.asOwner(requireEmpty)
  } finally {
    await database.close()
  }
}

async function proveFiles(folder: string, manifest: Manifest): Promise<void> {
  await proveTables(folder, manifest)
  for (const file of manifest.evidence) await readEvidence(folder, file)
}

/** Restores a backup into memory and compares: proof that it can be restored, which touches nothing. */
export async function checkBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder)
  await proveFiles(folder, manifest)
  const scratch = await openScratch()
  try {
    await restoreRows(scratch, folder, manifest)
  } finally {
    await scratch.close()
  }
  return manifest
}
