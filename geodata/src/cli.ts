import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { ConfigError, readConfig } from '@onemap/api/config'
import { describeFailure } from '@onemap/api/db/describe-failure'
import { openDatabase } from '@onemap/api/db/open'
import type { Label } from '@onemap/api/domain/dictionary'
import { argumentsOf, flagsOf, languageOf, UsageError } from './cli/flags.ts'
import { HELP } from './cli/help.ts'
import { printable } from './cli/print-report.ts'
import { importLayer } from './import.ts'
import { NoDistrictError } from './import/check.ts'
import { LayerRefused } from './import/report.ts'
import { LAYER_NAMES, LAYERS } from './layers.ts'

async function importCommand(
  layerName: string | undefined,
  path: string | undefined,
  values: unknown,
): Promise<void> {
  const layer = LAYER_NAMES.find((one) => one === layerName)
  const names = LAYER_NAMES.join(', ')
  if (layer === undefined)
    throw new UsageError({
      zh: `未知图层 ${layerName ?? '（未填写）'}，可用：${names}`,
      en: `Unknown layer ${layerName ?? '(none given)'}; there are ${names}`,
    })
  if (path === undefined)
    throw new UsageError({ zh: '请给出 GeoJSON 文件', en: 'Name a GeoJSON file' })
  const flags = flagsOf(values)
  const bytes = await readFile(resolve(process.env['INIT_CWD'] ?? '.', path)).catch(() => {
    throw new UsageError({ zh: `读不到文件 ${path}`, en: `Cannot read the file ${path}` })
  })
  const database = await openDatabase(readConfig(process.env))
  try {
    const report = await importLayer(database, {
      layer,
      bytes,
      datum: flags.datum,
      crs: flags.crs,
      codeField: flags['code-field'],
      nameField: flags['name-field'],
      source: flags.source ?? path.split(/[\\/]/).at(-1) ?? path,
      licence: flags.licence,
      obtainedOn: flags['obtained-on'],
      tolerance: flags.tolerance,
      datumIsRight: flags['datum-is-right'],
      allowCodeChanges: flags['allow-code-changes'],
      dissolveMissing: flags['dissolve-missing'],
      dryRun: flags['dry-run'],
    })
    console.log(printable(report, flags['dry-run'] ? 'dry-run' : 'written', flags.language))
  } finally {
    await database.close()
  }
}

async function run(args: string[]): Promise<void> {
  const {
    positionals: [command, layer, path],
    values,
  } = argumentsOf(args)
  const language = languageOf(args)
  if (values.help || command === undefined) return console.log(HELP[language])
  if (command === 'import') return importCommand(layer, path, values)
  if (command !== 'build')
    throw new UsageError({ zh: `未知命令 ${command}`, en: `Unknown command ${command}` })
  const { buildLayers, writeLayers } = await import('./build.ts')
  const layers = buildLayers()
  writeLayers(layers)
  for (const name of LAYER_NAMES)
    console.log(
      language === 'zh'
        ? `${LAYERS[name].zh}：${layers[name].features.length} 个要素`
        : `${LAYERS[name].en}: ${layers[name].features.length} features`,
    )
}

const SEE_HELP: Label = {
  zh: '运行 pnpm geodata --help 查看用法',
  en: 'pnpm geodata --help --language en says how it is used',
}
const NO_DISTRICT: Label = {
  zh: '数据库中还没有本区的基础数据：请先运行一次 pnpm start 或 pnpm seed',
  en: 'The database has no district yet: run pnpm start or pnpm seed once',
}

/** Says what went wrong and returns the exit code that belongs to it. */
function explain(error: unknown, language: keyof Label): number {
  if (error instanceof LayerRefused) {
    console.error(printable(error.report, 'refused', language))
    return 1
  }
  if (error instanceof UsageError) {
    console.error(`${error.text[language]}\n${SEE_HELP[language]}`)
    return 2
  }
  if (error instanceof NoDistrictError) {
    console.error(NO_DISTRICT[language])
    return 3
  }
  console.error(error instanceof ConfigError ? error.message : (describeFailure(error) ?? error))
  return 3
}

const args = process.argv.slice(2)
run(args).catch((error: unknown) => {
  process.exitCode = explain(error, languageOf(args))
})
