import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool, type PoolClient } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { copyChunks } from './copy-text.ts'
import type { Database, Tx } from './database.ts'
import { MIGRATIONS } from './migrations.ts'
import { openScope, type Scope } from './scope.ts'

/** Any number no other program of the same server uses: several processes may start at once, one migrates. */
const MIGRATION_LOCK = 370_405_036

/** Opens PostGIS by URL and brings its schema up to date. */
export async function openPostgis(databaseUrl: string): Promise<Database> {
  const pool = new Pool({ connectionString: databaseUrl, max: 10, application_name: 'onemap' })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => console.error(`database connection lost: ${error.message}`))
  const handles = new WeakMap<PoolClient, Tx>()
  const clients = new WeakMap<Tx, PoolClient>()

  function handleOf(client: PoolClient): Tx {
    const known = handles.get(client)
    if (known) return known
    const tx: Tx = drizzle(client)
    handles.set(client, tx)
    clients.set(tx, client)
    return tx
  }

  async function transaction<T>(opening: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    try {
      await client.query(opening)
      const result = await work(client)
      await client.query('COMMIT')
      client.release()
      return result
    } catch (error) {
      const broken = await client.query('ROLLBACK').then(() => false, () => true)
      client.release(broken)
      throw error
    }
  }

  const client = await pool.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`)
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS })
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`).catch(() => undefined)
    client.release()
  }

  return {
    kind: 'postgis',
    scoped: (scope, work) => transaction(openScope(scope), (client) => work(handleOf(client))),
    asOwner: (work) => transaction('BEGIN', (client) => work(handleOf(client))),
    async *copyOut(scope: Scope, query: string) {
      const client = await pool.connect()
      let finished = false
      try {
        await client.query(openScope(scope))
        for await (const chunk of client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT binary)`))) {
          if (chunk instanceof Uint8Array) yield chunk
        }
        await client.query('COMMIT')
        finished = true
      } finally {
        // A reader that left in the middle leaves COPY running: such a connection is not reused.
        client.release(!finished)
      }
    },
    async copyIn(tx, table, columns, lines) {
      const client = clients.get(tx)
      if (!client) throw new Error('copyIn belongs inside asOwner')
      const target = client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`))
      await pipeline(Readable.from(copyChunks(lines)), target)
    },
    close: () => pool.end(),
  }
}
