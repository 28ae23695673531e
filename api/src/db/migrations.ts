import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { z } from 'zod'
import type { Tx } from './database.ts'
import { queryRows } from './rows.ts'
import { SchemaError } from './schema-error.ts'

/** Folder of the SQL migrations, the same for both databases. */
export const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url))

/** A migration a database has had: when it was written, as its identity, and the digest of its text. */
export const AppliedMigration = z.object({ at: z.coerce.number().int(), hash: z.string() })
export type AppliedMigration = z.output<typeof AppliedMigration>

interface Migration extends AppliedMigration {
  readonly statements: readonly string[]
}

/** Every migration of this version, oldest first. */
export function knownMigrations(): readonly Migration[] {
  return readMigrationFiles({ migrationsFolder: MIGRATIONS }).map(
    ({ folderMillis, hash, sql: statements }) => ({ at: folderMillis, hash, statements }),
  )
}

/** What a database has had; nothing where there is no schema yet. */
export async function appliedMigrations(tx: Tx): Promise<readonly AppliedMigration[]> {
  const [known] = await queryRows(
    tx,
    z.object({ any: z.boolean() }),
    sql`SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS any`,
  )
  if (!known?.any) return []
  return queryRows(
    tx,
    AppliedMigration,
    sql`SELECT created_at AS at, hash FROM drizzle.__drizzle_migrations ORDER BY created_at`,
  )
}

/**
 * Brings a schema to this version within the transaction of its owner. Each migration is looked for by itself, not by
 * comparing with the newest: two that landed in the other order than they were written both get their turn. What the
 * database had must be what stands in this version, text for text.
 * @param wanted which to apply; by default all
 * @throws SchemaError if the database, or what is wanted, is of a newer version or has migrations that are none of ours
 */
export async function migrate(tx: Tx, wanted?: readonly AppliedMigration[]): Promise<void> {
  const migrations = knownMigrations()
  const applied = await appliedMigrations(tx)
  refuseStrange(migrations, [...applied, ...(wanted ?? [])])
  const had = new Set(applied.map(({ at }) => at))
  const asked = wanted && new Set(wanted.map(({ at }) => at))
  await tx.execute(sql`CREATE SCHEMA IF NOT EXISTS drizzle`)
  await tx.execute(
    sql`CREATE TABLE IF NOT EXISTS drizzle.__drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint)`,
  )
  for (const { at, hash, statements } of migrations) {
    if (had.has(at) || asked?.has(at) === false) continue
    for (const statement of statements) await tx.execute(sql.raw(statement))
    await tx.execute(
      sql`INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES (${hash}, ${at})`,
    )
  }
}

function refuseStrange(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): void {
  const hashes = new Map(migrations.map(({ at, hash }) => [at, hash]))
  const newest = Math.max(...hashes.keys())
  for (const { at, hash } of applied) {
    if (hashes.get(at) === hash) continue
    throw new SchemaError(at > newest ? 'newer' : 'other-history')
  }
}
