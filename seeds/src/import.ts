import { mkdir } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '@onemap/api/config'
import type { Database } from '@onemap/api/db/database'
import { describeFailure } from '@onemap/api/db/describe-failure'
import { openDatabase } from '@onemap/api/db/open'
import { openSealer } from '@onemap/api/db/personal-data-key'
import { DATUM_CODES } from '@onemap/api/domain/datum'
import { loadGeography } from '@onemap/geodata/load'
import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import { countRows } from './ledger/count-rows.ts'
import { describeReport } from './ledger/describe-report.ts'
import { FileProblem } from '@onemap/api/ledger/file/file-problem'
import { importLedger } from './ledger/import-ledger.ts'
import { LEDGER_NAMES, LEDGERS } from './ledger/ledgers.ts'
import { writeTemplate } from './ledger/template.ts'

const TEMPLATES = fileURLToPath(new URL('../templates/', import.meta.url))

const HELP = `台账导入

用法
  pnpm run import <台账> <文件.xlsx|.csv> --datum <坐标系> [选项]
  pnpm run import templates
      重新生成 seeds/templates/ 下的模板

台账（按此次序导入）
  enterprises   企业台账，按统一社会信用代码更新
  risk-points   风险分级管控清单，按信用代码 + 风险点编码更新
  hazards       隐患台账，按信用代码 + 隐患编号更新

选项
  --datum <坐标系>        文件含坐标时必填：${DATUM_CODES.join(' | ')}；行内“坐标系”列优先
  --dry-run               试运行：检查并报告将新增、更新的数量，不写入
  --skip-bad              导入合格的行，不合格的行写入 <文件名>.rejects.csv
  --sheet <名称>          工作表，默认第一张
  --lec-profile <准则>    lec-classic（默认，C 含 3）| lec-detailed（C 含 2）
  --remove-demo           同时删除全部演示企业及其风险点、隐患
  --help                  显示本说明

退出码：0 成功，1 有不合格的行，2 命令或文件有问题，3 环境或数据库有问题`

const Command = z.object({
  ledger: z.enum(LEDGER_NAMES, `第一个参数应为：${LEDGER_NAMES.join('、')}、templates`),
  file: z.string('缺少文件名'),
  datum: z.enum(DATUM_CODES, `--datum 应为：${DATUM_CODES.join('、')}`).optional(),
  'dry-run': z.boolean().default(false),
  'skip-bad': z.boolean().default(false),
  'remove-demo': z.boolean().default(false),
  'lec-profile': z
    .enum(['lec-classic', 'lec-detailed'], '--lec-profile 应为：lec-classic、lec-detailed')
    .optional(),
  sheet: z.string().optional(),
})
type Command = z.infer<typeof Command>

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const OPTIONS = {
  datum: text,
  sheet: text,
  'lec-profile': text,
  'dry-run': flag,
  'skip-bad': flag,
  'remove-demo': flag,
  help: flag,
} as const

/** pnpm runs scripts in the package's folder; file names are meant from where the command was given. */
const fromCaller = (path: string) => resolve(process.env['INIT_CWD'] ?? process.cwd(), path)

async function writeTemplates(): Promise<void> {
  await mkdir(TEMPLATES, { recursive: true })
  for (const name of LEDGER_NAMES) {
    await writeTemplate(LEDGERS[name], `${TEMPLATES}${name}.xlsx`)
    console.log(`已生成 ${relative(fromCaller('.'), `${TEMPLATES}${name}.xlsx`)}`)
  }
}

/** A database that has never been started gets the geography first, as rows are checked against it. */
async function ensureGeography(database: Database): Promise<void> {
  await database.asOwner(async (tx) => {
    if ((await countRows(tx, sql`SELECT FROM areas LIMIT 1`)) === 0) await loadGeography(tx)
  })
}

async function runImport(command: Command): Promise<number> {
  const config = readConfig(process.env)
  const sealer = await openSealer(config)
  const database = await openDatabase(config)
  try {
    await ensureGeography(database)
    const report = await importLedger(database, LEDGERS[command.ledger], fromCaller(command.file), {
      sealer,
      datum: command.datum,
      sheet: command.sheet,
      lecProfileId: command['lec-profile'],
      dryRun: command['dry-run'],
      skipBad: command['skip-bad'],
      removeDemo: command['remove-demo'],
    })
    console.log(describeReport(report))
    return report.badRows > 0 ? 1 : 0
  } finally {
    await database.close()
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true })
  const [ledger, file, ...more] = positionals
  if (values.help || ledger === undefined) {
    console.log(HELP)
    return values.help ? 0 : 2
  }
  if (ledger === 'templates') {
    await writeTemplates()
    return 0
  }
  if (more.length > 0)
    throw new FileProblem(`多余的参数：${more.join(' ')}（文件名含空格时请加引号）`)
  return runImport(Command.parse({ ...values, ledger, file }))
}

/** What went wrong, for a person, and the exit code that goes with it. */
function explain(error: unknown): { message: string; code: number } {
  if (error instanceof FileProblem) return { message: error.message, code: 2 }
  if (error instanceof z.ZodError)
    return {
      message: `${error.issues.map(({ message }) => message).join('\n')}\n用 --help 查看说明`,
      code: 2,
    }
  if (
    error instanceof TypeError &&
    'code' in error &&
    String(error.code).startsWith('ERR_PARSE_ARGS')
  ) {
    return { message: `${error.message}\n用 --help 查看说明`, code: 2 }
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

try {
  process.exitCode = await main()
} catch (error) {
  const { message, code } = explain(error)
  console.error(message)
  process.exitCode = code
}
