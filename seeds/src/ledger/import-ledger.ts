import { basename } from 'node:path'
import { loadInBulk } from '@onemap/api/db/audit'
import type { Database, Tx } from '@onemap/api/db/database'
import type { Sealer } from '@onemap/api/db/sealed'
import { DATUM_CODES, type Datum } from '@onemap/api/domain/datum'
import type { LecProfile } from '@onemap/api/domain/lec-profiles'
import { todayInChina } from '@onemap/api/domain/overdue'
import { sql } from '@onemap/api/db/sql'
import { removeSharedDemonstration } from '../district/prejudgements/remove-shared.ts'
import { countRows } from './count-rows.ts'
import { FileProblem } from '@onemap/api/ledger/file/file-problem'
import { openLedgerFile } from './file/open.ts'
import { findHeadings, type Headings } from '@onemap/api/ledger/headings'
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
  readonly sheet?: string | undefined
  /** Find out what would happen, write nothing. */
  readonly dryRun?: boolean
  /** Write the good rows, and the bad ones into a rejects file beside the ledger. */
  readonly skipBad?: boolean
  /** Remove demonstration enterprises with everything they own, in the same transaction. */
  readonly removeDemo?: boolean
  /** How many problems the report carries. @default 100 */
  readonly problemLimit?: number
  readonly now?: Date
}

/** What an import did, or would do. */
export interface ImportReport {
  readonly title: string
  readonly dryRun: boolean
  /** Data rows, example rows not counted. */
  readonly rows: number
  readonly examples: number
  readonly badRows: number
  readonly problemTotal: number
  readonly problems: readonly Problem[]
  /** Whether rows came into the database (or would, in a dry run). */
  readonly accepted: boolean
  readonly tallies: readonly Tally[]
  readonly demoRemoved: number
  readonly ignoredHeadings: readonly string[]
  readonly notices: readonly string[]
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
 * staging tables, so the size of the file does not matter to memory.
 * @throws FileProblem when the file as a whole is not such a ledger
 */
export async function importLedger(
  database: Database,
  ledger: Ledger,
  path: string,
  options: ImportOptions,
): Promise<ImportReport> {
  const rows = await openLedgerFile(path, options.sheet)
  try {
    const headings = await findHeadings(ledger.columns, rows)
    requireDatum(headings, options)
    return await database.asOwner(async (tx) => {
      const report = await run({ database, tx, ledger, path, headings, options }, rows)
      if (report.dryRun || !report.accepted) throw new Undone(report)
      return report
    })
  } catch (error) {
    if (error instanceof Undone) return error.report
    throw error
  } finally {
    await rows.return(undefined)
  }
}

function requireDatum({ positions }: Headings, { datum }: ImportOptions): void {
  if (datum === undefined && positions.has('longitude') && !positions.has('datum')) {
    throw new FileProblem(
      `文件含坐标：请用 --datum 指明坐标系（${DATUM_CODES.join('、')}），或增加“坐标系”列`,
    )
  }
}

interface Run {
  readonly database: Database
  readonly tx: Tx
  readonly ledger: Ledger
  readonly path: string
  readonly headings: Headings
  readonly options: ImportOptions
}

async function run(
  { database, tx, ledger, path, headings, options }: Run,
  rows: Parameters<typeof stageRows>[1],
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
  const counted = await stageRows({ database, tx, ledger, context, headings }, rows)
  if (counted.rows === 0)
    throw new FileProblem(counted.examples > 0 ? '除模板示例行外没有数据' : '表头下面没有数据')
  await ledger.check(tx, context)
  const { badRows, total, first } = await readProblems(tx, options.problemLimit ?? 100)
  const accepted = badRows === 0 || (options.skipBad === true && badRows < counted.rows)
  await dropBadRows(tx)
  const notices = await ledger.notices(tx)
  const tallies = accepted ? await ledger.write(tx, context) : []
  if (accepted && counted.rows >= MANY_ROWS) await analyze(tx, ledger)
  const rejectsFile = badRows > 0 && options.skipBad && !options.dryRun ? rejectsPath(path) : null
  if (rejectsFile !== null) await writeRejects(tx, rejectsFile, headings.texts)
  return {
    title: ledger.title,
    dryRun: options.dryRun === true,
    ...counted,
    badRows,
    problemTotal: total,
    problems: first,
    accepted,
    tallies,
    demoRemoved: accepted ? demoRemoved : 0,
    ignoredHeadings: headings.ignored,
    notices,
    rejectsFile,
  }
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
