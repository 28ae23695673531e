import type { PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { untilReachable } from './await-server.ts'
import { copyIntoTable, copyText, transactionOn, txOf } from './client-transactions.ts'
import type { Database, OwnedDatabase, Tx } from './database.ts'
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
  async function take(pool: GuardedPool): Promise<PoolClient> {
    watch?.demandPresence()
    return pool.take()
  }

  async function reading<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
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
      const [, result] = await Promise.all([client.query(opening), work(txOf(client))])
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
      reading,
      scoped: (scope, work) => transactionOn(take(writers), openScope(scope), work),
      unhurried: (scope, work) =>
        transactionOn(take(writers), `${openScope(scope)}; ${UNHURRIED_LIMITS}`, work),
      async asOwner(work) {
        if (!owns) throw new SchemaError('need-owner')
        return transactionOn(take(owners), 'BEGIN', work)
      },
      copyOut,
      copyIn: copyIntoTable,
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

/** Opens PostGIS as its owner and leaves the schema as it is. @param ownerUrl whose database it is */
export async function openOwnedPostgis(ownerUrl: string): Promise<OwnedDatabase> {
  const pool = guardedPool({ connectionString: ownerUrl, max: 1, limited: false })
  await untilReachable(pool, 0, () => undefined)
  return {
    kind: 'postgis',
    asOwner: (work) => transactionOn(pool.take(), 'BEGIN', work),
    copyIn: copyIntoTable,
    copyText,
    close: () => pool.end(),
  }
}
