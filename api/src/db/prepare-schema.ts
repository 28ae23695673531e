import { drizzle } from 'drizzle-orm/node-postgres'
import type { PoolClient } from 'pg'
import type { GuardedPool } from './guarded-pool.ts'
import { knownMigrations, migrate } from './migrations.ts'
import { SchemaError } from './schema-error.ts'
import { AUDIENCES } from './scope.ts'

/** Any number no other program of the same server uses: several processes may start at once, one migrates. */
const MIGRATION_LOCK = 370_405_036

/**
 * Roles belong to the server and not to the database: a database that was moved to another server finds none there.
 * Who migrates may not be a superuser, and borrowing a role needs membership.
 */
const MAKE_ROLES = `
  DO $$
  DECLARE audience text;
  BEGIN
    FOREACH audience IN ARRAY ARRAY['${AUDIENCES.map((audience) => `onemap_${audience}`).join("', '")}'] LOOP
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = audience) THEN
        BEGIN
          EXECUTE format('CREATE ROLE %I NOLOGIN', audience);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
          NULL; -- another database of the same server may be at it too
        END;
      END IF;
      IF NOT pg_has_role(CURRENT_USER, audience, 'MEMBER') THEN
        EXECUTE format('GRANT %I TO CURRENT_USER', audience);
      END IF;
    END LOOP;
  END $$`

/**
 * Migrates as the owner and sees to it that the login of requests may borrow every audience's role. A login that owns
 * nothing, alone, finds the schema as it should be or not at all.
 * @param owners connections of the owner, at `ownerUrl`
 * @returns whether `owners` own the schema
 * @throws SchemaError
 */
export async function prepareSchema(
  owners: GuardedPool,
  databaseUrl: string,
  ownerUrl: string,
): Promise<boolean> {
  return connected(owners, async (client) => {
    if (!(await mayMigrate(client))) {
      await requireCurrent(client)
      return false
    }
    try {
      await client.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`)
      await client.query(MAKE_ROLES)
      await drizzle(client).transaction((tx) => migrate(tx))
      if (ownerUrl !== databaseUrl) await prepareLogin(client, new URL(databaseUrl))
    } finally {
      await client.query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`).catch(() => undefined)
    }
    return true
  })
}

async function connected<T>(
  pool: GuardedPool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.take()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}

/** True in an empty database too. */
async function mayMigrate(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT FROM pg_class WHERE oid = to_regclass('public.enterprises') AND NOT pg_has_role(relowner, 'USAGE')`,
  )
  return rows.length === 0
}

async function requireCurrent(client: PoolClient): Promise<void> {
  const newest = knownMigrations().at(-1)?.at
  const { rows: known } = await client.query(
    `SELECT FROM pg_proc WHERE oid = to_regprocedure('schema_version()')`,
  )
  if (known.length === 0) throw new SchemaError('out-of-date')
  const { rows: current } = await client.query('SELECT FROM schema_version() AS at WHERE at = $1', [
    newest,
  ])
  if (current.length === 0) throw new SchemaError('out-of-date')
}

/**
 * Makes the login of a URL if the server does not know it, and lets it borrow the audiences' roles: it inherits nothing
 * of them and so sees no row until a transaction says for whom it is.
 */
async function prepareLogin(client: PoolClient, url: URL): Promise<void> {
  const [login, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)]
  const {
    rows: [texts],
  } = await client.query<{ create: string | null; grant: string }>(
    `
    SELECT CASE WHEN NOT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) THEN format('CREATE ROLE %I LOGIN NOINHERIT PASSWORD %L', $1::text, $2::text) END AS create,
      format('GRANT ${AUDIENCES.map((audience) => `onemap_${audience}`).join(', ')} TO %I', $1::text) AS grant`,
    [login, password],
  )
  if (texts?.create) await client.query(texts.create)
  if (texts) await client.query(texts.grant)
}
