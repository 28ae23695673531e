import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { PoolClient } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { copyChunks } from './copy-text.ts'
import type { Tx } from './database.ts'
import { unavailableOr } from './unavailable.ts'

const handles = new WeakMap<PoolClient, Tx>()
const clients = new WeakMap<Tx, PoolClient>()

/** The transaction that is open on a connection. */
export function txOf(client: PoolClient): Tx {
  const known = handles.get(client)
  if (known) return known
  const tx: Tx = drizzle(client)
  handles.set(client, tx)
  clients.set(tx, client)
  return tx
}

function clientOf(tx: Tx): PoolClient {
  const client = clients.get(tx)
  if (!client) throw new Error('COPY belongs inside a transaction of the owner')
  return client
}

/** Runs work in one transaction on a connection of its own, which goes back to its pool. */
export async function transactionOn<T>(
  taken: Promise<PoolClient>,
  opening: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const client = await taken
  try {
    await client.query(opening)
    const result = await work(txOf(client))
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

/** `COPY table (columns) FROM STDIN` within an open transaction. */
export async function copyIntoTable(
  tx: Tx,
  table: string,
  columns: readonly string[],
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const target = clientOf(tx).query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`))
  await pipeline(Readable.from(copyChunks(lines)), target)
}

/** `COPY (query) TO STDOUT` in text format within an open transaction. */
export async function* copyText(tx: Tx, query: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of clientOf(tx).query(copyTo(`COPY (${query}) TO STDOUT`))) {
    if (chunk instanceof Uint8Array) yield chunk
  }
}
