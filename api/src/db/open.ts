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

/** Opens the database that the configuration names, with its schema up to date. */
export async function openDatabase({
  databaseUrl,
  migrationDatabaseUrl,
  dataDir,
}: OpenOptions): Promise<Database> {
  return databaseUrl === undefined
    ? openEmbedded({ dataDir })
    : openPostgis(databaseUrl, migrationDatabaseUrl)
}
