import type { Database, OwnedDatabase } from './database.ts'
import { makeEmbedded, openEmbedded, openOwnedEmbedded } from './embedded.ts'
import { openOwnedPostgis, openPostgis } from './postgis.ts'

interface OpenOptions {
  /** PostGIS if present, the embedded database otherwise. */
  readonly databaseUrl?: string | undefined
  /** The schema's owner, where `databaseUrl` names a login that owns nothing. */
  readonly migrationDatabaseUrl?: string | undefined
  /** Folder of the embedded database. */
  readonly dataDir: string
}

/** How long a start waits for a database server that starts at the same time. */
export const START_PATIENCE_MS = 60_000

/**
 * Opens the database that the configuration names, with its schema up to date.
 * @param patienceMs how long to wait for a server that is not up yet
 */
export async function openDatabase(
  { databaseUrl, migrationDatabaseUrl, dataDir }: OpenOptions,
  patienceMs = 0,
): Promise<Database> {
  return databaseUrl === undefined
    ? openEmbedded({ dataDir })
    : openPostgis(databaseUrl, migrationDatabaseUrl, { patienceMs })
}

/** Opens the database that the configuration names as its owner, and leaves its schema as it is. */
export function openOwned({
  databaseUrl,
  migrationDatabaseUrl,
  dataDir,
}: OpenOptions): Promise<OwnedDatabase> {
  return databaseUrl === undefined
    ? openOwnedEmbedded(dataDir)
    : openOwnedPostgis(migrationDatabaseUrl ?? databaseUrl)
}

/** Fills the empty database that the configuration names; the embedded one is made, and appears whole or not at all. */
export async function fillEmpty(
  options: OpenOptions,
  fill: (database: OwnedDatabase) => Promise<void>,
): Promise<void> {
  if (options.databaseUrl === undefined) return makeEmbedded(options.dataDir, fill)
  const database = await openOwned(options)
  try {
    await fill(database)
  } finally {
    await database.close()
  }
}
