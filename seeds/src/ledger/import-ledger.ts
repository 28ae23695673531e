import { basename } from 'node:path'
import { loadInBulk } from '@onemap/api/db/audit'
import type { Database, Tx } from '@onemap/api/db/database'
import type { Sealer } from '@onemap/api/db/sealed'
import { DATUM_CODES, type Datum } from '@onemap/api/domain/datum'
import type { Label } from '@onemap/api/domain/dictionary'
import type { LecProfile } from '@onemap/api/domain/lec-profiles'
import { todayInChina } from '@onemap/api/domain/overdue'
import { sql } from '@onemap/api/db/sql'
import { FileProblem } from '@onemap/api/ledger/file/file-problem'
import { COMMAND_LIMITS } from '@onemap/api/ledger/file/limits'
import { openTableFile } from '@onemap/api/ledger/file/open'
import { describeHidden, describeUnread } from '@onemap/api/ledger/read/describe'
import type { Headings } from '@onemap/api/ledger/read/headings'
import {
  emptyTally,
  ledgerRows,
  type HiddenRows,
  type LedgerRow,
  type ReadTally,
} from '@onemap/api/ledger/read/ledger-rows'
import { describePlaces } from '@onemap/api/ledger/read/row-place'
import { findTables, type LedgerTables } from '@onemap/api/ledger/read/tables'
import { removeSharedDemonstration } from '../district/prejudgements/remove-shared.ts'
import { countRows } from './count-rows.ts'
import type { ImportContext, Ledger, Tally } from './ledger.ts'
import { readDivisions } from './places/divisions.ts'
import { dropBadRows, readProblems, type Problem } from './problems.ts'
import { rejectsPath, writeRejects } from './rejects.ts'
import { createStaging, stageRows } from './staging.ts'

/** One import at a time: numbers within an enterprise are handed out in order. Any number no other lock uses. */
const IMPORT_LOCK = 370_405_037

/** From here on the database is told to look at its tables anew; the embedded one never does so by itself. */
const MANY_ROWS = 1000

interface ImportOptions {
  /** Seals mobiles before they reach the database. */
  readonly sealer: Sealer
  /** Datum of the file's coordinates, where its rows name none. */
  readonly datum?: Datum | undefined
  /** @default lec-classic */
  readonly lecProfileId?: LecProfile['id'] | undefined
  /** The only sheet to be read. @default every visible one that holds the ledger */
  readonly sheet?: string | undefined
  /** What becomes of hidden and filtered rows. Where there are any and nothing is said, nothing is imported. */
  readonly hiddenRows?: HiddenRows | undefined
  /** Find out what would happen, write nothing. */
  readonly dryRun?: boolean
  /** Write the good rows, and the bad ones into a rejects file beside the ledger. */
  readonly skipBad?: boolean
  /** Remove demonstration enterprises with everything they own, in the same transaction. */
  readonly removeDemo?: boolean
  /** How many problems the report carries. @default 100 */
  readonly problemLimit?: number
  /** Of the rejects file. @default zh */
  readonly language?: keyof Label
  readonly now?: Date
}

/** What an import did, or would do. */
export interface ImportReport {
  readonly title: Label
  readonly dryRun: boolean
  /** Rows of data. */
  readonly rows: number
  readonly badRows: number
  readonly problemTotal: number
  readonly problems: readonly Problem[]
  /** Whether rows came into the database (or would, in a dry run). */
  readonly accepted: boolean
  readonly tallies: readonly Tally[]
  readonly demoRemoved: number
  readonly ignoredHeadings: readonly string[]
  /** Everything that was not read as data: sheets, totals, signatures, repeated headings. */
  readonly unread: readonly Label[]
  readonly notices: readonly Label[]
  readonly rejectsFile: string | null
}

/** Carries the report out of a transaction that it undoes. */
class Undone extends Error {
  constructor(readonly report: ImportReport) {
    super('nothing is written')
  }
}

/**
 * Imports a ledger in one transaction: all rows or none, unless bad rows may be skipped. Rows stream through
 * staging tables, so the size of the file does not matter to memory. A dry run does all of it and undoes it.
 * @throws FileProblem when the file as a whole is not such a ledger
 */
export async function importLedger(
  database: Database,
  ledger: Ledger,
  path: string,
  options: ImportOptions,
): Promise<ImportReport> {
  const file = await openTableFile(path, COMMAND_LIMITS)
  try {
    const found = await findTables(file, ledger.columns, options.sheet)
    const headings = headingsOf(found)
    requireDatum(headings, options)
    const tally = emptyTally()
    const rows = ledgerRows(file, ledger.columns, found, tally, options.hiddenRows)
    return await database.asOwner(async (tx) => {
      const report = await run(
        { database, tx, ledger, path, found, headings, tally, options },
        rows,
      )
      if (report.dryRun || !report.accepted) throw new Undone(report)
      return report
    })
  } catch (error) {
    if (error instanceof Undone) return error.report
    throw error
  } finally {
    await file.close()
  }
}

