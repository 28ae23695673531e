import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { ConfigError, readConfig } from '@onemap/api/config'
import { describeFailure } from '@onemap/api/db/describe-failure'
import { openDatabase } from '@onemap/api/db/open'
import { todayInChina } from '@onemap/api/domain/overdue'
import { DATUM_CODES } from '@onemap/api/domain/datum'
import { importLayer } from './import.ts'
import { NoDistrictError } from './import/check.ts'
import { LayerRefused, printable } from './import/report.ts'
import { LAYER_NAMES, LAYERS } from './layers.ts'

const LAYER_LIST = LAYER_NAMES.map((layer) => `  ${layer.padEnd(12)}${LAYERS[layer].zh}`).join('\n')

const HELP = `地理数据工具

用法
  pnpm geodata build
      由 PROVENANCE.md 所列来源重新生成 geodata/built/ 下的全部图层
  pnpm geodata import <图层> <文件.geojson> --datum <坐标系> [选项]
      用正式数据替换数据库中的一个图层；任何一处有问题都不会写入

图层
${LAYER_LIST}

选项
  --datum <坐标系>        必填：${DATUM_CODES.join(' | ')}
  --source <文字>         数据来源（默认为文件名）
  --licence <文字>        许可或使用依据（默认“由使用单位提供”）
  --obtained-on <日期>    取得日期，如 2026-03-01（默认今天）
  --tolerance <平方米>    容许的重叠、空隙面积（默认 1）
  --allow-code-changes    villages 图层：允许新增、撤销行政村
  --dry-run               只检查并报告，不写入
  --help                  显示本说明

字段
  district neighbours towns villages grids：properties.code、properties.name，Polygon 或 MultiPolygon
  canal：properties.name，线或面

退出码：0 成功，1 文件有问题，2 命令写错，3 环境或数据库有问题`

/** The command line is not understood; the message says what would be. */
class UsageError extends Error {}

const Day = z.iso.date('--obtained-on 应为 2026-03-01 这样的日期')
const Flags = z.object({
  datum: z.enum(DATUM_CODES, `--datum 必填，取值：${DATUM_CODES.join('、')}`),
  source: z.string().optional(),
  licence: z.string().default('由使用单位提供'),
  'obtained-on': Day.default(() => todayInChina(new Date())),
  tolerance: z.coerce
    .number('--tolerance 应为平方米数')
    .nonnegative('--tolerance 不能为负')
    .default(1),
  'allow-code-changes': z.boolean().default(false),
  'dry-run': z.boolean().default(false),
})

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const OPTIONS = {
  datum: text,
  source: text,
  licence: text,
  'obtained-on': text,
  tolerance: text,
  'allow-code-changes': flag,
  'dry-run': flag,
  help: flag,
} as const

function argumentsOf(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new UsageError(`命令行有误：${error instanceof Error ? error.message : String(error)}`)
  }
}

async function importCommand(
  layerName: string | undefined,
  path: string | undefined,
  values: unknown,
): Promise<void> {
  const layer = LAYER_NAMES.find((one) => one === layerName)
  if (layer === undefined)
    throw new UsageError(`未知图层 ${layerName ?? '（未填写）'}，可用：${LAYER_NAMES.join('、')}`)
  if (path === undefined) throw new UsageError('请给出 GeoJSON 文件')
  const flags = Flags.safeParse(values)
  if (!flags.success)
    throw new UsageError(flags.error.issues.map(({ message }) => message).join('；'))
  const file = await readFile(resolve(process.env['INIT_CWD'] ?? '.', path), 'utf8').catch(() => {
    throw new UsageError(`读不到文件 ${path}`)
  })
  const { datum, source, licence, tolerance, 'dry-run': dryRun } = flags.data
  const database = await openDatabase(readConfig(process.env))
  try {
    const report = await importLayer(database, {
      layer,
      text: file,
      datum,
      licence,
      dryRun,
      tolerance,
      source: source ?? path.split(/[\\/]/).at(-1) ?? path,
      obtainedOn: flags.data['obtained-on'],
      allowCodeChanges: flags.data['allow-code-changes'],
    })
    console.log(printable(report, dryRun ? 'dry-run' : 'written'))
  } finally {
    await database.close()
  }
}

async function run(args: string[]): Promise<void> {
  const {
    positionals: [command, layer, path],
    values,
  } = argumentsOf(args)
  if (values.help || command === undefined) return console.log(HELP)
  if (command === 'import') return importCommand(layer, path, values)
  if (command !== 'build') throw new UsageError(`未知命令 ${command}`)
  const { buildLayers, writeLayers } = await import('./build.ts')
  const layers = buildLayers()
  writeLayers(layers)
  for (const name of LAYER_NAMES)
    console.log(`${LAYERS[name].zh}：${layers[name].features.length} 个要素`)
}

/** Says what went wrong and returns the exit code that belongs to it. */
function explain(error: unknown): number {
  if (error instanceof LayerRefused) {
    console.error(printable(error.report, 'refused'))
    return 1
  }
  if (error instanceof UsageError) {
    console.error(`${error.message}\n运行 pnpm geodata --help 查看用法`)
    return 2
  }
  if (error instanceof NoDistrictError) {
    console.error('数据库中还没有本区的基础数据：请先运行一次 pnpm start 或 pnpm seed')
    return 3
  }
  console.error(error instanceof ConfigError ? error.message : (describeFailure(error) ?? error))
  return 3
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.exitCode = explain(error)
})
