import type { Database, Tx } from '@onemap/api/db/database'
import { copyLine } from '@onemap/api/db/copy-text'
import { sql } from '@onemap/api/db/sql'
import { EXAMPLE_CREDIT_CODE } from '@onemap/api/ledger/example'
import type { SheetRow } from '@onemap/api/ledger/file/sheet-row'
import type { Headings } from '@onemap/api/ledger/headings'
import type { RowCells } from '@onemap/api/ledger/parse-cells'
import type { ImportContext, Ledger } from './ledger.ts'
import { addProblems, type Problem } from './problems.ts'
import { tidy } from '@onemap/api/ledger/tidy'

/** Rows held in memory at a time. */
const CHUNK = 1000

/** Makes the transaction's own tables: `staged` good rows, `import_rows` all rows as written, `import_problems`. */
export async function createStaging(tx: Tx, ledger: Ledger): Promise<void> {
  const columns = Object.entries(ledger.staged)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ')
  await tx.execute(
    sql.raw(`CREATE TEMP TABLE staged (row_no integer PRIMARY KEY, ${columns}) ON COMMIT DROP`),
  )
  await tx.execute(
    sql`CREATE TEMP TABLE import_rows (row_no integer PRIMARY KEY, group_key text, cells jsonb NOT NULL) ON COMMIT DROP`,
  )
  await tx.execute(sql`
    CREATE TEMP TABLE import_problems (
      id bigint GENERATED ALWAYS AS IDENTITY, row_no integer NOT NULL, heading text NOT NULL, message text NOT NULL
    ) ON COMMIT DROP`)
}

interface Staging {
  readonly database: Database
  readonly tx: Tx
  readonly ledger: Ledger
  readonly context: ImportContext
  readonly headings: Headings
}

/** Streams a file's rows into the staging tables, chunk by chunk. Example rows of the template are left out. */
export async function stageRows(
  staging: Staging,
  rows: AsyncIterable<SheetRow>,
): Promise<{ rows: number; examples: number }> {
  const { database, tx, ledger, context, headings } = staging
  const read = ledger.rowReader(context)
  const names = Object.keys(ledger.staged)
  const headingOf = new Map(
    ledger.columns.map(({ key, heading }) => [
      key,
      headings.texts[headings.positions.get(key) ?? -1] ?? heading,
    ]),
  )
  let chunk = emptyChunk()
  let count = 0
  let examples = 0

  async function flush(): Promise<void> {
    await database.copyIn(tx, 'import_rows', ['row_no', 'group_key', 'cells'], chunk.rows)
    if (chunk.records.length > 0)
      await database.copyIn(tx, 'staged', ['row_no', ...names], chunk.records)
    await addProblems(tx, chunk.problems)
    chunk = emptyChunk()
  }

  for await (const { number, cells } of rows) {
    const byKey = cellsByKey(ledger, headings, cells)
    if (tidy(byKey['creditCode'] ?? '') === EXAMPLE_CREDIT_CODE) {
      examples += 1
      continue
    }
    const { record, faults, group } = read(byKey)
    count += 1
    chunk.rows.push(copyLine([number, group, JSON.stringify(cells)]))
    if (record !== null && faults.length === 0)
      chunk.records.push(copyLine([number, ...names.map((name) => record[name])]))
    for (const { key, fault } of faults) {
      chunk.problems.push({
        row: number,
        heading: tidy((headingOf.get(key) ?? key).replace(/\s+/g, '')),
        message: fault,
      })
    }
    if (chunk.rows.length >= CHUNK) await flush()
  }
  if (chunk.rows.length > 0) await flush()
  await tx.execute(sql`ANALYZE staged`)
  await tx.execute(sql`ANALYZE import_rows`)
  return { rows: count, examples }
}

const emptyChunk = () => ({
  rows: [] as string[],
  records: [] as string[],
  problems: [] as Problem[],
})

function cellsByKey(ledger: Ledger, { positions }: Headings, cells: readonly string[]): RowCells {
  return Object.fromEntries(
    ledger.columns.map(({ key }) => [key, cells[positions.get(key) ?? -1] ?? '']),
  )
}
