import { Socket } from 'node:net'
import { Pool, type PoolClient, type PoolConfig } from 'pg'
import { DatabaseUnavailableError, unavailableOr } from './unavailable.ts'

/** How long a request waits for a free connection, or for a new one to be made. */
const CONNECT_MS = 5_000
/** The server ends a statement of a request after this long. */
const STATEMENT_MS = 20_000
/** The server ends a transaction of a request in which nothing is asked for this long. */
const IDLE_IN_TRANSACTION_MS = 30_000

/** When the pool is closed, what is still under way is given this long. */
const END_MS = 5_000

/** A pool whose connections may break at any moment without taking the process with them. */
export interface GuardedPool {
  /** @throws DatabaseUnavailableError when there is none in time */
  take(): Promise<PoolClient>
  /** Whether a connection that was taken is dead. */
  isBroken(client: PoolClient): boolean
  /** Cuts every connection: what waits for an answer on one fails at once. */
  cut(reason: Error): void
  end(): Promise<void>
}

interface PoolOptions extends Pick<PoolConfig, 'pipeline'> {
  readonly connectionString: string
  readonly max: number
  /** Whether statements have the time limits of requests. Migrations, seeds and imports have none. */
  readonly limited: boolean
}

/** Makes a pool. Nothing is connected before it is needed. */
export function guardedPool({ limited, ...options }: PoolOptions): GuardedPool {
  const sockets = new Set<Socket>()
  const broken = new WeakSet<PoolClient>()
  const pool = new Pool({
    ...options,
    ...(limited
      ? {
          statement_timeout: STATEMENT_MS,
          idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
        }
      : {}),
    application_name: 'onemap',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    stream: () => {
      const socket = new Socket()
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
      return socket
    },
  })
  // The pool replaces idle connections that break, and it has no listener on those in use: an error without
  // a listener would end the process. That the database is away is told by whoever watches it.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => broken.add(client))
    client.on('end', () => broken.add(client))
  })
  function cut(reason: Error): void {
    for (const socket of sockets) socket.destroy(reason)
  }
  return {
    async take() {
      try {
        return await pool.connect()
      } catch (error) {
        if (pool.ending) throw error
        const told = unavailableOr(error, false)
        throw told instanceof DatabaseUnavailableError
          ? told
          : new DatabaseUnavailableError('database-unavailable', error)
      }
    },
    isBroken: (client) => broken.has(client),
    cut,
    async end() {
      const cutting = setTimeout(cut, END_MS, new Error('the database was closed'))
      await pool.end()
      clearTimeout(cutting)
    },
  }
}
