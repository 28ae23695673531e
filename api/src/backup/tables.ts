import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { sql } from 'drizzle-orm'
import type { OwnedDatabase, Tx } from '../db/database.ts'
import { guardsOf, PLAIN_TEXT, quoted, sequencesOf, tablesOf } from './catalog.ts'
import type { Manifest, TableEntry } from './manifest.ts'
import { BackupRefusal, damagedFile } from './refusal.ts'
import { RowDigest } from './row-digest.ts'
import { rowsOf } from './rows-of.ts'

const fileOf = (folder: string, table: string): string => join(folder, 'tables', `${table}.copy.gz`)
const selectOf = ({ name, columns }: Pick<TableEntry, 'name' | 'columns'>): string =>
  `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)}`

/** Writes the rows of every table into `folder/tables`, as one moment has them. */
export async function dumpTables(
  database: OwnedDatabase,
  tx: Tx,
  folder: string,
): Promise<Pick<Manifest, 'tables' | 'sequences'>> {
  for (const setting of PLAIN_TEXT) await tx.execute(sql.raw(setting))
  const tables: TableEntry[] = []
  for (const table of await tablesOf(tx)) {
    const digest = new RowDigest()
    const lines = async function* () {
      for await (const row of rowsOf(database.copyText(tx, selectOf(table)))) {
        digest.add(row)
        yield Buffer.concat([row, Buffer.from('\n')])
      }
    }
    await pipeline(
      Readable.from(lines(), { objectMode: false, highWaterMark: 1 << 20 }),
      createGzip(),
      createWriteStream(fileOf(folder, table.name), { mode: 0o600 }),
    )
    if (digest.rows === 0) await rm(fileOf(folder, table.name))
    tables.push({ ...table, rows: digest.rows, digest: String(digest) })
  }
  return { tables, sequences: await sequencesOf(tx) }
}

/**
 * Loads the rows of a backup into a schema that stands where the backup's stood, and compares what then lies there.
 * @throws BackupRefusal naming the table that is not as it was
 */
export async function loadTables(
  database: OwnedDatabase,
  tx: Tx,
  folder: string,
  { tables, sequences }: Pick<Manifest, 'tables' | 'sequences'>,
): Promise<void> {
  for (const setting of PLAIN_TEXT) await tx.execute(sql.raw(setting))
  const standing = new Map((await tablesOf(tx)).map(({ name, columns }) => [name, columns]))
  for (const { name, columns } of tables) {
    const known = standing.get(name)
    if (known === undefined || columns.some((column) => !known.includes(column)))
      throw damagedTable(name, 'the schema has no such table or column')
  }
  const guards = await guardsOf(tx)
  for (const { leave } of guards) await tx.execute(sql.raw(leave))
  // Migrations leave rows of their own, which are among the backup's.
  await tx.execute(sql.raw(`TRUNCATE ${[...standing.keys()].map(quoted).join(', ')}`))
  for (const table of tables) {
    await loadTable(database, tx, folder, table)
    requireSame(table, await digestTable(database, tx, table))
  }
  for (const { name, last } of sequences)
    await tx.execute(sql`SELECT setval(${quoted(name)}::regclass, ${last}::bigint)`)
  for (const { restore } of guards) await tx.execute(sql.raw(restore))
}

/** Reads every table of a backup. @throws BackupRefusal naming the one that is not as it was written */
export async function proveTables(
  folder: string,
  { tables }: Pick<Manifest, 'tables'>,
): Promise<void> {
  for (const table of tables) {
    const digest = new RowDigest()
    for await (const row of rowsInFile(folder, table)) digest.add(row)
    requireSame(table, { rows: digest.rows, digest: String(digest) })
  }
}

async function loadTable(
  database: OwnedDatabase,
  tx: Tx,
  folder: string,
  table: TableEntry,
): Promise<void> {
  const decoder = new TextDecoder()
  const lines = async function* () {
    for await (const row of rowsInFile(folder, table)) yield decoder.decode(row)
  }
  await database.copyIn(tx, quoted(table.name), table.columns.map(quoted), lines())
}

/** A table without rows has no file. */
async function* rowsInFile(folder: string, { name, rows }: TableEntry): AsyncGenerator<Uint8Array> {
  if (rows > 0) yield* rowsOf(readGzip(fileOf(folder, name)))
}

async function* readGzip(path: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  const file = createReadStream(path)
  file.once('error', (error) => gunzip.destroy(error))
  try {
    for await (const chunk of file.pipe(gunzip)) if (chunk instanceof Uint8Array) yield chunk
  } catch (error) {
    throw damagedFile(path, error)
  }
}

/** What now lies in a table, in the columns of an entry. */
export async function digestTable(
  database: OwnedDatabase,
  tx: Tx,
  table: Pick<TableEntry, 'name' | 'columns'>,
): Promise<Pick<TableEntry, 'rows' | 'digest'>> {
  for (const setting of PLAIN_TEXT) await tx.execute(sql.raw(setting))
  const digest = new RowDigest()
  for await (const row of rowsOf(database.copyText(tx, selectOf(table)))) digest.add(row)
  return { rows: digest.rows, digest: String(digest) }
}

function requireSame(
  { name, rows, digest }: TableEntry,
  found: Pick<TableEntry, 'rows' | 'digest'>,
): void {
  if (found.rows !== rows || found.digest !== digest)
    throw damagedTable(name, `${found.rows} rows instead of ${rows}, or other values in them`)
}

function damagedTable(name: string, why: string): BackupRefusal {
  return new BackupRefusal(
    `备份中的表 ${name} 与清单不符，什么都没有恢复：${why}。\nTable ${name} of the backup is not as its manifest says; nothing was restored: ${why}.`,
  )
}
