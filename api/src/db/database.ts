import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Scope } from './scope.ts'

/** One open transaction; both databases give the same interface. */
export type Tx = PgDatabase<PgQueryResultHKT, Record<string, unknown>>

/** The one way in. Nobody outside `db/` holds a connection. */
export interface Database {
  readonly kind: 'embedded' | 'postgis'
  /**
   * Runs work in one read-only transaction that sees what the scope's audience may. Cheaper than `scoped`:
   * its opening travels with the first query, and nobody waits for its end.
   */
  reading<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs work in one transaction that sees and writes what the scope's audience may. */
  scoped<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Like `scoped`, without the time limits of requests: for what is done by the clock and nobody waits for. */
  unhurried<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs work in one transaction as the schema's owner: for migrations, seeds and imports only. */
  asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * `COPY (query) TO STDOUT (FORMAT binary)` within a scope: PostgreSQL's own binary rows, in chunks cut anywhere.
   * @param query SQL without parameters; whoever builds it has validated every value
   */
  copyOut(scope: Scope, query: string): AsyncIterable<Uint8Array>
  /**
   * `COPY table (columns) FROM STDIN` in text format inside an owner's transaction.
   * @param lines one row each: tab-separated, `\N` for null, without the newline
   */
  copyIn(
    tx: Tx,
    table: string,
    columns: readonly string[],
    lines: Iterable<string> | AsyncIterable<string>,
  ): Promise<void>
  /**
   * Hears the notices of a channel (`NOTIFY`).
   * @param heard called for each, and once whenever some may have been missed
   * @returns how to stop
   */
  listen(channel: string, heard: () => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

/** A database as its owner has it, with whatever schema it has: for backup and restore. */
export interface OwnedDatabase extends Pick<Database, 'kind' | 'asOwner' | 'copyIn' | 'close'> {
  /** `COPY (query) TO STDOUT` in text format inside an owner's transaction, in chunks cut anywhere. */
  copyText(tx: Tx, query: string): AsyncIterable<Uint8Array>
}
