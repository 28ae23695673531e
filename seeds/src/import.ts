import { mkdir } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ConfigError, readConfig } from '@onemap/api/config'
import type { Database } from '@onemap/api/db/database'
import { describeFailure } from '@onemap/api/db/describe-failure'
import { openDatabase } from '@onemap/api/db/open'
import { openSealer } from '@onemap/api/db/personal-data-key'
import { sql } from '@onemap/api/db/sql'
import { FileProblem } from '@onemap/api/ledger/file/file-problem'
import { loadGeography } from '@onemap/geodata/load'
import { z } from 'zod'
import {
  commandIn,
  HELP,
  languageOf,
  readWords,
  type Command,
  type Language,
} from './ledger/command-line.ts'
import { countRows } from './ledger/count-rows.ts'
import { describeReport } from './ledger/describe-report.ts'
import { importLedger } from './ledger/import-ledger.ts'
import { LEDGER_NAMES, LEDGERS } from './ledger/ledgers.ts'
import { writeTemplate } from './ledger/template.ts'

const TEMPLATES = fileURLToPath(new URL('../templates/', import.meta.url))
const SEE_HELP = { zh: '用 --help 查看说明', en: 'See --help' } as const
const WRITTEN = { zh: '已生成', en: 'Written:' } as const

/** pnpm runs scripts in the package's folder; file names are meant from where the command was given. */
const fromCaller = (path: string) => resolve(process.env['INIT_CWD'] ?? process.cwd(), path)

async function writeTemplates(language: Language): Promise<void> {
  await mkdir(TEMPLATES, { recursive: true })
  for (const name of LEDGER_NAMES) {
    await writeTemplate(LEDGERS[name], `${TEMPLATES}${name}.xlsx`)
    console.log(`${WRITTEN[language]} ${relative(fromCaller('.'), `${TEMPLATES}${name}.xlsx`)}`)
  }
}

/** A database that has never been started gets the geography first, as rows are checked against it. */
async function ensureGeography(database: Database): Promise<void> {
  await database.asOwner(async (tx) => {
    if ((await countRows(tx, sql`SELECT FROM areas LIMIT 1`)) === 0) await loadGeography(tx)
  })
}

async function runImport(command: Command, language: Language): Promise<number> {
  const config = readConfig(process.env)
  const sealer = await openSealer(config)
  const database = await openDatabase(config)
  try {
    await ensureGeography(database)
    const report = await importLedger(database, LEDGERS[command.ledger], fromCaller(command.file), {
      sealer,
      language,
      datum: command.datum,
      sheet: command.sheet,
      hiddenRows: command['hidden-rows'],
      lecProfileId: command['lec-profile'],
      dryRun: command['dry-run'],
      skipBad: command['skip-bad'],
      removeDemo: command['remove-demo'],
    })
    console.log(describeReport(report, language))
    return report.badRows > 0 ? 1 : 0
  } finally {
    await database.close()
  }
}

async function main({ values, positionals }: ReturnType<typeof readWords>): Promise<number> {
  const language = languageOf(values.lang, process.env)
  const [ledger, file, ...more] = positionals
  if (values.help || ledger === undefined) {
    console.log(HELP[language])
    return values.help ? 0 : 2
  }
  if (ledger === 'templates') {
    await writeTemplates(language)
    return 0
  }
  if (more.length > 0) {
    throw new FileProblem({
      zh: `多余的参数：${more.join(' ')}（文件名含空格时请加引号）`,
      en: `More arguments than are understood: ${more.join(' ')} (put quotation marks around a name with spaces)`,
    })
  }
  return runImport(commandIn(language).parse({ ...values, ledger, file }), language)
}

/** What went wrong, for a person, and the exit code that goes with it. */
function explain(error: unknown, language: Language): { message: string; code: number } {
  if (error instanceof FileProblem) return { message: error.text[language], code: 2 }
  if (error instanceof z.ZodError) {
    const faults = error.issues.map(({ message }) => message)
    return { message: [...faults, SEE_HELP[language]].join('\n'), code: 2 }
  }
  if (
    error instanceof TypeError &&
    'code' in error &&
    String(error.code).startsWith('ERR_PARSE_ARGS')
  ) {
    return { message: `${error.message}\n${SEE_HELP[language]}`, code: 2 }
  }
  if (error instanceof ConfigError) return { message: error.message, code: 3 }
  return { message: describeFailure(error) ?? traced(error), code: 3 }
}

/** An unexpected error with its causes: the database says what it minds in the innermost one. */
function traced(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return [
    error.stack ?? error.message,
    ...(error.cause === undefined ? [] : [traced(error.cause)]),
  ].join('\n')
}

let language = languageOf(undefined, process.env)
try {
  const words = readWords(process.argv.slice(2))
  language = languageOf(words.values.lang, process.env)
  process.exitCode = await main(words)
} catch (error) {
  const { message, code } = explain(error, language)
  console.error(message)
  process.exitCode = code
}
