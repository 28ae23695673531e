import type { Tx } from '@onemap/api/db/database'
import type { Sealer } from '@onemap/api/db/sealed'
import type { Datum } from '@onemap/api/domain/datum'
import type { Label } from '@onemap/api/domain/dictionary'
import type { LecProfile } from '@onemap/api/domain/lec-profiles'
import type { Column } from '@onemap/api/ledger/column'
import type { Fault, RowCells } from '@onemap/api/ledger/parse-cells'
import type { Divisions } from './places/divisions.ts'

/** What the rows of one file are read against. */
export interface ImportContext {
  readonly fileName: string
  /** Datum of coordinates whose row names none. */
  readonly datum: Datum | null
  readonly lecProfileId: LecProfile['id']
  /** Day of the import in China, `YYYY-MM-DD`. */
  readonly today: string
  readonly divisions: Divisions
  /** Seals mobiles before they reach the database. */
  readonly sealer: Sealer
  /** Keys of the columns that the file has: what is absent keeps its value in the database. */
  readonly present: ReadonlySet<string>
}

/** A row as understood: what goes into the staging table, or why it cannot. */
export interface RowReading {
  readonly record: Readonly<Record<string, unknown>> | null
  readonly faults: readonly Fault[]
  /** Rows of one group stand or fall together. */
  readonly group: string | null
}

/** How many things of a kind were written; `removed` only where a ledger's list replaces the one on record. */
export interface Tally {
  readonly what: Label
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly removed?: number
}

/** A kind of ledger: its columns, how a row is understood, and how good rows come into the database. */
export interface Ledger {
  readonly title: Label
  readonly columns: readonly Column[]
  /** Columns of the staging table with their SQL types, besides `row_no`. */
  readonly staged: Readonly<Record<string, string>>
  /** Tables that it writes, with the columns they are looked up by. */
  readonly writes: Readonly<Record<string, readonly string[]>>
  /** Rows are read in order; a reader may remember the row before. */
  rowReader(context: ImportContext): (cells: RowCells) => RowReading
  /** Finds what only shows against the database or across rows, and puts it into `import_problems`. */
  check(tx: Tx, context: ImportContext): Promise<void>
  /** Writes the staged rows, all of them good by now, touching only what differs. */
  write(tx: Tx, context: ImportContext): Promise<Tally[]>
  /** What the person should know although nothing is wrong. */
  notices(tx: Tx, context: ImportContext): Promise<Label[]>
}
