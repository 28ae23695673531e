import { rename, rm } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { postgis } from '@electric-sql/pglite-postgis'
import { sql } from 'drizzle-orm'
import { damaged, inspectDataFolder, placesOf } from './data-folder.ts'
import type { Database, OwnedDatabase } from './database.ts'
import { holdDirectory } from './directory-lock.ts'
import { migrate } from './migrations.ts'
import { overPglite } from './over-pglite.ts'
import { DatabaseRefusal } from './refusal.ts'

interface EmbeddedOptions {
  /** Where the database lives; in memory if absent. */
  dataDir?: string
  /** A dump to start from instead of an empty database. */
  snapshot?: Blob
}

/**
 * Opens the embedded PostGIS (PGlite): the same SQL without a server, one connection, one process.
 * @throws DatabaseRefusal if the folder holds what cannot be opened; nothing in it is changed then
 */
export async function openEmbedded({
  dataDir,
  snapshot,
}: EmbeddedOptions): Promise<Database & OwnedDatabase & { dump(): Promise<Blob> }> {
  if (dataDir === undefined) return upToDate(overPglite(await start(undefined, snapshot), nothing))
  const release = await holdDirectory(dataDir)
  try {
    if ((await inspectDataFolder(dataDir)) === 'new') await make(dataDir, nothing)
    return await upToDate(overPglite(await startIn(dataDir), release))
  } catch (error) {
    await release()
    throw error
  }
}

/**
 * Opens the embedded database of a folder and leaves its schema as it is.
 * @throws DatabaseRefusal if there is none
 */
export async function openOwnedEmbedded(dataDir: string): Promise<OwnedDatabase> {
  const release = await holdDirectory(dataDir)
  try {
    if ((await inspectDataFolder(dataDir)) === 'new')
      throw new DatabaseRefusal(`${dataDir} 里没有数据库。\nThere is no database in ${dataDir}.`)
    return overPglite(await startIn(dataDir), release)
  } catch (error) {
    await release()
    throw error
  }
}

/** A database in memory without a schema, to try something on. */
export async function openScratch(): Promise<OwnedDatabase> {
  return overPglite(await start(), nothing)
}

/**
 * Makes a new embedded database with what `fill` puts in. It appears whole or not at all.
 * @param fill is given a database without a schema
 * @throws DatabaseRefusal if there is one already
 */
export async function makeEmbedded(
  dataDir: string,
  fill: (database: OwnedDatabase) => Promise<void>,
): Promise<void> {
  const release = await holdDirectory(dataDir)
  try {
    await requireNew(dataDir)
    await make(dataDir, fill)
  } finally {
    await release()
  }
}

/** @throws DatabaseRefusal if the folder holds a database; an interrupted restore may go on */
export async function requireNew(dataDir: string): Promise<void> {
  if ((await inspectDataFolder(dataDir, true)) === 'new') return
  throw new DatabaseRefusal(
    `${dataDir} 里已有数据库，不会覆盖。请用 DATA_DIR 指定一个空目录。\n${dataDir} holds a database already, which is not overwritten: set DATA_DIR to an empty folder.`,
  )
}

async function make(
  dataDir: string,
  fill: (database: OwnedDatabase) => Promise<void>,
): Promise<void> {
  const { database: place, making } = placesOf(dataDir)
  await rm(making, { recursive: true, force: true })
  const database = overPglite(await start(making), nothing)
  try {
    await fill(database)
  } finally {
    await database.close()
  }
  await rename(making, place)
}

const startIn = (dataDir: string): Promise<PGlite> =>
  start(placesOf(dataDir).database).catch((error: unknown) => {
    throw damaged(dataDir, error)
  })

function start(dataDir?: string, snapshot?: Blob): Promise<PGlite> {
  return PGlite.create({
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(snapshot === undefined ? {} : { loadDataDir: snapshot }),
    extensions: { postgis, pg_trgm },
  })
}

async function upToDate<Opened extends Database>(database: Opened): Promise<Opened> {
  try {
    await database.asOwner(async (tx) => {
      await migrate(tx)
      // Here COPY's only way out is the in-memory file /dev/blob, which PostgreSQL counts as a server file.
      await tx.execute(
        sql`GRANT pg_write_server_files TO onemap_wide, onemap_grid, onemap_enterprise`,
      )
    })
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

const nothing = async (): Promise<void> => undefined
