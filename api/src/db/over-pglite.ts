import type { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { copyChunks } from './copy-text.ts'
import type { Database, OwnedDatabase, Tx } from './database.ts'
import { openScope, type Scope } from './scope.ts'

/** The one way into a PGlite. @param closed called once it is closed */
export function overPglite(
  pglite: PGlite,
  closed: () => Promise<void>,
): Database & OwnedDatabase & { dump(): Promise<Blob> } {
  const tx: Tx = drizzle(pglite)
  // One connection: transactions queue, each begins when the one before has ended, well or badly.
  let last: Promise<unknown> = Promise.resolve()
  let closing = false
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(() => withinItsStack(pglite, work))
    last = turn.catch(() => undefined)
    return turn
  }
  function transaction<T>(opening: string, work: () => Promise<T>): Promise<T> {
    return inTurn(async () => {
      await pglite.exec(opening)
      try {
        const result = await work()
        await pglite.exec('COMMIT')
        return result
      } catch (error) {
        await pglite.exec('ROLLBACK')
        throw error
      }
    })
  }

  return {
    kind: 'embedded',
    reading: (scope, work) => transaction(openScope(scope, 'BEGIN READ ONLY'), () => work(tx)),
    scoped: (scope, work) => transaction(openScope(scope), () => work(tx)),
    unhurried: (scope, work) => transaction(openScope(scope), () => work(tx)),
    asOwner: (work) => transaction('BEGIN', () => work(tx)),
    async *copyOut(scope: Scope, query: string) {
      const result = await transaction(openScope(scope), () =>
        pglite.query(`COPY (${query}) TO '/dev/blob' (FORMAT binary)`),
      )
      if (result.blob) yield new Uint8Array(await result.blob.arrayBuffer())
    },
    async *copyText(_tx, query) {
      const result = await pglite.query(`COPY (${query}) TO '/dev/blob'`)
      if (result.blob) yield new Uint8Array(await result.blob.arrayBuffer())
    },
    async copyIn(_tx, table, columns, lines) {
      for await (const chunk of copyChunks(lines, 1 << 23)) {
        await pglite.query(`COPY ${table} (${columns.join(', ')}) FROM '/dev/blob'`, [], {
          blob: new Blob([chunk]),
        })
      }
    },
    async listen(channel, heard) {
      const stop = await inTurn(() => pglite.listen(channel, heard))
      return () => (closing ? Promise.resolve() : inTurn(() => stop()))
    },
    async close() {
      closing = true
      await last
      await pglite.close()
      await closed()
    },
    dump: () => pglite.dumpDataDir('none'),
  }
}

/**
 * Every statement that PGlite refuses leaves about a kilobyte on the stack of its WebAssembly; after some 1,900 of them
 * it would refuse everything as too deep. Between turns nothing runs, so whatever a turn left there is taken away.
 */
async function withinItsStack<T>(pglite: PGlite, work: () => Promise<T>): Promise<T> {
  const pointer: unknown = Reflect.get(pglite.Module, '___stack_pointer')
  if (typeof pointer !== 'object' || pointer === null || !('value' in pointer)) return work()
  const before = pointer.value
  try {
    return await work()
  } finally {
    pointer.value = before
  }
}
