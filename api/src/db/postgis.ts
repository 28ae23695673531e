import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool, type PoolClient, type PoolConfig } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { copyChunks } from './copy-text.ts'
import type { Database, Tx } from './database.ts'
import { keepListening } from './keep-listening.ts'
import { prepareSchema, SchemaError } from './prepare-schema.ts'
import { openScope, type Scope } from './scope.ts'

/**
 * Opens PostGIS by URL and brings its schema up to date.
 * @param databaseUrl the login of requests: the schema's owner, or better a login that owns nothing
 * @param ownerUrl the owner, if that is another; without one such a login neither migrates nor imports
 * @throws SchemaError if the schema is not up to date and may not be changed
 */
export async function openPostgis(databaseUrl: string, ownerUrl?: string): Promise<Database> {
  const pool = poolOf(databaseUrl, 10)
  const readers = poolOf(databaseUrl, 10, { pipeline: true })
  const owners = ownerUrl === undefined ? pool : poolOf(ownerUrl, 2)
  const listeners = new Set<() => Promise<void>>()
  const close = () =>
    Promise.all([
      ...[...listeners].map((stop) => stop()),
      ...[...new Set([pool, readers, owners])].map((one) => one.end()),
    ]).then(() => undefined)
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

  async function transaction<T>(
    from: Pool,
    opening: string,
    work: (client: PoolClient) => Promise<T>,
  ): Promise<T> {
    const client = await from.connect()
    try {
      await client.query(opening)
      const result = await work(client)
      await client.query('COMMIT')
      client.release()
      return result
    } catch (error) {
      const broken = await client.query('ROLLBACK').then(
        () => false,
        () => true,
      )
      client.release(broken)
      throw error
    }
  }

  async function reading<T>(scope: Scope, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const opening = openScope(scope, 'BEGIN READ ONLY')
    const client = await readers.connect()
    const end = (statement: 'COMMIT' | 'ROLLBACK'): void => {
      client.query(statement).then(
        () => client.release(),
        () => client.release(true),
      )
    }
    try {
      // Sent together: a role that cannot be borrowed aborts the transaction, and what follows fails in it. Text that
      // would not even parse cannot come here, openScope proves every value; its answer would be thrown away all the same.
      const [, result] = await Promise.all([client.query(opening), work(client)])
      end('COMMIT')
      return result
    } catch (error) {
      end('ROLLBACK')
      throw error
    }
  }

  const owns = await prepareSchema(pool, owners, databaseUrl).catch(async (error: unknown) => {
    await close()
    throw error
  })

  return {
    kind: 'postgis',
    reading: (scope, work) => reading(scope, (client) => work(handleOf(client))),
    scoped: (scope, work) =>
      transaction(pool, openScope(scope), (client) => work(handleOf(client))),
    async asOwner(work) {
      if (!owns) throw new SchemaError('need-owner')
      return transaction(owners, 'BEGIN', (client) => work(handleOf(client)))
    },
    async *copyOut(scope: Scope, query: string) {
      const client = await pool.connect()
      let finished = false
      try {
        await client.query(openScope(scope))
        for await (const chunk of client.query(
          copyTo(`COPY (${query}) TO STDOUT (FORMAT binary)`),
        )) {
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
    async listen(channel, heard) {
      const stop = keepListening(databaseUrl, channel, heard)
      listeners.add(stop)
      return async () => {
        listeners.delete(stop)
        await stop()
      }
    },
    close,
  }
}

function poolOf(
  connectionString: string,
  max: number,
  options: Pick<PoolConfig, 'pipeline'> = {},
): Pool {
  const pool = new Pool({ connectionString, max, application_name: 'onemap', ...options })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => console.error(`database connection lost: ${error.message}`))
  return pool
}
