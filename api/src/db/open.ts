import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { openPostgis } from './postgis.ts'

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
