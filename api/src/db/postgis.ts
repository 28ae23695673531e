import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { PoolClient } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { untilReachable } from './await-server.ts'
import { copyChunks } from './copy-text.ts'
import type { Database, Tx } from './database.ts'
import { guardedPool, type GuardedPool } from './guarded-pool.ts'
import { prepareSchema } from './prepare-schema.ts'
import { proveReading } from './prove-reading.ts'
import { SchemaError } from './schema-error.ts'
import { openScope, type Scope } from './scope.ts'
import { unavailableOr } from './unavailable.ts'
import { watchDatabase, type Watch } from './watch.ts'

/** How long the server may work on one snapshot of a map layer. */
const COPY_LIMIT = "SET LOCAL statement_timeout = '2min'"
/** What work by the clock may take, which nobody waits for. */
const UNHURRIED_LIMITS =
  "SET LOCAL statement_timeout = '15min'; SET LOCAL idle_in_transaction_session_timeout = '5min'"

interface Start {
  /** How long to wait for a server that is not up yet. */
  readonly patienceMs?: number | undefined
  readonly say?: (message: string) => void
}

/**
 * Opens PostGIS by URL and brings its schema up to date.
 * @param databaseUrl the login of requests: the schema's owner, or better a login that owns nothing
 * @param ownerUrl the owner, if that is another; without one such a login neither migrates nor imports
 * @throws SchemaError if the schema is not up to date and may not be changed
 */
export async function openPostgis(
  databaseUrl: string,
  ownerUrl = databaseUrl,
  { patienceMs = 0, say = console.error }: Start = {},
): Promise<Database> {
  const limited = (pipeline: boolean) =>
    guardedPool({ connectionString: databaseUrl, max: 10, limited: true, pipeline })
  const writers = limited(false)
  const readers = limited(true)
  const owners = guardedPool({ connectionString: ownerUrl, max: 2, limited: false })
  const pools = [writers, readers, owners]
  let watch: Watch | undefined
  const close = async () => {
    await watch?.stop()
    await Promise.all(pools.map((pool) => pool.end()))
  }
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

  function take(pool: GuardedPool): Promise<PoolClient> {
    watch?.demandPresence()
    return pool.take()
  }

  async function transaction<T>(
    pool: GuardedPool,
    opening: string,
    work: (client: PoolClient) => Promise<T>,
  ): Promise<T> {
    const client = await take(pool)
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
      throw unavailableOr(error, broken)
    }
  }

  async function reading<T>(scope: Scope, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const opening = openScope(scope, 'BEGIN READ ONLY')
    const client = await take(readers)
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
      throw unavailableOr(error, readers.isBroken(client))
    }
  }

  async function* copyOut(scope: Scope, query: string): AsyncGenerator<Uint8Array> {
    const client = await take(writers)
    let finished = false
    try {
      await client.query(`${openScope(scope)}; ${COPY_LIMIT}`)
      for await (const chunk of client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT binary)`))) {
        if (chunk instanceof Uint8Array) yield chunk
      }
      await client.query('COMMIT')
      finished = true
    } catch (error) {
      throw unavailableOr(error, writers.isBroken(client))
    } finally {
      // A reader that left in the middle leaves COPY running: such a connection is not reused.
      client.release(!finished)
    }
  }

  try {
    await untilReachable(owners, patienceMs, say)
    const owns = await prepareSchema(owners, databaseUrl, ownerUrl)
    watch = watchDatabase({
      connectionString: databaseUrl,
      fellSilent: (reason) => {
        for (const pool of pools) pool.cut(reason)
      },
      say,
    })
    const database: Database = {
      kind: 'postgis',
      reading: (scope, work) => reading(scope, (client) => work(handleOf(client))),
      scoped: (scope, work) =>
        transaction(writers, openScope(scope), (client) => work(handleOf(client))),
      unhurried: (scope, work) =>
        transaction(writers, `${openScope(scope)}; ${UNHURRIED_LIMITS}`, (client) =>
          work(handleOf(client)),
        ),
      async asOwner(work) {
        if (!owns) throw new SchemaError('need-owner')
        return transaction(owners, 'BEGIN', (client) => work(handleOf(client)))
      },
      copyOut,
      async copyIn(tx, table, columns, lines) {
        const client = clients.get(tx)
        if (!client) throw new Error('copyIn belongs inside asOwner')
        const target = client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`))
        await pipeline(Readable.from(copyChunks(lines)), target)
      },
      listen: (channel, heard) => {
        const stop = watch?.listen(channel, heard)
        return Promise.resolve(() => Promise.resolve(stop?.()))
      },
      close,
    }
    await proveReading(database)
    return database
  } catch (error) {
    await close()
    throw error
  }
}
