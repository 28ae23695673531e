import type { Database, Tx } from '@onemap/api/db/database'
import { copyLine } from '@onemap/api/db/copy-text'
import { sql } from '@onemap/api/db/sql'
import type { LedgerRow } from '@onemap/api/ledger/read/ledger-rows'
import { shortPlace } from '@onemap/api/ledger/read/row-place'
import type { Headings } from '@onemap/api/ledger/read/headings'
import { tidy } from '@onemap/api/ledger/tidy'
import type { ImportContext, Ledger } from './ledger.ts'
import { addProblems, type StagedProblem } from './problems.ts'

/** Rows held in memory at a time. */
const CHUNK = 1000

/**
 * Makes the transaction's own tables: `staged` good rows, `import_rows` all rows as written, with where they stand,
 * `import_problems`.
 */
export async function createStaging(tx: Tx, ledger: Ledger): Promise<void> {
  const columns = Object.entries(ledger.staged)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ')
  await tx.execute(
    sql.raw(`CREATE TEMP TABLE staged (row_no integer PRIMARY KEY, ${columns}) ON COMMIT DROP`),
  )
  await tx.execute(sql`
    CREATE TEMP TABLE import_rows (
      row_no integer PRIMARY KEY, sheet text, sheet_row integer NOT NULL, label text NOT NULL,
      group_key text, cells jsonb NOT NULL
    ) ON COMMIT DROP`)
  await tx.execute(sql`
    CREATE TEMP TABLE import_problems (
      id bigint GENERATED ALWAYS AS IDENTITY, row_no integer NOT NULL, heading text NOT NULL,
      zh text NOT NULL, en text NOT NULL
    ) ON COMMIT DROP`)
}

interface Staging {
  readonly database: Database
  readonly tx: Tx
  readonly ledger: Ledger
  readonly context: ImportContext
  readonly headings: Headings
}

const ROW_COLUMNS = ['row_no', 'sheet', 'sheet_row', 'label', 'group_key', 'cells']

/** Streams rows into the staging tables, chunk by chunk. */
export async function stageRows(staging: Staging, rows: AsyncIterable<LedgerRow>): Promise<void> {
  const { database, tx, ledger, context, headings } = staging
  const read = ledger.rowReader(context)
  const names = Object.keys(ledger.staged)
  const headingOf = headingNames(ledger, headings)
  let chunk = emptyChunk()

  async function flush(): Promise<void> {
    await database.copyIn(tx, 'import_rows', ROW_COLUMNS, chunk.rows)
    if (chunk.records.length > 0)
      await database.copyIn(tx, 'staged', ['row_no', ...names], chunk.records)
    await addProblems(tx, chunk.problems)
    chunk = emptyChunk()
  }

  for await (const { ordinal, place, cells, byKey, troubles } of rows) {
    const { record, faults, group } = read(byKey)
    // Whatever else is said of a cell without a value follows from that.
    const troubled = new Set(troubles.map(({ key }) => key))
    const all = [...troubles, ...faults.filter(({ key }) => !troubled.has(key))]
    chunk.rows.push(
      copyLine([
        ordinal,
        place.sheet,
        place.row,
        shortPlace(place),
        keepable(group),
        cellsOf(cells),
      ]),
    )
    if (record !== null && all.length === 0)
      chunk.records.push(copyLine([ordinal, ...names.map((name) => record[name])]))
    for (const { key, fault } of all)
      chunk.problems.push({ ordinal, heading: headingOf.get(key) ?? key, message: fault })
    if (chunk.rows.length >= CHUNK) await flush()
  }
  if (chunk.rows.length > 0) await flush()
  await tx.execute(sql`ANALYZE staged`)
  await tx.execute(sql`ANALYZE import_rows`)
}

const emptyChunk = () => ({
  rows: [] as string[],
  records: [] as string[],
  problems: [] as StagedProblem[],
})

/** Headings as the file has them, by the column's key. */
function headingNames({ columns }: Ledger, { texts, positions }: Headings): Map<string, string> {
  return new Map(
    columns.map(({ key, heading }) => [
      key,
      tidy((texts[positions.get(key) ?? -1] ?? heading).replace(/\s+/g, '')),
    ]),
  )
}

/** Bad rows are kept too, for the rejects, and may hold what no database takes. */
const keepable = (text: string | null) =>
  text?.replaceAll('\u0000', '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd') ?? null
const cellsOf = (cells: readonly string[]) => JSON.stringify(cells.map(keepable))