function headingsOf({ tables }: LedgerTables): Headings {
  const [first] = tables
  if (first === undefined) throw new Error('a ledger has at least one table')
  return first.headings
}

function requireDatum({ positions }: Headings, { datum }: ImportOptions): void {
  const placed = positions.has('longitude') || positions.has('lonLat')
  if (datum !== undefined || !placed || positions.has('datum')) return
  throw new FileProblem({
    zh: `文件含坐标：请用 --datum 指明坐标系（${DATUM_CODES.join('、')}），或增加“坐标系”列`,
    en: `The file has coordinates: say their datum with --datum (${DATUM_CODES.join(', ')}), or add a column 坐标系`,
  })
}

interface Run {
  readonly database: Database
  readonly tx: Tx
  readonly ledger: Ledger
  readonly path: string
  readonly found: LedgerTables
  readonly headings: Headings
  readonly tally: ReadTally
  readonly options: ImportOptions
}

async function run(
  { database, tx, ledger, path, found, headings, tally, options }: Run,
  rows: AsyncIterable<LedgerRow>,
): Promise<ImportReport> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${IMPORT_LOCK})`)
  await loadInBulk(tx, `台账导入 ${basename(path)}`)
  const context: ImportContext = {
    fileName: basename(path),
    datum: options.datum ?? null,
    lecProfileId: options.lecProfileId ?? 'lec-classic',
    today: todayInChina(options.now ?? new Date()),
    divisions: await readDivisions(tx),
    sealer: options.sealer,
    present: new Set(headings.positions.keys()),
  }
  const demoRemoved = options.removeDemo ? await removeDemo(tx) : 0
  await createStaging(tx, ledger)
  await stageRows({ database, tx, ledger, context, headings }, rows)
  requireRows(tally, options)
  await ledger.check(tx, context)
  const { badRows, total, first } = await readProblems(tx, options.problemLimit ?? 100)
  const accepted = badRows === 0 || (options.skipBad === true && badRows < tally.rows)
  await dropBadRows(tx)
  const notices = await ledger.notices(tx, context)
  const tallies = accepted ? await ledger.write(tx, context) : []
  if (accepted && tally.rows >= MANY_ROWS) await analyze(tx, ledger)
  const rejectsFile = badRows > 0 && options.skipBad && !options.dryRun ? rejectsPath(path) : null
  if (rejectsFile !== null)
    await writeRejects(tx, rejectsFile, headings.texts, options.language ?? 'zh')
  return {
    title: ledger.title,
    dryRun: options.dryRun === true,
    rows: tally.rows,
    badRows,
    problemTotal: total,
    problems: first,
    accepted,
    tallies,
    demoRemoved: accepted ? demoRemoved : 0,
    ignoredHeadings: [...new Set(found.tables.flatMap(({ headings }) => headings.ignored))],
    unread: describeUnread(found, tally),
    notices: [...describeHidden(tally, options.hiddenRows !== 'skip'), ...notices],
    rejectsFile,
  }
}

/** Rows that a person cannot see are neither imported nor left out unless somebody says which. */
function requireRows({ rows, hidden, leftOut }: ReadTally, { hiddenRows }: ImportOptions): void {
  if (hidden.count > 0 && hiddenRows === undefined) {
    const where = describePlaces(hidden.places, hidden.count)
    throw new FileProblem({
      zh: `有 ${hidden.count} 行数据是隐藏或筛选掉的（${where.zh}）：一并导入请加 --hidden-rows read，不导入请加 --hidden-rows skip，或先取消筛选`,
      en: `${hidden.count} rows of data are hidden or filtered out (${where.en}): add --hidden-rows read to import them or --hidden-rows skip to leave them out, or clear the filter first`,
    })
  }
  if (rows > 0) return
  throw new FileProblem(
    leftOut.has('example')
      ? {
          zh: '除模板示例行外没有数据',
          en: 'There are no data besides the example row of the template',
        }
      : { zh: '表头下面没有数据', en: 'There are no data below the headings' },
  )
}

/** Geometries are left out: their statistics are slow to make, and no query here needs them. */
async function analyze(tx: Tx, { writes }: Ledger): Promise<void> {
  const tables = Object.entries(writes).map(
    ([table, columns]) => `${table} (${columns.join(', ')})`,
  )
  await tx.execute(sql.raw(`ANALYZE ${tables.join(', ')}`))
}

async function removeDemo(tx: Tx): Promise<number> {
  await removeSharedDemonstration(tx)
  return countRows(tx, sql`DELETE FROM enterprises WHERE is_demo RETURNING 1`)
}
